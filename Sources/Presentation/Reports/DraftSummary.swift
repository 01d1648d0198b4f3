internal import CrossConnect
public import Flows
public import FoundationEssentials

/// A draft of an earlier run in words: its age and its answers.
public struct DraftSummary: Hashable, Sendable {
  /// The answer to one question.
  public struct Line: Hashable, Sendable {
    /// The question's name.
    public let label: String
    /// The answer in words.
    public let value: String
  }

  /// The title, with the draft's age.
  public let title: String
  /// The warning that an order was sent, if one was.
  public let order: String?
  /// The first answers, and how many more there are.
  public let lines: [Line]

  /// The answers that the draft leaves out, if there are any.
  public let remark: String?

  /// Words for a draft.
  ///
  /// - Parameters:
  ///   - saved: The draft.
  ///   - app: Knows the names behind codes.
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
      // A prefilled value is no answer.
      progress.draft.answers[progress.draft.key(for: $0.id)]?.trimmed.isEmpty == false
    }
    var lines = [
      Line(label: "Step", value: "\(progress.step.rawValue) of 6: \(progress.step.title)")
    ]
    lines += answered.prefix(Self.mostAnswers).map {
      Line(label: $0.label, value: restored.shownValue(of: $0))
    }
    let lacking = NoticeText.lacking(
      progress.fieldsToRepeat, progress.keysMadeAnew, in: progress.draft)
    remark =
      lacking.isEmpty ? nil : "No draft keeps keys. \(lacking.joined(separator: ". "))."
    let rest = answered.count - Self.mostAnswers
    if rest > 0 { lines.append(Line(label: "", value: "and \(rest) more")) }
    self.lines = lines
  }

  /// Seven answers lead to the bandwidth, and leave room for the rest of the page.
  private static let mostAnswers = 7

  /// A time and its age: "14:41 UTC, 3 h ago".
  static func age(of date: Date, now: Date) -> String {
    let minutes = Int((now.timeIntervalSince(date) / 60).rounded(.down))
    switch minutes {
    // After a clock was put back, the age is unknown.
    case ..<0: return "\(date.formatted(.iso8601))"
    case 0: return "\(date.clockTime), just now"
    case 1..<60: return "\(date.clockTime), \(minutes) min ago"
    case 60..<1440: return "\(date.clockTime), \(minutes / 60) h ago"
    case 1440..<2880: return "\(date.clockTime(seenAt: now)), a day ago"
    default: return "\(date.clockTime(seenAt: now)), \(minutes / 1440) days ago"
    }
  }
}
