internal import CrossConnect
internal import TelnyxAPI

extension Wizard {
  mutating func signIn(_ message: Message) -> [Effect] {
    switch message {
    case .keyEntered(let key):
      guard !isSigningIn else { return [] }
      guard !key.isEmpty else {
        report = .keyMissing
        return []
      }
      if let finding = APIKey.finding(for: key) {
        report = .keyMisread(finding)
        return []
      }
      begin()
      return [.checkKey(key)]
    case .demoChosen:
      guard !isSigningIn else { return [] }
      begin()
      return [.startDemo]
    case .keyChecked(nil):
      return signedIn()
    case .keyChecked(let failure?):
      isSigningIn = false
      report = .keyNotChecked(failure)
      if !failure.isOutcomeUnknown { lastRefusal = failure }
      return []
    case .demoStarted(let destination):
      self.destination = destination
      return signedIn()
    case .demoFailed(let reason):
      isSigningIn = false
      report = .demoNotStarted(reason)
      return []
    default:
      return []
    }
  }

  /// Begins a sign-in: what was asked with another key is not waited for any more.
  private mutating func begin() {
    isSigningIn = true
    report = nil
    signIns += 1
    networks = .notAsked
    coverage = .notAsked
    isCreatingNetwork = false
    isFollowing = false
    guard case .unknown(var unknown) = order else { return }
    unknown.isLooking = false
    // Another key may be another account's.
    unknown.needsAccountCheck = true
    order = .unknown(unknown)
  }

  private mutating func signedIn() -> [Effect] {
    isSigningIn = false
    report = nil
    lastRefusal = nil
    if place == .signIn { place = placeAfterSignIn }
    if step != nil { return load() }
    return place == .outcomeUnknown ? look() : []
  }

  /// Whether signing in comes back to answers that were given.
  public var hasPlaceToReturnTo: Bool { placeAfterSignIn != .step(.network) || draft != Draft() }

  /// Asks for another key, to come back to the same place with every answer kept.
  mutating func askForAnotherKey(because failure: APIFailure, creating creation: Report.Creation) {
    guard place != .signIn else { return }
    lastRefusal = failure
    placeAfterSignIn = place == .sending ? .step(.review) : place
    place = .signIn
    report = .failed(failure, creating: creation)
  }
}
