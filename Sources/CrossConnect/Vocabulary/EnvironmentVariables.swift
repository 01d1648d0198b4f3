/// The variables of an environment, in their order.
///
/// They are in an array: the first dictionary of a process takes longer to make than the few
/// look-ups before the first frame.
public struct EnvironmentVariables: ExpressibleByDictionaryLiteral, Sendable {
  private struct Entry {
    let name: String
    let value: String
  }

  private var entries: [Entry] = []

  /// An empty environment.
  public init() {}

  /// The variables of a literal.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { add(name, value) }
  }

  /// The variables of a dictionary.
  public init(_ variables: [String: String]) {
    for (name, value) in variables { add(name, value) }
  }

  /// The value of a variable; `nil` if it isn't set, the first if it is set twice, as in `getenv`.
  public subscript(name: String) -> String? {
    entries.first { $0.name == name }?.value
  }

  /// Adds a variable.
  public mutating func add(_ name: String, _ value: String) {
    entries.append(Entry(name: name, value: value))
  }

  /// Removes a variable.
  ///
  /// - Parameter name: The variable's name.
  /// - Returns: Its value; `nil` if it wasn't set.
  public mutating func remove(_ name: String) -> String? {
    let value = self[name]
    entries.removeAll { $0.name == name }
    return value
  }
}
