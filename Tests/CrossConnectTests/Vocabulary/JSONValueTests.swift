import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

@Suite struct JSONValueTests {
  private static func parsed(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Data(text.utf8))
  }

  @Test(
    arguments: [
      ("null", .null), ("true", .bool(true)), ("0", .integer(0)), ("-7", .integer(-7)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9223372036854775808", .number(0x1p63)),
      ("9007199254740993.0", .integer(0x20_0000_0000_0001)), ("-0.0", .integer(0)),
      ("1.5", .number(1.5)), ("15e-1", .number(1.5)), ("1.50e2", .integer(150)),
      ("1e-400", .integer(0)), ("\"a\"", .string("a")), ("\u{FEFF}1", .integer(1)),
      ("\"\\ud83d\\ude00\\/\"", .string("\u{1F600}/")), ("[1,]", .array([.integer(1)])),
      (#"{"a": 1, "a": 2,}"#, .object(["a": .integer(1)])),
      ("\"\\u001b\"", .string("\u{1B}")), ("[]", .array([])), ("{}", .object([:])),
      ("[1, null]", .array([.integer(1), .null])),
      (#"{"a": {"b": [true]}}"#, .object(["a": .object(["b": .array([.bool(true)])])])),
    ] as [(String, JSONValue)])
  func `any JSON is read`(text: String, value: JSONValue) throws {
    #expect(try Self.parsed(text) == value)
    #expect(try Self.parsed(value.jsonText) == value)
  }

  @Test(arguments: ["1e400", "-1e400", "1e99999999999999999999"])
  func `a number beyond every number stays as its text`(text: String) throws {
    #expect(try Self.parsed("[\(text)]") == .array([.string(text)]))
  }

  @Test(arguments: [
    "", " ", "{", "[1,", "nul", "<html>", "{\"a\":}", "\u{0}", "'a'", "01", "-", "1.", ".5", "1e",
    "+1", "NaN", "1 2", "[,]", "{,}", "{1:2}", "\"a", "\"\t\"", "\"\\x\"", "\"\\u12\"",
    "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800\\u0041\"",
  ])
  func `what isn't JSON is refused`(text: String) {
    #expect(throws: (any Error).self) { try Self.parsed(text) }
  }

  @Test func `JSON that is nested too deep is refused, not followed`() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: (any Error).self) { try Self.parsed(text) }
    let closed = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
    #expect(throws: (any Error).self) { try Self.parsed(closed) }
  }

  @Test(
    arguments: [
      (.string("a"), "a"), (.integer(5), "5"), (.number(50), "50"), (.number(2.5), "2.5"),
      (.number(1e300), "1e+300"), (.bool(false), "false"), (.null, nil), (.array([]), nil),
      (.object([:]), nil),
    ] as [(JSONValue, String?)])
  func `a single value has a text`(value: JSONValue, text: String?) {
    #expect(value.text == text)
  }

  @Test(
    arguments: [.null, .bool(true), .integer(1), .string("a"), .array([]), .object([:])]
      as [JSONValue])
  func `what isn't there is null, whatever was asked`(value: JSONValue) {
    #expect(value["a"] == .null)
    #expect(value["a"]["b"]["c"] == .null)
    #expect(value.elements == [] && value.members == [:])
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `any value comes back from its text`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let value = JSONValue.random(depth: 4, using: &generator)
    #expect(try Self.parsed(value.jsonText) == value, "seed \(seed)")
  }
}
