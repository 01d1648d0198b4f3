public import Flows
public import FoundationEssentials
internal import TelnyxAPI

/// The order while it is under way.
public enum SendingPage {
  /// What stands on it.
  public static func blocks(of app: App, now: Date) -> [Block] {
    [.heading("Creating the cross connect ..."), .gap] + state(of: app, now: now) + [
      .gap, .actions(app.actions),
    ]
  }

  /// How far it has come.
  public static func state(of app: App, now: Date) -> [Block] {
    if case .preparing = app.order {
      return [
        .text("Nothing is sent yet. First vxc notes what is already on the network,"),
        .text("so that it can recognise the order if the answer is lost."),
      ]
    }
    return [
      .text("The request was sent to \(app.session.destination.baseURL.authority), once."),
      .text("It is never repeated. Stay until the answer is here."),
    ] + (wait(of: app, now: now).map { [.text($0)] } ?? [])
  }

  /// How long ago the order was sent, and when its answer is given up; `nil` if none is under way.
  public static func wait(of app: App, now: Date) -> String? {
    guard case .sending(let attempt) = app.order, let sentAt = attempt.sentAt else { return nil }
    let seconds = max(0, Int(now.timeIntervalSince(sentAt)))
    return
      "Sent \(WaitText.length(seconds)) ago, gives up at \(WaitText.length(app.answerLimit))."
  }

  /// The question whether to stop waiting for the answer.
  public static let stopWaiting: [Block] = [
    .heading("Stop waiting for the answer?"), .gap, .text(Caution.stopsWaiting.sentence),
    .text("After stopping, vxc looks for it on its network."), .gap,
    .actions([.back, .stopWaiting]),
  ]
}
