public import CrossConnect
public import Flows

/// The answers in groups, as the review shows them.
public struct OrderSummary: Hashable, Sendable {
  /// The answer to one question.
  public struct Line: Hashable, Sendable {
    /// The question.
    public let field: FieldID
    /// The question's name.
    public let label: String
    /// The answer in words; a secret's length.
    public let value: String
    /// Its warnings and errors.
    public let findings: [Finding]
    /// The circuit that it is about.
    let circuit: Circuit?
    /// Whether Telnyx assigns the value.
    let isAssigned: Bool
    /// The owner of the address, if it is an address that was given.
    let end: String?
  }

  /// A row of the review: one answer, or several together.
  public struct Row: Hashable, Sendable {
    /// The label.
    public let label: String
    /// The answers in words.
    public let value: String
    /// Their warnings and errors.
    public let findings: [Finding]
    private let lines: [Line]

    fileprivate init(_ line: Line) {
      self.init([line], label: line.label, value: line.value)
    }

    init(label: String, value: String) {
      self.init([], label: label, value: value)
    }

    private init(_ lines: [Line], label: String, value: String) {
      self.lines = lines
      self.label = label
      self.value = value
      findings = lines.flatMap(\.findings)
    }

    /// The row with one more answer, if the two belong together.
    fileprivate func joined(with line: Line) -> Row? {
      // A warning stands beside the one answer that it is about.
      guard let first = lines.first, first.circuit == line.circuit,
        findings.isEmpty, line.findings.isEmpty
      else { return nil }
      let all = lines + [line]
      if all.allSatisfy(\.isAssigned) {
        // The circuit is named once.
        let prefix = line.circuit.map { $0.title + " " } ?? ""
        let rest = all.dropFirst().map { $0.label.replacing(prefix, with: "") }
        let labels = [first.label] + rest
        return Row(
          all, label: SharedFields.assigned, value: labels.joined(separator: ", "))
      }
      guard lines.count == 1, first.end != nil, line.end != nil else { return nil }
      return Row(
        all, label: "\(line.circuit?.title ?? "") addresses",
        value: all.map { "\($0.end ?? "") \($0.value)" }.joined(separator: ", "))
    }
  }

  /// Answers that change together.
  public struct Group: Hashable, Sendable {
    /// The digit that opens it, from 1.
    public let number: Int
    /// The title.
    public let title: String
    /// The page that changes it.
    public let step: Step
    /// Its answers.
    public let lines: [Line]

    /// The answers in few rows: one for all that Telnyx assigns, one for both ends of a circuit.
    public var rows: [Row] {
      var rows: [Row] = []
      for line in lines {
        if let last = rows.last, let joined = last.joined(with: line) {
          rows[rows.count - 1] = joined
        } else {
          rows.append(Row(line))
        }
      }
      return rows
    }
  }

  /// The groups in the order of the form.
  public let groups: [Group]
  /// The monthly price in words, to be read with `PriceList.remark`.
  public let price: String

  /// The answers of `app`.
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
    let draft = app.form.draft
    price =
      draft.rules.map { rules in
        PriceList.words(for: draft.value(.bandwidth), rules: rules)
          + PriceList.remark(onSecondary: draft.wantsSecondary, rules: rules)
      } ?? PriceList.unanswered
  }

  /// The price as a row.
  public var priceRow: Row { Row(label: "Price", value: price) }

  private static func line(for field: FieldDescriptor, in app: App) -> Line {
    let value = app.form.draft.value(of: field)
    let words =
      if value.isEmpty {
        "(\(field.wordsWhenEmpty))"
      } else if field.secrecy == .unseen {
        MaskedText.characters(value.count)
      } else {
        app.shownValue(of: field)
      }
    let shown = app.form.problems.filter { $0.field == field.id }.map(\.finding)
    let warnings = app.problems(of: field).map(\.finding).filter { !$0.isBlocking }
    let isAssigned = value.isEmpty && field.isAssignedWhenEmpty && field.choices == nil
    return Line(
      field: field.id, label: field.label, value: words + detail(of: field, value),
      findings: shown + warnings, circuit: field.circuit, isAssigned: isAssigned,
      end: value.isEmpty ? nil : field.end)
  }

  /// What distinguishes two answers of the same name, or what the other side must know.
  private static func detail(of field: FieldDescriptor, _ value: String) -> String {
    switch (field.choices, field.wire) {
    case (.networks, _) where CloudAccount.isUUID(value): " (\(value.prefix(8)))"
    case (_, .integerOrNull) where !value.isEmpty: ", to Telnyx's \(ASN.telnyx)"
    default: ""
    }
  }
}
