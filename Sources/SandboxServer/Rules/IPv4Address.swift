/// An IPv4 address as the API takes it, with or without a prefix length.
struct IPv4Address: Hashable, Sendable {
  /// The four octets as one number, the first the highest.
  let number: UInt32
  /// The prefix length with its slash as it was written, such as `/30`; empty if there was none.
  let suffix: String

  /// Reads `169.254.0.1` or `169.254.131.250/29`; `nil` for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let octets = parts[0].split(separator: ".", omittingEmptySubsequences: false)
      .compactMap { Self.plainNumber($0) }
    guard octets.count == 4, octets.map(String.init).joined(separator: ".") == parts[0] else {
      return nil
    }
    number = octets.reduce(0) { $0 << 8 | UInt32($1) }
    guard parts.count == 2 else {
      suffix = ""
      return
    }
    guard let length = Self.plainNumber(parts[1]), length <= 32 else { return nil }
    suffix = "/\(length)"
  }

  /// A number below 256 without a sign or leading zeros.
  private static func plainNumber(_ text: Substring) -> UInt8? {
    UInt8(text).flatMap { String($0) == text ? $0 : nil }
  }
}
