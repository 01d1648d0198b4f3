public import CrossConnect

/// What `vxc create --help` says of a question's option.
public enum OptionHelp {
  /// The questions' names with every cloud, and what they are, in a sentence or two.
  ///
  /// - Parameter id: The question.
  /// - Returns: The words.
  public static func text(for id: FieldID) -> String {
    let fields =
      SharedFields.all.filter { $0.id == id }
      + CloudProvider.allCases.compactMap { $0.rules.descriptor(id) }
    var labels: [String] = []
    for field in fields where !labels.contains(field.label) { labels.append(field.label) }
    switch id {
    case .primaryTelnyxIP, .secondaryTelnyxIP:
      return "The two addresses of the circuit, Telnyx's first; one may be left out."
    case .primaryCloudIP, .secondaryCloudIP: return ""
    case .primaryBGPKey, .secondaryBGPKey:
      return "\(labels.joined(separator: ", ")): the file that has it, which only you may read."
    case .asn: return "\(labels.joined(separator: ", ")); auto lets Telnyx assign it."
    case .wantsSecondary: return "A secondary circuit, too."
    case .primaryAccount, .secondaryAccount:
      return "\(labels.joined(separator: ", ")); @FILE reads it from a file."
    case .network, .name, .telnyxRegion, .cloudProvider, .cloudRegion, .bandwidth:
      return "\(labels.joined(separator: ", "))."
    }
  }
}
