import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing
@testable import NetworkTransport

@Suite struct `A proxy` {
  static let url = "https://api.example.test/v2"
  static let tunnel = "HTTP/1.1 200 Connection established\r\n\r\n"

  @Test func `gets a CONNECT without the key, and the request goes through it`() async throws {
    try await `A secure connection`.withFile(TestCertificate.local.pem) { file in
      try await FaultyServer.run(
        [.readRequest, .startTLS(.local, after: Self.tunnel), .readRequest, Sample.ok]
      ) { server in
        let transport = try NetworkTransport(
          Self.url,
          environment: [
            "SSL_CERT_FILE": file, "HTTPS_PROXY": "http://ann:pass%40word@127.0.0.1:\(server.port)",
          ])
        #expect(transport.proxyDescription == "http://127.0.0.1:\(server.port)")
        #expect(await transport.outcome(of: Sample.post) == .success(Sample.answer))
        let credentials = Data("ann:pass@word".utf8).base64EncodedString()
        #expect(
          server.requests.first == """
            CONNECT api.example.test:443 HTTP/1.1\r
            host: api.example.test\r
            proxy-authorization: Basic \(credentials)\r
            \r

            """)
        #expect(server.requests.last?.hasPrefix("POST /v2/virtual_cross_connects ") == true)
        #expect(server.connections == 1)
      }
    }
  }

  @Test func `may speak SOCKS 5`() async throws {
    try await `A secure connection`.withFile(TestCertificate.local.pem) { file in
      let granted: [UInt8] = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0]
      let address = 4 + 1 + "api.example.test".utf8.count + 2
      try await FaultyServer.run(
        [
          .read(3), .writeBytes([5, 0]), .read(address),
          .startTLS(.local, after: String(decoding: granted, as: UTF8.self)), .readRequest,
          Sample.ok,
        ]
      ) { server in
        let proxy = "socks5://127.0.0.1:\(server.port)"
        let transport = try NetworkTransport(
          Self.url, environment: ["SSL_CERT_FILE": file, "ALL_PROXY": proxy])
        #expect(transport.proxyDescription == proxy)
        #expect(await transport.outcome(of: Sample.get) == .success(Sample.answer))
        await transport.shutdown()
      }
    }
  }

  @Test(arguments: [
    ("407 Proxy Authentication Required", "", noCredentials),
    ("407 Proxy Authentication Required", "ann:hidden@", wrongCredentials),
    ("403 Forbidden", "ann:hidden@", "it refused to connect to api.example.test:443"),
    ("502 Bad Gateway", "", "it refused to connect to api.example.test:443"),
  ])
  func `that refuses keeps the request here`(status: String, user: String, detail: String)
    async throws
  {
    try await FaultyServer.run(
      [.readRequest, .write("HTTP/1.1 \(status)\r\nContent-Length: 0\r\n\r\n"), .waitForClose]
    ) { server in
      let transport = try NetworkTransport(
        Self.url, environment: ["https_proxy": "\(user)127.0.0.1:\(server.port)"])
      let outcome = await transport.outcome(of: Sample.post)
      let proxy = "http://127.0.0.1:\(server.port)"
      #expect(outcome == .failure(.notSent(.proxyFailed(proxy: proxy, detail: detail))))
      #expect(server.connections == 1)
      #expect(!"\(server.requests)".contains(Sample.key.revealed))
    }
  }

  static let noCredentials =
    "it asks for a user name and a password (407), as in http://user:password@host:port"
  static let wrongCredentials = "it did not accept the user name and the password (407)"

  @Test(arguments: [
    [FaultyServer.Step](), [.readRequest], [.readRequest, .reset],
    [.readRequest, .write("SSH-2.0-OpenSSH_9.2\r\n\r\n")],
  ])
  func `that fails keeps the request here`(script: [FaultyServer.Step]) async throws {
    try await FaultyServer.run(script) { server in
      for variable in ["HTTPS_PROXY", "ALL_PROXY"] {
        let proxy =
          variable == "ALL_PROXY"
          ? "socks5://127.0.0.1:\(server.port)" : "http://127.0.0.1:\(server.port)"
        let transport = try NetworkTransport(Self.url, environment: [variable: proxy])
        guard
          case .failure(.notSent(.proxyFailed(proxy, _))) =
            await transport.outcome(of: Sample.post)
        else {
          Issue.record("Nothing can have been sent.")
          return
        }
      }
    }
  }

  @Test func `that can't be reached is named`() async throws {
    try await ClosedPort.hold { port in
      let refused = "nothing listens on port \(port)"
      for (proxy, detail) in [
        ("http://127.0.0.1:\(port)", refused), ("socks5://127.0.0.1:\(port)", refused),
        ("http://-proxy.invalid:3128", "its name has no address"),
      ] {
        let transport = try NetworkTransport(Self.url, environment: ["HTTPS_PROXY": proxy])
        #expect(
          await transport.outcome(of: Sample.post)
            == .failure(.notSent(.proxyFailed(proxy: proxy, detail: detail))))
      }
    }
  }

  @Test(arguments: [
    ("ftp://u:hidden@h:1", "it must begin with http:// or socks5://"),
    (
      "https://u:hidden@h:1",
      "a proxy that is itself reached over TLS is not supported; try http://"
    ),
    ("socks5://u:hidden@h:1", "SOCKS with a user name and a password is not supported"),
    ("http://", "it is not a URL such as http://proxy.example:3128"),
    ("http://u:hidden@h:99999", "it is not a URL such as http://proxy.example:3128"),
    ("http://u:hid\u{7}den@h:1", "it is not a URL such as http://proxy.example:3128"),
  ])
  func `that can't be used is not passed over, nor repeated`(text: String, detail: String)
    async throws
  {
    let transport = try NetworkTransport(Self.url, environment: ["HTTPS_PROXY": text])
    #expect(transport.proxyDescription == "HTTPS_PROXY, which can't be used")
    #expect(
      await transport.outcome(of: Sample.get)
        == .failure(.notSent(.proxyFailed(proxy: "HTTPS_PROXY", detail: detail))))
  }
}

@Suite struct `The choice of a proxy` {
  @Test func `is the first variable that is set, and none for this machine`() throws {
    let used = { (url: String, environment: [String: String]) in
      try NetworkTransport(url, environment: environment).proxyDescription
    }
    let api = "https://api.example.test/v2"
    #expect(try used(api, [:]) == nil)
    #expect(try used(api, ["HTTP_PROXY": "http://a:1"]) == nil)
    #expect(try used(api, ["HTTPS_PROXY": "", "ALL_PROXY": "http://a:1"]) == "http://a:1")
    #expect(try used(api, ["https_proxy": "b:2", "ALL_PROXY": "http://a:1"]) == "http://b:2")
    #expect(try used(api, ["https_proxy": "http://[::1]"]) == "http://[::1]:80")
    #expect(try used(api, ["all_proxy": "socks5h://c"]) == "socks5://c:1080")
    #expect(try used("https://localhost", ["HTTPS_PROXY": "http://a:1"]) == nil)
    #expect(try used("http://127.0.0.1:80", ["ALL_PROXY": "http://a:1"]) == nil)
    #expect(try used(api, ["HTTPS_PROXY": "a:1", "no_proxy": ".example.test"]) == nil)
  }

  @Test(arguments: [
    ("", false), ("*", true), ("api.example.test", true), ("API.Example.Test", true),
    ("example.test", true), (".example.test", true), ("*.example.test", true),
    ("ample.test", false), ("other.test, example.test", true), ("other.test example.test", true),
    ("example.test:443", true), ("example.test:8443", false), ("pi.example.test", false),
    ("api.example.test.org", false), (".", false), (":443", false), ("[::1]", false),
  ])
  func `leaves out what NO_PROXY names`(list: String, isExcepted: Bool) throws {
    let baseURL = try BaseURL(parsing: "https://api.example.test/v2")
    #expect(ProxyChoice.isExcepted(baseURL, from: list) == isExcepted)
  }

  @Test(arguments: [
    ("https://192.0.2.7", "192.0.2.7", true), ("https://192.0.2.7", "2.7", false),
    ("https://[2001:db8::1]:8443", "2001:db8::1", true),
    ("https://[2001:db8::1]:8443", "[2001:db8::1]:8443", true),
    ("https://[2001:db8::1]:8443", "[2001:db8::1]:443", false),
  ])
  func `compares addresses whole`(url: String, list: String, isExcepted: Bool) throws {
    #expect(ProxyChoice.isExcepted(try BaseURL(parsing: url), from: list) == isExcepted)
  }
}
