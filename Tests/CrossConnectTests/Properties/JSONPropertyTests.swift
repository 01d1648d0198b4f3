import CrossConnect
import FoundationEssentials
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
      let text = ReportText.lines(for: connect, orderedAt: .answered, now: .answered)
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
          let report = FailureReport(error, created: .nothing("cross connect"))
          #expect(report.lines.allSatisfy { !$0.hasControlCharacter }, "seed \(seed)")
          #expect(status >= 400 || error == .outcomeUnknown(.unreadable(status: status)))
        }
      }
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `any bytes are JSON or refused`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array(#"{}[]",:0123456789.eE+-truefalsnl\u"#.utf8) + [0, 0x1B, 0xC3, 0xFF, 0x20]
    for _ in 0..<100 {
      let length = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<length).compactMap { _ in alphabet.randomElement(using: &generator) }
      guard let value = try? JSONValue(parsing: Data(bytes)) else { continue }
      #expect((try? JSONValue(parsing: Data(value.jsonText.utf8))) == value, "seed \(seed)")
    }
  }
}
