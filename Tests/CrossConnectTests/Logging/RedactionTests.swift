@testable import CrossConnect
import FoundationEssentials
import Testing

@Suite struct RedactionTests {
  private static let apiKey = "KEY0192+a/b%c\"d&e'f<hush"
  private static let bgpKey = "ssNOzjPPZuHlHWnFuCJ8Q7bC"
  private static let serviceKey = "6f1b4c9e-8a4b-4d7a-9a52-3a8d5f1c2b7e"
  private static let pairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-central1/1"

  private static func redacted(_ body: String, knowing secrets: [String] = []) -> String {
    var redaction = Redaction()
    for secret in secrets { redaction.learn(secret) }
    return redaction.body(Data(body.utf8))
  }

  // MARK: By name

  @Test(arguments: [
    (
      #"{"data":{"primary_bgp_key":"hush!!","secondary_bgp_key":null,"name":"a"}}"#,
      #"{"data":{"name":"a","primary_bgp_key":"<secret of 6 characters>","secondary_bgp_key":null}}"#
    ),
    (#"[[{"primaryBgpKey":["hush",7,true]}]]"#, #"[[{"primaryBgpKey":["<4>","<1>",true]}]]"#),
    (#"{"bgp_key":{"value":"hush"}}"#, #"{"bgp_key":{"value":"<4>"}}"#),
    (#"{"api_key":"hush","password":"hush"}"#, #"{"api_key":"<4>","password":"<4>"}"#),
    (#"{"primary_bgp_key":""}"#, #"{"primary_bgp_key":""}"#),
    (#"{"name":"{\"bgp_key\":\"hush\"}"}"#, #"{"name":"{\"bgp_key\":\"<4>\"}"}"#),
    (
      #"{"detail":"primary_bgp_key: must have 6 to 80 characters"}"#,
      #"{"detail":"primary_bgp_key: must have 6 to 80 characters"}"#
    ),
    (#"{"source":{"pointer":"/primary_bgp_key"}}"#, #"{"source":{"pointer":"/primary_bgp_key"}}"#),
  ])
  func `a member is hidden for its name, at any depth`(body: String, expected: String) {
    #expect(Self.redacted(body) == Self.spelledOut(expected))
  }

  @Test(arguments: [
    ("aws", "123456789012", "123456789012"),
    ("azure", serviceKey, "<36>"),
    ("gce", pairingKey, "<50>"),
    ("other", "123456789012", "<12>"),
  ])
  func `an account is hidden where the form says that it is confidential`(
    cloud: String, account: String, expected: String
  ) {
    for circuit in ["primary", "secondary"] {
      let body = #"{"cloud_provider":"\#(cloud)","\#(circuit)_cloud_account_id":"\#(account)"}"#
      let redacted = Self.redacted(body)
      #expect(redacted == Self.spelledOut(body.replacing(account, with: expected)))
    }
    let alone = #"{"errors":[{"meta":{"primary_cloud_account_id":"\#(account)"}}]}"#
    #expect(!Self.redacted(alone).contains(account), "it could be of any cloud")
  }

  @Test(arguments: [
    (#"{"primary_bgp_key":"hush!!","na"#, #"{"primary_bgp_key":"<6>","na"#),
    (#"{"primary_bgp_key": "hush!!"#, #"{"primary_bgp_key": "<6>"#),
    (#"{"a":"{\"bgp_key\": \"hu\\\"sh\", \"b\":1}"#, #"{"a":"{\"bgp_key\": \"<8>\", \"b\":1}"#),
    ("<p>password=hush&amp;b=1</p>", "<p>password=<4>&amp;b=1</p>"),
    ("&quot;bgp_key&quot;: &quot;hush&quot;,", "&quot;bgp_key&quot;: &quot;<4>&quot;,"),
    ("Authorization: Bearer hush\nHost: a", "Authorization: <11>\nHost: a"),
    ("Set-Cookie: a=hush; Path=/\r\n", "Set-Cookie: <14>\r\n"),
    ("The API key: see the portal.", "The API key: see the portal."),
  ])
  func `a value in text is hidden for the name before it`(text: String, expected: String) {
    #expect(Self.redacted(text) == Self.spelledOut(expected))
  }

  @Test(arguments: [
    ("Authorization", "Bearer hush", "Bearer <4>"), ("authorization", "hush", "<4>"),
    ("Proxy-Authorization", "Basic YTpodXNo", "Basic <8>"), ("Set-Cookie", "a=hush", "<6>"),
    ("X-API-Key", "hush", "<4>"), ("Content-Type", "application/json", "application/json"),
    ("Location", "https://a.example/?token=hush", "https://a.example/?token=<4>"),
  ])
  func `a header is hidden for its name`(name: String, value: String, expected: String) {
    var redaction = Redaction()
    #expect(redaction.header(name, value) == Self.spelledOut(expected))
  }

  // MARK: By value

  @Test(arguments: [
    apiKey, "KEY0192%2Ba%2Fb%25c%22d%26e%27f%3Chush", "key0192+a%2fb%25C%22d&e'f%3chush",
    "KEY0192%252Ba%252Fb%2525c%2522d%2526e%2527f%253Chush",
    #"KEY0192+a\/b%c\"d\u0026e\u0027f\u003chush"#, #"KEY0192+a\\\/b%c\\\"d\\u0026e'f<hush"#,
    "KEY0192+a/b%c&quot;d&amp;e&#39;f&lt;hush",
    "KEY0192&#x2B;a&#47;b%c&#34;d&#38;e&apos;f&#x3c;hush",
    "KEY0192+a/b%c&amp;quot;d&amp;amp;e&amp;#39;f&amp;lt;hush",
  ])
  func `a known secret is found in any spelling`(spelling: String) {
    let hidden = "<secret of 24 characters>"
    #expect(
      Self.redacted("<h1>no \(spelling)!</h1>", knowing: [Self.apiKey]) == "<h1>no \(hidden)!</h1>")
  }

  @Test(arguments: ["", "a", "ab", "abc", "user:", "Bearer "], ["", "z", "zz", "zzz"])
  func `a known secret is found within Base64`(before: String, after: String) throws {
    let plain = Data((before + Self.bgpKey + after).utf8).base64EncodedString()
    let variants = [plain, plain.replacing("+", with: "-").replacing("/", with: "_")]
    for base64 in variants {
      let redacted = Self.redacted("Basic \(base64) said", knowing: [Self.bgpKey])
      #expect(redacted.contains("<secret of 24 characters>"))
      #expect(redacted.hasPrefix("Basic ") && redacted.hasSuffix(" said"))
      #expect(redacted.utf8.count < "Basic <secret of 24 characters> said".utf8.count + 16)
    }
  }

  @Test func `a known secret is found as hexadecimal digits`() {
    let digits = Self.bgpKey.utf8.map { String($0, radix: 16) }.joined()
    #expect(Self.redacted("0x\(digits)", knowing: [Self.bgpKey]) == Self.spelledOut("0x<24>"))
  }

  @Test func `what was hidden for its name is hidden everywhere from then on`() {
    var redaction = Redaction()
    let order = #"{"cloud_provider":"gce","primary_cloud_account_id":"\#(Self.pairingKey)"}"#
    _ = redaction.body(Data(order.utf8))
    let uuid = Self.pairingKey.prefix { $0 != "/" }
    #expect(redaction.text("\(Self.pairingKey) is used") == Self.spelledOut("<50> is used"))
    #expect(redaction.text("\(uuid.uppercased()) is used") == Self.spelledOut("<36> is used"))
    let answer = #"{"primary_bgp_key":"\#(Self.bgpKey)","note":"it is \#(Self.bgpKey)"}"#
    #expect(!redaction.body(Data(answer.utf8)).contains(Self.bgpKey))
    #expect(redaction.text("key \(Self.bgpKey)") == Self.spelledOut("key <24>"))
  }

  @Test func `overlapping secrets leave nothing of each other`() {
    let text = "abcdefghi abcdef defghi"
    #expect(
      Self.redacted(text, knowing: ["abcdef", "defghi"]) == Self.spelledOut("<6> <6> <6>"))
  }

  @Test func `a secret that the end cuts off is hidden`() {
    #expect(
      Self.redacted("<p>\(Self.bgpKey.prefix(9))", knowing: [Self.bgpKey])
        == "<p><part of a secret>")
  }

  @Test func `what is short is hidden only for its name`() {
    let body = #"{"bgp_key":"abc","name":"abc"}"#
    #expect(Self.redacted(body) == Self.spelledOut(#"{"bgp_key":"<3>","name":"abc"}"#))
  }

  @Test(.timeLimit(.minutes(1)))
  func `text made to be slow is not`() {
    let secrets = [String(repeating: "a", count: 80), #"\/\/\/"#, "%25%25"]
    for unit in ["a", "\\", "%25", "&amp;", "amp;", "\"key\":\"", "key=\\"] {
      _ = Self.redacted(String(repeating: unit, count: 20_000), knowing: secrets)
    }
  }

  /// `<4>` as it is written out.
  private static func spelledOut(_ text: String) -> String {
    text.replacing(/<(\d+)>/) { "<secret of \($0.1) characters>" }
  }
}
