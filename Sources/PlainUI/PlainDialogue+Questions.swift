internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation

extension PlainDialogue {
  /// What is awaited from outside, in words; `nil` if the question can be asked.
  var awaited: String? {
    if awaitsDrafts { return "" }
    return awaitedByQuestion
  }

  private var awaitedByQuestion: String? {
    switch question {
    case .apiKey:
      return wizard.isSigningIn ? "One moment ..." : nil
    case .networkName:
      return wizard.isCreatingNetwork ? "Creating the network ..." : nil
    case .field(let id):
      if awaitsKey { return "" }
      guard let field = wizard.draft.field(id), isLoading(field) else { return nil }
      return "\(field.label): loading the choices ... (! stops, q leaves)"
    case .sending: return ""
    case .outcomeUnknown:
      guard case .unknown(let unknown) = wizard.order else { return nil }
      return unknown.isLooking ? "" : nil
    case .result:
      return wizard.isFollowing ? "" : nil
    case .review, .draft: return nil
    }
  }

  /// Whether a question waits for its choices; those further on have none before coverage is here.
  private func isLoading(_ field: FieldDescriptor) -> Bool {
    switch wizard.asking(of: field) {
    case .loading:
      wizard.isSigningIn || wizard.networks.isLoading || wizard.coverage.isLoading
    // What is read out is not to grow while it is being read.
    case .choices(let list): list.rest == .loading
    case .text, .secret, .failed, .nothing: false
    }
  }

  /// Goes to where a person begins on a page, or comes back to it.
  mutating func enterPlace(from old: Wizard.Place?) {
    sayReport()
    switch wizard.place {
    case .signIn: turn(to: .apiKey)
    case .sending:
      turn(to: .sending)
      saySending()
    case .outcomeUnknown:
      turn(to: .outcomeUnknown)
      discardTypedAhead()
      sayUnknown()
    case .result:
      turn(to: .result)
      discardTypedAhead()
      if old == .outcomeUnknown { say(OutcomeText(of: wizard).found) }
    case .step(.review):
      turn(to: .review)
      discardTypedAhead()
      sayProblems()
      guard old == .sending else { return }
      say("The answers are as they were; . reads them again.")
      isNew = false
    case .step(let step):
      sayHeading(of: step)
      let isBack = if case .step(let earlier) = old { earlier > step } else { false }
      enter(step, atEnd: isBack)
    }
  }

  /// Goes to a page's first problem, else to one of its ends.
  mutating func enter(_ step: Step, atEnd: Bool) {
    let fields = wizard.draft.fields(in: step)
    let problem = wizard.problems.compactMap(\.field).first { id in
      fields.contains { $0.id == id }
    }
    guard let id = problem ?? (atEnd ? fields.last : fields.first)?.id else { return }
    turn(to: id)
  }

  /// Goes to a question of the page, however it is put now.
  mutating func turn(to id: FieldID) {
    turn(to: id == .network && wizard.networkEntry == .create ? .networkName : .field(id))
  }

  private mutating func sayHeading(of step: Step) {
    say("")
    say("Step \(step.rawValue) of \(Step.allCases.count): \(step.title)")
    say(step.question(for: wizard))
  }

  /// A change of coverage or provider can take a question away.
  mutating func keepQuestionVisible() {
    guard let step = wizard.step, step != .review else { return }
    let id: FieldID
    switch question {
    case .field(let field): id = field
    case .networkName: id = .network
    default: return
    }
    guard wizard.draft.field(id)?.step != step else { return }
    enter(step, atEnd: false)
  }

  /// Goes to the next question of the page, or to the next page.
  mutating func advance(from id: FieldID) -> [Effect] {
    guard let step = wizard.step else { return [] }
    let fields = wizard.draft.fields(in: step)
    let rest = fields.drop { $0.id != id }.dropFirst()
    guard let next = rest.first else { return goOn() }
    turn(to: next.id)
    return []
  }

  /// Goes to the next page, or to what keeps the person on this one.
  mutating func goOn() -> [Effect] {
    let place = wizard.place
    let effects = send(.nextPressed)
    guard wizard.place == place, let step = wizard.step else { return effects }
    sayProblems()
    enter(step, atEnd: false)
    return effects
  }

  /// Goes to the question before, or to the page before.
  mutating func goBack() -> [Effect] {
    if wizard.step == .network, wizard.networkEntry != .pick, isAboutNetwork {
      let effects = send(.entryChanged(.network, .pick))
      turn(to: .field(.network))
      return effects
    }
    if case .field(let id) = question, let step = wizard.step {
      let before = wizard.draft.fields(in: step).prefix { $0.id != id }
      if let previous = before.last {
        turn(to: previous.id)
        return []
      }
    }
    let place = wizard.place
    let effects = send(.backPressed)
    if wizard.place == place { sayError("this is the first question; q leaves.") }
    return effects
  }

  private var isAboutNetwork: Bool { question == .networkName || question == .field(.network) }

  /// Says what a message has changed while the person stays where they are.
  mutating func notice(_ message: Message, since before: Wizard) {
    switch message {
    case .retrying(let attempt):
      if awaited != nil { say("No usable answer; trying again, \(attempt - 1) of 2 ...") }
    case .keyGenerated(let id, let key):
      awaitsKey = false
      guard question == .field(id) else { return }
      say("A key of \(key.count) letters and digits was generated; show shows it.")
    case .networkCreated(.success(let network)):
      say("The network \(network.name) was created.")
      turn(to: .field(.name))
    case .networksLoaded, .coverageLoaded:
      if pager == nil { isNew = true }
    case .lookAnswered, .accountChecked: sayLook(since: before)
    case .connectsNoted: break
    case .followAnswered: sayStatus(since: before)
    case .clockTicked:
      if before.waitUntil != nil, let end = wizard.waitUntil, end <= now, question == .review {
        say("The wait is over; create may be tried again.")
      }
    default:
      if wizard.report != before.report { sayReport() }
    }
  }
}
