internal import CrossConnect
internal import Flows
internal import Presentation
internal import TelnyxAPI

extension WizardScreen {
  func requestContent(_ start: Content) -> Content {
    var content = start
    content.line(
      "POST \(app.session.destination.baseURL)\(Route.crossConnects.path)", style: .strong)
    content.line()
    for line in requestLines(columns: content.columns - 4) { content.line(line) }
    content.paragraph("Secrets are dots here; Ctrl-T shows or hides them.")
    return content
  }

  /// The request as it is sent, long lines folded.
  private func requestLines(columns: Int) -> [String] {
    let text = app.form.draft.requestSoFar.text(showingSecrets: !revealed.isEmpty)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.visible(String($0)) }
      .flatMap { wrapped($0, to: columns) }
  }

  /// The request so far beside the form.
  func drawPanel(_ frame: inout Frame) {
    guard app.step != nil, overlay == nil, !isOffering else { return }
    let column = layout.panelColumn
    frame.write("Request so far", row: 3, column: column)
    let text = app.form.draft.requestSoFar.text(showingSecrets: false)
    let width = size.columns - column - 1
    let lines = text.split(separator: "\n").map { DisplayText.visible(String($0)) }
      .flatMap { wrapped($0, to: width) }
    for (row, line) in zip(layout.form.dropFirst(2), lines) {
      frame.write(line, row: row, column: column)
    }
  }

  /// A JSON line in pieces: a long value goes to a line of its own, and is cut where it must be.
  private func wrapped(_ line: String, to width: Int) -> [String] {
    guard TextLayout.width(of: line) > width else { return [line] }
    let halves = line.split(separator: ": ", maxSplits: 1).map(String.init)
    var lines = halves.count == 2 ? [halves[0] + ":"] : []
    // Three columns: with its quotes and the comma, a UUID just fits the panel of 120 columns.
    let indent = "   "
    var piece = halves.count == 2 ? indent : ""
    var used = piece.count
    for character in halves.count == 2 ? halves[1] : line {
      let columns = TextLayout.width(of: String(character))
      if used + columns > width, used > indent.count {
        lines.append(piece)
        piece = indent
        used = indent.count
      }
      piece.append(character)
      used += columns
    }
    return lines + [piece]
  }
}
