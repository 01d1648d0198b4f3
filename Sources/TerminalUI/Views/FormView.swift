internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation

extension WizardScreen {
  /// The column where answers begin.
  static let valueColumn = 27
  private static let labelColumn = 4
  /// The columns of the button beside a secret.
  private static let besideSecret = 15

  /// A page of the form: the question, the error summary, the fields, the buttons.
  func formContent(_ start: Content, step: Step, listRows: Int) -> Content {
    var content = start
    addWaiting(app.leading, to: &content)
    addHeading(step.question(for: app), hint: step.hint(for: app), to: &content)
    for field in app.form.draft.fields(in: step) {
      add(field, listRows: listRows, to: &content)
      // The questions after it depend on it.
      if field.choices == .secondaryCircuit { content.line() }
    }
    content.line()
    addLastButtons(app.actions, to: &content)
    return content
  }

  /// The orders that have to be accepted, before any question.
  private func addWaiting(_ leading: [PageAction], to content: inout Content) {
    guard !leading.isEmpty,
      let sentence = WaitingText.sentence(for: app.records.waiting, now: now)
    else { return }
    content.paragraph(sentence, style: .warning)
    addButtons(leading, besides: sentence, to: &content)
    content.line()
  }

  /// The report on the last request, if there is one.
  func addReport(to content: inout Content) {
    guard let report = app.report.map(FailureReport.init) else { return }
    content.paragraph(report.title, style: .error)
    for line in report.lines { content.paragraph(line, at: 4) }
    if let end = app.submission.waitUntil {
      content.line("\(WaitText.length(until: end, now: now)) left.", at: 4)
    } else if app.isWaitOver {
      content.line("The wait is over; try again.", at: 4)
    }
    content.line()
  }

  /// The question of a page with the report and the error summary, if there are any.
  func addHeading(
    _ question: String, hint: String? = nil, isClose: Bool = false, to content: inout Content
  ) {
    addReport(to: &content)
    if !app.form.problems.isEmpty {
      let isRefused = app.form.problems.contains(where: \.isFromAPI)
      content.line(
        isRefused ? "Not created. There is a problem" : "There is a problem", style: .error)
      for (index, problem) in app.form.problems.enumerated() { add(problem, index, to: &content) }
      content.line()
      content.pinHead()
    }
    content.paragraph(question, style: .strong)
    // Problems come first.
    if let hint, app.form.problems.isEmpty { content.paragraph(hint) }
    if !isClose { content.line() }
  }

  private func add(_ problem: Problem, _ index: Int, to content: inout Content) {
    let start = content.lines.count
    let isFocused = focus == .problem(index)
    let number = index < 9 ? "\(index + 1)" : "-"
    let lines = TextLayout.folded(problem.entry(in: app.form.draft), to: content.columns - 8)
    for (offset, text) in lines.enumerated() {
      content.line(offset == 0 ? "\(isFocused ? ">" : " ") \(number). " : "", at: 2, style: .error)
      content.append(text, at: 7, style: .error)
      if isFocused, offset == 0 { content.placeCursor(at: 2) }
    }
    if isFocused { content.focusLines(from: start) }
  }

  private func add(
    _ field: FieldDescriptor, listRows: Int, to content: inout Content
  ) {
    let start = content.lines.count
    let isFocused = focus == control(of: field)
    let asking = app.asking(of: field)
    switch asking {
    case .text:
      addTextLine(
        field.label, isFocused ? app.form.draft[field.id] : app.form.draft.shown(field),
        isFocused: isFocused, whenEmpty: emptyWords(field), to: &content)
    case .naming:
      addTextLine(
        FieldHelp.networkName.label, app.form.newNetworkName, isFocused: isFocused, to: &content)
    case .secret: addSecret(field, isFocused: isFocused, to: &content)
    case .choices(let list):
      if isFocused {
        addList(field, list, rows: listRows, to: &content)
      } else {
        addChosen(field, list, to: &content)
      }
    case .loading:
      addLabel(field.label, isFocused: isFocused, to: &content)
      content.append("Loading ...\(elapsed)  (\(loadingWords))", at: Self.valueColumn)
    case .failed(let report):
      addLabel(field.label, isFocused: isFocused, to: &content)
      let words = FailureReport(report)
      content.append(words.title, at: Self.valueColumn, style: .error)
      for line in words.lines { content.paragraph(line, at: Self.valueColumn) }
    case .nothing(let lack):
      addLabel(field.label, isFocused: isFocused, to: &content)
      addWords(lack.sentence, to: &content)
    }
    addFindings(of: field, to: &content)
    if field.choices == .bandwidths { content.paragraph("(\(PriceList.remark))", at: 8) }
    if isFocused { content.focusLines(from: start) }
    guard field.secrecy != .unseen else { return }
    addButtons(app.actions(for: field, asked: asking), at: Self.valueColumn, to: &content)
  }

  func addWords(_ words: String, to content: inout Content) {
    let lines = TextLayout.folded(words, to: content.columns - Self.valueColumn - 1)
    for (index, text) in lines.enumerated() {
      if index > 0 { content.line() }
      content.append(text, at: Self.valueColumn, style: .warning)
    }
  }

  private func emptyWords(_ field: FieldDescriptor) -> String {
    switch field.presence {
    case .required: "(required)"
    case .optional(let words): "(\(words))"
    }
  }

  func addLabel(_ label: String, isFocused: Bool, to content: inout Content) {
    // The mark and the cursor are enough: another style would be written twice for every step.
    content.line(isFocused ? ">" : "", at: 2)
    content.append(label, at: Self.labelColumn)
    if isFocused { content.placeCursor(at: Self.valueColumn) }
  }

  /// A line to type in, scrolled sideways to keep the cursor in view.
  func addTextLine(
    _ label: String, _ text: String, isFocused: Bool, whenEmpty: String = "",
    to content: inout Content
  ) {
    addLabel(label, isFocused: isFocused, to: &content)
    guard !text.isEmpty else {
      content.append(whenEmpty, at: Self.valueColumn)
      return
    }
    let room = content.columns - Self.valueColumn - 2
    guard isFocused else {
      content.appendAnswer(DisplayText.visible(text), at: Self.valueColumn)
      return
    }
    let editor = TextEditor(text, cursor: cursor)
    var before = DisplayText.visible(String(editor.beforeCursor))
    let after = DisplayText.visible(String(editor.afterCursor))
    // `<` stands for the part out of view on the left, as elsewhere `~` does for a cut end.
    if TextLayout.width(of: before) > room - 1 {
      before = "<" + TextLayout.suffix(before, columns: room - 2)
    }
    let shown = TextLayout.prefix(before + after, columns: room)
    content.append(shown, at: Self.valueColumn)
    content.placeCursor(at: Self.valueColumn + TextLayout.width(of: before))
  }

  private func addSecret(_ field: FieldDescriptor, isFocused: Bool, to content: inout Content) {
    let text = app.form.draft[field.id]
    let start = content.lines.count
    let generate = PageAction.generate(field.id)
    if revealed.contains(field.id) {
      addTextLine(field.label, text, isFocused: isFocused, to: &content)
      // A key that is shown is shown whole.
      let room = content.columns - Self.valueColumn - Self.besideSecret - 2
      if TextLayout.width(of: DisplayText.visible(text)) > room { content.line() }
    } else {
      addMasked(field.label, text, isFocused: isFocused, whenEmpty: emptyWords(field), to: &content)
    }
    // On the same line, if possible: with a secondary circuit, every row counts.
    append(generate, at: content.columns - width(of: generate) - 2, to: &content)
    if focus == .button(generate) { content.focusLines(from: start) }
  }

  /// A line to type in unseen: asterisks with a count.
  func addMasked(
    _ label: String, _ text: String, isFocused: Bool, whenEmpty: String = "",
    to content: inout Content
  ) {
    addLabel(label, isFocused: isFocused, to: &content)
    guard !text.isEmpty else {
      content.append(whenEmpty, at: Self.valueColumn)
      return
    }
    let count = text.count
    let whole = " (\(MaskedText.characters(count)))"
    // The count may be cut short, but not left out.
    let room = content.columns - Self.valueColumn - Self.besideSecret - 2
    let words = whole.count <= room ? whole : " (\(count))"
    let dots = min(count, max(1, content.columns - Self.valueColumn - words.count - 22))
    content.append(String(repeating: "*", count: dots) + words, at: Self.valueColumn)
    if isFocused { content.placeCursor(at: Self.valueColumn + min(cursor, dots)) }
  }

  private func addFindings(of field: FieldDescriptor, to content: inout Content) {
    for finding in app.shownFindings(for: field) {
      content.paragraph(
        "\(finding.word): \(finding.sentence)", at: Self.valueColumn,
        style: finding.isBlocking ? .error : .warning)
    }
  }

  /// The buttons of the whole page, which stay in view.
  func addLastButtons(_ buttons: [PageAction], to content: inout Content) {
    let start = content.lines.count
    addButtons(buttons, to: &content)
    content.pin(from: start)
  }

  /// Buttons on a line of their own.
  func addButtons(_ buttons: [PageAction], at start: Int = 4, to content: inout Content) {
    guard !buttons.isEmpty else { return }
    content.line()
    lay(buttons, from: start, in: &content)
  }

  /// Buttons beside the text of the last line, or under it if they don't fit.
  func addButtons(_ buttons: [PageAction], besides text: String, to content: inout Content) {
    let start = 4 + TextLayout.width(of: text)
    let width = buttons.reduce(0) { $0 + self.width(of: $1) }
    guard start + width < content.textColumns else { return addButtons(buttons, to: &content) }
    lay(buttons, from: start, in: &content)
  }

  /// Lays buttons side by side on the last line, and on more where they don't fit.
  private func lay(_ buttons: [PageAction], from start: Int, in content: inout Content) {
    var column = start
    for button in buttons {
      let width = width(of: button)
      if column > start, column + width > content.columns {
        content.line()
        column = start
      }
      append(button, at: column, to: &content)
      column += width
    }
  }

  /// The columns of a button with its mark, its brackets and the blank after it.
  private func width(of button: PageAction) -> Int { TextLayout.width(of: button.title) + 6 }

  private func append(_ button: PageAction, at column: Int, to content: inout Content) {
    let isFocused = focus == .button(button)
    content.append(
      (isFocused ? ">[ " : " [ ") + button.title + " ]", at: column,
      style: isFocused ? .focused : .plain)
    guard isFocused else { return }
    content.placeCursor(at: column + 3)
    content.focusLines(from: content.lines.count - 1)
  }
}
