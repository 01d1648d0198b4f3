import FoundationEssentials
import TelnyxAPI

/// A request as it came over the wire.
struct SandboxRequest: Sendable {
  /// The method, also one that the API doesn't know.
  let method: String
  /// The whole path, percent-encoded: `/v2/networks`.
  let path: String
  /// The query after the question mark, percent-encoded.
  let query: String
  /// The `Authorization` header.
  let authorization: String?
  /// The body; empty if there is none.
  var body = Data()

  /// The path below the base URL; `nil` if it isn't below it.
  var pathBelowBase: String? {
    path.hasPrefix(SandboxAPI.prefix + "/") ? String(path.dropFirst(SandboxAPI.prefix.count)) : nil
  }

  /// The request for tests; `nil` for a method that the API doesn't know.
  var recorded: RecordedRequest? {
    guard let method = HTTPMethod(rawValue: method) else { return nil }
    let path = (pathBelowBase ?? path) + (query.isEmpty ? "" : "?" + query)
    return RecordedRequest(method: method, path: path, body: body)
  }
}
