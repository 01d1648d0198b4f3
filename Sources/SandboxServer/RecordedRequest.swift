public import FoundationEssentials
public import TelnyxAPI

/// A request as it reached the sandbox, whatever the answer.
public struct RecordedRequest: Hashable, Sendable {
  /// The method.
  public let method: HTTPMethod
  /// The path below the base URL with its query, as it was sent: `/networks?page%5Bsize%5D=250`.
  public let path: String
  /// The body; empty if there was none.
  public let body: Data

  /// A request for `path`.
  public init(method: HTTPMethod, path: String, body: Data = Data()) {
    self.method = method
    self.path = path
    self.body = body
  }
}
