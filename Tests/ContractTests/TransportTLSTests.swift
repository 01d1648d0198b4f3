import CrossConnect
import Flows
import FoundationEssentials
import NIOSSL
import Presentation
import TelnyxAPI
import TestSupport
import Testing
@testable import NetworkTransport

@Suite struct `A secure connection` {
  /// A file with `text` for the time of `body`.
  static func withFile(_ text: String, _ body: (String) async throws -> Void) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pem")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    try await body(file.path)
  }

  @Test func `is made when SSL_CERT_FILE has the server's authority`() async throws {
    try await Self.withFile(TestCertificate.local.pem) { file in
      let script: [FaultyServer.Step] = [.startTLS(.local), .readRequest, Sample.ok]
      try await FaultyServer.run(script, script) { server in
        for request in [Sample.get, Sample.post] {
          let transport = try NetworkTransport(
            "https://localhost:\(server.port)", environment: ["SSL_CERT_FILE": file])
          #expect(await transport.outcome(of: request) == .success(Sample.answer))
          await transport.shutdown()
        }
      }
    }
  }

  @Test(arguments: [
    (
      TestCertificate.local,
      "the certificate is self-signed and not trusted by this machine; "
        + "if that is right, let SSL_CERT_FILE name a PEM file with it"
    ),
    (
      .issued,
      "the certificate was issued by \"Example Inspection CA\", which this machine does not trust; "
        + "if that is right, let SSL_CERT_FILE name a PEM file with that authority's certificate"
    ),
  ])
  func `is not made to an unknown authority`(certificate: TestCertificate, detail: String)
    async throws
  {
    try await expectRefusal(of: certificate, environment: [:], detail: detail)
  }

  @Test func `is not made to another name`() async throws {
    try await Self.withFile(TestCertificate.otherName.pem) { file in
      try await expectRefusal(
        of: .otherName, environment: ["SSL_CERT_FILE": file],
        detail: "the certificate is for other.example, not for localhost")
    }
  }

  @Test func `is not made with a certificate that is over`() async throws {
    let today = Date.now.formatted(.iso8601.year().month().day())
    try await Self.withFile(TestCertificate.expired.pem) { file in
      try await expectRefusal(
        of: .expired, environment: ["SSL_CERT_FILE": file],
        detail: "the certificate expired on 2021-01-01; this machine's clock says \(today)")
    }
  }

  /// Expects both a GET and a POST to fail, and nothing but handshakes at the server.
  private func expectRefusal(
    of certificate: TestCertificate, environment: [String: String], detail: String
  ) async throws {
    let script: [FaultyServer.Step] = [.startTLS(certificate), .readRequest]
    try await FaultyServer.run(script, script, script, script) { server in
      let transport = try NetworkTransport(
        "https://localhost:\(server.port)", environment: environment)
      for request in [Sample.get, Sample.post] {
        #expect(
          await transport.outcome(of: request)
            == .failure(.notSent(.tlsFailed(host: "localhost", detail: detail))))
      }
      #expect(server.requests == [])
      await transport.shutdown()
    }
  }

  @Test func `is not made to a server that speaks plain HTTP`() async throws {
    try await FaultyServer.run([.write("HTTP/1.1 400 Bad Request\r\n\r\n"), .waitForClose]) {
      server in
      let transport = try NetworkTransport("https://localhost:\(server.port)")
      let detail = "the server does not speak TLS on port \(server.port)"
      #expect(
        await transport.outcome(of: Sample.post)
          == .failure(.notSent(.tlsFailed(host: "localhost", detail: detail))))
    }
  }

  @Test(arguments: [[], [FaultyServer.Step.reset]])
  func `is not made to a server that goes away`(script: [FaultyServer.Step]) async throws {
    try await FaultyServer.run(script) { server in
      let transport = try NetworkTransport("https://localhost:\(server.port)")
      // Which of the ways of not being connected it is depends on how far the client had come.
      guard case .failure(.notSent) = await transport.outcome(of: Sample.post) else {
        Issue.record("Nothing can have been sent.")
        return
      }
    }
  }

  @Test func `lost in the middle of the answer leaves a POST unknown`() async throws {
    try await Self.withFile(TestCertificate.local.pem) { file in
      let head = FaultyServer.Step.write("HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{")
      try await FaultyServer.run([.startTLS(.local), .readRequest, head, .reset]) { server in
        let transport = try NetworkTransport(
          "https://localhost:\(server.port)", environment: ["SSL_CERT_FILE": file])
        guard
          case .failure(.outcomeUnknown(.connectionLost)) =
            await transport.outcome(of: Sample.post)
        else {
          Issue.record("The request was written.")
          return
        }
        #expect(server.requests.count == 1)
      }
    }
  }
}

@Suite struct `The trusted authorities` {
  @Test func `come from a file that must exist`() async throws {
    let transport = try NetworkTransport(
      "https://localhost:1", environment: ["SSL_CERT_FILE": "/does/not/exist.pem"])
    let detail = "SSL_CERT_FILE names /does/not/exist.pem, which does not exist"
    #expect(
      await transport.outcome(of: Sample.post)
        == .failure(.notSent(.tlsFailed(host: "localhost", detail: detail))))
  }

  @Test func `come from a file with certificates in it`() async throws {
    try await `A secure connection`.withFile("hello") { file in
      #expect(throws: problem("SSL_CERT_FILE names \(file), which holds no PEM certificate")) {
        try TrustedRoots(adding: file)
      }
    }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: problem("SSL_CERT_FILE names \(folder), which can't be read as a file")) {
      try TrustedRoots(adding: folder)
    }
  }

  @Test func `can't be missing altogether`() async throws {
    let detail =
      "this machine has no list of trusted authorities: install the package ca-certificates, "
      + "or let SSL_CERT_FILE name a PEM file with them"
    #expect(throws: problem(detail)) {
      try TrustedRoots(
        adding: nil, systemPaths: ["/does/not/exist"], otherPaths: ["/does/not/exist"])
    }
    try await `A secure connection`.withFile(TestCertificate.local.pem) { file in
      for (added, other) in [(file, "/does/not/exist"), (nil, file)] {
        let roots = try TrustedRoots(
          adding: added, systemPaths: ["/does/not/exist"], otherPaths: [other])
        #expect(roots.configuration.trustRoots != .default)
      }
    }
  }

  private func problem(_ detail: String) -> TrustedRoots.Problem {
    TrustedRoots.Problem(detail: detail)
  }
}
