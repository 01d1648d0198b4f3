/// The form of the identifier by which a cloud knows the customer.
enum AccountRule: Hashable, Sendable {
  /// A text of this form.
  case text(TextRule)
  /// A UUID, the cloud region of the order, and an edge availability domain: `UUID/us-east4/1`.
  ///
  /// - SeeAlso: Google Compute Engine API, `InterconnectAttachment.pairingKey`.
  case pairingKey

  /// The edge availability domains; `any` leaves the choice to Google.
  private static let domains: [Substring] = ["1", "2", "any"]
  private static let region = TextRule(
    length: 1...63, characters: TextRule.lettersAndDigits + ["-"..."-"])
  private static let uuid = [8, 4, 4, 4, 12].map {
    TextRule(length: $0...$0, characters: TextRule.hexadecimal)
  }

  /// What is wrong with an account, as a sentence; `nil` if it is accepted.
  ///
  /// - Parameters:
  ///   - account: The account.
  ///   - cloudRegion: The order's cloud region, if it has one.
  /// - Returns: The sentence.
  func problem(_ account: String, cloudRegion: String?) -> String? {
    switch self {
    case .text(let rule):
      return rule.allows(account) ? nil : "The account's form is not the cloud's."
    case .pairingKey:
      guard let key = Self.pairingKey(account) else {
        return "A pairing key looks like UUID/REGION/DOMAIN, its domain 1, 2 or any."
      }
      guard let cloudRegion, key.region != cloudRegion else { return nil }
      return "The pairing key is for '\(key.region)', not for '\(cloudRegion)'."
    }
  }

  /// Whether two accounts stand for the same attachment, which has room for one circuit.
  func isShared(_ one: String, _ other: String) -> Bool {
    switch self {
    case .text: return one == other
    case .pairingKey:
      // The UUID is the attachment's, in whatever case (RFC 9562, 4).
      let uuids = [one, other].compactMap { Self.pairingKey($0)?.uuid.lowercased() }
      return uuids.count == 2 && uuids[0] == uuids[1]
    }
  }

  private static func pairingKey(_ account: String) -> (uuid: Substring, region: Substring)? {
    let parts = account.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, isUUID(parts[0]), region.allows(parts[1]), domains.contains(parts[2])
    else { return nil }
    return (parts[0], parts[1])
  }

  private static func isUUID(_ text: Substring) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    return groups.count == uuid.count && zip(uuid, groups).allSatisfy { $0.allows($1) }
  }
}
