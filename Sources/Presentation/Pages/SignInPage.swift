public import Flows

/// Where an API key is asked for.
public enum SignInPage {
  /// What stands on it.
  public static func blocks(of app: App) -> [Block] {
    [
      .heading(
        app.hasPlaceToReturnTo
          ? "Enter an API key; your answers are kept, and you come back to them"
          : "vxc needs an API key to read your networks and the coverage"), .gap,
      .answer(label: "Telnyx API key"), .gap, .text(app.session.destination.sentence), .gap,
      .actions(app.actions),
    ]
  }
}
