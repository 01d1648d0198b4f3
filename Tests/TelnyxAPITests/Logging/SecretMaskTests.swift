import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import TelnyxAPI

/// Known secrets in text that others worded.
@Suite struct SecretMaskTests {
  private static let apiKey = "KEY0192+a/b%c\"d&e'f<hush"
  private static let bgpKey = "ssNOzjPPZuHlHWnFuCJ8Q7bC"

  private static func masked(_ text: String, _ secrets: String...) -> String {
    SecretMask(secrets.map { Secret($0) }).masked(text)
  }

  @Test(arguments: [
    apiKey, "KEY0192%2Ba%2Fb%25c%22d%26e%27f%3Chush", "key0192+a%2fb%25C%22d&e'f%3chush",
    "KEY0192%252Ba%252Fb%2525c%2522d%2526e%2527f%253Chush",
    #"KEY0192+a\/b%c\"d\u0026e\u0027f\u003chush"#, #"KEY0192+a\\\/b%c\\\"d\\u0026e'f<hush"#,
    #"KEY0192\x2Ba\x2Fb\x25c\x22d\x26e\x27f\x3Chush"#,
    "KEY0192+a/b%c&quot;d&amp;e&#39;f&lt;hush",
    "KEY0192&#x2B;a&#47;b%c&#34;d&#38;e&apos;f&#x3c;hush",
    "KEY0192+a/b%c&amp;quot;d&amp;amp;e&amp;#39;f&amp;lt;hush",
  ])
  func `a secret is found in any spelling`(spelling: String) {
    #expect(Self.masked("<h1>no \(spelling)!</h1>", Self.apiKey) == "<h1>no (not shown)!</h1>")
  }

  @Test(arguments: ["", "a", "ab", "abc", "user:", "Bearer "], ["", "z", "zz", "zzz"])
  func `a secret is found within Base64`(before: String, after: String) {
    let plain = Data((before + Self.bgpKey + after).utf8).base64EncodedString()
    let middle = plain.index(plain.startIndex, offsetBy: plain.count / 2)
    let variants = [
      plain, plain.replacing("+", with: "-").replacing("/", with: "_"),
      plain[..<middle] + "\r\n " + plain[middle...],
    ]
    for base64 in variants {
      let masked = Self.masked("Basic \(base64) said", Self.bgpKey)
      #expect(masked.hasPrefix("Basic ") && masked.hasSuffix(" said"))
      #expect(masked.contains("(not shown)") && masked.utf8.count < 45, "\(masked)")
    }
  }

  @Test(arguments: ["", " ", ":", "-", ", "])
  func `a secret is found as hexadecimal digits`(separator: String) {
    let digits = Self.bgpKey.utf8.map { String($0, radix: 16) }.joined(separator: separator)
    #expect(Self.masked("0x\(digits)!", Self.bgpKey) == "0x(not shown)!")
    #expect(Self.masked("0x\(digits.uppercased())!", Self.bgpKey) == "0x(not shown)!")
  }

  @Test(arguments: [
    ("key ssNOzjPPZuHlHWnFuCJ8Q7 ...", "key (not shown) ..."),
    ("... OzjPPZuHlHWnFuCJ8Q7bC", "... (not shown)"), ("a ssNOzjPP", "a (not shown)"),
    ("a ssNOzjP", "a ssNOzjP"), ("73734e4f7a6a50", "(not shown)"),
  ])
  func `a secret is found when it is cut off`(text: String, masked: String) {
    #expect(Self.masked(text, Self.bgpKey) == masked)
  }

  @Test func `of a pairing key the UUID is the secret`() {
    let uuid = "7e51371e-72a3-40b5-b844-2e3efefaee59"
    let mask = SecretMask([Secret("\(uuid)/europe-west3/1")])
    #expect(mask.masked("\(uuid)/europe-west3/1 is used") == "(not shown)/europe-west3/1 is used")
    #expect(mask.masked(uuid.filter { $0 != "-" }.uppercased()) == "(not shown)")
    #expect(mask.masked("europe-west3 is full") == "europe-west3 is full")
  }

  @Test func `a key that is entered after any number of an API's keys is masked`() {
    var mask = SecretMask()
    for number in 1000..<1300 { mask.learn(Secret("server-key-\(number)"), isOwn: false) }
    mask.learn(Secret("KEY0123456789abcdef"))
    #expect(mask.masked("it is KEY0123456789abcdef.") == "it is (not shown).")
  }

  @Test func `overlapping secrets leave nothing of each other`() {
    let text = "abcdefghi abcdef/defghi!"
    #expect(Self.masked(text, "abcdef", "defghi") == "(not shown) (not shown)/(not shown)!")
    #expect(
      Self.masked("abcdefghi, hush abcdef", "abcdef", "defghi") == "(not shown), hush (not shown)")
  }

  @Test(arguments: ["", "abcde", String(repeating: "a", count: 1025)])
  func `what can be no key is not looked for`(secret: String) {
    #expect(Self.masked("say \(secret) here", secret) == "say \(secret) here")
  }

  @Test(.timeLimit(.minutes(1)), arguments: ["a", "\\", "%25", "&amp;", "amp;", "\\u005c", ": "])
  func `text made to be slow is not`(unit: String) {
    let text = String(repeating: unit, count: 100_000)
    let secrets = [String(repeating: "a", count: 1000), #"\/\/\/\/"#, "%25%25%25"].map {
      Secret($0)
    }
    #expect(SecretMask(secrets).masked(text).utf8.count <= text.utf8.count)
    #expect(!SecretFilter([Secret(String(repeating: "a", count: 1000) + "b")]).concerns(text))
  }

  @Test(arguments: 0..<UInt64(200))
  func `no secret is left in a text, wherever and however it stands`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let secret = PlantedSecret.random(using: &generator)
    let text = "plain-text \(secret.spelled(using: &generator)) plain-text"
    #expect(secret.isIn(text), "seed \(seed) plants it")
    let mask = SecretMask([Secret(secret.text)])
    let masked = mask.masked(text)
    #expect(!secret.isIn(masked), "seed \(seed): \(masked)")
    #expect(masked.hasPrefix("plain-text ") && masked.hasSuffix(" plain-text"))
    let cut = String(text.prefix(Int.random(in: 1..<text.count, using: &generator)))
    #expect(!secret.isIn(mask.masked(cut), first: 9), "seed \(seed): \(cut)")
  }

  @Test(arguments: [
    ("a secret", true), ("xa secretx", true), ("A SECRET", false), ("a secre", false), ("", false),
  ])
  func `a file holds a secret or not`(text: String, isFound: Bool) {
    #expect(SecretFilter([Secret("a secret"), Secret("short")]).concerns(text) == isFound)
  }
}
