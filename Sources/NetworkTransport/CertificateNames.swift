internal import CrossConnect

/// The names of a certificate's issuer and subject, read from its DER.
///
/// The TLS library tells dates and alternative names, but not who signed a certificate. A person
/// wants to know that of a certificate that isn't trusted.
///
/// - SeeAlso: RFC 5280, 4.1; ITU-T X.690 for the encoding.
struct CertificateNames: Hashable {
  /// The issuer's common name, otherwise its organisation.
  var issuer: String?
  /// Whether issuer and subject are the same.
  var isSelfSigned: Bool

  /// Reads a certificate; `nil` if it isn't one.
  init?(der: [UInt8]) {
    var outer = DERReader(der[...])
    guard let certificate = outer.next(0x30) else { return nil }
    var certificateReader = DERReader(certificate)
    guard let signedPart = certificateReader.next(0x30) else { return nil }
    var fields = DERReader(signedPart)
    _ = fields.next(0xA0)  // version, absent for the oldest
    guard fields.next(0x02) != nil, fields.next(0x30) != nil, let issuer = fields.next(0x30),
      fields.next(0x30) != nil, let subject = fields.next(0x30)
    else { return nil }
    isSelfSigned = issuer.elementsEqual(subject)
    self.issuer = Self.name(in: issuer)
  }

  private static func name(in distinguishedName: ArraySlice<UInt8>) -> String? {
    let commonName: [UInt8] = [0x55, 0x04, 0x03]
    let organisation: [UInt8] = [0x55, 0x04, 0x0A]
    var found: [[UInt8]: String] = [:]
    var sets = DERReader(distinguishedName)
    while let set = sets.next(0x31) {
      var pairs = DERReader(set)
      while let pair = pairs.next(0x30) {
        var parts = DERReader(pair)
        guard let type = parts.next(0x06), let value = parts.next() else { continue }
        found[Array(type)] = String(decoding: value, as: UTF8.self).shownInSentence
      }
    }
    return found[commonName] ?? found[organisation]
  }
}

/// Steps through the elements of DER.
private struct DERReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The content of the next element if it has `tag`, or of any; `nil` leaves the place as it is.
  mutating func next(_ tag: UInt8? = nil) -> ArraySlice<UInt8>? {
    guard let first = rest.first, tag == nil || tag == first else { return nil }
    var bytes = rest.dropFirst()
    guard var length = bytes.popFirst().map(Int.init) else { return nil }
    if length >= 0x80 {
      let count = length & 0x7F
      guard (1...4).contains(count), bytes.count >= count else { return nil }
      length = bytes.prefix(count).reduce(0) { $0 << 8 | Int($1) }
      bytes = bytes.dropFirst(count)
    }
    guard bytes.count >= length else { return nil }
    rest = bytes.dropFirst(length)
    return bytes.prefix(length)
  }
}

extension String {
  /// A text by somebody else: at most 80 characters, without control characters.
  var shownInSentence: String {
    let clean = String(map { String($0).hasControlCharacter ? "?" : $0 })
    return clean.count > 80 ? clean.prefix(79) + "…" : clean
  }
}
