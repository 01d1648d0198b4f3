import CrossConnect
import Flows
import NetworkTransport
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@Suite struct `A request that surely was not sent` {
  static let requests = [Sample.get, Sample.post]

  @Test(arguments: requests)
  func `is one to a port where nothing listens`(request: HTTPRequest) async throws {
    try await ClosedPort.hold { port in
      let refused = "nothing listens on port \(port)"
      for host in ["127.0.0.1", "localhost"] {
        let transport = try NetworkTransport("http://\(host):\(port)")
        #expect(
          await transport.outcome(of: request)
            == .failure(.notSent(.connectionFailed(host: host, detail: refused))))
      }
    }
  }

  @Test(arguments: requests)
  func `is one to a name without an address`(request: HTTPRequest) async throws {
    // The resolver refuses a name that begins with a hyphen itself, and asks no server.
    let transport = try NetworkTransport("https://-telnyx.invalid/v2")
    #expect(
      await transport.outcome(of: request)
        == .failure(.notSent(.nameNotResolved(host: "-telnyx.invalid"))))
  }

  @Test(arguments: requests)
  func `is one cancelled before it began`(request: HTTPRequest) async throws {
    try await FaultyServer.run { server in
      let transport = try NetworkTransport(server.url)
      let sending = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return await transport.outcome(of: request)
      }
      #expect(await sending.value == .failure(.notSent(.cancelled)))
      #expect(server.connections == 0)
    }
  }

  @Test(arguments: requests)
  func `is one cancelled during the handshake`(request: HTTPRequest) async throws {
    try await FaultyServer.run([.waitForClose]) { server in
      let transport = try NetworkTransport("https://127.0.0.1:\(server.port)")
      let sending = Task { await transport.outcome(of: request) }
      #expect(await server.waits { $0.connections == 1 })
      sending.cancel()
      #expect(await sending.value == .failure(.notSent(.cancelled)))
    }
  }

  @Test(arguments: requests)
  func `is one whose handshake is not done in time`(request: HTTPRequest) async throws {
    try await FaultyServer.run([.waitForClose], [.waitForClose]) { server in
      let url = "https://127.0.0.1:\(server.port)"
      let late = TransportFailure.notSent(.connectTimedOut(host: "127.0.0.1", seconds: 1))
      let slowToConnect = try NetworkTransport(url, connect: 1)
      #expect(await slowToConnect.outcome(of: request) == .failure(late))
      let slowInAll = try NetworkTransport(url, total: 1)
      #expect(await slowInAll.outcome(of: request) == .failure(late))
      #expect(server.connections == 2)
    }
  }

  @Test func `is never one the server has seen, whenever it was cancelled`() async throws {
    let count = 60
    let scripts = Array(repeating: [FaultyServer.Step.readRequest, Sample.ok], count: count + 1)
    try await FaultyServer.run(scripts: scripts) { server in
      let transport = try NetworkTransport(server.url)
      var unsent: [String] = []
      for number in 0..<count {
        var request = Sample.post
        request.path += "/\(number)/"
        let sending = Task { [request] in await transport.outcome(of: request) }
        // About as long as an exchange takes, so that some are cancelled at each moment of it.
        try await Task.sleep(for: .microseconds(number * 40))
        sending.cancel()
        switch await sending.value {
        case .success, .failure(.outcomeUnknown(.cancelled)): break
        case .failure(.notSent(.cancelled)): unsent.append(request.path)
        case .failure(let other): Issue.record("A cancelled request: \(other)")
        }
      }
      #expect(await transport.outcome(of: Sample.post) == .success(Sample.answer))
      let seen = server.requests.filter { request in unsent.contains { request.contains($0) } }
      #expect(seen == [])
    }
  }
}
