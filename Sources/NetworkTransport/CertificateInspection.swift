import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOSSL
import Synchronization
import TelnyxAPI

/// Looks at a rejected certificate, to say what is wrong with it.
///
/// The TLS library says no more than `CERTIFICATE_VERIFY_FAILED`. So there is one more handshake,
/// on the same way to the host, which accepts any certificate. The connection ends right after it.
/// The one request in line for it carries no key, and is never written.
struct CertificateInspection {
  var baseURL: BaseURL
  /// Whether the certificate is trusted, but is not for the host.
  var isForWrongName: Bool
  var now = Date()

  /// What is wrong, to be read after a colon; `nil` if the certificate could not be read.
  ///
  /// - Parameters:
  ///   - configuration: The client's configuration with its proxy.
  ///   - seconds: The most seconds that it may take.
  /// - Returns: The words.
  /// - Returns: What to say.
  func finding(_ configuration: HTTPClient.Configuration, within seconds: Int) async -> String? {
    let seen = Seen()
    var configuration = configuration
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .none
    configuration.tlsConfiguration = tls
    configuration.http1_1ConnectionDebugInitializer = { channel in
      // The pool must hear of the failure before the end of the connection. If both were handled
      // here in one go, closing would have to wait for its turn.
      channel.eventLoop.execute { channel.close(promise: nil) }
      guard channel.eventLoop.inEventLoop else {
        return channel.eventLoop.makeFailedFuture(CancellationError())
      }
      let certificate = try? channel.pipeline.syncOperations.nioSSL_peerCertificate()
      seen.certificate.withLock { $0 = certificate }
      return channel.eventLoop.makeFailedFuture(CancellationError())
    }
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    let deadline = NIODeadline.now() + .seconds(Int64(seconds))
    _ = try? await client.get(url: baseURL.description, deadline: deadline).get()
    await client.finish()
    return seen.certificate.withLock { $0 }.map { words(about: $0) }
  }

  /// What is wrong with `certificate`, as far as the certificate itself tells.
  func words(about certificate: NIOSSLCertificate) -> String {
    guard !isForWrongName else { return words(aboutNamesOf: certificate) }
    let first = Date(timeIntervalSince1970: TimeInterval(certificate.notValidBefore))
    let last = Date(timeIntervalSince1970: TimeInterval(certificate.notValidAfter))
    if now > last {
      return "the certificate expired on \(day(last)); this machine's clock says \(day(now))"
    }
    if now < first {
      return "the certificate is valid from \(day(first)) on; this machine's clock says \(day(now))"
    }
    let names = CertificateNames(der: (try? certificate.toDERBytes()) ?? [])
    let way = "if that is right, let SSL_CERT_FILE name a PEM file with"
    if names?.isSelfSigned == true {
      return "the certificate is self-signed and not trusted by this machine; \(way) it"
    }
    let issuer = names?.issuer.map { "\"\($0)\"" } ?? "an authority"
    return "the certificate was issued by \(issuer), which this machine does not trust; "
      + "\(way) that authority's certificate"
  }

  /// The names that `certificate` is for, if none of them is the host's.
  private func words(aboutNamesOf certificate: NIOSSLCertificate) -> String {
    let names = certificate._subjectAlternativeNames().compactMap { name -> String? in
      name.nameType == .dnsName
        ? String(decoding: name.contents, as: UTF8.self).shownInSentence : nil
    }
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? ", …" : "")
    return names.isEmpty
      ? "the certificate is not for \(baseURL.host)"
      : "the certificate is for \(shown), not for \(baseURL.host)"
  }

  private func day(_ date: Date) -> String {
    date.formatted(.iso8601.year().month().day())
  }

  private final class Seen: Sendable {
    let certificate = Mutex<NIOSSLCertificate?>(nil)
  }
}
