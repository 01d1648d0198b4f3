public import CrossConnect

/// The help of a question's option in `vxc create --help`.
public enum OptionHelp {
  /// The question's names with every cloud, and its meaning, in a sentence or two.
  ///
  /// - Parameter id: The question.
  /// - Returns: The words.
  public static func text(for id: FieldID) -> String {
    let fields =
      SharedFields.all.filter { $0.id == id }
      + CloudProvider.allCases.compactMap { $0.rules.descriptor(id) }
    var labels: [String] = []
    for field in fields where !labels.contains(field.label) { labels.append(field.label) }
    let names = labels.joined(separator: ", ")
    guard let first = fields.first else { return "" }
    if let end = first.end, let circuit = first.circuit {
      return end == "Telnyx"
        ? "The \(circuit.rawValue) circuit's two addresses, Telnyx's first; one may be left out."
        : ""
    }
    if first.choices == .secondaryCircuit {
      return "Order a secondary circuit, too; or not the one of --from."
    }
    if case .integerOrNull = first.wire {
      let usual = CloudProvider.allCases.map(\.rules)
        .compactMap { rules in rules.descriptor(id).map { "\(rules.shortName) \($0.prefill)" } }
        .joined(separator: ", ")
      return "\(names); auto lets Telnyx assign it. Without the option: \(usual)."
    }
    if first.secrecy == .unseen {
      return "\(names): the file that has it, which only you may read."
    }
    return fields.contains { $0.secrecy == .confidential }
      ? "\(names); @FILE reads it from a file." : "\(names)."
  }
}
