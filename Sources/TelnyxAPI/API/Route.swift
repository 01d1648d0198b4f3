internal import CrossConnect

/// The paths of the API, shared by the client and the sandbox.
///
/// - SeeAlso: Telnyx API reference, "Networks" and "Virtual Cross Connects".
public enum Route: Hashable, Sendable {
  case networks
  case network(id: String)
  case networkInterfaces(network: String)
  case regions
  case networkCoverage
  case crossConnectCoverage
  /// The newer name of `crossConnectCoverage` in the API reference.
  case crossConnectCoverageRenamed
  case crossConnects
  case crossConnect(id: String)
  /// The path at which the sandbox's cloud accepts a cross connect; Telnyx has none like it.
  case practiceAcceptance(id: String)

  /// The path below the base URL, with the identifier percent-encoded.
  public var path: String {
    switch self {
    case .networks: "/networks"
    case .network(let id): "/networks/\(Self.encoded(id))"
    case .networkInterfaces(let id): "/networks/\(Self.encoded(id))/network_interfaces"
    case .regions: "/regions"
    case .networkCoverage: "/network_coverage"
    case .crossConnectCoverage: "/virtual_cross_connects_coverage"
    case .crossConnectCoverageRenamed: "/virtual_cross_connects/coverage"
    case .crossConnects: "/virtual_cross_connects"
    case .crossConnect(let id): "/virtual_cross_connects/\(Self.encoded(id))"
    case .practiceAcceptance(let id):
      "/practice/virtual_cross_connects/\(Self.encoded(id))/acceptance"
    }
  }

  /// The path with percent-encoded query items: `/networks?page%5Bnumber%5D=1`.
  public func path(query: [(name: String, value: String)]) -> String {
    guard !query.isEmpty else { return path }
    let items = query.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }
    return path + "?" + items.joined(separator: "&")
  }

  /// Percent-encodes every byte but RFC 3986's unreserved characters.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isUnreserved = ASCII.isLetterOrDigit(byte) || "-._~".utf8.contains(byte)
      if isUnreserved {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += "%" + (hex.utf8.count == 1 ? "0" : "") + hex
      }
    }
    return result
  }
}
