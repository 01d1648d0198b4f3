import CrossConnect
import FoundationEssentials
import Synchronization
import TestSupport
import Testing

@Suite struct ExchangeLogTests {
  private static let start = Date(timeIntervalSince1970: 1_784_126_530.25)
  private static let key = Secret("KEY0192-hush")

  /// What is logged while `body` sends through a transport, on a clock that takes 125 ms for each look.
  private static func log(
    expecting exchanges: [FakeTransport.Exchange],
    _ body: (LoggingTransport, ExchangeLog) async throws -> Void
  ) async throws -> String {
    let text = Mutex("")
    let looks = Mutex(0.0)
    let log = ExchangeLog(
      now: {
        looks.withLock { looks in
          looks += 1
          return start + (looks - 1) * 0.125
        }
      }, write: { line in text.withLock { $0 += line } })
    try await withTransport(expecting: exchanges) { transport in
      let logging = LoggingTransport(
        transport, log: log, baseURL: .telnyx, userAgent: "vxc/test")
      try await body(logging, log)
    }
    return text.withLock { $0 }
  }

  @Test func `a request and its answer are written line by line`() async throws {
    let body = JSONValue.object([
      "name": .string("aws-prod"), "primary_bgp_key": .string("hush-hush"),
    ])
    let exchange = FakeTransport.Exchange(
      "POST /virtual_cross_connects", sends: body, status: 201,
      headers: ["content-type": "application/json", "set-cookie": "session=1"],
      text: #"{"data": {"id": "1", "primary_bgp_key": "hush-hush", "note": "hush-hush"}}"#)
    let log = try await Self.log(expecting: [exchange]) { transport, _ in
      let request = HTTPRequest(
        method: .post, path: "/virtual_cross_connects", key: Self.key,
        body: Data(body.jsonText.utf8))
      _ = try await transport.send(request)
    }
    #expect(
      log == """
        2026-07-15T14:42:10.250Z #1 POST https://api.telnyx.com/v2/virtual_cross_connects
          > Authorization: Bearer <secret of 12 characters>
          > Accept: application/json
          > User-Agent: vxc/test
          > Connection: close
          > Content-Type: application/json
          > {"name":"aws-prod","primary_bgp_key":"<secret of 9 characters>"}
        2026-07-15T14:42:10.375Z #1 201 after 125 ms
          < content-type: application/json
          < set-cookie: <secret of 9 characters>
          < {"data":{"id":"1","note":"<secret of 9 characters>","primary_bgp_key":"<secret of 9 characters>"}}

        """)
  }

  @Test(arguments: [
    (
      TransportFailure.notSent(
        .proxyFailed(proxy: "http://proxy.example:80", detail: "KEY0192-HUSH")),
      "not sent: The proxy http://proxy.example:80 could not be used: <secret of 12 characters>."
    ),
    (.outcomeUnknown(.timedOut(seconds: 30)), "outcome unknown: No answer came within 30 s."),
  ])
  func `a request without an answer is written with the reason`(
    failure: TransportFailure, words: String
  ) async throws {
    let log = try await Self.log(expecting: [.init("GET /networks", fails: failure)]) {
      transport, _ in
      let request = HTTPRequest(method: .get, path: "/networks", key: Self.key)
      let thrown = await #expect(throws: TransportFailure.self) {
        try await transport.send(request)
      }
      #expect(thrown == failure)
    }
    #expect(
      log.split(separator: "\n").last.map(String.init)
        == "2026-07-15T14:42:10.375Z #1 no answer after 125 ms, \(words)")
  }

  @Test func `what an answer holds can't move the cursor of who reads the log`() async throws {
    let page = "<h1>\u{1B}[2J\u{9B}1m\r\n\u{202E}\u{7}\u{0}\u{2028}é東\u{E000}\u{200B}</h1>"
    let log = try await Self.log(expecting: [
      .init("GET /networks", status: 502, headers: ["x-a": "\u{1B}c"], text: page),
      .init("GET /networks", text: "{\"name\":\"\u{202E}\u{9B}\u{7F}\"}"),
    ]) { transport, log in
      for _ in 0..<2 {
        _ = try await transport.send(HTTPRequest(method: .get, path: "/networks", key: Self.key))
      }
      log.note("\u{1B}]0;title\u{7}")
    }
    #expect(
      log.contains(
        #"< <h1>\u{1B}[2J\u{9B}1m\r\n\u{202E}\u{7}\u{0}\u{2028}é東\u{E000}\u{200B}</h1>"# + "\n"))
    #expect(log.contains(#"< x-a: \u{1B}c"# + "\n"))
    #expect(log.contains(#"{"name":"\u{202E}\u{9B}\u{7F}"}"#))
    #expect(log.contains(#" \u{1B}]0;title\u{7}"# + "\n"))
    #expect(!log.split(separator: "\n").contains { String($0).hasControlCharacter })
  }

  @Test func `a body that is too large is only counted`() async throws {
    let text = String(repeating: "x", count: 1 << 20 + 1)
    let log = try await Self.log(expecting: [.init("GET /networks", text: text + "x")]) {
      transport, _ in
      _ = try await transport.send(HTTPRequest(method: .get, path: "/networks", key: Self.key))
    }
    #expect(log.hasSuffix("  < (\(text.utf8.count + 1) bytes, not written)\n"))
  }

  @Test func `secrets of the start are hidden before any request carries them`() async throws {
    let log = try await Self.log(expecting: []) { _, log in
      log.learn([Secret("hush-hush")])
      log.note("through http://user:hush%2Dhush@proxy.example")
    }
    #expect(log.hasSuffix(" through http://user:<secret of 9 characters>@proxy.example\n"))
  }
}
