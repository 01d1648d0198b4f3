@testable import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

/// Random JSON with secrets at random places in random spellings.
@Suite struct RedactionPropertyTests {
  private static let mark = "@planted@"

  @Test(arguments: 0..<UInt64(200))
  func `no known secret is left in a body, wherever and however it stands`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let secret = PlantedSecret.random(using: &generator)
    let body = Self.body(with: secret, using: &generator)
    #expect(secret.isIn(body), "seed \(seed) plants it")
    var redaction = Redaction()
    redaction.learn(secret.text)
    let redacted = redaction.body(Data(body.utf8))
    #expect(!secret.isIn(redacted), "seed \(seed): \(redacted)")
    #expect(redacted.contains("plain-text-"), "seed \(seed) leaves what is no secret")
  }

  @Test(arguments: 0..<UInt64(200))
  func `no known secret is left in a body that was cut off`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let secret = PlantedSecret.random(using: &generator)
    let body = Self.body(with: secret, using: &generator)
    let cut = String(body.prefix(Int.random(in: 1..<body.count, using: &generator)))
    var redaction = Redaction()
    redaction.learn(secret.text)
    let redacted = redaction.text(redaction.body(Data(cut.utf8)))
    #expect(!secret.isIn(redacted, first: 9), "seed \(seed): \(redacted)")
  }

  @Test(arguments: 0..<UInt64(100))
  func `a secret that nobody knew is hidden for its name, also when it is cut off`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let secret = PlantedSecret.random(using: &generator)
    let name = ["primary_bgp_key", "secondary_cloud_account_id", "token"]
      .randomElement(using: &generator)
    let tree = Self.tree(
      around: .object([name ?? "": .string(secret.text), "zz": .string("plain")]), depth: 3,
      using: &generator)
    let body = tree.jsonText
    var redaction = Redaction()
    let redacted = redaction.body(Data(body.utf8))
    #expect(!secret.isIn(redacted), "seed \(seed): \(redacted)")
    let cut = body.prefix(Int.random(in: 1..<body.count, using: &generator))
    var another = Redaction()
    let redactedCut = another.body(Data(cut.utf8))
    #expect(!secret.isIn(redactedCut, first: 9), "seed \(seed): \(redactedCut)")
  }

  /// JSON text that holds the secret somewhere.
  private static func body(
    with secret: PlantedSecret, using generator: inout SeededGenerator
  ) -> String {
    let leaf = JSONValue.string(
      ["", "is ", "https://a.example/?a="].randomElement(using: &generator).map { $0 + mark }
        ?? mark)
    let tree =
      Bool.random(using: &generator)
      ? tree(around: leaf, depth: 4, using: &generator)
      : tree(around: .object([mark: .string("a")]), depth: 3, using: &generator)
    return tree.jsonText.replacing(mark, with: secret.spelled(using: &generator))
  }

  /// A value in so many others, beside texts that are no secrets.
  private static func tree(
    around value: JSONValue, depth: Int, using generator: inout SeededGenerator
  ) -> JSONValue {
    var value = value
    for level in 0..<depth {
      let plain = JSONValue.string("plain-text-\(level)")
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: value = .array([.integer(7), value, plain])
      case 1: value = .object(["detail": value, "status": plain])
      case 2: value = .object(["data": value, "a": .null, "z": .array([plain])])
      default: value = .object(["errors": .array([value]), "meta": plain])
      }
    }
    return value
  }
}
