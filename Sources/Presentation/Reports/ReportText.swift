internal import CrossConnect
public import Flows
public import FoundationEssentials

/// The result as plain text, for the lines that stay on the terminal.
public enum ReportText {
  /// A line of a report in lines of at most `columns`, folded at words and indented as it is.
  public static func folded(_ line: String, to columns: Int = Self.columns) -> [String] {
    guard TextLayout.width(of: line) > columns else { return [line] }
    let indent = String(line.prefix { $0 == " " })
    let rest = indent + (indent.isEmpty ? "" : "   ")
    let lines = TextLayout.folded(
      String(line.dropFirst(indent.count)), to: columns - rest.count)
    return lines.enumerated().map { ($0 == 0 ? indent : rest) + $1 }
  }

  /// The columns beside the corner cell of an 80-column window, which scrolls some terminals.
  public static let columns = 79

  /// What stays on the terminal about a cross connect; its keys only if the screen has shown them.
  public static func farewell(of connection: Connection, now: Date) -> [String] {
    lines(for: connection, now: now, showingSecrets: connection.keyExposure == .shown)
  }

  /// Everything that a person needs to go on; secrets are masked unless asked for.
  public static func lines(
    for connection: Connection, now: Date, showingSecrets: Bool = false
  ) -> [String] {
    let connect = connection.connect
    guard !connection.isGone else { return [OutcomeText.gone(connect)] }
    var lines =
      connection.openSentences + ["Virtual cross connect \(DisplayText.visible(connect.id))"]
    for line in ResponseReport(of: connect).lines {
      let value =
        line.isSecret && !showingSecrets ? MaskedText.masked(line.value) : line.value
      lines.append("  \(padded(line.label))\(value)")
    }
    let differences = DifferencesText.lines(for: connection)
    if !differences.isEmpty { lines.append(DifferencesText.title) }
    lines += differences.map { "  \($0)" }
    let steps = connection.steps.filter { $0.progress != .done }
    if !steps.isEmpty { lines.append("Next, in this order:") }
    if let acceptance = Acceptance(of: connection) {
      lines.append("  " + acceptance.sentence(now: now))
    }
    for (index, (step, progress)) in steps.enumerated() {
      let words = step.words(progress)
      lines.append("  \(index + 1). \(step.title)\(words.isEmpty ? "" : ": \(words)")")
    }
    guard !steps.isEmpty else { return lines }
    for (circuit, entries) in connect.consoleEntries {
      lines.append("For the cloud's console, \(circuit.rawValue) circuit:")
      lines += entries.map { "  \(padded($0.label))\($0.shown(showingSecrets: showingSecrets))" }
    }
    return lines
  }

  private static func padded(_ label: String) -> String {
    label + String(repeating: " ", count: max(1, 26 - TextLayout.width(of: label)))
  }
}
