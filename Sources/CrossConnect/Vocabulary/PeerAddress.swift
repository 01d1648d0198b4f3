/// The IPv4 address of one end of a BGP session, with or without a prefix length.
public struct PeerAddress: Hashable, Sendable {
  /// The address as a number, the first octet the highest.
  public let value: UInt32
  /// The prefix length after a slash, 0–32, if there was one.
  public let prefixLength: Int?

  /// Reads `169.254.0.1` or `169.254.131.250/29`; `nil` for anything else.
  public init?(_ text: String) { self.init(text[...]) }

  /// Reads a part of a text.
  public init?(_ text: Substring) {
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

  /// Whether both are one address, whatever their prefixes.
  package func isSameHost(as other: PeerAddress) -> Bool { value == other.value }

  /// Whether the address is a netmask, such as 255.255.255.252.
  var isMask: Bool { value >= 0xFF00_0000 && (~value & (~value &+ 1)) == 0 }

  /// An address with its netmask, or with a blank before the slash, as the API writes it.
  ///
  /// - Returns: `169.254.0.1/30` for `169.254.0.1 255.255.255.252`; any other text as it is.
  static func withPrefixLength(_ text: String) -> String {
    let words = text.lowercased().split { $0.isWhitespace || "/,:=".contains($0) }
      .filter { !["subnet", "mask", "netmask"].contains($0) }
    guard words.count == 2, let address = PeerAddress(words[0]), !address.isMask else {
      return text
    }
    if let mask = PeerAddress(words[1]), mask.isMask {
      return "\(address)/\(32 - mask.value.trailingZeroBitCount)"
    }
    let written = "\(address)/\(words[1])"
    return text.contains("/") && PeerAddress(written) != nil ? written : text
  }

  /// Whether the address is in 127.0.0.0/8.
  public var isLoopback: Bool { value >> 24 == 127 }
}

extension PeerAddress: CustomStringConvertible {
  /// The address in dotted form, with its prefix length if it has one.
  public var description: String {
    let octets = [24, 16, 8, 0].map { String(value >> $0 & 0xFF) }.joined(separator: ".")
    return prefixLength.map { "\(octets)/\($0)" } ?? octets
  }

  /// The address's place in its /30: 0 is the network, 1 and 2 are usable, 3 is the broadcast.
  public var placeInPair: UInt32 { value & 3 }

  /// The network of the /30 around the address, such as `169.254.0.0/30`.
  public var pairNetwork: PeerAddress { network(30) }

  /// The network around the address with a prefix of `length`, 0–32 bits.
  package func network(_ length: Int) -> PeerAddress {
    PeerAddress(value: value & ~Self.hostBits(length), prefixLength: length)
  }

  /// The bits that a prefix of `length` leaves to the hosts.
  private static func hostBits(_ length: Int) -> UInt32 {
    length == 0 ? .max : UInt32(1) << (32 - length) - 1
  }

  private init(value: UInt32, prefixLength: Int?) {
    self.value = value
    self.prefixLength = prefixLength
  }

  /// The usable addresses of the address's network, in words.
  private func hosts(_ length: Int) -> String {
    let network = value & ~Self.hostBits(length)
    let ends = [network + 1, (network | Self.hostBits(length)) - 1]
      .map { PeerAddress(value: $0, prefixLength: nil).description }
    return ends.joined(separator: length == 30 ? " and " : " to ")
  }

  /// Whether the address is link-local (RFC 3927) or private (RFC 1918).
  private var isLocal: Bool {
    value >> 16 == 0xA9FE || value >> 24 == 10 || value >> 20 == 0xAC1 || value >> 16 == 0xC0A8
  }

  /// Checks one typed address on its own, without the other end.
  ///
  /// - SeeAlso: Azure, "ExpressRoute routing requirements" (the /30s), for the places in a /30.
  public static func finding(for text: String) -> Finding? {
    guard let address = PeerAddress(text) else {
      return .blocks("\"\(text)\" is not an IPv4 address; it looks like 169.254.0.1.")
    }
    if address.value == 0xA9FE_A9FE {
      return .warns("169.254.169.254 is the clouds' metadata service; choose another address.")
    }
    guard address.isLocal else {
      return .warns("\(text) is outside 169.254.0.0/16 and the private ranges of RFC 1918.")
    }
    // Google's addresses come with a /29.
    let length = address.prefixLength ?? 30
    guard (29...30).contains(length) else {
      return .warns("\(text) has a /\(length); the two ends of a circuit usually share a /30.")
    }
    let place = address.value & hostBits(length)
    guard place == 0 || place == hostBits(length) else { return nil }
    let kind = place == 0 ? "network" : "broadcast"
    return .warns(
      "\(text) is the \(kind) address of its /\(length); its hosts are \(address.hosts(length)).")
  }
}
