public import CrossConnect
public import TelnyxAPI

/// The account that requests go to: the API's address, and whether its key was accepted.
public struct Session: Hashable, Sendable {
  /// What can happen to it.
  public enum Event: Hashable, Sendable {
    /// The program has begun.
    case opened
    case keyEntered(Secret)
    case demoChosen
    case keyChecked(APIFailure?)
    case demoStarted(Destination)
    /// The demo did not start; the reason is in the system's words.
    case demoFailed(reason: String)
    /// Another key is needed before anything else.
    case keyNeeded
  }

  /// Where requests go.
  public private(set) var destination: Destination
  /// Whether the person has to enter a key before anything else.
  public private(set) var needsKey: Bool
  /// Whether a key is being checked, or the demo is starting.
  public private(set) var isSigningIn = false

  /// A session with an API.
  init(destination: Destination, hasKey: Bool) {
    self.destination = destination
    needsKey = !hasKey
  }

  /// Whether the account can be asked: a key is in use, and a demo has its address.
  var isOpen: Bool { !needsKey && !isSigningIn && destination != .demo }

  /// Handles an event, and returns what comes of it.
  mutating func update(_ event: Event) -> Reaction {
    switch event {
    case .opened: destination == .demo && !needsKey ? begin(.startDemo) : []
    case .keyEntered(let key): enter(key)
    case .demoChosen: begin(.startDemo)
    case .keyChecked(nil): signedIn()
    case .keyChecked(let failure?): failed(.keyNotChecked(failure))
    case .demoStarted(let destination): signedIn(to: destination)
    case .demoFailed(let reason): failed(.demoNotStarted(reason: reason))
    case .keyNeeded: askForKey()
    }
  }

  private mutating func enter(_ key: Secret) -> Reaction {
    guard !isSigningIn else { return [] }
    guard !key.isEmpty else { return .happened(.failed(.keyMissing)) }
    if let finding = APIKey.finding(for: key) {
      return .happened(.failed(.keyMisread(finding)))
    }
    return begin(.checkKey(key))
  }

  /// Begins a sign-in; answers to the key before it no longer count.
  private mutating func begin(_ effect: Effect) -> Reaction {
    guard !isSigningIn else { return [] }
    isSigningIn = true
    return Reaction([effect], [.signInBegan, .movedOn])
  }

  private mutating func signedIn(to destination: Destination? = nil) -> Reaction {
    self.destination = destination ?? self.destination
    isSigningIn = false
    needsKey = false
    return .happened(.movedOn, .signedIn)
  }

  private mutating func failed(_ report: Report) -> Reaction {
    isSigningIn = false
    return .happened(.failed(report))
  }

  private mutating func askForKey() -> Reaction {
    needsKey = true
    return .happened(.movedOn)
  }
}
