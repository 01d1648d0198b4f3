public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// Something that happened: a person's act, or an answer from outside.
public indirect enum Message: Hashable, Sendable {
  // Signing in
  case keyEntered(Secret)
  case demoChosen
  case keyChecked(APIFailure?)
  case demoStarted(Destination)
  case demoFailed(String)

  // Answering
  case answerEdited(FieldID, String)
  case fieldLeft(FieldID)
  case entryChanged(FieldID, Entry)
  case networkNameEdited(String)
  case createNetworkPressed
  case networkCreated(Result<Network, APIFailure>)
  case generateKeyPressed(FieldID)
  case keyGenerated(FieldID, Secret)

  // Going about
  case nextPressed
  case backPressed
  case changeRequested(Step)

  // Options
  case reloadPressed
  case loadingStopped
  /// Some of the networks are here; others follow.
  case networksArrived([Network])
  /// The last networks are here, or can't be had.
  case networksLoaded(Result<[Network], APIFailure>)
  /// Some of the coverage is here; more follows.
  case coverageArrived(Coverage)
  /// The last of the coverage is here, or can't be had.
  case coverageLoaded(Result<Coverage, APIFailure>)
  /// A call that only asks did not succeed and is tried again, `attempt` counting from 2.
  case retrying(attempt: Int)

  // The order
  case submitPressed
  /// What is on the network before the order is sent, as far as it could be read.
  case connectsNoted(CrossConnectList, at: Date)
  case orderSent(at: Date)
  case orderAnswered(Result<VirtualCrossConnect, APIFailure>, at: Date)
  case stopWaitingPressed
  case lookPressed
  case createAgainPressed
  /// Whether the account of the key in use has the order's network.
  case accountChecked(Result<Bool, APIFailure>, at: Date)
  case lookAnswered(CrossConnectList, at: Date)
  /// The person says that this cross connect is the order.
  case candidateTaken(String)
  /// The person says that this cross connect is not the order.
  case candidateDismissed(String)
  /// To sign in with the key of the order's account.
  case otherKeyPressed

  // The result
  case checkStatusPressed
  /// To enable all circuits.
  case enablePressed
  /// To wait until it is provisioned, or to stop waiting.
  case waitPressed
  case followAnswered(Result<VirtualCrossConnect, APIFailure>, at: Date)
  /// The BGP keys of the answer were shown or copied.
  case keysSeen(KeyExposure)

  // Drafts and receipts
  /// The person pressed the first key.
  case began
  case draftsFound(FoundDrafts)
  case resumePressed
  case discardFoundPressed
  case leaveFoundPressed
  case draftSaved(path: String, at: Date)
  case draftNotSaved(StorageFailure)
  case draftRemoved
  case draftNotRemoved(StorageFailure)
  case saveReceiptPressed
  case receiptSaved(path: String, at: Date)
  case receiptNotSaved(StorageFailure)

  case clockTicked(Date)
  /// To leave, with the draft kept.
  case quitConfirmed
  /// To leave, with the draft removed.
  case discardConfirmed
  /// A signal, or the terminal's end, ends the program.
  case interrupted

  /// An answer to what was asked with the key of a sign-in, counted from 0.
  case answered(Message, signIn: Int)
}

/// How an answer that has choices is given.
public enum Entry: String, Hashable, Sendable {
  case pick
  case byHand
  /// A new network is made on the spot.
  case create
}

/// Where requests go.
public struct Destination: Hashable, Sendable {
  /// The API's address.
  public let baseURL: BaseURL
  /// Whether nothing is created or billed there.
  public let isDemo: Bool

  /// The proxy they go through, without its credentials.
  public let proxy: String?

  /// A place that requests go to.
  public init(baseURL: BaseURL, isDemo: Bool, proxy: String? = nil) {
    self.baseURL = baseURL
    self.isDemo = isDemo
    self.proxy = proxy
  }

  /// The demo before its API has a port.
  public static let demo = Destination(baseURL: .loopback, isDemo: true)
}

extension Message {
  /// Whether a person did it; else it came from outside, or with time.
  var isAct: Bool {
    switch self {
    case .keyChecked, .demoStarted, .demoFailed, .networkCreated, .keyGenerated, .networksArrived,
      .networksLoaded, .coverageArrived, .coverageLoaded, .retrying, .connectsNoted, .orderSent,
      .orderAnswered, .accountChecked, .lookAnswered, .followAnswered, .draftsFound, .draftSaved,
      .draftNotSaved, .draftRemoved, .draftNotRemoved, .receiptSaved, .receiptNotSaved,
      .clockTicked, .interrupted, .answered, .fieldLeft, .keysSeen:
      false
    case .keyEntered, .demoChosen, .answerEdited, .entryChanged, .networkNameEdited,
      .createNetworkPressed, .generateKeyPressed, .nextPressed, .backPressed, .changeRequested,
      .reloadPressed, .loadingStopped, .submitPressed, .stopWaitingPressed, .lookPressed,
      .createAgainPressed, .candidateTaken, .candidateDismissed, .otherKeyPressed,
      .checkStatusPressed, .enablePressed, .waitPressed, .began, .resumePressed,
      .discardFoundPressed, .leaveFoundPressed, .saveReceiptPressed, .quitConfirmed,
      .discardConfirmed:
      true
    }
  }
}
