/// Writes to a log what another transport carries.
public struct LoggingTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let log: ExchangeLog
  private let baseURL: BaseURL
  private let userAgent: String

  /// A transport that sends through another one.
  ///
  /// - Parameters:
  ///   - transport: Carries the requests.
  ///   - log: Records them.
  ///   - baseURL: The base URL of `transport`.
  ///   - userAgent: The `User-Agent` of `transport`.
  public init(
    _ transport: any HTTPTransport, log: ExchangeLog, baseURL: BaseURL, userAgent: String
  ) {
    self.transport = transport
    self.log = log
    self.baseURL = baseURL
    self.userAgent = userAgent
  }

  /// Sends `request` once, and records it with its result.
  ///
  /// - Parameter request: The request.
  /// - Returns: The answer, whatever its status.
  /// - Throws: `TransportFailure` if no whole answer came.
  public func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    let entry = log.begin(
      request, to: baseURL.description + request.path,
      headers: request.headers(userAgent: userAgent))
    do {
      let response = try await transport.send(request)
      log.end(entry, with: response)
      return response
    } catch {
      log.end(entry, with: error)
      throw error
    }
  }
}
