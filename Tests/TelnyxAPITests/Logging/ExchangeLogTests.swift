import FoundationEssentials
import Synchronization
import TestSupport
import Testing
@testable import CrossConnect
@testable import TelnyxAPI

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
    await log.finish { try? await Task.sleep(for: .seconds(60)) }
    return text.withLock { $0 }
  }

  /// What is logged of an answer to a question: its lines after the title.
  private static func lines(
    of text: String, status: Int = 200, headers: [String: String] = [:]
  ) async throws -> [String] {
    let log = try await log(expecting: [
      .init("GET /networks", status: status, headers: headers, text: text)
    ]) { transport, _ in
      _ = try await transport.send(HTTPRequest(method: .get, path: "/networks", key: key))
    }
    return log.split(separator: "\n").filter { $0.hasPrefix("  < ") }.map {
      String($0.dropFirst(4))
    }
  }

  @Test func `a request and its answer are written line by line`() async throws {
    let body = JSONValue.object([
      "name": .string("aws-prod"), "primary_bgp_key": .string("hush-hush"), "bgp_asn": .null,
    ])
    let exchange = FakeTransport.Exchange(
      "POST /virtual_cross_connects", sends: body, status: 201,
      headers: [
        "content-type": "application/json", "set-cookie": "session=1", "x-echo": "hush-hush",
      ],
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
          > Accept: application/json
          > User-Agent: vxc/test
          > Connection: close
          > Content-Type: application/json
          > <1 more>
          > {"bgp_asn":null,"name":"aws-prod","primary_bgp_key":<string, 9 characters>}
        2026-07-15T14:42:10.375Z #1 201 after 125 ms
          < content-type: application/json
          < <2 more>
          < {"data":{"id":"1","primary_bgp_key":<string, 9 characters>,<1 more>}}

        """)
  }

  @Test(arguments: [
    (
      #"{"data":[{"id":"a","name":"b"}],"meta":{"total_pages":1,"more":"c"}}"#,
      #"{"data":[{"id":"a","name":"b"}],"meta":{"total_pages":1,<1 more>}}"#
    ),
    (
      #"{"data":{"region":{"code":"a","name":"b"},"status":"created","created_at":null}}"#,
      #"{"data":{"created_at":null,"region":{"code":"a","name":"b"},"status":"created"}}"#
    ),
    (
      #"{"data":[{"available_bandwidth":[50,"100"],"location":{"code":"a","region":"AMER"}}]}"#,
      #"{"data":[{"available_bandwidth":[50,"100"],"location":{"code":"a","region":"AMER"}}]}"#
    ),
    (
      #"{"errors":[{"code":"1","title":"T","detail":"D","source":{"pointer":"/a"},"meta":{}}]}"#,
      #"{"errors":[{"code":"1","detail":<string, 1 character>,"source":{"pointer":"/a"},"#
        + #""title":<string, 1 character>,<1 more>}]}"#
    ),
    (#"{"errors":{"name":["can't be blank"]}}"#, #"{"errors":{<1 more>}}"#),
    (#"{"errors":"no"}"#, #"{"errors":<string, 2 characters>}"#),
    (
      #"{"errors":["no",7,true]}"#, #"{"errors":[<string, 2 characters>,<number>,<true or false>]}"#
    ),
    (#"{"data":"hush"}"#, #"{"data":<string, 4 characters>}"#),
    (#"{"api_key":"hush","primaryBgpKey":"hush"}"#, "{<2 more>}"),
    (
      #"{"data":{"primary_bgp_key":{"value":"hush"}}}"#,
      #"{"data":{"primary_bgp_key":<object of 1>}}"#
    ),
    (#"["hush"]"#, "<array of 1>"), (#""hush""#, "<string, 4 characters>"), ("7", "<number>"),
    (#"{"primary_bgp_key":"hu"#, "<22 bytes>"), ("<html>hush", "<10 bytes>"),
    (#"{"name":"\#(String(repeating: "x", count: 201))"}"#, #"{"name":<string, 201 characters>}"#),
    (
      #"{"data":[\#(Array(repeating: "1", count: 251).joined(separator: ","))]}"#,
      #"{"data":<array of 251>}"#
    ),
  ])
  func `of a body what is known to be harmless is written, of the rest type and length`(
    body: String, logged: String
  ) async throws {
    #expect(try await Self.lines(of: body) == [logged])
  }

  @Test(arguments: [
    (#""cloud_provider":"aws","#, true), (#""cloud_provider":"azure","#, false),
    (#""cloud_provider":"gce","#, false), (#""cloud_provider":"oci","#, false), ("", false),
  ])
  func `an account is written where the form says that anyone may read it`(
    cloud: String, isShown: Bool
  ) async throws {
    for circuit in ["primary", "secondary"] where !isShown || circuit == "primary" {
      let name = #""\#(circuit)_cloud_account_id""#
      let body = try await Self.lines(of: #"{"data":{\#(cloud)\#(name):"123456789012"}}"#)
      let value = isShown ? #""123456789012""# : "<string, 12 characters>"
      #expect(body == [#"{"data":{\#(cloud)\#(name):\#(value)}}"#])
    }
  }

  @Test func `headers are written by a list of those that hold no secret`() async throws {
    let lines = try await Self.lines(
      of: "", status: 302,
      headers: [
        "location": "https://user:hush@a.example/b?token=hush", "retry-after": "5",
        "x-ratelimit-reset": "7", "x-request-id": String(repeating: "x", count: 201),
        "authorization": "Bearer hush", "set-cookie": "hush", "x-amz-security-token": "hush",
      ])
    #expect(
      lines == [
        "location: https://a.example/b", "retry-after: 5", "x-ratelimit-reset: 7",
        "x-request-id: <201 bytes>", "<3 more>",
      ])
  }

  @Test(arguments: [
    (
      TransportFailure.notSent(
        .proxyFailed(proxy: "http://proxy.example:80", detail: "KEY0192-HUSH")),
      "not sent: The proxy http://proxy.example:80 could not be used: (not shown)."
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
    let log = try await Self.log(expecting: [
      .init(
        "GET /networks", headers: ["server": "\u{1B}c\r\n  < a"],
        text: "{\"id\":\"\u{202E}\u{9B}\u{7F}\"}")
    ]) { transport, log in
      _ = try await transport.send(HTTPRequest(method: .get, path: "/networks", key: Self.key))
      log.note("\u{1B}]0;title\u{7}\n#2")
    }
    #expect(log.contains("< server: ^[c    < a\n"))
    #expect(log.contains(#"{"id":"<U+202E><U+9B>^?"}"# + "\n"))
    #expect(log.hasSuffix(" ^[]0;title^G #2\n"))
    #expect(!log.split(separator: "\n").contains { String($0).hasControlCharacter })
  }

  @Test func `known secrets are taken out of what is open, too`() async throws {
    let bgpKey = "ssNOzjPPZuHlHWnFuCJ8Q7bC"
    let pairing = "7e51371e-72a3-40b5-b844-2e3efefaee59/europe-west3/1"
    let members: [String: JSONValue] = [
      "cloud_provider": .string("gce"), "primary_bgp_key": .string(bgpKey),
      "primary_cloud_account_id": .string(pairing), "name": .string("my \(bgpKey.prefix(22))"),
    ]
    let hex = bgpKey.utf8.map { String($0, radix: 16) }.joined()
    let log = try await Self.log(expecting: [
      .init(
        "POST /virtual_cross_connects", sends: .object(members),
        headers: ["server": Data("x\(Self.key.revealed)".utf8).base64EncodedString()],
        text:
          #"{"data":{"id":"\#(hex)","name":"\#(pairing)","cloud_provider_region":"europe-west3"}}"#)
    ]) { transport, log in
      log.learn([Secret("hush-hush")])
      log.note("through http://user:hush%2Dhush@proxy.example")
      _ = try await transport.send(
        HTTPRequest(
          method: .post, path: "/virtual_cross_connects", key: Self.key,
          body: Data(JSONValue.object(members).jsonText.utf8)))
    }
    #expect(log.contains(" through http://user:(not shown)@proxy.example\n"))
    #expect(log.contains(#""name":"my (not shown)""#))
    #expect(
      log.contains(
        #"{"data":{"cloud_provider_region":"europe-west3","id":"(not shown)","name":"(not shown)/europe-west3/1"}}"#
      ))
    #expect(!log.contains("S0VZMDE5Mi1odXNo") && !log.contains("RVkwMTky"))
  }

  @Test(arguments: [
    (
      #"{"data":{"primary_bgp_key":"\#(String(repeating: "A", count: 900_000))"}}"#,
      "<string, 900000 characters>"
    ),
    (
      #"{"data":{"id":"\#(String(repeating: "A", count: 100))","note":"\#(String(repeating: "A", count: 100_000))","#
        + #""primary_bgp_key":"\#(String(repeating: "A", count: 5000))"}}"#,
      #""id":"\#(String(repeating: "A", count: 100))""#
    ),
    (
      #"{"data":{"name":"\#(String(repeating: "%25", count: 300_000))","primary_bgp_key":"%25%25%25"}}"#,
      "<string, 900000 characters>"
    ),
    (String(repeating: "x", count: 1 << 20 + 1), "<1048577 bytes>"),
    (String(repeating: "[", count: 100_000), "<100000 bytes>"),
  ])
  func `nothing that is long is learnt or written`(body: String, logged: String) async throws {
    let lines = try await Self.lines(of: body)
    #expect(lines.count == 1 && lines.first?.contains(logged) == true)
    #expect(lines.joined().utf8.count < 300)
  }

  @Test func `an answer doesn't wait for its record`() async throws {
    let written = Mutex("")
    let log = ExchangeLog(now: { Self.start }, write: { line in written.withLock { $0 += line } })
    let (disk, hangs) = AsyncStream<Void>.makeStream()
    log.work.add { for await _ in disk {} }
    try await withTransport(expecting: [
      .init("GET /networks", text: #"{"data":[]}"#), .init("GET /networks", text: #"{"data":[]}"#),
    ]) { transport in
      let logging = LoggingTransport(transport, log: log, baseURL: .telnyx, userAgent: "vxc/test")
      for _ in 0..<2 {
        let answer = try await logging.send(
          HTTPRequest(method: .get, path: "/networks", key: Self.key))
        #expect(answer.status == 200)
      }
    }
    #expect(written.withLock { $0 } == "")
    hangs.finish()
    await log.finish { try? await Task.sleep(for: .seconds(60)) }
    #expect(written.withLock { $0 }.split(separator: "\n").count { $0.contains(" #") } == 4)
  }
}
