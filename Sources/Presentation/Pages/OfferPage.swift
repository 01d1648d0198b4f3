public import Flows
public import FoundationEssentials

/// A draft of an earlier run, and what can be done with it.
public enum OfferPage {
  /// What stands on it; nothing without a draft that is offered.
  public static func blocks(of app: App, now: Date) -> [Block] {
    guard let draft = app.records.offered.first else { return [] }
    let summary = DraftSummary(of: draft, in: app, now: now)
    let others = app.records.offered.count - 1
    return [.heading(summary.title)] + (summary.order.map { [.warning($0)] } ?? [])
      + (app.caution == .discardsOrder ? [.caution(.discardsOrder, again: .discardFound)] : [])
      // The buttons stand beside what they are about, in view in every window.
      + [.gap, .actions(app.actions), .gap]
      + summary.lines.map { .entry(label: $0.label, value: $0.value) } + [.gap]
      + (summary.remark.map { [.text($0)] } ?? [])
      + (others > 0
        ? [.text(others == 1 ? "1 older draft follows." : "\(others) older drafts follow.")] : [])
  }
}
