public import CrossConnect
import FoundationEssentials
import Synchronization
public import TelnyxAPI
public import Testing

/// A transport that knows each request before it comes.
///
/// A request that wasn't announced, or not in this order, fails the test, and so does one that was
/// announced and never came.
public final class FakeTransport: HTTPTransport {
  /// A request as it must come, and what is answered.
  public struct Exchange: Sendable {
    fileprivate let line: String
    fileprivate let body: JSONValue?
    fileprivate let answer: Result<HTTPResponse, TransportFailure>

    /// An answer to a request.
    ///
    /// - Parameters:
    ///   - line: The method and the path with its query, percent-encoded: `GET /networks`.
    ///   - sends: The body it must have; `nil` for none.
    ///   - status: The answer's status.
    ///   - headers: The answer's headers.
    ///   - text: The answer's body.
    public init(
      _ line: String, sends: JSONValue? = nil, status: Int = 200, headers: [String: String] = [:],
      text: String
    ) {
      self.line = line
      body = sends
      answer = .success(
        HTTPResponse(status: status, headers: headers, body: Data(text.utf8)))
    }

    /// A request to which no whole answer comes.
    public init(_ line: String, sends: JSONValue? = nil, fails failure: TransportFailure) {
      self.line = line
      body = sends
      answer = .failure(failure)
    }
  }

  private struct State {
    var expected: [Exchange]
    var received: [HTTPRequest] = []
  }

  private let state: Mutex<State>
  private let sourceLocation: SourceLocation

  fileprivate init(_ exchanges: [Exchange], sourceLocation: SourceLocation) {
    state = Mutex(State(expected: exchanges))
    self.sourceLocation = sourceLocation
  }

  /// The requests that came, in their order.
  public var received: [HTTPRequest] { state.withLock { $0.received } }

  /// Answers the next announced request.
  public func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    let next = state.withLock { state -> Exchange? in
      state.received.append(request)
      return state.expected.isEmpty ? nil : state.expected.removeFirst()
    }
    let line = "\(request.method.rawValue) \(request.path)"
    let body = request.body.flatMap { try? JSONValue(parsing: $0) }
    guard let next, next.line == line, next.body == body else {
      let expected = next.map { "\($0.line) \($0.body?.jsonText ?? "")" } ?? "nothing"
      Issue.record(
        "unannounced: \(line) \(body?.jsonText ?? ""), expected: \(expected)",
        sourceLocation: sourceLocation)
      throw .notSent(.unusable(detail: "unannounced"))
    }
    return try next.answer.get()
  }

  fileprivate func expectAllUsed() {
    for exchange in state.withLock({ $0.expected }) {
      Issue.record("never sent: \(exchange.line)", sourceLocation: sourceLocation)
    }
  }
}

/// Runs a test over a transport that expects exactly these requests.
///
/// - Parameters:
///   - exchanges: The requests in their order, and their answers.
///   - sourceLocation: Where they are announced.
///   - test: What sends them.
/// - Returns: What the test returns.
/// - Throws: What the test throws.
public func withTransport<Value>(
  expecting exchanges: [FakeTransport.Exchange],
  sourceLocation: SourceLocation = #_sourceLocation,
  _ test: (FakeTransport) async throws -> Value
) async rethrows -> Value {
  let transport = FakeTransport(exchanges, sourceLocation: sourceLocation)
  defer { transport.expectAllUsed() }
  return try await test(transport)
}
