import CrossConnect
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// What is shown of a command can be copied from the screen into a shell.
@Suite struct CommandLinesTests {
  @Test(arguments: CloudProvider.allCases, [54, 74, 100])
  func `a command in lines is the command to a shell`(
    provider: CloudProvider, columns: Int
  ) async throws {
    let connect = try #require(VirtualCrossConnect.sample(provider))
    for command in connect.cloudCommands where !command.isFile {
      let lines = CommandSheet.lines(of: command, columns: columns)
      #expect(lines.allSatisfy { TextLayout.width(of: $0) <= columns }, "\(lines)")
      #expect(lines.count > 1 || command.line.count <= columns)
      let whole = try await Self.words(of: command.line)
      // Blanks between the parts of an expression mean nothing to its cloud.
      let copied = try await Self.words(of: lines.joined(separator: "\n"))
      #expect(copied.map(Self.compact) == whole.map(Self.compact))
    }
  }

  @Test(arguments: [54, 74])
  func `the content of a file in lines is the same JSON`(columns: Int) throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    for file in connect.cloudCommands where file.isFile {
      let lines = CommandSheet.lines(of: file, columns: columns)
      #expect(lines.count > 1 && lines.allSatisfy { TextLayout.width(of: $0) <= columns })
      #expect(lines.joined(separator: " ") == file.line)
    }
  }

  /// The words that a shell makes of a text.
  private static func words(of text: String) async throws -> [String] {
    let result = try await FinishedProcess.run(
      "sh", ["-c", "set -f; printf '%s\\0' \(text)"], environment: ["PATH": "/usr/bin:/bin"])
    #expect(result.status == 0, "\(result)")
    return result.output.split(separator: "\0").map(String.init)
  }

  private static func compact(_ word: String) -> String {
    String(word.filter { !$0.isWhitespace })
  }
}
