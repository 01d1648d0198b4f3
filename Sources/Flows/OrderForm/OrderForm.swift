public import CrossConnect
public import TelnyxAPI

/// The answers to an order, page by page, and their problems.
public struct OrderForm: Hashable, Sendable {
  /// What can happen to it.
  public enum Event: Hashable, Sendable {
    case answerEdited(FieldID, String)
    /// An answer was picked from a list, narrowed by this filter.
    case picked(FieldID, String, filter: String)
    /// The choices have changed, or something that they depend on.
    case choicesChanged(Choices)
    /// A text was pasted whole: it may answer several questions.
    case pasted(FieldID)
    case fieldLeft(FieldID)
    case entryChanged(FieldID, Entry)
    case networkNameEdited(String)
    case createNetworkPressed
    case networkCreated(Result<Network, APIFailure>)
    case generateKeyPressed(FieldID)
    case keyGenerated(FieldID, Secret)
    case nextPressed
    case backPressed
    /// To change answers, and come straight back to the review.
    case changeRequested(Step)
    /// To order what the review shows.
    case submitPressed
    /// The API refused the order, and named answers.
    case refused(status: Int, [APIError])
    /// Coverage has come.
    case coverageCame
    case resumed(DraftProgress)
    /// To order another like this one.
    case resembles(VirtualCrossConnect)
    /// An order of an earlier run is back on the review, to be sent again.
    case reopened
    /// All answers come at once, from a command line or a file.
    case filled(Draft)
    /// The answers of the last order, to begin with.
    case remembered(Draft)
    /// Answers to requests with another key are not waited for any more.
    case accountChanged
  }

  /// The answers.
  public private(set) var draft = Draft()
  /// The page that the person is on.
  public private(set) var step = Step.network
  /// The entries of the error summary, in its order.
  public private(set) var problems: [Problem] = []
  /// How the person answers the question for the network.
  public private(set) var networkEntry = Entry.pick
  /// How the person answers the questions that coverage has choices for.
  public private(set) var coverageEntry = Entry.pick
  /// The name typed for a new network.
  public private(set) var newNetworkName = ""
  /// Whether a network is being created.
  public private(set) var isCreatingNetwork = false
  /// Where answers come from that nobody gave to their questions.
  public private(set) var origins: [FieldID: AnswerOrigin] = [:]
  /// The keys that are being made.
  private var awaitedKeys: Set<FieldID> = []
  /// The keys that the program made, and that the person may never have seen.
  private(set) var generatedKeys: Set<FieldID> = []
  /// The answers that a draft could not restore.
  private(set) var answersToRepeat: Set<Draft.AnswerKey> = []
  private var fieldsLeft: Set<FieldID> = []
  private var returnsToReview = false

  /// Handles an event, and returns what comes of it.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - coverage: All of the coverage, once it is here.
  /// - Returns: What comes of it.
  mutating func update(_ event: Event, coverage: Coverage?) -> Reaction {
    switch event {
    case .answerEdited(let id, let text):
      return answer(id, text, coverage)
    case .picked(let id, let value, let filter):
      let reaction = answer(id, value, coverage)
      if draft.field(id)?.choices == .locations { preselect(filter, coverage) }
      return reaction
    case .choicesChanged(let choices):
      answerLoneChoices(choices)
    case .pasted(let id):
      return takeApart(id, coverage)
    case .fieldLeft(let id):
      fieldsLeft.insert(id)
      return takeApart(id, coverage)
    case .entryChanged(let id, let entry):
      if draft.field(id)?.choices == .networks {
        networkEntry = entry
      } else {
        coverageEntry = entry
      }
      problems = []
    case .networkNameEdited(let name):
      guard AnswerLength.fits(name) else { break }
      newNetworkName = name
      if !name.trimmed.isEmpty { problems.removeAll { $0.field == .network } }
    case .createNetworkPressed:
      return createNetwork()
    case .networkCreated(let result):
      return networkCreated(result, coverage)
    case .generateKeyPressed(let id):
      awaitedKeys.insert(id)
      return [.generateKey(id)]
    case .keyGenerated(let id, let key):
      awaitedKeys.remove(id)
      edit(id, key.revealed, coverage)
      generatedKeys.insert(id)
    case .nextPressed:
      return goForward(coverage)
    case .backPressed:
      return goBack()
    case .changeRequested(let step):
      // The API's errors stay at their fields; all others are found again on the way.
      problems = problems.filter(\.isFromAPI)
      returnsToReview = true
      self.step = step
    case .submitPressed:
      return submit(coverage)
    case .refused(let status, let errors):
      return refused(status, errors)
    case .coverageCame:
      coverageEntry = .pick
    case .resumed(let progress):
      return resume(progress)
    case .resembles(let connect):
      fill(Draft(resembling: connect), at: .network)
      return makeKeys()
    case .reopened:
      return makeKeys()
    case .remembered(let last):
      return remember(last)
    case .filled(let draft):
      fill(draft, at: .review)
    case .accountChanged:
      isCreatingNetwork = false
    }
    return []
  }

  // MARK: Answering

  /// Takes an answer that the person gave to a question.
  private mutating func answer(_ id: FieldID, _ text: String, _ coverage: Coverage?) -> Reaction {
    generatedKeys.remove(id)
    origins[id] = nil
    edit(id, text, coverage)
    return text == SharedFields.generated ? makeKeys() : []
  }

  /// Has the keys made that the answers ask for, and that are not there.
  private mutating func makeKeys() -> Reaction {
    let keys = draft.keysToGenerate.filter { draft[$0].isEmpty }
    for key in keys {
      awaitedKeys.insert(key)
      answersToRepeat.remove(draft.key(for: key))
    }
    return Reaction(keys.map { .generateKey($0) })
  }

  /// Gives each part of a text that answers several questions to its own question.
  private mutating func takeApart(_ id: FieldID, _ coverage: Coverage?) -> Reaction {
    guard let field = draft.field(id) else { return [] }
    let parts = field.parts(draft[id]).filter { draft.field($0.field) != nil }
    guard parts.count > 1 else { return [] }
    for part in parts { edit(part.field, part.text, coverage) }
    return .happened(.takenApart(parts.map(\.field)))
  }

  /// Answers the questions with only one choice, and clears such an answer once that has changed.
  private mutating func answerLoneChoices(_ choices: Choices) {
    // An answer can open the next question of its page.
    var ids = draft.fields(in: step).map(\.id)
    while !ids.isEmpty {
      let id = ids.removeFirst()
      guard let field = draft.field(id), field.choices != nil,
        // An answer that the person has cleared stays empty.
        draft.answers[draft.key(for: id)] == nil
          || [.onlyChoice, .lastOrder].contains(origins[id]),
        case .choices(let list) = asking(of: field, from: choices), list.rest == .nothing
      else { continue }
      let isStale = !draft[id].isEmpty && list.choice(draft[id]) == nil
      guard let lone = list.lone, !lone.value.isEmpty else {
        if isStale {
          edit(id, "", choices.coverage.whole)
        } else if origins[id] == .onlyChoice {
          origins[id] = nil
        }
        continue
      }
      guard draft[id] != lone.value else { continue }
      edit(id, lone.value, choices.coverage.whole)
      origins[id] = .onlyChoice
      ids = draft.fields(in: step).drop { $0.id != id }.dropFirst().map(\.id)
    }
  }

  /// Chooses the cloud region that was typed to find a Telnyx region.
  ///
  /// If the Telnyx region itself has the words, they may have meant that, and nothing is chosen. An
  /// earlier choice stays.
  private mutating func preselect(_ filter: String, _ coverage: Coverage?) {
    let wanted = filter.trimmed.lowercased()
    guard let coverage, !wanted.isEmpty else { return }
    let code = draft[.telnyxRegion]
    let names = coverage.sites(of: code).flatMap { [$0.code, $0.name, $0.pop, $0.area, $0.site] }
    guard !names.contains(where: { $0.lowercased().contains(wanted) }) else { return }
    let rows = coverage.rows(from: code).filter { $0.cloudRegion.lowercased() == wanted }
    guard let row = rows.first, rows.allSatisfy({ $0.provider == row.provider }) else { return }
    if draft.provider == nil || origins[.cloudProvider] != nil {
      edit(.cloudProvider, row.provider.rawValue, coverage)
      origins[.cloudProvider] = .regionFilter
    }
    guard draft.provider == row.provider,
      draft[.cloudRegion].isEmpty || origins[.cloudRegion] != nil
    else { return }
    edit(.cloudRegion, row.cloudRegion, coverage)
    origins[.cloudRegion] = .regionFilter
  }

  /// The next question after an answer was picked from a list; `nil` if the next page follows.
  ///
  /// After a page's last list, a question that Telnyx can answer is skipped; the review shows it.
  ///
  /// - Parameters:
  ///   - id: The question that was answered.
  ///   - isAhead: Whether more keys are waiting, from somebody who can't know which questions
  ///     answer themselves.
  /// - Returns: The question.
  public func question(following id: FieldID, typedAhead isAhead: Bool) -> FieldID? {
    guard let field = draft.field(id) else { return nil }
    let rest = draft.fields(in: step).drop { $0.id != id }.dropFirst()
    if let list = rest.first(where: { $0.choices != nil && (isAhead || !hasAnsweredItself($0.id)) })
    {
      return list.id
    }
    if awaitedKeys.isEmpty, draft.problems(of: field).contains(where: \.isBlocking) {
      return rest.first { $0.circuit == field.circuit }?.id ?? rest.first?.id
    }
    return rest.first { draft.value(of: $0).isEmpty && !$0.isAssignedWhenEmpty }?.id
  }

  /// The question that a page begins with: the first that doesn't answer itself.
  public var firstQuestion: FieldID? {
    let fields = draft.fields(in: step)
    return (fields.first { !hasAnsweredItself($0.id) } ?? fields.first)?.id
  }

  /// Whether the question has answered itself.
  ///
  /// An answer of the last order doesn't count: the person still has to confirm it.
  public func hasAnsweredItself(_ id: FieldID) -> Bool {
    guard let origin = origins[id], !draft[id].isEmpty else { return false }
    return origin != .lastOrder
  }

  /// Whether the person has answered anything.
  var hasOwnAnswers: Bool {
    draft.answers.keys.contains { ![.onlyChoice, .lastOrder].contains(origins[$0.field]) }
  }

  /// Begins with the last order's place: network, region, cloud and account; the person still has
  /// to confirm each.
  private mutating func remember(_ last: Draft) -> Reaction {
    guard !hasOwnAnswers, step == .network, networkEntry == .pick, let provider = last.provider
    else { return [] }
    draft[.cloudProvider] = provider.rawValue
    origins[.cloudProvider] = .lastOrder
    let places: [FieldID] = [.network, .telnyxRegion, .cloudRegion, .primaryAccount]
    for id in places where !last[id].isEmpty {
      draft[id] = last[id]
      origins[id] = .lastOrder
    }
    return .happened(.noticed(.remembered))
  }

  private mutating func edit(_ id: FieldID, _ text: String, _ coverage: Coverage?) {
    guard draft[id] != text, AnswerLength.fits(text) else { return }
    // Another provider asks other questions, so the person goes through all that follows again.
    if id == .cloudProvider {
      returnsToReview = false
      problems.removeAll { $0.isFromAPI && $0.field?.isPerProvider == true }
    }
    let bandwidth = draft.value(.bandwidth)
    draft[id] = text
    if id == .cloudProvider { keepBandwidth(bandwidth) }
    answersToRepeat.remove(draft.key(for: id))
    recheckProblems(edited: id, coverage)
  }

  /// Keeps the bandwidth through a change of provider, if the new one asks for it and has none yet.
  ///
  /// If it isn't offered there, the page asks again and says why.
  private mutating func keepBandwidth(_ bandwidth: String) {
    guard draft.rules?.bandwidthChoice == .fromCoverage, draft[.bandwidth].isEmpty else { return }
    draft[.bandwidth] = bandwidth
  }

  /// Rechecks the problems in the summary after an edit, without new ones while the person types.
  private mutating func recheckProblems(edited id: FieldID, _ coverage: Coverage?) {
    var seen: Set<Problem> = []
    problems = problems.compactMap { shown in
      guard let field = shown.field else { return shown }
      guard let descriptor = draft.field(field) else { return nil }
      // Only the API can know its errors, so they stay until their field is edited.
      if shown.isFromAPI, field != id { return shown }
      let found = problems(of: descriptor, coverage)
      return found.contains(shown) ? shown : found.first(where: \.isBlocking)
    }.filter { seen.insert($0).inserted }
  }

  private mutating func createNetwork() -> Reaction {
    let name = TypedText(newNetworkName, .words).value
    guard !isCreatingNetwork else { return [] }
    guard !name.isEmpty else {
      problems = [Problem(field: .network, .blocks("Enter a name for the new network."))]
      return []
    }
    if let scalar = name.unicodeScalars.first(where: { String($0).hasControlCharacter }) {
      let sentence = "Take \(DisplayText.named(scalar)) out of the new network's name."
      problems = [Problem(field: .network, .blocks(sentence))]
      return []
    }
    problems = []
    isCreatingNetwork = true
    return Reaction([.createNetwork(named: name)], [.movedOn])
  }

  private mutating func networkCreated(
    _ result: Result<Network, APIFailure>, _ coverage: Coverage?
  ) -> Reaction {
    isCreatingNetwork = false
    switch result {
    case .success(let network):
      // If the person has turned to another network meanwhile, that one stays.
      if networkEntry == .create {
        networkEntry = .pick
        newNetworkName = ""
        edit(.network, network.id, coverage)
      }
      return .happened(.networkCreated(network))
    case .failure(let failure):
      return .happened(.networkNotCreated(failure))
    }
  }

  // MARK: Going about

  private mutating func goForward(_ coverage: Coverage?) -> Reaction {
    guard step != .review else { return [] }
    fieldsLeft.formUnion(draft.fields(in: step).map(\.id))
    let blockers = blocking(in: step, coverage)
    // The API's errors stay until their field is edited, or the order is sent again.
    let refusals = problems.filter(\.isFromAPI)
    problems =
      blockers + refusals.filter { refusal in !blockers.contains { $0.field == refusal.field } }
    guard blockers.isEmpty else { return [] }
    let following = Step.allCases.filter { $0 > step && $0 != .review }
    if returnsToReview,
      let unfinished = following.first(where: { !blocking(in: $0, coverage).isEmpty })
    {
      step = unfinished
      problems = blocking(in: unfinished, coverage) + refusals
    } else if returnsToReview {
      step = .review
      problems = refusals
      returnsToReview = false
    } else if let next = step.next {
      step = next
      problems = stale(in: next, coverage) + refusals
    }
    return .happened(.movedOn)
  }

  /// Whether the question asks for the name of a new network.
  public func asksForName(_ field: FieldDescriptor) -> Bool {
    field.choices == .networks && networkEntry == .create
  }

  /// The question that Back returns to its list first; `nil` if Back leaves the page at once.
  public var returnsToList: FieldID? {
    guard networkEntry != .pick else { return nil }
    return draft.fields(in: step).first { $0.choices == .networks }?.id
  }

  /// The next question of the page.
  public func question(after id: FieldID) -> FieldDescriptor? {
    draft.fields(in: step).drop { $0.id != id }.dropFirst().first
  }

  /// Whether there is a page to go back to.
  var canGoBack: Bool { returnsToReview || step.previous != nil }

  private mutating func goBack() -> Reaction {
    problems = problems.filter(\.isFromAPI)
    if returnsToReview {
      returnsToReview = false
      step = .review
    } else if let previous = step.previous {
      step = previous
    }
    return .happened(.movedOn)
  }

  // MARK: Checking

  /// The problems that keep the person on a page.
  private func blocking(in step: Step, _ coverage: Coverage?) -> [Problem] {
    guard step != .network || networkEntry != .create else {
      return [
        Problem(
          field: .network, .blocks("Create the new network first, or pick one from the list."))
      ]
    }
    return draft.fields(in: step).flatMap { problems(of: $0, coverage) }.filter { problem in
      // A key that is being made counts as there.
      problem.isBlocking && (awaitedKeys.isEmpty || !isAboutAwaitedKey(problem.field))
    }
  }

  private func isAboutAwaitedKey(_ id: FieldID?) -> Bool {
    guard let field = id.flatMap(draft.field), field.choices == .secondaryCircuit else {
      return false
    }
    return draft.keysToGenerate.contains(where: awaitedKeys.contains)
  }

  /// The problems of answers that don't fit coverage any more; the page shows them when it opens.
  private func stale(in step: Step, _ coverage: Coverage?) -> [Problem] {
    draft.fields(in: step).compactMap(check(coverage).unoffered)
  }

  /// The problems of an answer: by its own rules, by coverage, and from a draft that didn't keep
  /// it.
  func problems(of field: FieldDescriptor, _ coverage: Coverage?) -> [Problem] {
    check(coverage).problems(of: field)
      + [repetition(of: field)].compactMap { $0.map { Problem(field: field.id, $0) } }
  }

  /// Only the API can check what was typed by hand.
  private func check(_ coverage: Coverage?) -> OrderCheck {
    OrderCheck(draft, coverage: coverageEntry == .pick ? coverage : nil)
  }

  /// The reminder of an answer that no draft keeps.
  private func repetition(of field: FieldDescriptor) -> Finding? {
    guard answersToRepeat.contains(draft.key(for: field.id)), draft.value(of: field).isEmpty
    else { return nil }
    switch field.presence {
    case .required:
      return .warns("No draft keeps it; type it again.")
    case .optional(let words):
      return .warns("No draft keeps it; type it again. Empty: \(words).")
    }
  }

  /// What is shown beside a field: its problems in the summary, and its warnings once the person
  /// left it.
  func shownFindings(for field: FieldDescriptor, _ coverage: Coverage?) -> [Finding] {
    // Every key asks, and mostly there is nothing to show.
    guard !problems.isEmpty || fieldsLeft.contains(field.id) else { return [] }
    let shown = problems.filter { $0.field == field.id }.map(\.finding)
    guard fieldsLeft.contains(field.id) else { return shown }
    // What coverage doesn't offer only ever blocks.
    let own = draft.problems(of: field).map(\.finding) + [repetition(of: field)].compactMap(\.self)
    let warnings = own.filter { !$0.isBlocking }
    return shown + warnings.filter { !shown.contains($0) }
  }

  // MARK: Ordering

  private mutating func submit(_ coverage: Coverage?) -> Reaction {
    problems = Step.allCases.flatMap { blocking(in: $0, coverage) }
    guard problems.isEmpty, awaitedKeys.isEmpty, let request = try? draft.makeRequest() else {
      return .happened(.movedOn)
    }
    return .happened(.movedOn, .confirmed(request))
  }

  private mutating func refused(_ status: Int, _ errors: [APIError]) -> Reaction {
    // An API that says the same fifty times has said it.
    var seen: Set<Problem> = []
    problems = errors.map(placed).filter { seen.insert($0).inserted }
    if ![400, 404, 409, 422].contains(status) {
      problems.append(Problem(field: nil, .blocks("The status was \(status)."), isFromAPI: true))
    }
    let outdated = Set(problems.compactMap(\.field).compactMap(draft.field).compactMap(listing))
    return .happened(.outdated(Listing.allCases.filter(outdated.contains)))
  }

  /// The API's list that an answer was picked from.
  private func listing(of field: FieldDescriptor) -> Listing? {
    switch field.choices {
    case .networks: networkEntry == .pick ? .networks : nil
    case .locations, .providers, .cloudRegions, .bandwidths:
      coverageEntry == .pick ? .coverage : nil
    case .secondaryCircuit, nil: nil
    }
  }

  /// Places an error at a field: the last name in the error's pointer that is a field's key.
  ///
  /// An error about something that isn't asked keeps its key in the sentence.
  private func placed(_ error: APIError) -> Problem {
    let message = DisplayText.visible(error.message)
    for key in error.keys {
      guard let field = draft.fields.first(where: { $0.isSent(as: key) }) else { continue }
      return Problem(field: field.id, .blocks(message), isFromAPI: true)
    }
    let known = error.keys.first { key in
      CloudProvider.allCases.contains { $0.rules.fields.contains { $0.isSent(as: key) } }
    }
    let key = (known ?? error.key).map { "\(DisplayText.visible($0)): " } ?? ""
    return Problem(field: nil, .blocks(key + message), isFromAPI: true)
  }

  // MARK: Resuming

  private mutating func resume(_ progress: DraftProgress) -> Reaction {
    draft = progress.draft
    origins = [:]
    step = progress.mayBeOrdered ? .review : progress.step
    problems = []
    networkEntry = progress.networkEntry
    coverageEntry = progress.coverageEntry
    newNetworkName = progress.newNetworkName
    answersToRepeat = progress.withheld
    fieldsLeft = Set(progress.withheld.map(\.field))
    // No draft keeps a generated key, so a new one is made.
    return progress.mayBeOrdered ? [] : makeKeys()
  }

  /// Begins with these answers on a page.
  private mutating func fill(_ draft: Draft, at step: Step) {
    self.draft = draft
    origins = [:]
    problems = []
    answersToRepeat = []
    fieldsLeft = []
    newNetworkName = ""
    networkEntry = .pick
    coverageEntry = .pick
    returnsToReview = false
    self.step = step
  }

  /// The form with another draft's answers, to show that draft's values.
  func showing(_ draft: Draft) -> OrderForm {
    var other = self
    other.draft = draft
    return other
  }
}
