internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation

extension PlainDialogue {
  /// The words about a wait for an answer from outside; `nil` if the question can be asked.
  var awaited: String? {
    if awaitsDrafts || awaitedKey != nil { return "" }
    return awaitedByQuestion
  }

  private var awaitedByQuestion: String? {
    switch question {
    case .apiKey:
      return app.session.isSigningIn ? "One moment ..." : nil
    case .networkName:
      return app.form.isCreatingNetwork ? "Creating the network ..." : nil
    case .field(let id):
      guard let field = app.form.draft.field(id), isLoading(field) else { return nil }
      return "\(field.label): loading the choices ... (! stops, q leaves)"
    case .sending: return ""
    case .outcomeUnknown:
      guard case .unknown(let unknown) = app.order else { return nil }
      return unknown.isLooking ? "" : nil
    case .result, .address, .addresses, .deletionName:
      return app.connection?.isBusy == true ? "" : nil
    case .inventory:
      switch app.inventory.asking {
      case .loading: return "Cross connects: loading ... (q leaves)"
      // The list names the networks, so it waits for these.
      case .choices(let list):
        return list.rest == .loading || app.choices.networks.isLoading ? "" : nil
      case .text, .naming, .secret, .failed, .nothing: return nil
      }
    case .review, .draft: return nil
    }
  }

  /// Whether a question waits for its choices; later questions have none before coverage is here.
  private func isLoading(_ field: FieldDescriptor) -> Bool {
    switch app.asking(of: field) {
    case .loading:
      app.session.isSigningIn || app.choices.networks.isLoading || app.choices.coverage.isLoading
    // A list must not grow while it is read out.
    case .choices(let list): list.rest == .loading
    case .text, .naming, .secret, .failed, .nothing: false
    }
  }

  /// Goes to where a place begins, or comes back to it.
  mutating func enterPlace(from old: Place?) {
    sayReport()
    let behind = questionBehind
    if case .step? = old { questionBehind = question }
    switch app.place {
    case .signIn: turn(to: .apiKey)
    case .sending:
      turn(to: .sending)
      saySending()
    case .outcomeUnknown:
      turn(to: .outcomeUnknown)
      discardTypedAhead()
      sayUnknown()
    case .inventory: turn(to: .inventory)
    case .result:
      turn(to: .result)
      discardTypedAhead()
      if old == .outcomeUnknown { say(OutcomeText(of: app).found) }
    case .step(.review):
      turn(to: .review)
      discardTypedAhead()
      sayProblems()
      guard old == .sending else { return }
      say("Your answers are unchanged; . reads them again.")
      isNew = false
    case .step(let step):
      sayHeading(of: step)
      questionBehind = nil
      let isBack = if case .step(let earlier) = old { earlier > step } else { false }
      enter(step, atEnd: isBack)
      if old == .inventory, let behind { turn(to: behind) }
    }
  }

  /// Goes to a page's first problem, otherwise to one of its ends.
  mutating func enter(_ step: Step, atEnd: Bool) {
    let fields = app.form.draft.fields(in: step)
    let problem = app.form.problems.compactMap(\.field).first { id in
      fields.contains { $0.id == id }
    }
    let start = typedAhead.isEmpty ? app.form.firstQuestion : fields.first?.id
    guard let id = problem ?? (atEnd ? fields.last?.id : start) else { return }
    if problem == nil, !atEnd { sayAnswered(before: id) }
    turn(to: id)
  }

  /// Goes to a question of the page, in whatever way it is asked now.
  mutating func turn(to id: FieldID) {
    let isNaming = app.form.draft.field(id).map(app.form.asksForName) ?? false
    turn(to: isNaming ? .networkName : .field(id))
  }

  private mutating func sayHeading(of step: Step) {
    say("")
    say("Step \(step.rawValue) of \(Step.allCases.count): \(step.title)")
    if step == .network { sayWaiting() }
    say(step.question(for: app))
    if let hint = step.hint(for: app) { say(hint) }
  }

  /// Says which orders have to be accepted, and how to open them.
  private mutating func sayWaiting() {
    guard let sentence = WaitingText.sentence(for: app.records.waiting, now: now),
      let phrase = app.leading.first?.phrase
    else { return }
    sayWarning("\(sentence) \(phrase).")
  }

  /// Leaves a question that a change of coverage or provider has taken away.
  mutating func keepQuestionVisible() {
    guard let step = app.step, step != .review else { return }
    let id: FieldID
    switch question {
    case .field(let field): id = field
    case .networkName:
      guard let network = app.form.draft.fields.first(where: { $0.choices == .networks }) else {
        return
      }
      id = network.id
    default: return
    }
    guard app.form.draft.field(id)?.step != step else { return }
    enter(step, atEnd: false)
  }

  /// Goes to the next question of the page, or to the next page.
  mutating func advance(from id: FieldID) -> [Effect] {
    guard let step = app.step else { return [] }
    let fields = app.form.draft.fields(in: step)
    let rest = fields.drop { $0.id != id }.dropFirst()
    guard let next = rest.first else { return goOn() }
    turn(to: next.id)
    return []
  }

  /// Goes to the question after a picked answer, and says what is skipped.
  mutating func advance(fromList id: FieldID) -> [Effect] {
    if let next = app.form.question(following: id, typedAhead: !typedAhead.isEmpty) {
      sayAnswered(after: id, before: next)
      turn(to: next)
      return []
    }
    let fields = app.step.map { app.form.draft.fields(in: $0) } ?? []
    let rest = fields.drop { $0.id != id }.dropFirst().filter { $0.id != awaitedKey }.map(\.label)
    if !rest.isEmpty {
      say("Not asked: \(rest.joined(separator: ", ")). The review can change them.")
    }
    return goOn()
  }

  /// Skips the questions that have answered themselves, and says so.
  mutating func passOverAnswered() {
    guard case .field(let id) = question, let first = app.form.firstQuestion, first != id,
      app.form.hasAnsweredItself(id), typedAhead.isEmpty
    else { return }
    sayAnswered(before: first)
    turn(to: first)
  }

  /// Says which questions between two others have answered themselves.
  private mutating func sayAnswered(after start: FieldID? = nil, before end: FieldID) {
    let fields = app.step.map { app.form.draft.fields(in: $0) } ?? []
    let rest = start.map { id in fields.drop { $0.id != id }.dropFirst() } ?? fields[...]
    for field in rest.prefix(while: { $0.id != end }) {
      guard let origin = app.form.origins[field.id], app.form.hasAnsweredItself(field.id) else {
        continue
      }
      say("\(field.label): \(app.shownValue(of: field)) \(origin.words)")
    }
  }

  /// Goes to the next page, or to the problem that keeps the person on this one.
  mutating func goOn() -> [Effect] {
    let place = app.place
    let effects = send(.form(.nextPressed))
    guard app.place == place, let step = app.step else { return effects }
    sayProblems()
    enter(step, atEnd: false)
    return effects
  }

  /// Goes to the question before, or to the page before.
  mutating func goBack() -> [Effect] {
    if let id = app.form.returnsToList, [.networkName, .field(id)].contains(question) {
      let effects = send(.form(.entryChanged(id, .pick)))
      turn(to: .field(id))
      return effects
    }
    if case .field(let id) = question, let step = app.step {
      let before = app.form.draft.fields(in: step).prefix { $0.id != id }
      if let previous = before.last {
        turn(to: previous.id)
        return []
      }
    }
    let place = app.place
    let effects = send(.form(.backPressed))
    if app.place == place { sayError("this is the first question; q leaves.") }
    return effects
  }

  /// Says what an event means for a person who stays where they are.
  mutating func notice(_ event: App.Event) {
    switch event {
    case .choices(.retrying(let attempt)):
      if awaited != nil { say("No usable answer; trying again, \(attempt - 1) of 2 ...") }
    case .form(.keyGenerated(let id, let key)):
      awaitedKey = nil
      let label = app.form.draft.field(id)?.label ?? ""
      say(
        question == .field(id)
          ? "A key of \(key.count) letters and digits was generated; show shows it."
          : "\(label): a key of \(key.count) letters and digits was generated.")
    case .choices(.networksLoaded), .choices(.coverageLoaded):
      passOverAnswered()
      // What a draft's answers are called is not worth reading all of it again.
      if pager == nil, question != .draft { isNew = true }
    case .submission(.orderSent): say(SendingPage.state(of: app, now: now))
    case .connection(.keyFilesWritten):
      for line in app.connection.map(CommandSheet.keyFiles) ?? [] { say(line) }
    default: break
    }
  }

  /// Says what has happened to a person who stays where they are.
  mutating func notice(_ occurrence: Occurrence) {
    switch occurrence {
    case .failed: sayNewReport()
    case .networkCreated(let network):
      say("The network \(network.name) was created.")
      let field = app.step.flatMap {
        app.form.draft.fields(in: $0).first { $0.choices == .networks }
      }
      if let next = field.flatMap({ app.form.question(after: $0.id) }) { turn(to: .field(next.id)) }
    case .takenApart(let fields): say(TakenApartText.sentence(for: fields, in: app.form.draft))
    case .addressesKept: say(AddressSheet.kept)
    case .played: app.connection.flatMap(OutcomeText.played).map { say($0) }
    case .done(let action): say(action.doneSentence)
    case .settled(let action): say(action.settledSentence)
    case .looked: sayLook()
    case .followed(before: let before): sayStatus(since: before)
    case .heldBack: WaitText.heldBack(in: app, now: now).map { say($0) }
    case .waitOver: say("The wait is over; create may be tried again.")
    case .waitingEnded:
      say(
        app.connection.flatMap(WaitText.provisioned)
          ?? (app.report == nil ? "Waiting is over." : "Waiting stopped."))
      app.connection.flatMap(WaitText.vain).map { sayWarning($0) }
    case .gone: presentResult()
    case .waitingChanged where question != .draft: sayWaiting()
    default: break
    }
  }
}
