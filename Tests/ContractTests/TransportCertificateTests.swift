import CrossConnect
import FoundationEssentials
import NIOSSL
import TelnyxAPI
import TestSupport
import Testing
@testable import NetworkTransport

@Suite struct `A certificate that is refused` {
  @Test(arguments: [
    (TestCertificate.local, "localhost", true),
    (.otherName, "other.example", true),
    (.issued, "Example Inspection CA", false),
  ])
  func `names its issuer`(certificate: TestCertificate, issuer: String, isSelfSigned: Bool) throws {
    let names = try #require(CertificateNames(der: certificate.certificate.toDERBytes()))
    #expect(names.issuer == issuer)
    #expect(names.isSelfSigned == isSelfSigned)
  }

  @Test(arguments: TestCertificate.allCases)
  func `may be cut or damaged anywhere`(certificate: TestCertificate) throws {
    let der = try certificate.certificate.toDERBytes()
    for index in der.indices {
      #expect(CertificateNames(der: Array(der[..<index])) == nil)
      for byte: UInt8 in [0x00, 0x30, 0x80, 0x84, 0xFF] {
        var damaged = der
        damaged[index] = byte
        _ = CertificateNames(der: damaged)
      }
    }
  }

  @Test func `may not be valid yet where the clock is wrong`() throws {
    let inspection = CertificateInspection(
      baseURL: .telnyx, isForWrongName: false, now: Date(timeIntervalSince1970: 86_400))
    let words = inspection.words(about: try TestCertificate.local.certificate)
    #expect(
      words
        == "the certificate is valid from 2020-01-01 on; this machine's clock says 1970-01-02")
  }
}
