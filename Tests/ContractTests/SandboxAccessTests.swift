import CrossConnect
import Flows
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import Testing

struct SandboxAccessTests {
  @Test(arguments: [nil, "Bearer KEY-OTHER", "Bearer ", "Basic KEY-SANDBOX", "KEY-SANDBOX"])
  func `any key but the sandbox's is refused`(authorization: String?) async throws {
    try await withSandbox { client in
      let reply = try await client.send(
        "GET", Route.networks.path, authorization: authorization)

      #expect(reply.status == 401)
      #expect(reply.headers["www-authenticate"] == "Bearer")
      #expect(
        reply.json
          == .object([
            "errors": .array([
              .object([
                "code": .string("10009"),
                "title": .string("Authentication failed"),
                "detail": .string(
                  "The API key in the Authorization header is missing or not the sandbox's."),
                "meta": .object([
                  "url": .string("https://developers.telnyx.com/docs/overview/errors/10009")
                ]),
              ])
            ])
          ]))
    }
  }

  @Test func `the word before the key may be written in any case`() async throws {
    try await withSandbox { client in
      let reply = try await client.send(
        "GET", Route.networks.path, authorization: "bearer KEY-SANDBOX")

      #expect(reply.status == 200)
    }
  }

  @Test(arguments: ["/", "/nothing", "/networks/", "/virtual_cross_connects/a/b", "/networks/%FF"])
  func `an unknown path is not found`(path: String) async throws {
    try await withSandbox { client in
      let reply = try await client.get(path)

      #expect(reply.status == 404)
      #expect(reply.codes == ["10005"])
    }
  }

  @Test func `a wrong method is told which are right`() async throws {
    try await withSandbox { client in
      let paths = [
        Route.networks, .network(id: "x"), .networkInterfaces(network: "x"), .regions,
        .networkCoverage, .crossConnectCoverage,
        .crossConnectCoverageRenamed, .crossConnects, .crossConnect(id: "x"),
      ].map(\.path)
      var allowed: [String] = []
      for path in paths {
        let reply = try await client.send("PUT", path)
        #expect(reply.status == 405)
        allowed.append(reply.headers["allow"] ?? "none")
      }

      #expect(
        allowed == [
          "GET, POST", "GET, PATCH, DELETE", "GET", "GET", "GET", "GET", "GET", "GET, POST",
          "GET, PATCH, DELETE",
        ])
    }
  }

  @Test(arguments: ["", "{", "[]", "\"text\"", "{\"name\":}", "\u{0}"])
  func `a body that is no JSON object is malformed`(body: String) async throws {
    try await withSandbox { client in
      let reply = try await client.send("POST", Route.crossConnects.path, body: body)

      #expect(reply.status == 400)
      #expect(reply.codes == ["10015"])
    }
  }

  @Test func `a huge body is refused before it is read`() async throws {
    try await withSandbox { client in
      let reply = try await client.send(
        "POST", Route.networks.path, body: String(repeating: " ", count: 1_100_000))

      #expect(reply.status == 413)
    }
  }

  @Test func `requests are recorded in order, whatever was answered`() async throws {
    try await withSandbox { client in
      _ = try await client.get("/networks?page%5Bsize%5D=3")
      _ = try await client.send("POST", "/networks", body: "{", authorization: nil)
      _ = try await client.send("PUT", "/networks")
      _ = try await client.delete("/nothing")

      #expect(
        client.sandbox.recordedRequests == [
          RecordedRequest(method: .get, path: "/networks?page%5Bsize%5D=3"),
          RecordedRequest(method: .post, path: "/networks", body: Data("{".utf8)),
          RecordedRequest(method: .delete, path: "/nothing"),
        ])
    }
  }

  @Test func `a port in use is named`() async throws {
    try await withSandbox { client in
      let port = try #require(client.sandbox.baseURL.port)

      await #expect(throws: SandboxFailure.portInUse(port)) {
        try await Sandbox.start(SandboxConfiguration(port: port)) { Date() }
      }
    }
  }

  @Test func `a stopped sandbox has ended and frees its port`() async throws {
    let sandbox = try await Sandbox.start { Date() }
    let port = try #require(sandbox.baseURL.port)
    #expect(sandbox.baseURL.description == "http://127.0.0.1:\(port)/v2")
    await sandbox.stop()
    await sandbox.stop()
    try await sandbox.waitUntilStopped()

    let next = try await Sandbox.start(SandboxConfiguration(port: port)) { Date() }
    await next.stop()
  }
}
