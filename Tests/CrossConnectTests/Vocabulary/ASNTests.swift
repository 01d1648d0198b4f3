import CrossConnect
import Testing

@Suite struct ASNTests {
  @Test(
    arguments: [
      ("0", 0), ("1", 1), ("64512", 64_512), ("0064512", 64_512), ("4294967295", 4_294_967_295),
    ] as [(String, UInt32)])
  func `digits are read as a number`(text: String, number: UInt32) {
    #expect(ASN(parsing: text) == ASN(number))
  }

  @Test(arguments: [
    "", " ", "+5", "-5", "5 ", " 5", "1.10", "0x10", "1e3", "4294967296", "99999999999999999999",
    "٥", "５", "6４512", "64_512", "64,512", "AS64512", "64512\n", "64512\u{0}",
  ])
  func `anything but digits of a 32-bit number is refused`(text: String) {
    #expect(ASN(parsing: text) == nil)
    #expect(ASN.finding(for: text)?.isBlocking == true)
  }

  @Test(
    arguments: [
      (0, "reserved by RFC 7607"),
      (23_456, "reserved as AS_TRANS by RFC 6793"),
      (64_496, "reserved for documentation by RFC 5398"),
      (64_511, "reserved for documentation by RFC 5398"),
      (65_535, "reserved by RFC 7300"),
      (65_536, "reserved for documentation by RFC 5398"),
      (65_551, "reserved for documentation by RFC 5398"),
      (4_294_967_295, "reserved by RFC 7300"),
      (63_440, "Telnyx's own; this is the ASN of the cloud side"),
    ] as [(UInt32, String)])
  func `a reserved number blocks with the reason`(number: UInt32, reason: String) {
    #expect(ASN.finding(for: "\(number)") == .blocks("ASN \(number) is \(reason)."))
  }

  @Test(arguments: [64_512, 65_000, 65_534, 4_200_000_000, 4_294_967_294] as [UInt32])
  func `a number for private use is silent`(number: UInt32) {
    #expect(ASN(number).isPrivate)
    #expect(ASN.finding(for: "\(number)") == nil)
  }

  @Test(
    arguments: [
      1, 1234, 12_076, 16_550, 23_455, 23_457, 63_439, 63_441, 64_495, 65_552, 4_199_999_999,
    ] as [UInt32])
  func `another public number warns`(number: UInt32) {
    #expect(!ASN(number).isPrivate)
    #expect(
      ASN.finding(for: "\(number)")
        == .warns("ASN \(number) is a public number; it must be registered to you or your cloud."))
  }

  @Test(
    arguments: [
      ("64086.59904", 4_200_000_000), ("0.1", 1), ("1.10", 65_546), ("65535.65535", .max),
    ] as [(String, UInt32)])
  func `the dotted form is told as one number`(text: String, number: UInt32) {
    #expect(ASN.plainForm(of: text) == ASN(number))
    #expect(
      ASN.finding(for: text) == .blocks("An ASN is written as one number: \(text) is \(number)."))
  }

  @Test(arguments: ["1", "1.", ".1", "1.2.3", "65536.0", "0.65536", "+1.2", "1.٥", "a.b", "."])
  func `what isn't the dotted form has no plain one`(text: String) {
    #expect(ASN.plainForm(of: text) == nil)
  }

  @Test(arguments: [
    ("abc", "An ASN has digits only, such as 64512."),
    ("4294967296", "An ASN is at most 4294967295."),
    ("99999999999999999999999", "An ASN is at most 4294967295."),
  ])
  func `the sentence says what would be right`(text: String, sentence: String) {
    #expect(ASN.finding(for: text) == .blocks(sentence))
  }
}
