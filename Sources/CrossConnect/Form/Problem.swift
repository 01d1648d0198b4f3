/// Something to correct or to know before the order is sent, or after the API refused it.
public struct Problem: Hashable, Sendable {
  /// The field that it belongs to; `nil` if no visible field fits.
  public let field: FieldID?
  /// The finding.
  public let finding: Finding
  /// Whether the API reported it; then the program can't check it again.
  public let isFromAPI: Bool

  /// A finding about a field.
  public init(field: FieldID?, _ finding: Finding, isFromAPI: Bool = false) {
    self.field = field
    self.finding = finding
    self.isFromAPI = isFromAPI
  }

  /// The sentence.
  public var sentence: String { finding.sentence }

  /// The sentence in a summary: after its field's label, unless it has the label in it.
  public func entry(in draft: Draft) -> String {
    guard let label = field.flatMap({ draft.field($0) })?.label,
      !sentence.lowercased().contains(label.lowercased())
    else { return sentence }
    return "\(label): \(sentence)"
  }

  /// Whether it keeps the order from being sent.
  public var isBlocking: Bool { finding.isBlocking }
}
