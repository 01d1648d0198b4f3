internal import CrossConnect

extension WizardScreen {
  func reviewContent(_ start: Content) -> Content {
    var content = start
    addHeading("Is this what should be ordered?", to: &content)
    let summary = OrderSummary(of: wizard)
    for group in summary.groups { add(group, to: &content) }
    content.line("Price", at: 6)
    content.append(summary.price, at: Self.valueColumn)
    content.line("Telnyx ASN", at: 6, style: .quiet)
    content.append(
      "\(ASN.telnyx), to be typed in the cloud's console later", at: Self.valueColumn, style: .quiet
    )
    content.line()
    addButtons([.showRequest, .create, .back, .help, .quit], to: &content)
    return content
  }

  private func add(_ group: OrderSummary.Group, to content: inout Content) {
    let start = content.lines.count
    let isFocused = focus == .group(group.number)
    content.line(isFocused ? ">" : "", at: 2, style: .focused)
    content.append("\(group.number) \(group.title)", at: 4, style: isFocused ? .focused : .strong)
    if isFocused { content.placeCursor(at: 2) }
    for line in group.lines {
      content.line(line.label, at: 6)
      content.append(line.value, at: Self.valueColumn + 2)
      for finding in line.findings {
        content.paragraph(
          (finding.isBlocking ? "Error: " : "Warning: ") + finding.sentence,
          at: Self.valueColumn + 2,
          style: finding.isBlocking ? .error : .warning)
      }
    }
    if group.lines.isEmpty {
      content.line("none", at: 6, style: .quiet)
    }
    if isFocused { content.focusLines(from: start) }
  }
}
