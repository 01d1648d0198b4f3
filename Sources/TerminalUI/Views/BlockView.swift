internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// Lays out the parts of a page.
  func add(_ blocks: [Block], to content: inout Content) {
    for block in blocks.dropLast() { add(block, to: &content) }
    guard let last = blocks.last else { return }
    let start = content.lines.count
    add(last, to: &content)
    if case .actions = last { content.pin(from: start) }
  }

  private func add(_ block: Block, to content: inout Content) {
    switch block {
    case .heading(let text): content.paragraph(text, style: .strong)
    case .text(let text): content.paragraph(text)
    case .detail(let text): content.paragraph(text, at: 4)
    case .warning(let text): content.paragraph(text, style: .warning)
    case .error(let text): content.paragraph(text, style: .error)
    case .caution(let caution, again: let action):
      content.paragraph(caution.sentence(again: action), style: .error)
    case .single(let label, let value):
      content.line(label)
      // It must be seen whole, so that it can be copied.
      let fits =
        2 + TextLayout.width(of: label) < Self.valueColumn
        && Self.valueColumn + TextLayout.width(of: value) < content.columns
      if !fits { content.line() }
      content.append(value, at: fits ? Self.valueColumn : 2, style: .chosen)
    case .step(let number, let title, let progress, let words, let actions):
      add(number, title, progress, words, actions, to: &content)
    case .entry(let label, let value):
      content.line(label, at: 4)
      let room = content.columns - Self.valueColumn - 1
      let width = TextLayout.width(of: value)
      if width > room, width <= content.columns - 7, !value.contains(" ") {
        // An identifier that is cut in two can't be copied.
        content.line(value, at: 6)
        return
      }
      for (offset, text) in TextLayout.folded(value, to: room).enumerated() {
        if offset > 0 { content.line() }
        content.append(text, at: Self.valueColumn)
      }
    case .answer(let label): addKey(label, to: &content)
    case .actions(let actions, let note): addButtons(actions, note: note, to: &content)
    case .gap: content.line()
    }
  }

  /// Buttons with words beside them, or under them if they don't fit.
  private func addButtons(_ actions: [PageAction], note: String, to content: inout Content) {
    addButtons(actions, to: &content)
    guard !note.isEmpty else { return }
    let column = 5 + actions.map { $0.title.count + 6 }.reduce(0, +)
    let fits = column + TextLayout.width(of: note) < content.textColumns
    if !fits { content.line() }
    content.append(note, at: fits ? column : 5)
  }

  /// The line for the API key.
  private func addKey(_ label: String, to content: inout Content) {
    if revealed.isEmpty {
      addMasked(label, apiKey, isFocused: focus == .apiKey, to: &content)
    } else {
      addTextLine(label, apiKey, isFocused: focus == .apiKey, to: &content)
    }
  }

  /// A step: its mark and name, what to do, and the buttons for it.
  private func add(
    _ number: Int, _ title: String, _ progress: VirtualCrossConnect.Progress, _ words: String,
    _ actions: [PageAction], to content: inout Content
  ) {
    let mark = progress == .done ? "[x]" : "[ ]"
    content.line("\(mark) \(number) \(title)", at: 2, style: progress == .due ? .strong : .plain)
    let lines = TextLayout.folded(words, to: content.columns - Self.valueColumn - 1)
    for (offset, text) in lines.enumerated() {
      if offset > 0 { content.line() }
      content.append(text, at: Self.valueColumn)
    }
    addButtons(actions, at: Self.valueColumn - 1, to: &content)
  }
}
