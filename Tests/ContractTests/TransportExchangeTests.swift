import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@Suite struct `The transport sends a request once` {
  @Test func `a GET carries the key and asks for JSON`() async throws {
    let requests = try await FaultyServer.run([.readRequest, Sample.ok]) { server in
      let transport = try NetworkTransport(server.url)
      #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
      await transport.shutdown()
      return server.requests.map { $0.replacing("\(server.port)", with: "PORT") }
    }
    #expect(
      requests == [
        """
        GET /v2/networks?page%5Bsize%5D=250 HTTP/1.1\r
        Authorization: Bearer KEY0123456789secret\r
        Accept: application/json\r
        User-Agent: vxc/test\r
        host: 127.0.0.1:PORT\r
        \r

        """
      ])
  }

  @Test func `a POST carries its body as JSON and gives its connection up`() async throws {
    let requests = try await FaultyServer.run([.readRequest, Sample.ok]) { server in
      let transport = try NetworkTransport(server.url)
      #expect(await transport.outcome(of: Sample.post) == .success(Sample.answer))
      return server.requests.map { $0.replacing("\(server.port)", with: "PORT") }
    }
    #expect(
      requests == [
        """
        POST /v2/virtual_cross_connects HTTP/1.1\r
        Authorization: Bearer KEY0123456789secret\r
        Accept: application/json\r
        User-Agent: vxc/test\r
        Connection: close\r
        Content-Type: application/json\r
        host: 127.0.0.1:PORT\r
        Content-Length: 12\r
        \r
        {"name":"a"}
        """
      ])
  }

  @Test func `GETs share a connection and a POST has its own`() async throws {
    try await FaultyServer.run(
      [.readRequest, Sample.ok, .readRequest, Sample.ok, .waitForClose], [.readRequest, Sample.ok]
    ) { server in
      let transport = try NetworkTransport(server.url)
      #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
      #expect(await transport.outcome(of: Sample.post) == .success(Sample.answer))
      #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
      #expect(server.connections == 2)
      #expect(server.requests.map { $0.prefix(4) } == ["GET ", "POST", "GET "])
      await transport.shutdown()
    }
  }

  @Test func `a kept-alive connection that died neither loses nor repeats a POST`() async throws {
    try await FaultyServer.run(
      [.readRequest, Sample.ok, .reset], [.readRequest, Sample.ok]
    ) { server in
      let transport = try NetworkTransport(server.url)
      #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
      #expect(await transport.outcome(of: Sample.post) == .success(Sample.answer))
      #expect(server.connections == 2)
      #expect(server.requests.map { $0.prefix(4) } == ["GET ", "POST"])
      await transport.shutdown()
    }
  }

  @Test func `a GET on a connection that died is not repeated either`() async throws {
    try await FaultyServer.run([.readRequest, Sample.ok, .readRequest]) { server in
      let transport = try NetworkTransport(server.url)
      #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
      let outcome = await transport.outcome(of: Sample.get)
      #expect(outcome == .failure(.outcomeUnknown(.connectionLost(detail: closedEarly))))
      #expect(server.requests.count == 2)
      await transport.shutdown()
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func `a redirect is an answer, and the key never goes there`(status: Int) async throws {
    try await FaultyServer.run([.readRequest, Sample.ok]) { other in
      let head = "HTTP/1.1 \(status) Moved\r\nLocation: http://127.0.0.1:\(other.port)/v2\r\n"
      try await FaultyServer.run(
        [.readRequest, .write(head + "Content-Length: 0\r\n\r\n")],
        [.readRequest, .write(head + "Content-Length: 0\r\n\r\n")]
      ) { server in
        let transport = try NetworkTransport(server.url)
        for request in [Sample.get, Sample.post] {
          #expect(try await transport.send(request).status == status)
        }
        #expect(server.requests.count == 2)
        await transport.shutdown()
      }
      #expect(other.connections == 0)
    }
  }

  @Test(arguments: [200, 201, 204, 400, 401, 408, 422, 429, 500, 503])
  func `any status is an answer`(status: Int) async throws {
    let head = "HTTP/1.1 \(status) Word\r\nRetry-After: 7\r\nX-A: 1\r\nx-a: 2\r\n\r\n"
    try await FaultyServer.run([.readRequest, .write(head)]) { server in
      let transport = try NetworkTransport(server.url)
      let response = try await transport.send(Sample.post)
      #expect(
        response == HTTPResponse(status: status, headers: ["retry-after": "7", "x-a": "2"]))
    }
  }

  @Test func `sends again after it was shut down`() async throws {
    try await FaultyServer.run([.readRequest, Sample.ok], [.readRequest, Sample.ok]) { server in
      let transport = try NetworkTransport(server.url)
      #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
      await transport.shutdown()
      #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
      #expect(server.connections == 2)
    }
  }

  @Test(arguments: ["", "two words", "line\r\nX: y", "schlüssel"])
  func `a key that no header can carry is refused before anything is opened`(key: String)
    async throws
  {
    try await FaultyServer.run { server in
      let transport = try NetworkTransport(server.url)
      let request = HTTPRequest(method: .get, path: "/networks", key: Secret(key))
      let detail = "the API key is empty, or has characters that no key has"
      #expect(await transport.outcome(of: request) == .failure(.notSent(.unusable(detail: detail))))
      #expect(server.connections == 0)
    }
  }
}

/// What is said of a connection that was closed at the wrong time.
let closedEarly = "the other side closed it"
