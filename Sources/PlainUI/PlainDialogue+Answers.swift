internal import Presentation
internal import CrossConnect
internal import Flows

extension PlainDialogue {
  /// Handles an answer to the prompt; a caution ends, unless the answer repeats it.
  mutating func answer(_ typed: String) -> [Effect] {
    let caution = app.caution
    let effects = answered(typed)
    return caution != nil && app.caution == caution ? effects + record(.stayed) : effects
  }

  private mutating func answered(_ typed: String) -> [Effect] {
    guard AnswerLength.fits(typed) else {
      sayError(AnswerLength.refusal(of: typed))
      return []
    }
    let line = PlainLine(typed)
    switch (line, question) {
    case (.leave, _): return leave()
    case (.discard, _): return leave(.discardConfirmed)
    case (.help, _):
      sayHelp()
      return []
    case (.allHelp, _):
      sayAllHelp()
      return []
    case (.again, _):
      isNew = true
      return []
    case (_, .draft): return answerOffer(line.asWord)
    case (_, .apiKey): return answerKey(line)
    case (_, .networkName): return answerNetworkName(line)
    case (_, .review): return answerReview(line.asWord)
    case (_, .outcomeUnknown): return answerUnknown(line.asWord)
    case (_, .result): return answerResult(line.asWord)
    case (_, .address(let field)): return answerAddress(line, of: field)
    case (_, .addresses): return answerAddresses(line.asWord)
    case (_, .deletionName): return answerDeletion(line)
    case (_, .inventory): return answerInventory(line.asText)
    case (_, .sending): return []
    case (.back, .field): return goBack()
    case (.onward, .field): return goOn()
    case (_, .field(let id)):
      guard let field = app.form.draft.field(id) else { return [] }
      return answer(line, typed, to: field)
    }
  }

  private mutating func answer(
    _ line: PlainLine, _ typed: String, to field: FieldDescriptor
  ) -> [Effect] {
    if case .text(let text) = line, let effects = act(on: text.lowercased(), at: field) {
      return effects
    }
    switch (line, app.asking(of: field)) {
    case (.clear, .choices(let list)) where pager?.filter.isEmpty == false:
      return setFilter("", in: list)
    case (.clear, _): return clear(field)
    case (.empty, .text), (.empty, .secret):
      guard !isRefused(field) else {
        sayError("this answer was refused; enter another, or ! to clear it.")
        return []
      }
      return take(app.form.draft[field.id], for: field)
    case (.text(let text), .text), (.verbatim(let text), .text): return take(text, for: field)
    case (.text, .secret): return takeSecret(typed, for: field)
    case (.verbatim, .secret): return takeKey(String(typed.dropFirst()), for: field)
    case (_, .choices(let list)) where !list.choices.isEmpty:
      return choose(line, from: list, for: field)
    case (.empty, _): return send(.choices(.reloadPressed))
    default:
      sayError("enter nothing to ask again, or one of the words named.")
      return []
    }
  }

  /// Does what a word of the question says.
  private mutating func act(on word: String, at field: FieldDescriptor) -> [Effect]? {
    if let event = eventOfPage(for: word) { return send(event) }
    if ["reload", "retry"].contains(word), field.choices != nil {
      return send(.choices(.reloadPressed))
    }
    guard let event = words(for: field).first(where: { $0.word == word })?.event else { return nil }
    let effects = send(event)
    turn(to: field.id)
    return effects
  }

  /// The event of a word that belongs to the page, not to the question.
  func eventOfPage(for word: String) -> App.Event? {
    (app.leading + app.everywhere).first { $0.word == word }?.event
  }

  private mutating func clear(_ field: FieldDescriptor) -> [Effect] {
    let effects = send(.form(.answerEdited(field.id, "")))
    say("Cleared: \(field.label).")
    return effects
  }

  /// Takes an answer, unless it has a blocking problem that only this question can put right.
  private mutating func take(_ text: String, for field: FieldDescriptor) -> [Effect] {
    var effects = send(.form(.answerEdited(field.id, text))) + send(.form(.fieldLeft(field.id)))
    let findings = app.problems(of: field).map(\.finding)
    let blocking = findings.filter(\.isBlocking)
    guard blocking.isEmpty else {
      for finding in blocking { say(finding) }
      return effects
    }
    for finding in findings { say(finding) }
    effects += advance(from: field.id)
    return effects
  }

  private mutating func takeSecret(
    _ text: String, for field: FieldDescriptor
  ) -> [Effect] {
    switch text.trimmed.lowercased() {
    case "show":
      let key = app.form.draft[field.id]
      say(key.isEmpty ? "There is no key yet." : "\(field.label): \(key)")
      return []
    case "generate":
      let effects = send(.form(.generateKeyPressed(field.id)))
      if awaitedKey == nil { say("A key is there already; generate again replaces it.") }
      return effects
    default: return takeKey(text, for: field)
    }
  }

  /// Takes a key with every blank as typed; the checks name one that can't be in it.
  private mutating func takeKey(_ text: String, for field: FieldDescriptor) -> [Effect] {
    say("Received \(text.count) \(text.count == 1 ? "character" : "characters").")
    return take(text, for: field)
  }

  // MARK: Choosing

  private mutating func choose(
    _ line: PlainLine, from list: ChoiceList, for field: FieldDescriptor
  ) -> [Effect] {
    let pager = self.pager ?? ChoicePager(list)
    self.pager = pager
    if case .verbatim(let text) = line {
      return choose(pager, text, isName: pager.pick(text, isName: true) != .nothing, for: field)
    }
    guard case .text(let text) = line else {
      guard let choice = standingChoice(of: field)?.choice else {
        sayError(
          isRefused(field)
            ? "this answer was refused; choose another."
            : "no entry here can be chosen.")
        return []
      }
      return choose(choice, for: field)
    }
    if text.hasPrefix("/") { return setFilter(text.dropFirst().trimmed, in: list) }
    if text.lowercased() == "more", pager.hasMore {
      self.pager?.turn()
      sayPage()
      return []
    }
    return choose(pager, text, isName: false, for: field)
  }

  /// Chooses what a text names; otherwise what a part of it names.
  private mutating func choose(
    _ pager: ChoicePager, _ text: String, isName: Bool, for field: FieldDescriptor
  ) -> [Effect] {
    let reading = TypedText.Reading.code {
      $0 == text ? pager.pick(text, isName: isName) != .nothing : pager.names($0)
    }
    let typed = TypedText(text, reading, keepsOthers: true)
    if let note = typed.note { say(.notes(note)) }
    switch pager.pick(typed.value, isName: isName) {
    case .choice(let choice): return choose(choice, for: field)
    case .outOfRange: sayError("enter a number from 1 to \(pager.matches.count).")
    case .nothing:
      sayError("nothing here begins with \"\(text)\"; /\(text) looks inside the names.")
    case .several(let found):
      let names = found.prefix(3).map(\.title).joined(separator: ", ")
      sayError("\(found.count) begin with \"\(text)\": \(names)\(found.count > 3 ? ", ..." : "").")
    }
    return []
  }

  private mutating func choose(_ choice: Choice, for field: FieldDescriptor) -> [Effect] {
    guard choice.obstacle == nil else {
      sayError(choice.obstacle?.finding.sentence ?? "")
      return []
    }
    let effects =
      send(.form(.picked(field.id, choice.value, filter: pager?.filter ?? "")))
      + send(.form(.fieldLeft(field.id)))
    say("\(field.label): \(choice.title)")
    return effects + advance(fromList: field.id)
  }

  private mutating func setFilter(_ text: String, in list: ChoiceList) -> [Effect] {
    var pager = ChoicePager(list)
    let filter = PastedFilter(text, in: list)
    if let note = filter.note { say(.notes(note)) }
    guard pager.setFilter(filter.text, in: list) else {
      sayError("nothing fits \"\(text)\"; the list is unchanged.")
      return []
    }
    self.pager = pager
    sayPage()
    return []
  }

  // MARK: Other questions

  private mutating func answerKey(_ line: PlainLine) -> [Effect] {
    switch line {
    case .verbatim(let text):
      say("Received \(text.count) characters.")
      return send(.session(.keyEntered(Secret(text))))
    case .text(let text) where action(for: text) == .demo:
      return send(.session(.demoChosen))
    case .text(let text):
      say("Received \(text.count) characters.")
      return send(.session(.keyEntered(Secret(text))))
    case .empty: return send(.session(.keyEntered(Secret(""))))
    default:
      sayError("enter an API key; q leaves.")
      return []
    }
  }

  private mutating func answerNetworkName(_ line: PlainLine) -> [Effect] {
    switch line {
    case .back: return goBack()
    case .onward: return goOn()
    case .clear: return send(.form(.networkNameEdited("")))
    case .text(let text) where text.lowercased() == "pick": return goBack()
    case .text(let text) where eventOfPage(for: text.lowercased()) != nil:
      return eventOfPage(for: text.lowercased()).map { send($0) } ?? []
    case .text(let text), .verbatim(let text):
      return send(.form(.networkNameEdited(text))) + createNetwork()
    default: return createNetwork()
    }
  }

  private mutating func createNetwork() -> [Effect] {
    let effects = send(.form(.createNetworkPressed))
    for problem in app.form.problems where effects.isEmpty { sayError(problem.sentence) }
    return effects
  }
}
