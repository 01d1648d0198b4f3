internal import CrossConnect
internal import Presentation

extension WizardScreen {
  /// All answers, on one page where that can be, with Create in view in every window.
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
    content.append(summary.price, at: Self.valueColumn + 2)
    content.line("(\(PriceList.remark))", at: 6)
    content.line()
    addLastButtons(page.actions, to: &content)
    return content
  }

  /// A group: its number before the first answer, so that a whole order fits 80x24.
  private func add(_ group: OrderSummary.Group, to content: inout Content) {
    let start = content.lines.count
    let isFocused = focus == .group(group.number)
    for (index, row) in group.rows.enumerated() {
      let style: Style = isFocused ? .focused : .plain
      content.line(
        index == 0 ? "\(isFocused ? ">" : " ") \(group.number)" : "", at: 2, style: style)
      if index == 0, isFocused { content.placeCursor(at: 2) }
      content.append(row.label, at: 6, style: style)
      content.appendAnswer(row.value, at: Self.valueColumn + 2)
      var column = Self.valueColumn + 4 + TextLayout.width(of: row.value)
      for finding in row.findings {
        let words = "\(finding.word): \(finding.sentence)"
        let style: Style = finding.isBlocking ? .error : .warning
        if column + TextLayout.width(of: words) < content.columns {
          content.append(words, at: column, style: style)
        } else {
          content.paragraph(words, at: Self.valueColumn + 2, style: style)
        }
        // One beside the answer; others below it.
        column = content.columns
      }
    }
    if isFocused { content.focusLines(from: start) }
  }
}
