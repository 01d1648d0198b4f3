import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Whatever the API answers is read or refused, and never traps.
@Suite struct JSONPropertyTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `any JSON makes a row, a network or a cross connect, or none`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<30 {
      let json = JSONValue.random(depth: 4, using: &generator)
      _ = Coverage.Row(json)
      _ = Network(json)
      guard let connect = VirtualCrossConnect(json) else { continue }
      let report = ResponseReport(of: connect)
      #expect(Set(report.lines.map(\.key)) == Set(connect.members.keys), "seed \(seed)")
      for line in report.lines {
        #expect(!line.label.hasControlCharacter, "seed \(seed)")
        #expect(!line.value.hasControlCharacter, "seed \(seed)")
      }
      let text = ReportText.lines(
        for: Connection(connect, orderedAt: .answered), now: .answered)
      #expect(text.allSatisfy { !$0.hasControlCharacter }, "seed \(seed)")
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `any answer to an order is a cross connect or a failure`(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let statuses = [200, 201, 400, 401, 404, 422, 429, 500]
    let request = try Draft.sample(.aws).makeRequest()
    let body = try JSONValue(parsing: request.body)
    for _ in 0..<20 {
      let json = JSONValue.random(depth: 4, using: &generator)
      let status = statuses.randomElement(using: &generator) ?? 200
      await withTransport(expecting: [
        .init("POST /virtual_cross_connects", sends: body, status: status, text: json.jsonText)
      ]) { transport in
        let client = APIClient(transport: transport, key: Secret("KEY"))
        do throws(APIFailure) {
          _ = try await client.create(request)
          #expect((200..<300).contains(status), "seed \(seed)")
        } catch {
          let report = FailureReport(.failed(error, creating: .crossConnect))
          #expect(report.lines.allSatisfy { !$0.hasControlCharacter }, "seed \(seed)")
          #expect(status >= 400 || error == .outcomeUnknown(.unreadable(status: status)))
        }
      }
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `any bytes are read as the system's decoder reads them, or refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      var bytes = Array(JSONText.random(depth: 4, using: &generator).utf8)
      if Bool.random(using: &generator), let place = bytes.indices.randomElement(using: &generator)
      {
        bytes[place] = JSONText.alphabet.randomElement(using: &generator) ?? 0
      }
      let value = try? JSONValue(parsing: Data(bytes))
      let words = "seed \(seed): \(String(decoding: bytes, as: UTF8.self).debugDescription)"
      #expect(value == JSONText.decoded(bytes), "\(words)")
      if let value {
        #expect((try? JSONValue(parsing: Data(value.jsonText.utf8))) == value, "\(words)")
      }
    }
  }
}

/// Random texts of JSON, and what the system's decoder makes of one.
private enum JSONText {
  /// What a byte may become, but for what makes a number that is rounded or beyond all others, or UTF-16.
  static let alphabet = Array(#"{}[]":0123456789+-ut\"#.utf8) + [0x1B, 0xC3, 0xFF, 0x20]

  static func random(depth: Int, using generator: inout some RandomNumberGenerator) -> String {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
    case 0: return ["null", "true", "false"].randomElement(using: &generator) ?? ""
    case 1: return String(Int64.random(in: .min ... .max, using: &generator))
    case 2:
      let exponent = ["", "e1", "E-2", "e+3"].randomElement(using: &generator) ?? ""
      return "\(Double(Int.random(in: -9999...9999, using: &generator)) / 64)" + exponent
    case 3, 4: return "\"\(letters(using: &generator))\""
    case 5:
      let count = Int.random(in: 0...3, using: &generator)
      let elements = (0..<count).map { _ in random(depth: depth - 1, using: &generator) }
      return "[" + elements.joined(separator: " ,") + "]"
    default:
      // Of two members with one name, only the first is looked at by the decoder.
      let names = ["a", "bb", "name", "\u{E9}"].prefix(Int.random(in: 0...4, using: &generator))
      let members = names.map { "\"\($0)\": " + random(depth: depth - 1, using: &generator) }
      return "{" + members.joined(separator: ",\n") + "}"
    }
  }

  private static func letters(using generator: inout some RandomNumberGenerator) -> String {
    let parts = [
      "plain", "\u{E9}", "\u{1F600}", #"\u00e9"#, #"\ud83d\ude00"#, #"\""#, #"\n"#, "/", #"\/"#, "",
    ]
    return (0..<Int.random(in: 0...3, using: &generator))
      .map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
  }

  /// `nil` if the decoder refuses the text.
  static func decoded(_ bytes: [UInt8]) -> JSONValue? {
    try? JSONDecoder().decode(Decoded.self, from: Data(bytes)).value
  }

  private struct Decoded: Decodable {
    let value: JSONValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let bool = try? container.decode(Bool.self) {
        value = .bool(bool)
      } else if let integer = try? container.decode(Int64.self) {
        value = .integer(integer)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else if let string = try? container.decode(String.self) {
        value = .string(string)
      } else if let array = try? container.decode([Decoded].self) {
        value = .array(array.map(\.value))
      } else {
        value = .object(try container.decode([String: Decoded].self).mapValues(\.value))
      }
    }
  }
}
