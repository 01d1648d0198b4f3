public import FoundationEssentials

/// Something that happened: a person's act, or an answer from outside.
public enum Message: Hashable, Sendable {
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
  case orderSent(at: Date)
  case orderAnswered(Result<VirtualCrossConnect, APIFailure>, at: Date)
  case stopWaitingPressed
  case lookPressed
  case createAgainPressed
  case lookAnswered(Result<[VirtualCrossConnect], APIFailure>, at: Date)

  // The result
  case checkStatusPressed
  case enablePrimaryPressed
  /// To wait until it is provisioned, or to stop waiting.
  case waitPressed
  case followAnswered(Result<VirtualCrossConnect, APIFailure>, at: Date)

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

  /// Where requests go, and through what, as a sentence.
  public var sentence: String {
    "Requests go to \(baseURL)\(proxy.map { " through the proxy \($0)" } ?? "")."
  }

  /// The demo before its API has a port.
  public static let demo = Destination(baseURL: .loopback, isDemo: true)

  /// What a title says of it.
  public var title: String {
    isDemo ? "DEMO: nothing is created or billed" : baseURL.authority
  }
}
