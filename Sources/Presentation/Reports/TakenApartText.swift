public import CrossConnect
public import Flows

/// The answers that one text gave to several questions.
public enum TakenApartText {
  /// The sentence.
  public static func sentence(for fields: [FieldID], in draft: Draft) -> String {
    let parts = fields.compactMap { draft.field($0) }.map { field in
      "\(DisplayText.visible(draft[field.id])) as \(field.label)"
    }
    return sentence(of: parts)
  }

  /// The sentence about both ends of a circuit that the cloud has told.
  public static func sentence(for circuit: Circuit, in connection: Connection) -> String {
    let parts = [true, false].map { AddressForm.Field(circuit, isCloud: $0) }.map { field in
      "\(DisplayText.visible(connection.addresses[field])) as \(AddressSheet.label(of: field, in: connection))"
    }
    return sentence(of: parts)
  }

  private static func sentence(of parts: [String]) -> String {
    "Taken: \(parts.joined(separator: ", "))."
  }
}
