internal import CrossConnect
internal import Flows
internal import Presentation

/// Typing and pasting into the focused text or filter.
extension WizardScreen {
  /// Applies an editing action to the focused text or filter; `nil` if there is none.
  mutating func edit(_ action: Action) -> [Effect]? {
    if let text = text(of: focus) {
      var editor = TextEditor(text, cursor: cursor)
      guard editor.apply(action) else { return nil }
      return edited(editor, from: text)
    }
    guard let openList else { return nil }
    var editor = TextEditor(openList.filter)
    guard [.deleteBackward, .deleteWord, .deleteToStart].contains(action), editor.apply(action)
    else { return nil }
    setFilter(editor.text)
    return []
  }

  /// Inserts typed or pasted text into the focused text or filter.
  mutating func insert(_ new: String) -> [Effect] {
    let text = overlay == .help ? nil : text(of: focus)
    let before = overlay == .help ? help?.search ?? "" : text ?? openList?.filter
    guard let longer = before.map({ $0 + new }) else { return [] }
    guard AnswerLength.fits(longer) else {
      status = AnswerLength.refusal(of: longer)
      return []
    }
    if let text {
      var editor = TextEditor(text, cursor: cursor)
      editor.insert(new)
      return edited(editor, from: text)
    }
    if overlay == .help { setSearch(longer) } else { setFilter(longer) }
    return []
  }

  /// Replaces the focused text.
  mutating func replaceText(with new: String) -> [Effect] {
    var editor = TextEditor("", cursor: 0)
    editor.insert(new)
    return edited(editor, from: text(of: focus))
  }

  /// Inserts a paste; in a filter that would find nothing, only names within the paste are kept.
  mutating func insertPaste(_ text: String) -> [Effect] {
    if case .problem = focus, overlay == nil {
      // It corrects the answer that the entry is about.
      let effects = open(focus)
      guard self.text(of: focus) != nil else { return effects }
      return effects + replaceText(with: "") + insertPaste(text)
    }
    if isSecret(focus) { return insert(TextEditor.pastedSecret(text)) }
    let new = TextEditor.pasted(text, linesJoinedBy: takesName ? "" : " ")
    guard overlay == nil, let openList, let list = choiceList(of: openList.control) else {
      guard overlay == nil, let pasted = pasted else { return insert(new) }
      let effects = insert(new) + send(pasted)
      cursor = min(cursor, self.text(of: focus)?.count ?? 0)
      return effects
    }
    let filter = PastedFilter(new, after: openList.filter, in: list)
    status = filter.note ?? ""
    return insert(filter.text)
  }

  /// Whether a name is typed here, which is put together where its lines were broken.
  private var takesName: Bool {
    guard overlay == nil else { return false }
    switch focus {
    case .networkName, .deletionName: return true
    case .field(let id):
      if case .words? = app.form.draft.field(id)?.reading { return true }
      return false
    case .apiKey, .address, .inventory, .problem, .group, .button: return false
    }
  }

  /// What a paste into the focused field tells the flows; `nil` if it is text like any other.
  private var pasted: App.Event? {
    switch focus {
    case .field(let id): .form(.pasted(id))
    case .address(let field): .connection(.addressLeft(field))
    case .apiKey, .networkName, .inventory, .deletionName, .problem, .group, .button: nil
    }
  }

  private func isSecret(_ control: Control) -> Bool {
    guard overlay == nil else { return false }
    if case .field(let id) = control { return app.form.draft.field(id)?.secrecy == .unseen }
    return control == .apiKey
  }

  private mutating func edited(_ editor: TextEditor, from before: String?) -> [Effect] {
    let text = editor.text
    cursor = editor.cursor
    guard text != before else { return [] }
    switch focus {
    case .apiKey: apiKey = text
    case .networkName: return send(.form(.networkNameEdited(text)))
    case .field(let id): return send(.form(.answerEdited(id, text)))
    case .address(let field): return send(.connection(.addressEdited(field, text)))
    case .deletionName: return send(.connection(.deletionEdited(text)))
    case .inventory, .problem, .group, .button: break
    }
    return []
  }

  mutating func setFilter(_ text: String) {
    guard let control = openList?.control, let list = choiceList(of: control) else { return }
    openList?.setFilter(text, in: list)
  }
}
