public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// What comes of an event: effects to carry out, and occurrences for the other flows.
public struct Reaction: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The effects, in their order.
  public var effects: [Effect]
  /// The occurrences, in their order.
  public var occurrences: [Occurrence]

  /// A reaction.
  public init(_ effects: [Effect] = [], _ occurrences: [Occurrence] = []) {
    self.effects = effects
    self.occurrences = occurrences
  }

  /// A reaction of effects alone; `[]` if nothing comes of the event.
  public init(arrayLiteral effects: Effect...) { self.init(effects) }

  /// A reaction of occurrences alone.
  static func happened(_ occurrences: Occurrence...) -> Reaction { Reaction([], occurrences) }

  /// The place that the person left, if the event led to another.
  public var placeBefore: Place? {
    for case .turned(from: let place) in occurrences { return place }
    return nil
  }

  /// Both reactions, one after the other.
  static func + (one: Reaction, other: Reaction) -> Reaction {
    Reaction(one.effects + other.effects, one.occurrences + other.occurrences)
  }
}

/// Something that an event has led to, so that nobody has to compare before and after.
public enum Occurrence: Hashable, Sendable {
  /// The person went on, or asked anew: the last report is over.
  case movedOn
  /// Something failed, and the person has to hear of it.
  case failed(Report)
  /// The API rejected the key in a call that was to create this.
  case keyRejected(APIFailure, creating: Report.Creation)

  // Session
  /// A sign-in began, with another key or for the demo.
  case signInBegan
  case signedIn

  // Choices
  /// A list could not be loaded.
  case notListed(APIFailure)
  /// All networks are here, or their loading failed.
  case networksCame
  /// There is coverage to choose from.
  case coverageCame

  // OrderForm
  case networkCreated(Network)
  /// One text answered these questions, a part each.
  case takenApart([FieldID])
  case networkNotCreated(APIFailure)
  /// The person wants this request sent.
  case confirmed(CreateVXCRequest)
  /// The API refused answers that were picked from these lists: the lists are out of date.
  case outdated([Listing])

  // Submission
  /// The order surely created nothing.
  case notCreated(APIFailure)
  /// The API refused the order, and named answers.
  case refused(status: Int, [APIError])
  /// The order created this cross connect; `at` is when it was ordered, by our clock.
  case created(VirtualCrossConnect, by: CreateVXCRequest?, at: Date)
  /// An order of an earlier run is back on the review, to be sent again.
  case reopened
  /// A look for the order was answered.
  case looked
  /// The API takes an order again: the time that it asked to wait is over.
  case waitOver

  // Connection
  /// The cross connect was read; `before` is its state until then.
  case followed(before: VirtualCrossConnect)
  /// An action was done, as its answer shows.
  case done(ConnectionAction)
  /// An action whose answer did not come has been done, as a look has shown.
  case settled(ConnectionAction)
  /// The cloud's side of a demo has accepted it.
  case played
  /// Waiting has ended.
  case waitingEnded
  case gone

  /// One text gave both ends of this circuit.
  case addressesTakenApart(Circuit)
  /// Nothing was asked: the API wants no request yet.
  case heldBack
  /// The addresses that were typed stay, unsent, for the next time their sheet opens.
  case addressesKept

  // Inventory
  /// The person wants to see this cross connect.
  case chosen(VirtualCrossConnect)

  // Records
  case draftResumed(SavedDraft)
  /// The answers of the last order.
  case remembered(Draft)
  case noticed(Notice)
  /// The orders that have to be accepted are others than before.
  case waitingChanged
  /// The draft was written or removed, or that failed.
  case draftFiled(KeptFile)
  /// The receipt was written, or that failed.
  case receiptFiled(KeptFile)

  // App
  /// The person left this place for another.
  case turned(from: Place)
}
