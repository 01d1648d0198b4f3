import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@Suite struct `A POST whose answer does not come` {
  /// One way in which a server fails after the connection was made.
  struct Fault: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var script: [FaultyServer.Step]
    var reason: LostReason

    init(_ name: String, _ script: [FaultyServer.Step], _ reason: LostReason) {
      testDescription = name
      self.script = script
      self.reason = reason
    }
  }

  static let lost = LostReason.connectionLost(detail: closedEarly)
  static let noHTTP = LostReason.notHTTP(detail: "what came back is not HTTP")
  static let head = "HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n"
  static let badLength = "HTTP/1.1 201 Created\r\nContent-Length: x\r\n\r\n"
  static let chunked = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"

  /// Seconds in which a busy machine connects, too: without a connection nothing would have been sent.
  static let limit = 5

  static let faults = [
    Fault("closes after the request", [.readRequest], lost),
    Fault("closes in the head", [.readRequest, .write("HTTP/1.1 201 Cre")], lost),
    Fault("closes after the head", [.readRequest, .write(head)], lost),
    Fault("closes in the body", [.readRequest, .write(head + #"{"data":"#)], lost),
    Fault("closes in a chunk", [.readRequest, .write(chunked + "40\r\n{\"da")], lost),
    Fault("closes between chunks", [.readRequest, .write(chunked + "2\r\n{}\r\n")], lost),
    Fault(
      "resets after the request", [.readRequest, .reset],
      .connectionLost(detail: "the other side reset it")),
    Fault("answers garbage", [.readRequest, .write("SSH-2.0-OpenSSH_9.2\r\n\r\n")], noHTTP),
    Fault(
      "has a bad length", [.readRequest, .write(badLength)],
      noHTTP),
    Fault("has a bad chunk", [.readRequest, .write(chunked + "zz\r\n{}\r\n")], noHTTP),
    Fault(
      "announces too much",
      [
        .readRequest, .write("HTTP/1.1 201 Created\r\nContent-Length: 5000\r\n\r\n"), .waitForClose,
      ],
      .tooLarge(limit: 1000)),
    Fault(
      "sends without end",
      [
        .readRequest, .write("HTTP/1.1 201 Created\r\n\r\n"),
        .drip("0123456789", every: .milliseconds(1)),
      ],
      .tooLarge(limit: 1000)),
    Fault("says nothing", [.readRequest, .waitForClose], .timedOut(seconds: limit)),
    Fault(
      "drips its head",
      [.readRequest, .write("HTTP/1.1 201 Created\r\nX: "), .drip("x", every: .milliseconds(50))],
      .timedOut(seconds: limit)),
    Fault(
      "drips its body", [.readRequest, .write(head), .drip(" ", every: .milliseconds(500))],
      .timedOut(seconds: limit)),
    Fault(
      "only ever continues",
      [.readRequest, .drip("HTTP/1.1 100 Continue\r\n\r\n", every: .milliseconds(50))],
      .timedOut(seconds: limit)),
  ]

  @Test(arguments: faults)
  func `has an unknown outcome and was sent once`(_ fault: Fault) async throws {
    try await FaultyServer.run(fault.script) { server in
      let isLate = fault.reason == .timedOut(seconds: Self.limit)
      let transport =
        isLate
        ? try NetworkTransport(server.url, total: Self.limit, limit: 1000)
        : try NetworkTransport(server.url, limit: 1000)
      let outcome = await transport.outcome(of: Sample.post)
      #expect(outcome == .failure(.outcomeUnknown(fault.reason)))
      #expect(server.connections == 1)
      #expect(server.requests.count == 1)
      #expect(!"\(outcome)".contains(Sample.key.revealed))
    }
  }

  @Test func `may have arrived if the server closes at its first byte`() async throws {
    // A server that closes before it is spoken to has surely got nothing, if the client sees it in time.
    try await FaultyServer.run([.read(1)]) { server in
      let transport = try NetworkTransport(server.url)
      let outcome = await transport.outcome(of: Sample.post)
      guard case .failure(.outcomeUnknown(.connectionLost)) = outcome else {
        Issue.record("The bytes were on their way, and this was said: \(outcome)")
        return
      }
      #expect(server.connections == 1)
    }
  }

  @Test func `is unknown when it was cancelled after it was sent`() async throws {
    try await FaultyServer.run([.readRequest, .waitForClose]) { server in
      let transport = try NetworkTransport(server.url)
      let sending = Task { await transport.outcome(of: Sample.post) }
      #expect(await server.waits { $0.requests.count == 1 })
      sending.cancel()
      #expect(await sending.value == .failure(.outcomeUnknown(.cancelled)))
    }
  }

  @Test func `is unknown when it was cancelled while the body comes`() async throws {
    try await FaultyServer.run([.readRequest, .write(Self.head), .waitForClose]) { server in
      let transport = try NetworkTransport(server.url)
      let sending = Task { await transport.outcome(of: Sample.post) }
      #expect(await server.waits { $0.requests.count == 1 })
      sending.cancel()
      #expect(await sending.value == .failure(.outcomeUnknown(.cancelled)))
    }
  }
}
