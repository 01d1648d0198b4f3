public import TelnyxAPI

/// Where requests go.
public struct Destination: Hashable, Sendable {
  /// The API's address.
  public let baseURL: BaseURL
  /// Whether nothing is created or billed there.
  public let isDemo: Bool

  /// The proxy they go through, without its credentials.
  public let proxy: String?

  /// A place that requests go to.
  public init(baseURL: BaseURL, isDemo: Bool, proxy: String? = nil) {
    self.baseURL = baseURL
    self.isDemo = isDemo
    self.proxy = proxy
  }

  /// The demo before its API has a port.
  public static let demo = Destination(baseURL: .loopback, isDemo: true)
}
