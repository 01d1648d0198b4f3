import Flows
internal import FoundationEssentials
internal import Presentation

/// The words about an answer from outside that takes its time.
extension WizardScreen {
  /// Whether the screen waits for an answer from outside.
  private var isWaiting: Bool {
    app.session.isSigningIn || app.form.isCreatingNetwork || app.connection?.action != nil
      || app.connection?.isFollowing == true
      || isLoading(focus)
  }

  /// Notes when the wait began.
  mutating func noteWaiting() {
    guard isWaiting else {
      waitingSince = nil
      return
    }
    waitingSince = waitingSince ?? now
  }

  /// When the shown time of the wait changes; `nil` without a wait.
  var nextWaitTick: Date? { waitingSince.map { _ in now + 1 } }

  /// How long the wait has lasted, once it is worth telling: "12 s, ".
  var waited: String {
    guard let waitingSince else { return "" }
    let seconds = Int(now.timeIntervalSince(waitingSince))
    return seconds >= 2 ? "\(WaitText.length(seconds)), " : ""
  }

  /// How long the wait has lasted, and its limit: " 12 s, gives up at 30 s".
  var waitedOfLimit: String {
    let waited = waited
    return waited.isEmpty ? "" : " \(waited)gives up at \(WaitText.length(app.answerLimit))"
  }
}
