import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

/// Parsers accept nothing but their grammar, which is written here a second time, in another way.
@Suite struct ParserPropertyTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `an ASN is digits of a number below 2 to the 32`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let examples = ["64512", "4294967295", "4294967296", "0", "64086.59904", "65535.65535", ""]
    for _ in 0..<200 {
      let text = String.random(near: examples, using: &generator)
      let isNumber = text.wholeMatch(of: /[0-9]+/) != nil && Double(text) ?? .infinity < 0x1p32
      #expect((ASN(parsing: text) != nil) == isNumber, "\(text) seed \(seed)")
      if let asn = ASN(parsing: text) {
        #expect(asn.description == String(text.drop { $0 == "0" && text.count > 1 }).orZero)
      }
      let halves = text.wholeMatch(of: /([0-9]+)\.([0-9]+)/)
      let isDotted = halves.map { (Double($0.1) ?? 1e9) < 65_536 && (Double($0.2) ?? 1e9) < 65_536 }
      #expect((ASN.plainForm(of: text) != nil) == (isDotted == true), "\(text) seed \(seed)")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `an address is four octets and perhaps a prefix length, and is written as it was read`(
    seed: UInt64
  ) {
    var generator = SeededGenerator(seed: seed)
    let examples = [
      "169.254.0.1", "169.254.131.250/29", "255.255.255.255/32", "0.0.0.0/0", "10.0.0.256", "",
    ]
    let grammar = /(0|[1-9][0-9]{0,2})(\.(0|[1-9][0-9]{0,2})){3}(\/(0|[1-9][0-9]?))?/
    for _ in 0..<200 {
      let text = String.random(near: examples, using: &generator)
      let numbers = text.split { $0 == "." || $0 == "/" }.compactMap { Int($0) }
      let isAddress =
        text.wholeMatch(of: grammar) != nil && numbers.prefix(4).allSatisfy { $0 < 256 }
        && numbers.dropFirst(4).allSatisfy { $0 <= 32 }
      #expect((PeerAddress(text) != nil) == isAddress, "\(text) seed \(seed)")
      if let address = PeerAddress(text) { #expect(address.description == text) }
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a UUID and a pairing key are what their patterns say`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let uuid = Draft.sampleUUID
    let examples = [uuid, "\(uuid)/us-east4/1", "\(uuid)/us-central1/any", "\(uuid)/a/2", ""]
    let isUUID = /[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}/
    let isKey = /[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\/[0-9A-Za-z-]+\/(1|2|any)/
    for _ in 0..<200 {
      let text = String.random(near: examples, using: &generator)
      #expect(CloudAccount.isUUID(text) == (text.wholeMatch(of: isUUID) != nil), "\(text) \(seed)")
      #expect((PairingKey(text) != nil) == (text.wholeMatch(of: isKey) != nil), "\(text) \(seed)")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `an AWS account ID that passes is 12 digits`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let examples = ["123456789012", "1234-5678-9012", "000000000000"]
    for _ in 0..<200 {
      let typed = String.random(near: examples, using: &generator)
      let text = CloudAccount.normalizedAWS(typed)
      let passes = CloudAccount.awsFinding(for: text) == nil
      #expect(passes == (text.wholeMatch(of: /[0-9]{12}/) != nil), "\(typed) seed \(seed)")
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a base URL never sends a key over plain http to another host`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let examples = [
      "http://localhost:80/v2", "http://127.0.0.1/v2", "https://api.telnyx.com/v2",
      "http://[::1]:8080", "http://localhost.example.com", "http://127.0.0.1@example.com",
      "http://127.0.0.1%2eexample.com/", "http://127.0.0.1#@example.com/",
      "http://127.0.0.1\\@example.com",
    ]
    for _ in 0..<200 {
      let text = String.random(near: examples, using: &generator)
      guard let url = try? BaseURL(parsing: text) else { continue }
      #expect(url.isSecure || url.isLoopback, "\(text) seed \(seed)")
      #expect((try? BaseURL(parsing: url.description)) == url, "\(text) seed \(seed)")
    }
  }
}

extension String {
  fileprivate var orZero: String { isEmpty ? "0" : self }
}
