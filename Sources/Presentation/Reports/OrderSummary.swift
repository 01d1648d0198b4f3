public import CrossConnect
public import Flows

/// The answers in groups, as the review shows them.
public struct OrderSummary: Hashable, Sendable {
  /// What was answered to one question.
  public struct Line: Hashable, Sendable {
    /// The question.
    public let field: FieldID
    /// The question's name.
    public let label: String
    /// The answer in words; a secret's length.
    public let value: String
    /// What there is to say about it.
    public let findings: [Finding]
  }

  /// Answers that are changed together.
  public struct Group: Hashable, Sendable {
    /// The digit that opens it, from 1.
    public let number: Int
    /// What it is about.
    public let title: String
    /// The page on which it is changed.
    public let step: Step
    /// Its answers.
    public let lines: [Line]
  }

  /// The groups in the order of the form.
  public let groups: [Group]
  /// The monthly price in words, to be read with `PriceList.remark`.
  public let price: String

  /// What `wizard` holds now.
  public init(of app: App) {
    var groups: [Group] = []
    for step in Step.allCases where step != .review {
      let fields = app.form.draft.fields(in: step)
      let halves =
        step == .circuits
        ? [
          ("Primary circuit", fields.filter { $0.circuit != .secondary }),
          ("Secondary circuit", fields.filter { $0.circuit == .secondary }),
        ] : [(step.title, fields)]
      for (title, fields) in halves {
        let lines = fields.map { Self.line(for: $0, in: app) }
        groups.append(Group(number: groups.count + 1, title: title, step: step, lines: lines))
      }
    }
    self.groups = groups
    let words = app.form.draft.rules.map {
      PriceList.words(for: app.form.draft.value(.bandwidth), rules: $0)
    }
    price = words ?? "no list price"
  }

  private static func line(for field: FieldDescriptor, in app: App) -> Line {
    let value = app.form.draft.value(of: field)
    let words =
      if value.isEmpty {
        field.wordsWhenEmpty
      } else if field.secrecy == .unseen {
        MaskedText.characters(value.count)
      } else {
        app.shownValue(of: field)
      }
    let shown = app.form.problems.filter { $0.field == field.id }.map(\.finding)
    let warnings = app.problems(of: field).map(\.finding).filter { !$0.isBlocking }
    return Line(field: field.id, label: field.label, value: words, findings: shown + warnings)
  }
}
