/// The identifiers that tell a cloud who a connection is for.
public enum CloudAccount {
  /// Whether `text` has the form 8-4-4-4-12 of hexadecimal digits.
  public static func isUUID(_ text: some StringProtocol) -> Bool {
    guard text.utf8.count == 36 else { return false }
    var place = -1
    return text.utf8.allSatisfy { byte in
      place += 1
      return switch place {
      case 8, 13, 18, 23: byte == UInt8(ascii: "-")
      default: ASCII.isHexDigit(byte)
      }
    }
  }

  /// A UUID without the braces that some consoles copy around it, and with its hyphens.
  public static func withoutBraces(_ text: String) -> String {
    guard text.hasPrefix("{"), text.hasSuffix("}") else { return withHyphens(text) }
    return withHyphens(text.dropFirst().dropLast().trimmed)
  }

  /// A UUID with its hyphens, which some tools leave out.
  private static func withHyphens(_ text: String) -> String {
    guard text.utf8.count == 32, text.utf8.allSatisfy(ASCII.isHexDigit) else { return text }
    var rest = text[...]
    return [8, 4, 4, 4, 12].map { count in
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }.joined(separator: "-")
  }

  /// Checks an AWS account ID: exactly 12 digits, leading zeros included.
  ///
  /// - SeeAlso: AWS Account Management, "View AWS account identifiers".
  public static func awsFinding(for text: String) -> Finding? {
    guard ASCII.isDigits(text) else {
      return .blocks("An AWS account ID has 12 digits and nothing else.")
    }
    guard text.utf8.count == 12 else {
      return .blocks("An AWS account ID has 12 digits; this has \(text.utf8.count).")
    }
    return nil
  }

  /// An AWS account ID without hyphens and spaces: `123456789012` for `1234-5678-9012`.
  ///
  /// Any other text stays as it is.
  public static func normalizedAWS(_ text: String) -> String {
    let digits = text.filter { $0 != "-" && $0 != " " }
    return ASCII.isDigits(digits) ? digits : text
  }

  /// Checks an ExpressRoute service key: a control character blocks, any form but a UUID warns.
  public static func serviceKeyFinding(for text: String) -> Finding? {
    guard !text.hasControlCharacter else {
      return .blocks("A service key is plain text without control characters.")
    }
    return isUUID(text) ? nil : .warns("A service key is usually a UUID, 8-4-4-4-12 digits.")
  }
}

/// A Google Partner Interconnect pairing key: `UUID/REGION/DOMAIN`.
///
/// - SeeAlso: Google Compute Engine API, `InterconnectAttachment.pairingKey`.
public struct PairingKey: Hashable, Sendable {
  /// The edge availability domain the attachment asks for.
  public enum Domain: String, Hashable, Sendable {
    case first = "1"
    case second = "2"
    case any
  }

  /// The key's UUID as it was written.
  public let uuid: String
  /// The Google Cloud region, such as `us-central1`.
  public let cloudRegion: String
  /// The edge availability domain.
  public let domain: Domain

  /// Reads a pairing key; `nil` if it isn't one.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, CloudAccount.isUUID(parts[0]), !parts[1].isEmpty,
      parts[1].utf8.allSatisfy({ ASCII.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }),
      let domain = Domain(rawValue: String(parts[2]))
    else { return nil }
    uuid = String(parts[0])
    cloudRegion = String(parts[1])
    self.domain = domain
  }
}
