internal import CrossConnect
internal import Presentation

extension WizardScreen {
  /// All answers, on one page if possible, with Create in view in every window.
  func reviewContent(_ start: Content) -> Content {
    let summary = OrderSummary(of: app)
    let whole = reviewContent(start, of: summary, isClose: false)
    return whole.lines.count > formRows ? reviewContent(start, of: summary, isClose: true) : whole
  }

  private func reviewContent(
    _ start: Content, of summary: OrderSummary, isClose: Bool
  ) -> Content {
    var content = start
    addHeading(Step.review.question(for: app), isClose: isClose, to: &content)
    for group in summary.groups { add(group, to: &content) }
    content.line("Price", at: 6)
    _ = addValue(summary.price, to: &content)
    content.paragraph("(\(PriceList.remark))", at: 6)
    content.line()
    addLastButtons(app.actions, to: &content)
    return content
  }

  /// Adds an answer: it folds words, and cuts the middle of a code that is too long.
  ///
  /// - Returns: Its last line.
  private func addValue(_ value: String, to content: inout Content) -> String {
    let column = Self.valueColumn + 2
    guard value.contains(" ") else {
      content.appendAnswer(value, at: column)
      return value
    }
    let lines = TextLayout.folded(value, to: content.columns - column - 1)
    for (index, line) in lines.enumerated() {
      if index > 0 { content.line() }
      content.append(line, at: column)
    }
    return lines.last ?? ""
  }

  /// A group: its number stands before its first answer, so that a whole order fits 80x24.
  private func add(_ group: OrderSummary.Group, to content: inout Content) {
    let start = content.lines.count
    let isFocused = focus == .group(group.number)
    for (index, row) in group.rows.enumerated() {
      let style: Style = isFocused ? .focused : .plain
      content.line(
        index == 0 ? "\(isFocused ? ">" : " ") \(group.number)" : "", at: 2, style: style)
      if index == 0, isFocused { content.placeCursor(at: 2) }
      content.append(row.label, at: 6, style: style)
      let last = addValue(row.value, to: &content)
      var column = Self.valueColumn + 4 + TextLayout.width(of: last)
      for finding in row.findings {
        let words = "\(finding.word): \(finding.sentence)"
        let style: Style = finding.isBlocking ? .error : .warning
        if column + TextLayout.width(of: words) < content.columns {
          content.append(words, at: column, style: style)
        } else {
          content.paragraph(words, at: Self.valueColumn + 2, style: style)
        }
        // One finding stands beside the answer, others below it.
        column = content.columns
      }
    }
    if isFocused { content.focusLines(from: start) }
  }
}
