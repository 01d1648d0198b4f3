public import Flows
public import FoundationEssentials
internal import CrossConnect

/// An earlier order of unknown outcome in words.
public enum EarlierOrderText {
  /// The sentences that name the order, and what comes first.
  ///
  /// - Parameters:
  ///   - saved: The order's draft.
  ///   - app: Knows the names of networks.
  ///   - now: The time now.
  /// - Returns: The sentences.
  public static func sentences(for saved: SavedDraft, in app: App, now: Date) -> String {
    let attempt = saved.progress.attempts.first
    let name = attempt?.request["name"]?.text.map { "\"\(DisplayText.visible($0))\"" }
    let network = attempt?.network.map { id in
      let known = app.choices.networks.value?.choice(id)?.title
      return " on network \(known ?? DisplayText.visible(id))"
    }
    let sent = attempt?.sentAt.map { ", sent \(DraftSummary.age(of: $0, now: now))" }
    let order = (name ?? "one without a name") + (network ?? "") + (sent ?? "")
    return "The outcome of an earlier order is not known: \(order). vxc looks for it first."
  }
}
