import NIOSSL
import TelnyxAPI

/// The failures of a TLS handshake in words.
enum TLSFailure {
  /// What `error` means, to be read after a colon.
  ///
  /// - Parameters:
  ///   - error: The TLS library's error.
  ///   - baseURL: The server of the handshake.
  /// - Returns: Words without a full stop.
  static func words(for error: any Error, at baseURL: BaseURL) -> String {
    switch error {
    case let error as NIOSSLExtraError where error == .failedToValidateHostname:
      "the certificate is for another name"
    case NIOSSLError.handshakeFailed(let cause): words(for: cause, at: baseURL)
    case NIOSSLError.unableToValidateCertificate: "the certificate can't be checked"
    case let cause as BoringSSLError: words(for: cause, at: baseURL)
    default: "TLS can't be set up on this machine"
    }
  }

  private static func words(for cause: BoringSSLError, at baseURL: BaseURL) -> String {
    let reasons = cause.reasons
    guard let reason = reasons.first else {
      return "the server broke off the handshake"
    }
    return switch reason {
    case "CERTIFICATE_VERIFY_FAILED": "this machine does not trust the certificate"
    case "WRONG_VERSION_NUMBER", "HTTP_REQUEST", "HTTPS_PROXY_REQUEST", "INVALID_RECORD_TYPE":
      "the server does not speak TLS on port \(baseURL.effectivePort)"
    case "UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_SHARED_CIPHER",
      "TLSV1_ALERT_INSUFFICIENT_SECURITY":
      "the server has no TLS version or cipher that is safe (1.2 is the oldest)"
    case "TLSV1_UNRECOGNIZED_NAME", "TLSV1_ALERT_UNRECOGNIZED_NAME":
      "the server knows no host of this name"
    case "SSLV3_ALERT_HANDSHAKE_FAILURE": "the server refused the handshake"
    case "TLSV1_ALERT_CERTIFICATE_REQUIRED", "SSLV3_ALERT_NO_CERTIFICATE":
      "the server asks for a client certificate, which is not supported"
    case "TLSV1_ALERT_NO_APPLICATION_PROTOCOL": "the server speaks no HTTP/1.1"
    case "EOF during handshake": "the server closed the connection during the handshake"
    default: "the handshake failed (\(reason))"
    }
  }
}

extension BoringSSLError {
  /// BoringSSL's names for what happened, the first first: `CERTIFICATE_VERIFY_FAILED`.
  ///
  /// Only the description of each error has them:
  /// `Error: 268435581 error:1000007d:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED at …`.
  var reasons: [String] {
    switch self {
    case .sslError(let stack), .unknownError(let stack), .invalidSNIName(let stack),
      .failedToSetALPN(let stack):
      stack.map { error in
        guard error != .eofDuringHandshake else { return "EOF during handshake" }
        let text = error.description
        let mark = "OPENSSL_internal:"
        guard let start = text.firstRange(of: mark)?.upperBound else { return "unknown" }
        return String(text[start...].prefix { $0 != " " })
      }
    default: []
    }
  }
}
