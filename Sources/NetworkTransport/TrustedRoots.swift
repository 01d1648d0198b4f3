import FoundationEssentials
import NIOSSL

/// The trusted authorities: the system's, and those of `SSL_CERT_FILE`.
///
/// They are read before the TLS library reads them: for a missing file, it says no more than
/// `unknownError([])`.
struct TrustedRoots {
  /// Why there is nothing to check a certificate against.
  struct Problem: Error, Hashable {
    var detail: String
  }

  /// The places where the TLS library looks on Linux.
  ///
  /// - SeeAlso: `LinuxCABundle.swift` in swift-nio-ssl.
  static let systemPaths = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/certs",
  ]

  /// The places where other systems keep a list: SUSE, RHEL 9 and later, Alpine.
  static let otherPaths = [
    "/var/lib/ca-certificates/ca-bundle.pem", "/etc/ssl/ca-bundle.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem",
  ]

  /// The certificates of `SSL_CERT_FILE`.
  private var added: [NIOSSLCertificate] = []
  /// The place of the roots where the TLS library looks, if there are any.
  private var systemRoots: String?
  /// The path of the system's list, if the TLS library doesn't look there.
  private var otherRoots: String?

  /// Reads the added roots and looks for the system's.
  ///
  /// - Parameters:
  ///   - file: The value of `SSL_CERT_FILE`, if it is set.
  ///   - systemPaths: The places for the system's roots.
  ///   - otherPaths: The places instead.
  /// - Throws: `Problem` if the file can't be used or there are no roots at all.
  init(
    adding file: String?, systemPaths: [String] = Self.systemPaths,
    otherPaths: [String] = Self.otherPaths
  ) throws(Problem) {
    systemRoots = systemPaths.first(where: Self.hasContent)
    if systemRoots == nil { otherRoots = otherPaths.first(where: Self.hasContent) }
    if let file {
      added = try Self.certificates(in: file)
    } else if place == nil {
      throw Problem(
        detail: "this machine has no list of trusted authorities: install the package "
          + "ca-certificates, or let SSL_CERT_FILE name a PEM file with them")
    }
  }

  /// The path of the machine's list; `nil` if it has none.
  var place: String? { systemRoots ?? otherRoots }

  /// The TLS library's configuration, with TLS 1.2 or later only.
  var configuration: TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    if let otherRoots {
      configuration.trustRoots = .file(otherRoots)
    }
    if place == nil {
      configuration.trustRoots = .certificates(added)
    } else if !added.isEmpty {
      configuration.additionalTrustRoots = [.certificates(added)]
    }
    return configuration
  }

  private static func hasContent(_ path: String) -> Bool {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return false }
    guard isFolder else { return true }
    return (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) == false
  }

  private static func certificates(in file: String) throws(Problem) -> [NIOSSLCertificate] {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw Problem(detail: "SSL_CERT_FILE names \(file), which does not exist")
    }
    guard !isFolder, FileManager.default.isReadableFile(atPath: file) else {
      throw Problem(detail: "SSL_CERT_FILE names \(file), which can't be read as a file")
    }
    do {
      return try NIOSSLCertificate.fromPEMFile(file)
    } catch {
      throw Problem(detail: "SSL_CERT_FILE names \(file), which holds no PEM certificate")
    }
  }
}
