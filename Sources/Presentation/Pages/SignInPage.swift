public import Flows

/// Where an API key is asked for.
public enum SignInPage {
  /// What stands on it.
  public static func blocks(of app: App) -> [Block] {
    [
      .heading(
        app.hasPlaceToReturnTo
          ? "Enter another API key; your answers are kept, and you come back to them"
          : "An API key is needed to ask Telnyx for networks and coverage"), .gap,
      .text(app.session.destination.sentence), .gap, .answer(label: "Telnyx API key"), .gap,
      .actions(Page(of: app).actions),
    ]
  }
}
