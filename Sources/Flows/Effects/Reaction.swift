public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// What comes of an event: what should happen next, and what has happened.
public struct Reaction: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// Orders to the world outside, in their order.
  public var effects: [Effect]
  /// What others should know of, in its order.
  public var occurrences: [Occurrence]

  /// A reaction.
  public init(_ effects: [Effect] = [], _ occurrences: [Occurrence] = []) {
    self.effects = effects
    self.occurrences = occurrences
  }

  /// Effects alone; none is the answer to what changes nothing outside.
  public init(arrayLiteral effects: Effect...) { self.init(effects) }

  /// Something that happened, and asks nothing of the world outside.
  static func happened(_ occurrences: Occurrence...) -> Reaction { Reaction([], occurrences) }

  /// What was before the person, if something else is now.
  public var placeBefore: Place? {
    for case .turned(from: let place) in occurrences { return place }
    return nil
  }

  /// One after the other.
  static func + (one: Reaction, other: Reaction) -> Reaction {
    Reaction(one.effects + other.effects, one.occurrences + other.occurrences)
  }
}

/// Something that happened, for those who would else have to compare what was with what is.
public enum Occurrence: Hashable, Sendable {
  /// The person has gone on, or asked anew: what was told of the last failure is over.
  case movedOn
  /// Something failed that has to be told.
  case failed(Report)
  /// The API turned down the key in a call that was to create this.
  case keyRejected(APIFailure, creating: Report.Creation)

  // Session
  /// Another key is tried, or the demo is started.
  case signInBegan
  case signedIn

  // Choices
  /// A list could not be had.
  case notListed(APIFailure)
  /// All networks are here, or can't be had.
  case networksCame
  /// There is coverage to choose from.
  case coverageCame

  // OrderForm
  case networkCreated(Network)
  /// A text was given to these questions, a part to each.
  case takenApart([FieldID])
  case networkNotCreated(APIFailure)
  /// The answers make this request, and the person wants it sent.
  case confirmed(CreateVXCRequest)
  /// Answers that the API refused were picked from lists that are out of date.
  case outdated([Listing])

  // Submission
  /// The request surely created nothing.
  case notCreated(APIFailure)
  /// The API refused answers.
  case refused(status: Int, [APIError])
  /// The cross connect is there, the date is when it was ordered at the earliest, by our clock.
  case created(VirtualCrossConnect, at: Date)
  /// A look for the order has been answered.
  case looked

  // Connection
  /// The cross connect was read, as it was before.
  case followed(before: VirtualCrossConnect)
  /// The cloud's side of a demo has accepted it.
  case played
  /// It is not asked for by itself any more.
  case waitingEnded
  case gone

  // Inventory
  /// The person wants to see this cross connect.
  case chosen(VirtualCrossConnect)

  // Records
  case draftResumed(SavedDraft)
  /// The last order was answered so.
  case remembered(Draft)
  case noticed(Notice)
  /// Other orders than before have yet to be accepted.
  case waitingChanged
  /// The draft was written, removed, or could not be.
  case draftFiled(KeptFile)
  /// The receipt was written, or could not be.
  case receiptFiled(KeptFile)

  // App
  /// Something else is before the person than this.
  case turned(from: Place)
}
