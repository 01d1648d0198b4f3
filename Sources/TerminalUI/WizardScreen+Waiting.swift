import Flows
internal import FoundationEssentials
internal import Presentation

/// The words about an answer from outside that takes its time.
extension WizardScreen {
  /// Whether the screen waits for an answer from outside.
  private var isWaiting: Bool {
    app.session.isSigningIn || app.form.isCreatingNetwork || app.connection?.action != nil
      || app.connection?.isFollowing == true || app.submission.isAsking
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

  /// How long the wait has lasted, once it is worth telling: " 12 s".
  ///
  /// A list comes in many answers, so its whole wait has no limit to tell.
  var elapsed: String {
    guard let waitingSince else { return "" }
    let seconds = Int(now.timeIntervalSince(waitingSince))
    return seconds >= 2 ? " \(WaitText.length(seconds))" : ""
  }

  /// How long the wait for one answer has lasted, and its limit: " 12 s, gives up at 30 s".
  var elapsedOfLimit: String {
    let elapsed = elapsed
    return elapsed.isEmpty ? "" : "\(elapsed), gives up at \(WaitText.length(app.answerLimit))"
  }
}
