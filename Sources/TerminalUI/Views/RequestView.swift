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
    if !app.form.draft.requestSoFar.secrets.isEmpty {
      content.paragraph(
        revealed.isEmpty
          ? "Secrets are hidden here; Ctrl-T shows them." : "Secrets are shown; Ctrl-T hides them.")
    }
    content.line()
    content.line("The same as a command", style: .strong)
    content.line()
    for line in CreateCommandText(of: app.form.draft).lines(columns: content.columns - 4) {
      content.line(line)
    }
    content.paragraph("No key is in it: FILE is a file that has one, for you only.")
    return content
  }

  /// The request as it is sent, with long lines folded.
  private func requestLines(columns: Int) -> [String] {
    let text = app.form.draft.requestSoFar.text(showingSecrets: !revealed.isEmpty)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { DisplayText.visible(String($0)) }
      .flatMap { wrapped($0, to: columns) }
  }

  /// The order so far, beside the form: in words if there is room, otherwise as the request.
  func drawPanel(_ frame: inout Frame) {
    guard app.step != nil, overlay == nil, !isOffering else { return }
    guard !layout.showsSummary else { return drawSummary(&frame) }
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

  /// The answers so far, with the price; the review has them itself.
  private func drawSummary(_ frame: inout Frame) {
    guard app.step != .review else { return }
    let column = layout.panelColumn
    let summary = OrderSummary(of: app)
    var lines = ["Order so far", ""]
    for row in summary.groups.flatMap(\.rows) + [summary.priceRow] {
      let label = TextLayout.truncated(row.label, to: 22)
      let margin = String(repeating: " ", count: 24 - TextLayout.width(of: label))
      let room = min(size.columns - column, 100) - 25
      let value = TextLayout.withoutMiddle(row.value, to: room)
      lines.append(label + margin + value)
    }
    lines += TextLayout.folded("(\(PriceList.remark))", to: size.columns - column - 1)
    for (row, line) in zip(layout.form, lines) { frame.write(line, row: row, column: column) }
  }

  /// A JSON line in pieces: a long value gets lines of its own.
  private func wrapped(_ line: String, to width: Int) -> [String] {
    guard TextLayout.width(of: line) > width else { return [line] }
    let halves = line.split(separator: ": ", maxSplits: 1).map(String.init)
    var lines = halves.count == 2 ? [halves[0] + ":"] : []
    // With its quotes and the comma, a UUID then just fits the panel of 120 columns.
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
