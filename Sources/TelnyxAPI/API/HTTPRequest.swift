public import CrossConnect
public import FoundationEssentials

/// The HTTP methods that the API knows.
public enum HTTPMethod: String, Hashable, Sendable {
  case get = "GET"
  case post = "POST"
  case patch = "PATCH"
  case delete = "DELETE"
}

/// One request, relative to the API's base URL.
public struct HTTPRequest: Hashable, Sendable {
  /// The method.
  public var method: HTTPMethod

  /// The path below the base URL, percent-encoded, with its query: `/networks?page%5Bsize%5D=250`.
  public var path: String

  /// The API key, sent as `Authorization: Bearer …`.
  public var key: Secret

  /// The JSON body, if there is one.
  public var body: Data?

  /// A request of `method` for `path`.
  public init(method: HTTPMethod, path: String, key: Secret, body: Data? = nil) {
    self.method = method
    self.path = path
    self.key = key
    self.body = body
  }

  /// A header field of a request.
  public typealias Header = (name: String, value: String)

  /// The header fields, in order; the client adds the host and the body's length.
  ///
  /// - Parameter userAgent: The value of `User-Agent`.
  /// - Returns: The names and values.
  public func headers(userAgent: String) -> [Header] {
    var headers = [
      ("Authorization", "Bearer \(key.revealed)"), ("Accept", "application/json"),
      ("User-Agent", userAgent),
    ]
    // A request that may change something gets a connection of its own.
    if method != .get { headers.append(("Connection", "close")) }
    if body != nil { headers.append(("Content-Type", "application/json")) }
    return headers
  }
}

/// A server's whole answer.
public struct HTTPResponse: Hashable, Sendable {
  /// The status code.
  public var status: Int

  /// The header fields by name in small letters; of repeated ones, the last.
  public var headers: [String: String]

  /// The body as it came.
  public var body: Data

  /// An answer with `status`.
  public init(status: Int, headers: [String: String] = [:], body: Data = Data()) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

extension HTTPResponse {
  /// The server's own time when it answered, from the `Date` header.
  package var servedAt: Date? { headers["date"].flatMap(HTTPDate.date) }
}
