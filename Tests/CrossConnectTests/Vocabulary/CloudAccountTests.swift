import CrossConnect
import TestSupport
import Testing

@Suite struct CloudAccountTests {
  @Test(arguments: [
    ("123456789012", "123456789012"),
    ("1234-5678-9012", "123456789012"),
    ("1234 5678 9012", "123456789012"),
    ("000000000012", "000000000012"),
    ("0000-0000-0012", "000000000012"),
    ("1234-567", "1234567"),
    ("12a4-5678-9012", "12a4-5678-9012"),
    ("---", "---"),
    ("١٢٣٤-5678-9012", "١٢٣٤-5678-9012"),
  ])
  func `an AWS account ID loses its hyphens and nothing else`(text: String, normal: String) {
    #expect(CloudAccount.normalizedAWS(text) == normal)
  }

  @Test(arguments: [
    ("123456789012", nil),
    ("000000000000", nil),
    ("12345", "An AWS account ID has 12 digits; this has 5."),
    ("1234567890123", "An AWS account ID has 12 digits; this has 13."),
    ("1234-5678-9012", "An AWS account ID has 12 digits and nothing else."),
    ("12345678901a", "An AWS account ID has 12 digits and nothing else."),
    ("+12345678901", "An AWS account ID has 12 digits and nothing else."),
    ("１２３４５６７８９０１２", "An AWS account ID has 12 digits and nothing else."),
  ])
  func `an AWS account ID has 12 digits`(text: String, sentence: String?) {
    #expect(CloudAccount.awsFinding(for: text) == sentence.map { .blocks($0) })
  }

  @Test(arguments: [
    ("6a09cdc3-8948-47f0-aa62-74ac943d6c58", true),
    ("6A09CDC3-8948-47F0-AA62-74AC943D6C58", true),
    ("00000000-0000-0000-0000-000000000000", true),
    ("", false),
    ("6a09cdc3894847f0aa6274ac943d6c58", false),
    ("6a09cdc3-8948-47f0-aa62-74ac943d6c5", false),
    ("6a09cdc3-8948-47f0-aa62-74ac943d6c588", false),
    ("6a09cdc3-8948-47f0-aa62-74ac943d6c5g", false),
    ("6a09cdc-38948-47f0-aa62-74ac943d6c58", false),
    ("{6a09cdc3-8948-47f0-aa62-74ac943d6c58}", false),
    ("6a09cdc3-8948-47f0-aa62-74ac943d6c58-", false),
    ("6a09cdc3–8948–47f0–aa62–74ac943d6c58", false),
    ("٦a09cdc-8948-47f0-aa62-74ac943d6c58", false),
  ])
  func `a UUID is 8-4-4-4-12 hexadecimal digits`(text: String, isUUID: Bool) {
    #expect(CloudAccount.isUUID(text) == isUUID)
  }

  @Test(arguments: [
    ("{6a09cdc3}", "6a09cdc3"), ("6a09cdc3", "6a09cdc3"), ("{6a09cdc3", "{6a09cdc3"),
    ("6a09cdc3}", "6a09cdc3}"), ("{}", ""), ("{", "{"), ("}", "}"), ("", ""),
    ("{ 6a09cdc3 }", "6a09cdc3"), ("{ }", ""),
  ])
  func `braces around a pasted UUID are taken off`(text: String, plain: String) {
    #expect(CloudAccount.withoutBraces(text) == plain)
  }

  @Test func `a service key that isn't a UUID warns`() {
    #expect(CloudAccount.serviceKeyFinding(for: Draft.sampleUUID) == nil)
    #expect(
      CloudAccount.serviceKeyFinding(for: "my-key")
        == .warns("A service key is usually a UUID, 8-4-4-4-12 digits."))
    #expect(
      CloudAccount.serviceKeyFinding(for: "my\u{1B}key")
        == .blocks("A service key is plain text without control characters."))
  }
}

@Suite struct PairingKeyTests {
  @Test(
    arguments: [("1", .first), ("2", .second), ("any", .any)] as [(String, PairingKey.Domain)])
  func `a key has a UUID, a region and a domain`(word: String, domain: PairingKey.Domain) throws {
    let key = try #require(PairingKey("\(Draft.sampleUUID)/us-central1/\(word)"))
    #expect(key.uuid == Draft.sampleUUID)
    #expect(key.cloudRegion == "us-central1")
    #expect(key.domain == domain)
  }

  @Test(arguments: [
    "", "/", "//", "UUID", "UUID/us-central1", "UUID/us-central1/", "UUID/us-central1/3",
    "UUID/us-central1/0", "UUID/us-central1/ANY", "UUID/us-central1/1/1", "UUID//1",
    "UUID/us central1/1", "UUID/us_central1/1", "/us-central1/1", "x/us-central1/1",
    "UUID/us-central1/١", "UUID/us-central1/1 ", " UUID/us-central1/1", "UUID/münchen/1",
  ])
  func `anything else is refused`(pattern: String) {
    #expect(PairingKey(pattern.replacing("UUID", with: Draft.sampleUUID)) == nil)
  }
}
