/// Something to put right, or to be aware of, before the order can be sent or after it was refused.
public struct Problem: Hashable, Sendable {
  /// The field it belongs to; `nil` if it belongs to none that is shown.
  public let field: FieldID?
  /// What it says.
  public let finding: Finding

  /// A finding about a field.
  public init(field: FieldID?, _ finding: Finding) {
    self.field = field
    self.finding = finding
  }

  /// The sentence.
  public var sentence: String { finding.sentence }

  /// Whether the person can't go on with it.
  public var isBlocking: Bool { finding.isBlocking }
}
