import CrossConnect

/// One entry of an error answer.
struct ErrorEntry: Hashable, Sendable {
  /// Telnyx's error codes that the sandbox uses, with their titles.
  ///
  /// - SeeAlso: Telnyx, "API Error Messages".
  enum Code: String, Sendable {
    case missingParameter = "10004"
    case notFound = "10005"
    case unexpected = "10007"
    case authenticationFailed = "10009"
    case notPermitted = "10010"
    case tooManyRequests = "10011"
    case duplicate = "10012"
    case badRequest = "10015"
    case associatedResourceMissing = "10017"
    case resourceInUse = "10021"

    var title: String {
      switch self {
      case .missingParameter: "Missing required parameter"
      case .notFound: "Resource not found"
      case .unexpected: "Unexpected error"
      case .authenticationFailed: "Authentication failed"
      case .notPermitted: "Authorization failed"
      case .tooManyRequests: "Too many requests"
      case .duplicate: "Duplicate resource"
      case .badRequest: "Bad Request"
      case .associatedResourceMissing: "Associated resource does not exist"
      case .resourceInUse: "Resource in use"
      }
    }
  }

  /// Where in the request the error is.
  enum Source: Hashable, Sendable {
    /// A JSON pointer into the body: `/primary_cloud_ip`.
    case pointer(String)
    /// The name of a query parameter: `page[size]`.
    case parameter(String)
  }

  let code: Code
  let detail: String
  var source: Source?

  /// An error at a property of the body.
  static func at(_ key: String, _ detail: String, code: Code = .badRequest) -> ErrorEntry {
    ErrorEntry(code: code, detail: detail, source: .pointer("/" + key))
  }

  /// The error in the contract's JSON.
  var json: JSONValue {
    var members: [String: JSONValue] = [
      "code": .string(code.rawValue),
      "title": .string(code.title),
      "detail": .string(detail),
      "meta": .object([
        "url": .string("https://developers.telnyx.com/docs/overview/errors/\(code.rawValue)")
      ]),
    ]
    switch source {
    case .pointer(let pointer): members["source"] = .object(["pointer": .string(pointer)])
    case .parameter(let name): members["source"] = .object(["parameter": .string(name)])
    case nil: break
    }
    return .object(members)
  }
}
