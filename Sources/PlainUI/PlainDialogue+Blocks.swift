internal import CrossConnect
internal import Flows
internal import Presentation

extension PlainDialogue {
  /// Reads out the parts of a page.
  ///
  /// - Parameters:
  ///   - blocks: The parts.
  ///   - explainingActions: Whether the actions are explained; otherwise the prompt names them.
  ///   - indent: The columns before each line.
  mutating func say(_ blocks: [Block], explainingActions: Bool = false, indent: Int = 0) {
    for block in blocks { say(block, explainingActions, indent) }
  }

  private mutating func say(_ block: Block, _ explainingActions: Bool, _ indent: Int) {
    switch block {
    case .heading(let text), .text(let text): say(text, indent: indent)
    case .detail(let text): say(text, indent: indent + 2, most: Self.mostLines)
    case .warning(let text): sayWarning(text)
    case .error(let text): sayError(text)
    case .caution(let caution, again: let action):
      sayWarning(caution.sentence)
      action.word.map { sayOnceMore($0) }
    case .single(let label, let value): say("\(label): \(value)", indent: indent)
    case .step(let number, let title, let progress, let words, let actions):
      let mark = progress == .done ? "done" : progress == .due ? "next" : "later"
      say("\(number). \(title) (\(mark))\(words.isEmpty ? "" : ": \(words)")", indent: 2)
      sayWords(of: actions, indent: 5)
    case .entry(let label, let value):
      say(label.isEmpty ? value : "\(label): \(value)", indent: indent + 4)
    case .actions(let actions, let note):
      if !note.isEmpty { say(note, indent: indent) }
      if explainingActions { sayWords(of: actions, indent: 4) }
    case .answer, .gap: break
    }
  }

  /// Says that a word typed again does what the caution is about.
  mutating func sayOnceMore(_ word: String) { say("Type \(word) again to do it.") }

  private mutating func sayWords(of actions: [PageAction], indent: Int) {
    for action in actions where action != .checkStatus {
      if let word = action.word { say("\(word): \(action.help)", indent: indent) }
    }
  }
}
