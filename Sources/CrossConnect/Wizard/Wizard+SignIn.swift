extension Wizard {
  mutating func signIn(_ message: Message) -> [Effect] {
    switch message {
    case .keyEntered(let key):
      guard !isSigningIn else { return [] }
      guard !key.isEmpty else {
        report = FailureReport(
          title: "There is a problem", lines: ["Enter an API key, or choose the demo."])
        return []
      }
      if let finding = APIKey.finding(for: key) {
        report = FailureReport(title: "There is a problem", lines: [finding.sentence])
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
      report = FailureReport(checkingKey: failure)
      if !failure.isOutcomeUnknown { lastRefusal = failure }
      return []
    case .demoStarted(let destination):
      self.destination = destination
      return signedIn()
    case .demoFailed(let reason):
      isSigningIn = false
      report = FailureReport(title: "The demo could not be started", lines: [reason])
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
  mutating func askForAnotherKey(because failure: APIFailure, created: FailureReport.Created) {
    guard place != .signIn else { return }
    lastRefusal = failure
    placeAfterSignIn = place == .sending ? .step(.review) : place
    place = .signIn
    report = FailureReport(failure, created: created)
  }
}
