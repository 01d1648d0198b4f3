internal import CrossConnect
internal import Flows
internal import Presentation

extension PlainDialogue {
  /// Asks the question in full: its heading, its choices, and the findings about its answer.
  mutating func present() {
    switch question {
    case .draft: presentOffer()
    case .apiKey:
      say("")
      say(SignInPage.blocks(of: app))
      say("The key is typed unseen.")
    case .networkName:
      say("The new network is created at once; the cross connect is ordered later.")
    case .field(let id):
      if let field = app.form.draft.field(id) { present(field) }
    case .review: presentReview()
    case .outcomeUnknown, .sending: break
    case .result: presentResult()
    case .inventory: presentInventory()
    case .addresses: presentAddresses()
    case .address, .deletionName: break
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
    case .text, .naming: break
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
    if let omission = list.omission { sayWarning(omission.sentence) }
    sayWords(of: field)
    if field.choices == .bandwidths { say("(\(PriceList.remark))", indent: 2, hanging: 0) }
  }

  /// Says what the person can do besides choosing.
  private mutating func sayWords(of field: FieldDescriptor) {
    let words = words(for: field)
    guard !words.isEmpty else { return }
    say(words.compactMap(\.phrase).joined(separator: ", ") + ".", indent: 2, hanging: 0)
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

  /// The prompt, with the default and the words that mean something here.
  mutating func makePrompt() -> PlainPrompt {
    switch question {
    case .draft:
      let others = [PageAction.leaveFound, .discardFound].compactMap(\.word)
      return prompt(["Enter to resume it"] + others + ["? help", "q leave"])
    case .apiKey:
      return prompt(
        ["Telnyx API key"] + app.actions.compactMap(\.phrase) + ["? help", "q leave"],
        isSecret: true)
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
    case .sending: return prompt(app.actions.compactMap(\.phrase))
    case .outcomeUnknown: return unknownPrompt()
    case .result: return resultPrompt()
    case .inventory: return inventoryPrompt()
    case .address(let field):
      let label = app.connection.map { AddressSheet.label(of: field, in: $0) } ?? ""
      let standing = standing(standingAddress(of: field) ?? "")
      return prompt([label] + standing + ["< back", "? help"])
    case .addresses:
      return prompt(
        [PageAction.confirmSheet(.addresses).phrase ?? "", "< back", "? help", "q leave"])
    case .deletionName: return prompt(["Name to delete it", "Enter to go back"])
    }
  }

  private mutating func prompt(for field: FieldDescriptor) -> PlainPrompt {
    let isFirst = app.step.map { app.form.draft.fields(in: $0).first?.id == field.id } ?? false
    let isStart = isFirst && !app.canGoBack && app.form.returnsToList == nil
    let signs = (isStart ? [] : ["< back"]) + ["? help"]
    switch app.asking(of: field) {
    case .text, .naming:
      let list = words(for: field).compactMap(\.phrase)
      return prompt([field.label] + standing(for: field) + list + signs)
    case .secret:
      return prompt(
        [field.label] + standing(for: field) + signs, isSecret: true)
    case .choices(let list) where !list.choices.isEmpty:
      let more = pager?.hasMore == true ? ["more"] : []
      let filter = pager.map { $0.filter.isEmpty ? [] : ["/ for all"] } ?? []
      return prompt(
        ["Number"] + standingWords(of: field) + more + filter + words(for: field).compactMap(\.word)
          + signs)
    case .choices, .failed, .nothing, .loading:
      return prompt(
        ["Enter to ask again"] + words(for: field).compactMap(\.word) + signs)
    }
  }

  /// Whether the present answer was refused, here or by the API: then Enter would only repeat it.
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

  /// The choice that Enter takes; `nil` if it takes none.
  func standingChoice(of field: FieldDescriptor) -> (number: Int, choice: Choice)? {
    isRefused(field) ? nil : pager?.standing(answer: app.form.draft[field.id])
  }

  private func standingWords(of field: FieldDescriptor) -> [String] {
    guard let (number, choice) = standingChoice(of: field) else { return [] }
    return ["Enter for \(number) (\(TextLayout.truncated(choice.title, to: 30)))"]
  }

  /// The actions of a question that have a word.
  func words(for field: FieldDescriptor) -> [PageAction] {
    let actions = app.actions(for: field).filter { $0 != .retry && $0 != .generate(field.id) }
    guard case .choices(let list) = app.asking(of: field), list.isCutShort else {
      // Enter asks again, if nothing else can be done.
      return actions.filter { $0.word != nil }
    }
    return actions + [.retry]
  }

  /// The page's action for a word, if there is one.
  func action(for word: String) -> PageAction? {
    let actions = app.actions
    let begun = actions.filter { $0.word?.split(separator: " ").first == word.lowercased()[...] }
    return actions.first { $0.word == word.lowercased() } ?? (begun.count == 1 ? begun[0] : nil)
  }
}
