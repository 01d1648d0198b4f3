import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@Suite struct `An answer that no server should give` {
  /// An answer, and what comes of a request that gets it.
  struct Odd: Sendable, CustomTestStringConvertible {
    /// What comes of it.
    enum Outcome: Sendable {
      case status(Int)
      case notHTTP(String)
    }

    var testDescription: String
    var text: String
    var outcome: Outcome

    init(_ name: String, _ text: String, _ outcome: Outcome) {
      testDescription = name
      self.text = text
      self.outcome = outcome
    }

    /// The same as the transport has it.
    func isMet(by result: Result<HTTPResponse, TransportFailure>) -> Bool {
      switch (outcome, result) {
      case (.status(let status), .success(let response)): status == response.status
      case (.notHTTP(let detail), .failure(let failure)):
        failure == .outcomeUnknown(.notHTTP(detail: detail))
      default: false
      }
    }
  }

  static let noHTTP = Odd.Outcome.notHTTP("what came back is not HTTP")
  static let tooLong = Odd.Outcome.notHTTP("the headers of the answer are too long")
  static let chunked = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n"
  static let whole = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"

  static func noStatus(_ digits: String) -> Odd.Outcome {
    .notHTTP("its status is \(digits), which HTTP does not know")
  }

  static let all = statuses + versions + informational + lengths + chunks + headers

  static let statuses = [
    Odd("000 with a body", "HTTP/1.1 000 No\r\nContent-Length: 2\r\n\r\n{}", noStatus("000")),
    Odd("000 without one", "HTTP/1.1 000 No\r\nContent-Length: 0\r\n\r\n", noStatus("000")),
    Odd("000 up to the end", "HTTP/1.1 000 No\r\n\r\n{}", noStatus("000")),
    Odd(
      "099 in chunks",
      "HTTP/1.1 099 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n", noStatus("099")),
    Odd(
      "010 and an answer", "HTTP/1.1 010 No\r\nContent-Length: 0\r\n\r\n" + whole, noStatus("010")),
    Odd("600", "HTTP/1.1 600 No\r\nContent-Length: 2\r\n\r\n{}", .status(600)),
    Odd("999", "HTTP/1.1 999 No\r\nContent-Length: 2\r\n\r\n{}", .status(999)),
    Odd("1000", "HTTP/1.1 1000 No\r\nContent-Length: 2\r\n\r\n{}", noHTTP),
    Odd("-1", "HTTP/1.1 -1 No\r\nContent-Length: 2\r\n\r\n{}", noHTTP),
    Odd("a letter", "HTTP/1.1 2x0 No\r\nContent-Length: 2\r\n\r\n{}", noHTTP),
    Odd("one digit", "HTTP/1.1 2 No\r\nContent-Length: 2\r\n\r\n{}", noHTTP),
    Odd("no status", "HTTP/1.1 \r\nContent-Length: 2\r\n\r\n{}", noHTTP),
    Odd("204 with a body", "HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n{}", .status(204)),
    Odd("304 with a body", "HTTP/1.1 304 No\r\nContent-Length: 2\r\n\r\n{}", .status(304)),
  ]

  static let versions = [
    Odd("a body alone", #"{"data":[]}"#, noHTTP),
    Odd("a request", "GET / HTTP/1.1\r\nHost: x\r\n\r\n", noHTTP),
    Odd("HTTP/0.9", "HTTP/0.9 200 OK\r\nContent-Length: 2\r\n\r\n{}", noHTTP),
    Odd("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\n{}", .status(200)),
    Odd("HTTP/9.9", "HTTP/9.9 200 OK\r\nContent-Length: 2\r\n\r\n{}", noHTTP),
    Odd("a frame of HTTP/2", "\0\0\0\u{4}\0\0\0\0\0", noHTTP),
    Odd("blank lines first", "\r\n\r\n" + whole, .status(200)),
    Odd("two answers", whole + whole, .status(200)),
    Odd("an answer and one of 000", whole + "HTTP/1.1 000 No\r\n\r\n{}", .status(200)),
  ]

  static let informational = [
    Odd("101", "HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\nxyz", .status(101)),
    Odd("101 with a length", "HTTP/1.1 101 Go\r\nContent-Length: 2\r\n\r\n{}", .status(101)),
    Odd("101 and an answer", "HTTP/1.1 101 Go\r\n\r\n" + whole, .status(101)),
    Odd(
      "100 20,000 times",
      String(repeating: "HTTP/1.1 100 Continue\r\n\r\n", count: 20_000) + whole, .status(200)),
    Odd(
      "100 with a body", "HTTP/1.1 100 Continue\r\nContent-Length: 2\r\n\r\n{}" + whole, noHTTP),
    Odd(
      "103 in chunks",
      "HTTP/1.1 103 Hints\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n" + whole, noHTTP
    ),
    Odd("199", "HTTP/1.1 199 Odd\r\n\r\n" + whole, .status(200)),
    Odd("100 after the answer", whole + "HTTP/1.1 100 Continue\r\n\r\n", .status(200)),
  ]

  static let lengths = ["-1", "99999999999999999999999", "2, 2", "2\r\nContent-Length: 3", "0x2"]
    .map { Odd("length \($0)", "HTTP/1.1 200 OK\r\nContent-Length: \($0)\r\n\r\n{} ", noHTTP) }

  static let chunks = [
    Odd("a huge chunk", chunked + "FFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n", noHTTP),
    Odd("a negative chunk", chunked + "-2\r\n{}\r\n0\r\n\r\n", noHTTP),
    Odd("a chunk's odd words", chunked + "2;a=\"b\r\n\"\r\n{}\r\n0\r\n\r\n", noHTTP),
    Odd("odd trailers", chunked + "2\r\n{}\r\n0\r\n: y\r\nX\r\n\r\n", noHTTP),
    Odd(
      "a length and chunks",
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
      noHTTP),
  ]

  static let headers = [
    Odd(
      "a header of 1 MB", "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 1 << 20), tooLong
    ),
    Odd(
      "100,000 headers", "HTTP/1.1 200 OK\r\n" + String(repeating: "X: y\r\n", count: 100_000),
      tooLong),
    Odd("NUL in a value", "HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\n{}", noHTTP),
    Odd("NUL in a name", "HTTP/1.1 200 OK\r\nX\0: a\r\n\r\n{}", noHTTP),
    Odd("no name", "HTTP/1.1 200 OK\r\n: a\r\n\r\n{}", noHTTP),
    Odd("no colon", "HTTP/1.1 200 OK\r\nX\r\n\r\n{}", noHTTP),
    Odd("lines ended by LF", "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}", noHTTP),
  ]

  @Test(arguments: all, [Sample.get, Sample.post])
  func `is refused or taken, and never ends the process`(odd: Odd, request: HTTPRequest)
    async throws
  {
    try await FaultyServer.run([.readRequest, .write(odd.text)]) { server in
      let transport = try NetworkTransport(server.url)
      let outcome = await transport.outcome(of: request)
      #expect(odd.isMet(by: outcome), "\(outcome)")
      #expect(server.connections == 1)
      await transport.shutdown()
    }
  }

  @Test(arguments: statuses.prefix(5), [Sample.get, Sample.post])
  func `is refused inside of TLS as well, and behind a proxy`(odd: Odd, request: HTTPRequest)
    async throws
  {
    try await `A secure connection`.withFile(TestCertificate.local.pem) { file in
      try await FaultyServer.run(
        [
          .readRequest, .startTLS(.local, after: `A proxy`.tunnel), .readRequest, .write(odd.text),
        ]
      ) { server in
        let transport = try NetworkTransport(
          `A proxy`.url,
          environment: [
            "SSL_CERT_FILE": file, "HTTPS_PROXY": "http://127.0.0.1:\(server.port)",
          ])
        let outcome = await transport.outcome(of: request)
        #expect(odd.isMet(by: outcome), "\(outcome)")
        await transport.shutdown()
      }
    }
  }

  @Test(arguments: all, ["HTTPS_PROXY", "ALL_PROXY"])
  func `from a proxy keeps the request here`(odd: Odd, variable: String) async throws {
    let speaksHTTP = variable == "HTTPS_PROXY"
    let first = speaksHTTP ? FaultyServer.Step.readRequest : .read(3)
    try await FaultyServer.run([first, .write(odd.text)]) { server in
      let scheme = speaksHTTP ? "http" : "socks5"
      let transport = try NetworkTransport(
        `A proxy`.url, environment: [variable: "\(scheme)://127.0.0.1:\(server.port)"])
      let outcome = await transport.outcome(of: Sample.post)
      guard case .failure(.notSent(.proxyFailed)) = outcome else {
        Issue.record("Nothing can have been sent: \(outcome)")
        return
      }
    }
  }
}
