import Flows
internal import FoundationEssentials
internal import Presentation

/// What a person is told while an answer from outside takes its time.
extension WizardScreen {
  /// Whether something that is shown is awaited from outside.
  private var isWaiting: Bool {
    app.session.isSigningIn || app.form.isCreatingNetwork || app.connection?.action != nil
      || app.connection?.isFollowing == true
      || isLoading(focus)
  }

  /// Notes since when something is awaited.
  mutating func noteWaiting() {
    guard isWaiting else {
      waitingSince = nil
      return
    }
    waitingSince = waitingSince ?? now
  }

  /// When the time that was waited is another, while something is awaited.
  var nextWaitTick: Date? { waitingSince.map { _ in now + 1 } }

  /// How long it has been awaited, once that is worth telling: "12 s, ".
  var waited: String {
    guard let waitingSince else { return "" }
    let seconds = Int(now.timeIntervalSince(waitingSince))
    return seconds >= 2 ? "\(WaitText.length(seconds)), " : ""
  }

  /// How long it has been awaited, and until when: " 12 s, gives up at 30 s".
  var waitedOfLimit: String {
    let waited = waited
    return waited.isEmpty ? "" : " \(waited)gives up at \(WaitText.length(app.answerLimit))"
  }
}
