public import CrossConnect

/// The answers that one text gave to several questions.
public enum TakenApartText {
  /// The sentence.
  public static func sentence(for fields: [FieldID], in draft: Draft) -> String {
    let parts = fields.compactMap { draft.field($0) }.map { field in
      "\(DisplayText.visible(draft[field.id])) as \(field.label)"
    }
    return "Taken: \(parts.joined(separator: ", "))."
  }
}
