extension BodyReader {
  /// The IPv4 address of a property, as it was written; `nil` if it is absent, null or no address.
  ///
  /// The API's prose has null for an address that is to be assigned, though its schema hasn't.
  mutating func address(_ key: String) -> String? {
    guard hasValue(key), let text = text(key) else { return nil }
    guard IPv4Address(text) != nil else {
      refuse(key, "'\(text)' is not an IPv4 address.")
      return nil
    }
    return text
  }

  /// Refuses an address that two ends would share.
  mutating func refuseRepeatedAddresses(_ primary: CircuitRecord, _ secondary: CircuitRecord?) {
    var users: [UInt32: String] = [:]
    for (side, circuit) in [
      (CircuitRecord.Side.primary, primary), (.secondary, secondary ?? CircuitRecord()),
    ] {
      for (property, text) in circuit.addresses {
        guard let number = IPv4Address(text)?.number else { continue }
        let key = side.key(property)
        if let user = users[number] {
          // A change may have sent only the earlier of the two.
          let (sent, other) = has(key) ? (key, user) : (user, key)
          refuse(sent, "'\(sent)' is the same address as '\(other)'.")
        }
        users[number] = key
      }
    }
  }
}
