internal import CrossConnect
internal import Presentation

extension WizardScreen {
  func reviewContent(_ start: Content) -> Content {
    var content = start
    addHeading(Step.review.question(for: app), to: &content)
    let summary = OrderSummary(of: app)
    for group in summary.groups { add(group, to: &content) }
    content.line("Price", at: 6)
    content.append(summary.price, at: Self.valueColumn + 2)
    content.line("(\(PriceList.remark))", at: 6)
    content.line("Telnyx ASN", at: 6)
    content.append(
      "\(ASN.telnyx), for the cloud's console later", at: Self.valueColumn + 2
    )
    content.line()
    addButtons(page.actions, to: &content)
    return content
  }

  /// A group: its number before the first answer, so that a whole order nearly fits 80x24.
  private func add(_ group: OrderSummary.Group, to content: inout Content) {
    let start = content.lines.count
    let isFocused = focus == .group(group.number)
    for (index, line) in group.lines.enumerated() {
      let style: Style = isFocused ? .focused : .plain
      content.line(
        index == 0 ? "\(isFocused ? ">" : " ") \(group.number)" : "", at: 2, style: style)
      if index == 0, isFocused { content.placeCursor(at: 2) }
      content.append(line.label, at: 6, style: style)
      content.appendAnswer(line.value, at: Self.valueColumn + 2)
      for finding in line.findings {
        content.paragraph(
          "\(finding.word): \(finding.sentence)",
          at: Self.valueColumn + 2, style: finding.isBlocking ? .error : .warning)
      }
    }
    if isFocused { content.focusLines(from: start) }
  }
}
