internal import CrossConnect

extension VirtualCrossConnect {
  /// Everything that the API said about it, in the API's own words.
  ///
  /// - Parameter showsKeys: Whether BGP keys are among it; without, they are left out.
  /// - Returns: An object.
  func json(showsKeys: Bool) -> JSONValue {
    .object(showsKeys ? members : members.filter { !Self.secretKeys.contains($0.key) })
  }
}

extension JSONValue {
  /// The document in which the API would answer it.
  var asAnswer: String { JSONValue.object(["data": self]).jsonText }
}
