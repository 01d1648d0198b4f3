import AsyncHTTPClient
import CrossConnect
import Flows
import FoundationEssentials
import NIOCore
import NIOHTTP1
import SandboxServer
import Synchronization
import TelnyxAPI
import TestSupport

/// Talks to one sandbox over HTTP as any client would, and sets its clock.
struct SandboxClient: Sendable {
  let sandbox: Sandbox
  let clock: SettableClock

  /// Shows redirects instead of following them.
  private static let client = HTTPClient(
    configuration: HTTPClient.Configuration(redirectConfiguration: .disallow))

  /// What was answered: the status, the headers by lower-cased name, and the body, read as JSON if it is some.
  struct Reply: Sendable {
    let status: Int
    let headers: [String: String]
    let body: Data
    let json: JSONValue

    /// The pointers of the errors in their order; an error without one is "-".
    var pointers: [String] {
      json["errors"].elements.map { $0["source"]["pointer"].text ?? "-" }
    }

    /// The codes of the errors in their order.
    var codes: [String] { json["errors"].elements.compactMap { $0["code"].text } }
  }

  func get(_ path: String) async throws -> Reply { try await send("GET", path) }

  func delete(_ path: String) async throws -> Reply { try await send("DELETE", path) }

  func post(_ path: String, _ body: JSONValue) async throws -> Reply {
    try await send("POST", path, body: body.jsonText)
  }

  func patch(_ path: String, _ body: JSONValue) async throws -> Reply {
    try await send("PATCH", path, body: body.jsonText)
  }

  /// Sends a request with any method, body and credentials.
  func send(
    _ method: String, _ path: String, body: String? = nil, authorization: String? = "default"
  ) async throws -> Reply {
    var request = HTTPClientRequest(url: sandbox.baseURL.description + path)
    request.method = .init(rawValue: method)
    if let authorization {
      let value = authorization == "default" ? "Bearer \(sandbox.key.revealed)" : authorization
      request.headers.add(name: "authorization", value: value)
    }
    if let body {
      request.headers.add(name: "content-type", value: "application/json")
      request.body = .bytes(ByteBuffer(string: body))
    }
    let response = try await Self.client.execute(request, timeout: .init(.patience))
    let data = Data(try await response.body.collect(upTo: 1 << 22).readableBytesView)
    return Reply(
      status: Int(response.status.code),
      headers: Dictionary(
        response.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 }),
      body: data, json: (try? JSONValue(parsing: data)) ?? .null)
  }
}

/// A clock that stands still until it is told to go on.
final class SettableClock: Sendable {
  private let moment = Mutex(Date(timeIntervalSince1970: 1_784_120_400))

  var now: Date { moment.withLock { $0 } }

  func advance(by seconds: TimeInterval) {
    moment.withLock { $0 += seconds }
  }
}

/// Runs a test against a sandbox of its own and stops it afterwards.
func withSandbox(
  speed: Double = 1, scenario: Scenario? = nil, _ test: (SandboxClient) async throws -> Void
) async throws {
  let clock = SettableClock()
  let sandbox = try await Sandbox.start(
    SandboxConfiguration(speed: speed, scenario: scenario)
  ) { clock.now }
  do {
    try await test(SandboxClient(sandbox: sandbox, clock: clock))
  } catch {
    await sandbox.stop()
    throw error
  }
  await sandbox.stop()
}
