internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  func resultContent(_ start: Content) -> Content {
    var content = start
    if case .gone(let connect, wasAwaited: _) = app.order {
      return goneContent(content, connect)
    }
    guard case .created(let connect, at: let date) = app.order else { return content }
    addReport(to: &content)
    if app.caution == .leavesUnseenKey {
      content.paragraph(
        "\(Caution.leavesUnseenKey.sentence) t shows it, c copies it; q once more leaves.",
        style: .error)
      content.line()
    }
    // The identifier stands alone on its line, for a double click to copy it whole.
    content.line("VXC ID")
    content.line(DisplayText.visible(connect.id), at: 2, style: .chosen)
    content.line()
    let steps = connect.nextSteps
    if !steps.isEmpty { content.line("Next, in this order", style: .strong) }
    if let acceptance = Acceptance(of: connect, orderedAt: date) {
      content.paragraph(acceptance.sentence(now: now), at: 5, style: .warning)
    }
    for (index, step) in steps.enumerated() {
      add(step, number: index + 1, to: &content)
    }
    content.line()
    addButtons(page.actions, to: &content)
    content.line()
    content.line("The whole answer", style: .strong)
    for line in ResponseReport(of: connect).lines {
      content.line(line.label, at: 4)
      let value =
        line.isSecret && revealed.isEmpty ? MaskedText.masked(line.value) : line.value
      for (offset, text) in TextLayout.folded(value, to: content.columns - Self.valueColumn - 1)
        .enumerated()
      {
        if offset > 0 { content.line() }
        content.append(text, at: Self.valueColumn)
      }
    }
    return content
  }

  /// What there is to say of a cross connect that is not there any more.
  private func goneContent(_ start: Content, _ connect: VirtualCrossConnect) -> Content {
    var content = start
    content.paragraph(OutcomeText.gone(connect), style: .error)
    content.paragraph("Nothing more can be done with it. Order a new one with vxc.")
    content.line()
    addButtons(page.actions, to: &content)
    return content
  }

  private func add(_ step: NextStep, number: Int, to content: inout Content) {
    let lines = TextLayout.folded(step.text, to: content.columns - 6)
    for (offset, text) in lines.enumerated() {
      content.line(offset == 0 ? "\(number)." : "", at: 2)
      content.append(text, at: 5)
    }
    for entry in step.entries {
      content.line(entry.label, at: 7)
      content.append(entry.shown(showingSecrets: !revealed.isEmpty), at: 32)
    }
  }
}
