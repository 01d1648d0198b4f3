import TelnyxAPI

/// An answer with a status and every error of the request at once.
struct Refusal: Error, Hashable, Sendable {
  let status: Int
  let errors: [ErrorEntry]
  var headers: [String: String] = [:]

  static let unauthorized = Refusal(
    status: 401,
    errors: [
      ErrorEntry(
        code: .authenticationFailed,
        detail: "The API key in the Authorization header is missing or not the sandbox's.")
    ],
    // RFC 9110, 15.5.2: a 401 names the scheme to use.
    headers: ["www-authenticate": "Bearer"])

  static let notFound = Refusal(
    status: 404,
    errors: [
      ErrorEntry(code: .notFound, detail: "The requested resource or URL could not be found.")
    ])

  static func methodNotAllowed(_ method: String, allowed: [HTTPMethod]) -> Refusal {
    Refusal(
      status: 405,
      errors: [ErrorEntry(code: .badRequest, detail: "\(method) is not possible here.")],
      headers: ["allow": allowed.map(\.rawValue).joined(separator: ", ")])
  }

  static func malformed(_ detail: String) -> Refusal {
    Refusal(status: 400, errors: [ErrorEntry(code: .badRequest, detail: detail)])
  }

  static func bodyTooLarge(limit: Int) -> Refusal {
    Refusal(
      status: 413,
      errors: [ErrorEntry(code: .badRequest, detail: "The body is larger than \(limit) bytes.")])
  }

  static func unprocessable(_ errors: [ErrorEntry]) -> Refusal {
    Refusal(status: 422, errors: errors)
  }
}
