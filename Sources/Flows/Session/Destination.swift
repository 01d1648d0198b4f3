public import TelnyxAPI

/// Where requests go.
public struct Destination: Hashable, Sendable {
  /// The API's base URL.
  public let baseURL: BaseURL
  /// Whether it is a demo, where nothing is created or billed.
  public let isDemo: Bool

  /// The proxy that requests go through, without its credentials.
  public let proxy: String?

  /// A destination of requests.
  public init(baseURL: BaseURL, isDemo: Bool, proxy: String? = nil) {
    self.baseURL = baseURL
    self.isDemo = isDemo
    self.proxy = proxy
  }

  /// The demo before its API has a port.
  public static let demo = Destination(baseURL: .loopback, isDemo: true)
}
