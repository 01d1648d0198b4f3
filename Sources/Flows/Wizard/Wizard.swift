public import CrossConnect
public import FoundationEssentials
internal import TelnyxAPI

/// The whole wizard without a screen: where the person is, what was answered, what became of it.
///
/// Both front ends drive it with messages, and show what it holds.
public struct Wizard: Hashable, Sendable {
  /// What the person has before them.
  public enum Place: Hashable, Sendable {
    case signIn
    case step(Step)
    /// The order is under way.
    case sending
    case outcomeUnknown
    case result
  }

  /// Where the person is.
  public internal(set) var place: Place
  /// Where requests go.
  public internal(set) var destination: Destination
  /// The answers.
  public internal(set) var draft = Draft()
  /// What stands in the error summary, in its order.
  public internal(set) var problems: [Problem] = []
  /// What has to be told about the last call that failed, above the form.
  public internal(set) var report: Report?
  /// What has become of the order.
  public internal(set) var order = Order.open
  /// Until when the API asked to be left alone.
  public internal(set) var waitUntil: Date?
  /// How often the choices under way have been asked for again.
  public internal(set) var retries = 0

  /// The networks of the account.
  public internal(set) var networks = Loadable<ChoiceList>.notAsked
  /// What can be ordered.
  public internal(set) var coverage = Loadable<Coverage>.notAsked {
    didSet { regionChoices.follow(coverage.value) }
  }
  var regionChoices = RegionChoices()

  /// How the network is given.
  public internal(set) var networkEntry = Entry.pick
  /// The name typed for a network to be made.
  public internal(set) var newNetworkName = ""
  /// Whether a network is being made.
  public internal(set) var isCreatingNetwork = false
  /// How the answers that coverage has choices for are given.
  public internal(set) var coverageEntry = Entry.pick

  /// Whether an API key or the start of the demo is being tried.
  public internal(set) var isSigningIn = false
  /// Whether the status of the created cross connect is being asked for or changed.
  public internal(set) var isFollowing = false
  /// Whether the status is asked for until the cross connect is provisioned.
  public internal(set) var isWaiting = false
  /// When the status was last learnt.
  public internal(set) var lastFollowed: Date?
  /// Until when the API wants not to be asked for the status.
  var followNotBefore: Date?
  /// Whether the cross connect was ordered more than once, so that there may be another.
  public internal(set) var isOrderedAgain = false
  /// Whether the person took it for the order, which nothing proves.
  public internal(set) var isTakenInDoubt = false
  /// What was asked for once, and is done when it is asked for again.
  public internal(set) var caution: Caution?
  /// What the person has had of the BGP keys of the answer.
  public internal(set) var keyExposure = KeyExposure.none
  var hasAskedForKeys = false
  /// Keys that the program made, and the person may never have seen.
  var generatedKeys: Set<FieldID> = []
  /// How often a key was tried or the demo started: answers belong to one of them.
  public internal(set) var signIns = 0
  /// Drafts of earlier runs that are offered, the newest first; the first one now.
  public internal(set) var offeredDrafts: [SavedDraft] = []
  /// What was found of earlier runs.
  public internal(set) var foundDrafts = FoundDrafts()
  /// Where the draft was written.
  public internal(set) var draftFile = KeptFile.notYet
  /// Where the receipt was written.
  public internal(set) var receiptFile = KeptFile.notYet
  /// What is told about drafts on this page.
  public internal(set) var notice: Notice?
  /// Whether a key was pressed: from then on no draft is put before the form.
  public internal(set) var hasBegun = false
  var savedProgress: DraftProgress?
  /// What a draft could not restore.
  var answersToRepeat: Set<Draft.AnswerKey> = []
  /// Why the last order was surely not created, or the key not accepted.
  var lastRefusal: APIFailure?
  /// The order of unknown outcome before the one that is under way, or on the review again.
  var earlierOrder: UnknownOrder?
  var placeAfterSignIn = Place.step(.network)
  var fieldsLeft: Set<FieldID> = []
  var returnsToReview = false

  /// A wizard that starts with the form if there is a key, and with signing in if there is none.
  public init(destination: Destination, hasKey: Bool) {
    self.destination = destination
    place = hasKey ? .step(.network) : .signIn
  }

  /// What to do first: the choices are asked for at once, from a demo as soon as it runs.
  public mutating func start() -> [Effect] {
    guard place != .signIn else { return [.findDrafts] }
    guard destination != .demo else {
      isSigningIn = true
      signIns += 1
      return [.startDemo]
    }
    return load() + [.findDrafts]
  }

  /// Takes in what happened and returns what should happen next.
  public mutating func update(_ message: Message) -> [Effect] {
    guard let message = current(message) else { return [] }
    let place = place
    let notice = notice
    let caution = caution
    let wasCreated = order.isCreated
    var effects = react(to: message)
    if self.place != place, self.notice == notice { self.notice = nil }
    // What was asked once is forgotten with the next act.
    if self.caution == caution, message.isAct { self.caution = nil }
    effects += loadIfNeeded()
    return recorded(effects, after: message, wasCreated: wasCreated)
  }

  /// The message, unless it answers what was asked with an earlier key: that changes nothing any more.
  public func current(_ message: Message) -> Message? {
    guard case .answered(let message, signIn: let signIn) = message else { return message }
    return signIn == signIns ? message : nil
  }

  private mutating func react(to message: Message) -> [Effect] {
    switch message {
    case .keyEntered, .demoChosen, .keyChecked, .demoStarted, .demoFailed:
      signIn(message)
    case .answerEdited, .fieldLeft, .entryChanged, .networkNameEdited, .createNetworkPressed,
      .networkCreated, .generateKeyPressed, .keyGenerated:
      answer(message)
    case .nextPressed, .backPressed, .changeRequested:
      go(message)
    case .reloadPressed, .networksArrived, .networksLoaded, .coverageArrived, .coverageLoaded,
      .loadingStopped, .retrying:
      choices(message)
    case .submitPressed, .connectsNoted, .orderSent, .orderAnswered, .stopWaitingPressed,
      .lookPressed, .lookAnswered, .accountChecked, .createAgainPressed, .candidateTaken,
      .candidateDismissed, .otherKeyPressed:
      order(message)
    case .checkStatusPressed, .enablePressed, .waitPressed, .followAnswered, .keysSeen:
      follow(message)
    case .clockTicked(let now):
      clockTicked(now)
    case .began, .draftsFound, .resumePressed, .discardFoundPressed, .leaveFoundPressed,
      .draftSaved, .draftNotSaved, .draftRemoved, .draftNotRemoved, .saveReceiptPressed,
      .receiptSaved,
      .receiptNotSaved:
      keep(message)
    case .quitConfirmed, .discardConfirmed:
      leave(message)
    case .interrupted, .answered:
      []
    }
  }

  /// The page of the form the person is on.
  public var step: Step? {
    guard case .step(let step) = place else { return nil }
    return step
  }
}
