public import TelnyxAPI

/// Where requests go.
public struct Destination: Hashable, Sendable {
  /// The API's base URL.
  public let baseURL: BaseURL
  /// Whether it is a demo, where nothing is created or billed.
  public let isDemo: Bool

  /// How many times as fast as in life the time passes there; 1 but for a demo.
  let speed: Double

  /// The proxy that requests go through, without its credentials.
  public let proxy: String?

  /// A destination of requests.
  public init(baseURL: BaseURL, isDemo: Bool, proxy: String? = nil, speed: Double = 1) {
    self.baseURL = baseURL
    self.isDemo = isDemo
    self.proxy = proxy
    self.speed = speed
  }

  /// The demo before its API has a port.
  public static let demo = Destination(baseURL: .loopback, isDemo: true)
}
