internal import CrossConnect
public import Flows
public import FoundationEssentials

/// A draft of an earlier run in words: how old it is, and what was answered.
public struct DraftSummary: Hashable, Sendable {
  /// What was answered to one question.
  public struct Line: Hashable, Sendable {
    /// The question's name.
    public let label: String
    /// The answer in words.
    public let value: String
  }

  /// What it is, and how old.
  public let title: String
  /// The warning that an order was sent, if one was.
  public let order: String?
  /// The first answers, and how many more there are.
  public let lines: [Line]

  /// What was answered and isn't in it, if anything.
  public let remark: String?

  /// Words for a draft.
  ///
  /// - Parameters:
  ///   - saved: The draft.
  ///   - app: Knows names for what is identified by codes.
  ///   - now: The time now.
  public init(of saved: SavedDraft, in app: App, now: Date) {
    let progress = saved.progress
    title = "There is a draft, saved \(Self.age(of: saved.savedAt, now: now))"
    order = progress.orderedAt.map {
      let orders =
        progress.attempts.count > 1
        ? "\(progress.attempts.count) orders were sent, the first" : "An order was sent"
      return "\(orders) at \($0.clockTime), and the outcome is not known: "
        + "it may exist, and be billed. Resume looks for it first."
    }
    let restored = app.showing(progress.draft)
    let answered = progress.draft.fields.filter {
      // What is only prefilled was not answered.
      progress.draft.answers[progress.draft.key(for: $0.id)]?.trimmed.isEmpty == false
    }
    var lines = [
      Line(label: "Step", value: "\(progress.step.rawValue) of 6: \(progress.step.title)")
    ]
    lines += answered.prefix(Self.mostAnswers).map {
      Line(label: $0.label, value: restored.shownValue(of: $0))
    }
    let withheld = progress.draft.fields
      .filter { progress.withheld.contains(progress.draft.key(for: $0.id)) }.map(\.label)
    remark =
      withheld.isEmpty
      ? nil : "No draft keeps keys. To be typed again: \(withheld.joined(separator: ", "))."
    let rest = answered.count - Self.mostAnswers
    if rest > 0 { lines.append(Line(label: "", value: "and \(rest) more")) }
    self.lines = lines
  }

  /// Seven answers lead to the bandwidth, and leave room for the rest of the page.
  private static let mostAnswers = 7

  /// How long ago a time was, and when: "14:41 UTC, 3 h ago".
  static func age(of date: Date, now: Date) -> String {
    let minutes = Int((now.timeIntervalSince(date) / 60).rounded(.down))
    switch minutes {
    // A clock that was put back tells nothing about the age.
    case ..<0: return "\(date.formatted(.iso8601))"
    case 0: return "\(date.clockTime), just now"
    case 1..<60: return "\(date.clockTime), \(minutes) min ago"
    case 60..<1440: return "\(date.clockTime), \(minutes / 60) h ago"
    case 1440..<2880: return "yesterday, \(date.clockTime)"
    default: return "\(minutes / 1440) days ago"
    }
  }
}
