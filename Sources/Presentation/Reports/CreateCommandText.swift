public import CrossConnect

/// The command of a shell that orders the same as some answers.
public struct CreateCommandText: Hashable, Sendable {
  /// Its options in the order of the form, each with its value as a shell takes it.
  public let options: [String]

  /// The command for these answers: no key is in it, only the file that has it.
  public init(of draft: Draft) {
    var options: [String] = []
    for field in draft.fields {
      guard let option = Self.option(for: field, in: draft) else { continue }
      options.append(option)
    }
    self.options = options
  }

  /// The command in lines of at most `columns`, all but the last with a backslash at their end.
  public func lines(columns: Int) -> [String] {
    var lines = ["vxc create"]
    for option in options {
      let last = lines[lines.count - 1]
      // Two columns are kept for what joins a line to the next.
      if TextLayout.width(of: last) + 1 + TextLayout.width(of: option) + 2 <= columns {
        lines[lines.count - 1] = "\(last) \(option)"
      } else {
        lines[lines.count - 1] = "\(last) \\"
        lines.append("  \(option)")
      }
    }
    return lines
  }

  private static func option(for field: FieldDescriptor, in draft: Draft) -> String? {
    let value = draft.value(of: field)
    let name = "--\(field.id.optionName)"
    switch field.id {
    case .wantsSecondary: return draft.wantsSecondary ? name : nil
    case .asn:
      // What the form would fill in need not be said.
      guard value != field.prefill else { return nil }
      return "\(name) \(value.isEmpty ? "auto" : Shell.quoted(value))"
    case .primaryTelnyxIP, .secondaryTelnyxIP:
      let cloud = draft.value(field.id == .primaryTelnyxIP ? .primaryCloudIP : .secondaryCloudIP)
      return value.isEmpty && cloud.isEmpty ? nil : "\(name) \(Shell.quoted("\(value),\(cloud)"))"
    case .primaryCloudIP, .secondaryCloudIP: return nil
    case .network, .name, .telnyxRegion, .cloudProvider, .cloudRegion, .primaryAccount, .bandwidth,
      .primaryBGPKey, .secondaryAccount, .secondaryBGPKey:
      guard !value.isEmpty else { return nil }
      switch field.secrecy {
      case .open: return "\(name) \(Shell.quoted(DisplayText.visible(value)))"
      case .confidential: return "\(name) @FILE"
      case .unseen: return "\(name) FILE"
      }
    }
  }
}

/// Words as a POSIX shell takes them.
public enum Shell {
  /// A text as one word, in quotes where it needs them.
  public static func quoted(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.utf8.allSatisfy { ASCII.isLetterOrDigit($0) || "-._/,:@+".utf8.contains($0) }
    return isPlain ? text : "'\(text.replacing("'", with: #"'\''"#))'"
  }
}
