import FoundationEssentials
import NIOSSL

/// The authorities whose certificates are believed: the system's, and those of `SSL_CERT_FILE`.
///
/// Looked at before the TLS library does, which for a missing file says no more than
/// `unknownError([])`.
struct TrustedRoots {
  /// Why there is nothing to check a certificate against.
  struct Problem: Error, Hashable {
    var detail: String
  }

  /// Where the TLS library looks on Linux.
  ///
  /// - SeeAlso: `LinuxCABundle.swift` in swift-nio-ssl.
  static let systemPaths = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/certs",
  ]

  /// Where other systems keep a list: SUSE, RHEL 9 and later, Alpine.
  static let otherPaths = [
    "/var/lib/ca-certificates/ca-bundle.pem", "/etc/ssl/ca-bundle.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem",
  ]

  /// The certificates of `SSL_CERT_FILE`.
  private var added: [NIOSSLCertificate] = []
  private var hasSystemRoots: Bool
  /// The system's list, where the TLS library doesn't look.
  private var otherRoots: String?

  /// Reads the added roots and looks for the system's.
  ///
  /// - Parameters:
  ///   - file: The value of `SSL_CERT_FILE`, if it is set.
  ///   - systemPaths: Where the system's roots may be.
  ///   - otherPaths: Where they may be instead.
  /// - Throws: `Problem` if the file can't be used or there are no roots at all.
  init(
    adding file: String?, systemPaths: [String] = Self.systemPaths,
    otherPaths: [String] = Self.otherPaths
  ) throws(Problem) {
    hasSystemRoots = systemPaths.contains(where: Self.hasContent)
    if !hasSystemRoots { otherRoots = otherPaths.first(where: Self.hasContent) }
    if let file {
      added = try Self.certificates(in: file)
    } else if !hasSystemRoots, otherRoots == nil {
      throw Problem(
        detail: "this machine has no list of trusted authorities: install the package "
          + "ca-certificates, or let SSL_CERT_FILE name a PEM file with them")
    }
  }

  /// Where the machine has its list, if it has one.
  var place: String? {
    hasSystemRoots ? Self.systemPaths.first(where: Self.hasContent) : otherRoots
  }

  /// What the TLS library needs; nothing older than TLS 1.2.
  var configuration: TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    if let otherRoots {
      configuration.trustRoots = .file(otherRoots)
    }
    if !hasSystemRoots, otherRoots == nil {
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
