public import NIOSSL

/// Certificates for servers in tests, which nothing outside of them believes.
///
/// The private key is a fixture, made for this file and used nowhere else: it is no secret. All are
/// valid from 2020 to 2120 except the expired one.
public enum TestCertificate: String, CaseIterable, Sendable {
  /// Self-signed, for `localhost`, `127.0.0.1` and `api.example.test`.
  case local
  /// Self-signed, for `other.example`.
  case otherName
  /// Self-signed, for `localhost`; over since 1 January 2021.
  case expired
  /// For `localhost`, issued by "Example Inspection CA", of which there is no certificate here.
  case issued

  /// The certificate itself.
  public var certificate: NIOSSLCertificate {
    get throws { try NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem) }
  }

  /// The certificate as PEM.
  public var pem: String {
    switch self {
    case .local: Self.localPEM
    case .otherName: Self.otherNamePEM
    case .expired: Self.expiredPEM
    case .issued: Self.issuedPEM
    }
  }

  /// The key to all of them, as PEM.
  public static let privateKeyPEM = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgeoB1DUM/g9o05Gi5
    c2T7ujg/GhF6zcLRxBShx4Vwt8qhRANCAATGYc4eMGXvQLsi1BIGbyJVY1ft7U4W
    bhxov5PVy1RKsJN0yqW7JR128lwBVeFUMdK8Fle76EBHXKosr5D00bIJ
    -----END PRIVATE KEY-----
    """

  private static let localPEM = """
    -----BEGIN CERTIFICATE-----
    MIIBdDCCARmgAwIBAgIBAzAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
    c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
    CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMZhzh4wZe9AuyLU
    EgZvIlVjV+3tThZuHGi/k9XLVEqwk3TKpbslHXbyXAFV4VQx0rwWV7voQEdcqiyv
    kPTRsgmjWjBYMCwGA1UdEQQlMCOCCWxvY2FsaG9zdIIQYXBpLmV4YW1wbGUudGVz
    dIcEfwAAATAJBgNVHRMEAjAAMB0GA1UdDgQWBBRHBsXlkB0UsYnFPAlZvd9kR00W
    ojAKBggqhkjOPQQDAgNJADBGAiEA1Qzg15tQ8HyLVqafnvLcE3FaHThVA/VRku+D
    KbYq78ACIQD6p3rw4kXkpGjIo7mDGQvW6NTgc7EZTfZe+loX26OMYg==
    -----END CERTIFICATE-----
    """

  private static let otherNamePEM = """
    -----BEGIN CERTIFICATE-----
    MIIBaDCCAQ2gAwIBAgIBBTAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1vdGhlci5l
    eGFtcGxlMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAYMRYwFAYD
    VQQDDA1vdGhlci5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAExmHO
    HjBl70C7ItQSBm8iVWNX7e1OFm4caL+T1ctUSrCTdMqluyUddvJcAVXhVDHSvBZX
    u+hAR1yqLK+Q9NGyCaNGMEQwGAYDVR0RBBEwD4INb3RoZXIuZXhhbXBsZTAJBgNV
    HRMEAjAAMB0GA1UdDgQWBBRHBsXlkB0UsYnFPAlZvd9kR00WojAKBggqhkjOPQQD
    AgNJADBGAiEAiFi5v5Qt+2U8bL5MlEZD5HXrZM2HqeoAuDe+bVSRC2ICIQDuvZop
    EechzMwMqkzw5s5jyw8IYoaTBwEGDS85WjDD/g==
    -----END CERTIFICATE-----
    """

  private static let expiredPEM = """
    -----BEGIN CERTIFICATE-----
    MIIBXzCCAQWgAwIBAgIBAjAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
    c3QwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAxMDAwMDAwWjAUMRIwEAYDVQQDDAls
    b2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATGYc4eMGXvQLsi1BIG
    byJVY1ft7U4Wbhxov5PVy1RKsJN0yqW7JR128lwBVeFUMdK8Fle76EBHXKosr5D0
    0bIJo0gwRjAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCQYDVR0TBAIwADAd
    BgNVHQ4EFgQURwbF5ZAdFLGJxTwJWb3fZEdNFqIwCgYIKoZIzj0EAwIDSAAwRQIg
    SoPUG+hTN3buQQeCPEUBVEdsYN89fPqzkoy8FwZGtfACIQDH0p0C3LOTI+rQZ+EN
    Vnjk8kBWBgopu1ASsUXrTLax/Q==
    -----END CERTIFICATE-----
    """

  private static let issuedPEM = """
    -----BEGIN CERTIFICATE-----
    MIIBqjCCAVGgAwIBAgIBBDAKBggqhkjOPQQDAjA9MRswGQYDVQQKDBJFeGFtcGxl
    IEluc3BlY3Rpb24xHjAcBgNVBAMMFUV4YW1wbGUgSW5zcGVjdGlvbiBDQTAgFw0y
    MDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFowFDESMBAGA1UEAwwJbG9jYWxo
    b3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAExmHOHjBl70C7ItQSBm8iVWNX
    7e1OFm4caL+T1ctUSrCTdMqluyUddvJcAVXhVDHSvBZXu+hAR1yqLK+Q9NGyCaNp
    MGcwGgYDVR0RBBMwEYIJbG9jYWxob3N0hwR/AAABMAkGA1UdEwQCMAAwHQYDVR0O
    BBYEFEcGxeWQHRSxicU8CVm932RHTRaiMB8GA1UdIwQYMBaAFP4tKSuQttw/Zr0c
    oG2Gr1lNe32FMAoGCCqGSM49BAMCA0cAMEQCIAaqECUt1CTjARI4OimlgM8IKdLL
    H8yFJty1sno2+ut0AiA+nA04dfs9U5PfsxUzE5fc/SgDMrCTw6uWfEWIRWvJoQ==
    -----END CERTIFICATE-----
    """
}
