/// The IPv4 address of one end of a BGP session, with or without a prefix length.
public struct PeerAddress: Hashable, Sendable {
  /// The address as a number, the first octet the highest.
  public let value: UInt32
  /// The prefix length after a slash, 0–32, if there was one.
  public let prefixLength: Int?

  /// Reads `169.254.0.1` or `169.254.131.250/29`; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    guard halves.count <= 2, let address = halves.first else { return nil }
    let octets = address.split(separator: ".", omittingEmptySubsequences: false)
    guard octets.count == 4 else { return nil }
    var value: UInt32 = 0
    for octet in octets {
      guard octet.utf8.count <= 3, ASCII.isDigits(octet), let number = UInt32(octet), number < 256,
        octet == "0" || octet.first != "0"
      else { return nil }
      value = value << 8 | number
    }
    self.value = value
    guard halves.count == 2 else {
      prefixLength = nil
      return
    }
    guard halves[1].utf8.count <= 2, ASCII.isDigits(halves[1]), let length = Int(halves[1]),
      length <= 32, halves[1] == "0" || halves[1].first != "0"
    else { return nil }
    prefixLength = length
  }

  /// Whether the address is in 127.0.0.0/8.
  public var isLoopback: Bool { value >> 24 == 127 }
}
