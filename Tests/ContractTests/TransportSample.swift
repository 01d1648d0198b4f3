import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import Presentation
import TelnyxAPI
import TestSupport

/// What the tests of the transport send, and the short forms they are written in.
enum Sample {
  static let key = Secret("KEY0123456789secret")
  static let get = HTTPRequest(method: .get, path: "/networks?page%5Bsize%5D=250", key: key)
  static let post = HTTPRequest(
    method: .post, path: "/virtual_cross_connects", key: key, body: Data(#"{"name":"a"}"#.utf8))

  static let ok = FaultyServer.Step.write(
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
  static let answer = HTTPResponse(
    status: 200, headers: ["content-type": "application/json", "content-length": "2"],
    body: Data("{}".utf8))
}

extension NetworkOptions {
  /// Options of a test whose connection may take its time.
  static func patient(totalSeconds: Int) -> Self {
    NetworkOptions(connectSeconds: 180, totalSeconds: totalSeconds)
  }
}

extension NetworkTransport {
  /// A transport to `url` with the deadlines in seconds and the environment given.
  ///
  /// Only a test of a deadline gives one: what must come may take its time on a busy machine.
  convenience init(
    _ url: String, connect: Int = 180, total: Int = 180, limit: Int = 8 << 20,
    environment: [String: String] = [:]
  ) throws {
    let options = NetworkOptions(
      connectSeconds: connect, totalSeconds: total, bodyLimit: limit, userAgent: "vxc/test",
      environment: EnvironmentVariables(environment))
    try self.init(baseURL: BaseURL(parsing: url), options: options)
  }

  /// What came of sending `request`.
  func outcome(of request: HTTPRequest) async -> Result<HTTPResponse, TransportFailure> {
    do {
      return .success(try await send(request))
    } catch {
      return .failure(error)
    }
  }
}

extension FaultyServer {
  /// The server as a base URL.
  var url: String { "http://127.0.0.1:\(port)/v2" }
}
