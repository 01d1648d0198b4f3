import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import Presentation
import SandboxServer
import Synchronization
import TelnyxAPI
import TestSupport
import Testing

@Suite struct `A transport that logs` {
  /// Text that grows.
  private final class Page: Sendable {
    private let content = Mutex("")

    var text: String { content.withLock { $0 } }

    func append(_ text: String) { content.withLock { $0 += text } }
  }

  /// What is logged while `body` sends through a transport.
  private static func log(
    of url: String, total: Int = 5, _ body: (LoggingTransport) async throws -> Void
  ) async throws -> String {
    let page = Page()
    let log = ExchangeLog(now: { Date.now }, write: { page.append($0) })
    try await body(
      LoggingTransport(
        try NetworkTransport(url, total: total), log: log, baseURL: try BaseURL(parsing: url),
        userAgent: "vxc/test"))
    await log.finish { try? await Task.sleep(for: .seconds(60)) }
    return page.text
  }

  @Test func `writes the headers that the server gets`() async throws {
    try await FaultyServer.run([.readRequest, Sample.ok]) { server in
      let log = try await Self.log(of: server.url) { transport in
        let answer = try await transport.send(Sample.post)
        #expect(answer == Sample.answer)
      }
      let head = try #require(server.requests.first?.split(separator: "\r\n\r\n").first)
      let sent = head.split(separator: "\r\n").dropFirst().filter {
        !["host", "content-length", "authorization"].contains($0.prefix { $0 != ":" }.lowercased())
      }
      let logged = log.split(separator: "\n").filter {
        $0.hasPrefix("  > ") && !$0.hasPrefix("  > {") && !$0.hasPrefix("  > <")
      }
      #expect(logged.map { $0.dropFirst(4) } == sent)
      #expect(log.contains(" 200 after "))
      #expect(log.hasSuffix("  < {}\n"))
    }
  }

  static let page = """
    <html>\u{1B}[31m <b>Bearer KEY0123456789secret</b> key0123456789%73ecret
    \(Data("Bearer KEY0123456789secret".utf8).base64EncodedString())</html>
    """
  static let faults: [[FaultyServer.Step]] = [
    [
      .readRequest,
      .write("HTTP/1.1 502 Bad Gateway\r\nX-Echo: Bearer KEY0123456789secret\r\n\r\n" + page),
    ],
    [
      .readRequest,
      .write("HTTP/1.1 302 Found\r\nLocation: http://a.example/?key=KEY0123456789secret\r\n\r\n"),
    ],
    [.readRequest, .write("KEY0123456789secret\r\n\r\n")],
    [
      .readRequest,
      .write("HTTP/1.1 200 KEY0123456789secret\r\nContent-Length: 100\r\n\r\nKEY0123"),
    ],
    [.readRequest, .reset],
    [.readRequest, .waitForClose],
  ]

  @Test(arguments: faults)
  func `hides the key whatever the server does with it`(_ fault: [FaultyServer.Step]) async throws {
    try await FaultyServer.run(fault) { server in
      let log = try await Self.log(of: server.url, total: 1) { transport in
        _ = try? await transport.send(Sample.post)
      }
      #expect(!log.lowercased().contains("key0123456789"))
      #expect(!log.contains("S0VZMDEyMzQ1Njc4OXNlY3JldA"), "in Base64")
      #expect(log.split(separator: "\n").allSatisfy { !String($0).hasControlCharacter })
      let endings = log.split(separator: "\n").filter { $0.contains(" #1 ") }
      #expect(endings.count == 2, "one line for the request, one for what came of it")
    }
  }

  @Test func `hides every key of an order that the sandbox takes`() async throws {
    try await withSandbox { client in
      var secrets = [client.sandbox.key.revealed]
      let log = try await Self.log(of: client.sandbox.baseURL.description) { transport in
        let api = APIClient(transport: transport, key: client.sandbox.key)
        let network = try #require(try await api.networks().first)
        for provider in CloudProvider.allCases {
          let draft = Draft.fullSample(provider)
          let connect = try await api.create(try draft.makeRequest())
          let found = await api.crossConnects(onNetwork: network.id)
          #expect(!found.connects.isEmpty)
          let confidential = draft.fields.filter { $0.secrecy != .open }.map { draft.value(of: $0) }
          let answered = connect.members.filter { $0.key.hasSuffix("_bgp_key") }
            .compactMap(\.value.text)
          #expect(!confidential.isEmpty && !answered.isEmpty)
          secrets += confidential + answered
        }
      }
      for secret in secrets { #expect(!log.contains(secret)) }
      #expect(log.contains(#""status":"created""#) && log.contains(#""region_code":"ashburn-va""#))
    }
  }
}
