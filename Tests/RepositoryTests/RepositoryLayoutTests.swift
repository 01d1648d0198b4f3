import FoundationEssentials
import TestSupport
import Testing

/// What is at the top of the repository, and that every screen and picture is used.
@Suite struct RepositoryLayoutTests {
  @Test func `nothing but the agreed files and folders is at the top`() throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
      .filter { !$0.hasPrefix(".") }
      // Written by the package manager and not kept.
      .filter { $0 != "Package.resolved" }
    #expect(entries.sorted() == ["Package.swift", "README.md", "Sources", "Tests", "screenshots"])
  }

  @Test func `every golden screen is expected by a test`() throws {
    let tests = try SourceFile.tests.get()
    let unused = try screenshots(withExtension: "txt").filter { name in
      !tests.contains { file in file.lines.contains { $0.contains("\"\(name)\"") } }
    }
    #expect(unused == [])
  }

  @Test func `every picture is in the README or has a golden screen of its name`() throws {
    let readme = try readme()
    let goldens = Set(try screenshots(withExtension: "txt"))
    let unused = try screenshots(withExtension: "png").filter {
      !readme.contains("screenshots/\($0).png") && !goldens.contains($0)
    }
    #expect(unused == [])
  }

  @Test(arguments: ["png", "gif"])
  func `every picture and film in the README is there`(kind: String) throws {
    let pictures = Set(try screenshots(withExtension: kind))
    let shown = try readme().matches(of: /screenshots\/([\w-]+)\.(\w+)/)
      .filter { $0.2 == kind }.map { String($0.1) }
    #expect(!shown.isEmpty, "the README shows the program")
    #expect(shown.filter { !pictures.contains($0) } == [])
  }

  @Test func `every film is in the README, and is small enough for a slow line`() throws {
    let readme = try readme()
    for name in try screenshots(withExtension: "gif") {
      let film = Repository.screenshots.appending(path: "\(name).gif")
      #expect(readme.contains("screenshots/\(name).gif"))
      #expect(try Data(contentsOf: film).count < 1_000_000, "\(name).gif")
    }
  }

  @Test func `no line of the README is longer than 100 columns`() throws {
    let lines = try readme().split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.filter { $0.count > 100 } == [])
  }

  @Test func `the README has every exit code of the help`() throws {
    let readme = try readme()
    let help = try String(
      contentsOf: Repository.screenshots.appending(path: "command-help.txt"), encoding: .utf8)
    let codes = try #require(help.firstMatch(of: /Exit codes: ([^.]*)\./)?.1)
      .replacing("\n", with: " ")
    let meanings = codes.split(separator: /, (?=\d)/).map { $0.split(separator: " ", maxSplits: 1) }
    // The signals stand in one row.
    let unsaid = meanings.filter { $0[0].count == 1 && !readme.contains("| \($0[0]) | \($0[1])") }
    #expect(meanings.count > 8)
    #expect(unsaid == [])
  }

  @Test func `the pipeline runs the test command of the README`() throws {
    let command = "swift test --disable-xctest"
    let pipeline = Repository.root.appending(path: ".ci/run")
    #expect(try String(contentsOf: pipeline, encoding: .utf8).contains("\n\(command)\n"))
    #expect(try readme().contains(command))
  }

  private func readme() throws -> String {
    try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
  }

  private func screenshots(withExtension suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.screenshots.path)
      .filter { $0.hasSuffix("." + suffix) }
      .map { String($0.dropLast(suffix.count + 1)) }
      .sorted()
  }
}
