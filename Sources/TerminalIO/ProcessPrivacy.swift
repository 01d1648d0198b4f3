internal import CTerminal

/// Keeps the process's secrets from other programs.
public enum ProcessPrivacy {
  /// Forbids core files and debuggers, except the superuser's, and opens closed standard streams.
  ///
  /// Output then never goes to another file by accident. It must be called before there is another
  /// thread.
  public static func begin() {
    ct_open_standard_streams()
    ct_forbid_dumps()
    ct_outlive_file_limit()
  }

  /// The environment's variables, in their order.
  public static var variables: [(name: String, value: String)] {
    var variables: [(name: String, value: String)] = []
    var next = ct_variables()
    while let entry = next?.pointee {
      let text = String(cString: entry)
      if let end = text.utf8.firstIndex(of: UInt8(ascii: "=")) {
        variables.append((String(text[..<end]), String(text[text.index(after: end)...])))
      }
      next = next?.successor()
    }
    return variables
  }

  /// Removes a variable from the environment: for this process, its children, and everybody who
  /// looks.
  ///
  /// - Parameter name: The variable's name.
  public static func erase(variable name: String) {
    ct_erase_variable(name)
  }
}
