public import CrossConnect

/// The shell command that orders the same as some answers.
public struct CreateCommandText: Hashable, Sendable {
  /// The options in the order of the form, each with its value quoted for a shell.
  public let options: [String]

  /// The command for these answers; it names the files of keys, and has no key.
  public init(of draft: Draft) {
    options = draft.fields.compactMap { Self.option(for: $0, in: draft) }
  }

  /// The command for another like a cross connect.
  ///
  /// What the cloud gives for one use only comes from a file, and keys are made anew.
  public init(resembling connect: VirtualCrossConnect) {
    let draft = Draft(resembling: connect)
    options =
      draft.fields.compactMap { field in
        Self.option(for: field, in: draft)
          ?? (field.secrecy == .confidential ? "--\(field.id.optionName) @FILE" : nil)
      } + (draft.wantsSecondary ? ["--generate-bgp-keys"] : [])
  }

  /// The command in lines of at most `columns`; all but the last end with a backslash.
  public func lines(columns: Int) -> [String] {
    Shell.lines(["vxc create"] + options, columns: columns)
  }

  private static func option(for field: FieldDescriptor, in draft: Draft) -> String? {
    let value = draft.value(of: field)
    let name = "--\(field.id.optionName)"
    if field.choices == .secondaryCircuit { return draft.wantsSecondary ? name : nil }
    if field.end != nil { return ends(of: field, in: draft).map { "\(name) \($0)" } }
    if case .integerOrNull = field.wire {
      // The form's own value needs no option.
      guard value != field.prefill else { return nil }
      return "\(name) \(value.isEmpty ? "auto" : Shell.quoted(value))"
    }
    guard !value.isEmpty else { return nil }
    switch field.secrecy {
    case .open: return "\(name) \(Shell.quoted(DisplayText.visible(value)))"
    case .confidential: return "\(name) @FILE"
    case .unseen: return "\(name) FILE"
    }
  }

  /// Both ends of a circuit as one word, at the first of them.
  private static func ends(of field: FieldDescriptor, in draft: Draft) -> String? {
    let ends = draft.fields.filter { $0.end != nil && $0.circuit == field.circuit }
    let values = ends.map(draft.value)
    guard ends.first?.id == field.id, values.contains(where: { !$0.isEmpty }) else { return nil }
    return Shell.quoted(values.joined(separator: ","))
  }
}
