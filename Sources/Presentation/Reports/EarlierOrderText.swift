public import Flows
public import FoundationEssentials
internal import CrossConnect

/// An earlier order of unknown outcome in words.
public enum EarlierOrderText {
  /// The sentence that names the order.
  ///
  /// - Parameters:
  ///   - saved: The order's draft.
  ///   - app: Knows the names of networks.
  ///   - now: The time now.
  /// - Returns: The sentence.
  public static func sentence(for saved: SavedDraft, in app: App, now: Date) -> String {
    let attempt = saved.progress.attempts.first
    let name = attempt?.request["name"]?.text.map { "\"\(DisplayText.visible($0))\"" }
    let network = attempt?.network.map { id in
      let known = app.choices.networks.value?.choice(id)?.title
      return " on network \(known ?? DisplayText.visible(id))"
    }
    let sent = attempt?.sentAt.map { ", sent \(DraftSummary.age(of: $0, now: now))" }
    let order = (name ?? "one without a name") + (network ?? "") + (sent ?? "")
    return "The outcome of an earlier order is not known: \(order)."
  }
}
