internal import Commands
internal import CrossConnect
internal import PlainUI
internal import Synchronization
internal import TerminalIO

/// The standard streams of a command: results go to the output, everything else to the errors.
final class StandardCommandStreams: CommandStreams {
  let columns = StandardStreams.isTerminal(.output) ? StandardCommandStreams.windowColumns : nil
  let canAsk = StandardStreams.isInputTerminal && StandardStreams.isTerminal(.error)
  private let quiet: Bool
  /// Why results could not be written; empty if nobody reads them any more.
  private let failure = Mutex<String?>(nil)

  init(quiet: Bool) {
    self.quiet = quiet
  }

  func result(_ line: String) {
    // Results for a program stay as they are: tabs separate columns, and JSON has no control characters.
    let text =
      columns != nil ? DisplayText.printable(line, unicode: TextEncoding.isUTF8) : line
    failure.withLock { failure in
      if failure == nil { failure = StandardStreams.failure(writing: text + "\n", to: .output) }
    }
  }

  var isRead: Bool { StandardStreams.isRead(.output) }

  func note(_ line: String) {
    if !quiet { say(line) }
  }

  func say(_ line: String) {
    // One line is one, whatever words of others are in it.
    folded(DisplayText.visible(line)).forEach(Output.errorLine)
  }

  /// A line in as many lines as the window needs, broken between words.
  private func folded(_ line: String) -> [String] {
    guard StandardStreams.isTerminal(.error) else { return [line] }
    let margin = String(line.prefix { $0 == " " })
    return TextLayout.folded(
      String(line.dropFirst(margin.count)), to: Self.windowColumns - margin.count
    )
    .map { margin + $0 }
  }

  /// The window's width, without its last column.
  private static var windowColumns: Int {
    let columns = StandardStreams.windowSize.columns
    return columns > 20 ? columns - 1 : 79
  }

  func ask(_ prompt: String) async -> String? {
    StandardStreams.discardInput()
    let lines = folded(prompt.trimmed).map {
      DisplayText.printable($0, unicode: TextEncoding.isUTF8)
    }
    StandardStreams.write(lines.joined(separator: "\n") + " ", to: .error)
    var decoder = LineDecoder()
    while true {
      switch StandardStreams.read() {
      case .bytes(let bytes):
        guard let line = decoder.lines(in: bytes).first else { continue }
        guard case .text(let text) = line else { return nil }
        return text
      case .nothing: continue
      case .ended, .gone: return nil
      }
    }
  }

  /// The exit code; if results were not written, it says why first.
  ///
  /// - Parameters:
  ///   - code: The exit code of the command.
  ///   - standing: What the command has done, as a sentence.
  /// - Returns: The exit code of the program.
  func code(after code: Int32, _ standing: String? = nil) -> Int32 {
    guard let reason = failure.withLock({ $0 }) else { return code }
    // A reader such as `head`, which only takes the beginning, has what it wants.
    guard !reason.isEmpty else { return code }
    let rest = standing.map { " \($0)" } ?? ""
    Output.errorLine("vxc: The result could not be written: \(reason).\(rest)")
    return code == 0 ? 1 : code
  }
}
