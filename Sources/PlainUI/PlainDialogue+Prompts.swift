internal import CrossConnect
internal import Flows
internal import Presentation

extension PlainDialogue {
  /// Puts the question in full: its heading, its choices, what there is to say about its answer.
  mutating func present() {
    switch question {
    case .draft: presentOffer()
    case .apiKey:
      say("")
      say(
        app.hasPlaceToReturnTo
          ? "Enter another API key; your answers are kept, and you come back to them."
          : "An API key is needed to ask Telnyx for networks and coverage.")
      say("\(app.session.destination.sentence) The key is typed unseen.")
    case .networkName:
      say("The new network is created at once; the cross connect is ordered later.")
    case .field(let id):
      if let field = app.form.draft.field(id) { present(field) }
    case .review: presentReview()
    case .outcomeUnknown, .sending: break
    case .result: presentResult()
    }
  }

  private mutating func present(_ field: FieldDescriptor) {
    switch app.asking(of: field) {
    case .choices(let list): present(list, of: field)
    case .failed(let report):
      let report = FailureReport(report)
      say(field.label)
      sayError(report.title + ".")
      sayLines(of: report)
      sayWords(of: field)
    case .nothing(let lack):
      say(field.label)
      sayWarning(lack.sentence)
      sayWords(of: field)
    case .loading: sayError("\(field.label): the choices are not loaded.")
    case .secret:
      let show = app.form.draft[field.id].isEmpty ? "" : ", show shows it"
      say("\(field.label): typed unseen; generate makes one\(show).")
    case .text: break
    }
    for finding in app.shownFindings(for: field) { say(finding) }
  }

  private mutating func present(_ list: ChoiceList, of field: FieldDescriptor) {
    say(field.label)
    guard !list.choices.isEmpty else {
      sayWarning("There is nothing to choose from here.")
      sayWords(of: field)
      return
    }
    var pager = pager ?? ChoicePager(list)
    pager.rewind()
    self.pager = pager
    sayPage()
    if case .failed(let report) = list.rest {
      let report = FailureReport(report)
      sayWarning(([report.title + "."] + report.lines).joined(separator: " "))
    }
    if let remark = list.remark { sayWarning(remark) }
    sayWords(of: field)
    if field.choices == .bandwidths { say("(\(PriceList.remark))", indent: 2, hanging: 0) }
  }

  /// Says what can be done beside choosing.
  private mutating func sayWords(of field: FieldDescriptor) {
    let words = words(for: field)
    guard !words.isEmpty else { return }
    say(words.map { "\($0.word) \($0.does)" }.joined(separator: ", ") + ".", indent: 2, hanging: 0)
  }

  /// Reads out the rows of the list's page.
  mutating func sayPage() {
    guard let pager else { return }
    for (number, choice) in pager.page {
      let label = "\(number). "
      say(
        label + choice.columns.filter { !$0.isEmpty }.joined(separator: ", "), indent: 2,
        hanging: label.count)
    }
    guard let last = pager.page.last?.number, pager.hasMore || last > ChoicePager.rows else {
      return
    }
    let rest = pager.hasMore ? "more shows the next, /text filters" : "that was all"
    say("(\(last) of \(pager.matches.count); \(rest))", indent: 2)
  }

  /// What is asked for, with the default and the signs that mean something here.
  mutating func makePrompt() -> PlainPrompt {
    switch question {
    case .draft: return prompt(["Enter to resume it", "later", "discard", "? help", "q leave"])
    case .apiKey:
      let demo = app.hasPlaceToReturnTo ? [] : ["demo for practice"]
      return prompt(
        ["Telnyx API key"] + demo + ["? help", "q leave"], isSecret: true)
    case .networkName:
      let standing = standing(app.form.newNetworkName)
      return prompt(["New network's name"] + standing + ["< back", "? help"])
    case .field(let id):
      guard let field = app.form.draft.field(id) else { return prompt(["? help", "q leave"]) }
      return prompt(for: field)
    case .review:
      return prompt([
        "Type create", "a number to change", "r for the request", "< back", "? help",
      ])
    case .sending: return prompt(["stop to stop waiting"])
    case .outcomeUnknown: return unknownPrompt()
    case .result: return resultPrompt()
    }
  }

  private mutating func prompt(for field: FieldDescriptor) -> PlainPrompt {
    let back = app.step == .network && field.id == .network && app.form.networkEntry == .pick
    let signs = (back ? [] : ["< back"]) + ["? help"]
    switch app.asking(of: field) {
    case .text:
      let list = words(for: field).map { "\($0.word) \($0.does)" }
      return prompt([field.label] + standing(for: field) + list + signs)
    case .secret:
      return prompt(
        [field.label] + standing(for: field) + signs, isSecret: true)
    case .choices(let list) where !list.choices.isEmpty:
      let more = pager?.hasMore == true ? ["more"] : []
      let filter = pager.map { $0.filter.isEmpty ? [] : ["/ for all"] } ?? []
      return prompt(
        ["Number"] + standingWords(of: field) + more + filter + words(for: field).map(\.word)
          + signs)
    case .choices, .failed, .nothing, .loading:
      return prompt(
        ["Enter to ask again"] + words(for: field).map(\.word) + signs)
    }
  }

  /// Whether the answer that is there was refused, here or by the API: Enter would only repeat it.
  func isRefused(_ field: FieldDescriptor) -> Bool {
    guard !app.form.draft[field.id].isEmpty else { return false }
    return app.problems(of: field).contains(where: \.isBlocking)
      || app.form.problems.contains { $0.field == field.id && $0.isBlocking }
  }

  private func standing(for field: FieldDescriptor) -> [String] {
    guard !isRefused(field) else { return [] }
    let answer = app.form.draft.value(of: field)
    guard answer.isEmpty else {
      guard field.secrecy != .unseen else {
        return ["Enter for the \(answer.count) characters given"]
      }
      return standing(app.shownValue(of: field))
    }
    switch field.presence {
    case .required: return []
    case .optional(let words): return ["Enter for none (\(words))"]
    }
  }

  private func standing(_ answer: String) -> [String] {
    answer.isEmpty ? [] : ["Enter for \(answer)"]
  }

  /// The choice that Enter takes, if it takes one.
  func standingChoice(of field: FieldDescriptor) -> (number: Int, choice: Choice)? {
    isRefused(field) ? nil : pager?.standing(answer: app.form.draft[field.id])
  }

  private func standingWords(of field: FieldDescriptor) -> [String] {
    guard let (number, choice) = standingChoice(of: field) else { return [] }
    return ["Enter for \(number) (\(TextLayout.truncated(choice.title, to: 30)))"]
  }

  /// A word that does something else than answer.
  struct Word: Hashable {
    let word: String
    let does: String
  }

  /// The words that do something at a question.
  func words(for field: FieldDescriptor) -> [Word] {
    let new = Word(word: "new", does: "creates a network")
    let hand = Word(word: "id", does: "lets you type it")
    let list = Word(word: "list", does: "to choose")
    let reload = Word(word: "reload", does: "asks the API again")
    switch (field.id, app.asking(of: field)) {
    case (.network, .text), (.telnyxRegion, .text): return [list]
    case (.network, .choices(let list)): return [new, hand] + (list.isCutShort ? [reload] : [])
    case (.network, _): return [new, hand]
    case (_, .failed), (_, .nothing), (_, .loading): return [hand]
    case (_, .choices(let list)):
      return list.isCutShort ? [hand, reload] : list.choices.isEmpty ? [hand] : []
    default: return []
    }
  }
}
