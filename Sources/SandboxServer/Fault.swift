import CrossConnect
import FoundationEssentials

/// What happens to an order instead of the usual; scenarios are made of these.
enum Fault: Hashable, Sendable {
  /// Refuses the order.
  case refuses(Refusal)
  /// Refuses the order with 429, and tells in either form how long to wait.
  case asksToWait(seconds: Int, asDate: Bool)
  /// Refuses the order, and repeats all of it.
  case echoes
  /// Answers as something in between does, instead of the API.
  case intercepts(APIResponse)
  /// Closes the connection without an answer.
  case ignores
  /// Takes the order, and answers in an unusual way.
  case accepts(ResponseFault)
  /// Takes the order and a second one just like it, then closes the connection without an answer.
  case acceptsWithTwin

  /// Refuses with one error that names no property.
  static func refuses(_ status: Int, _ code: ErrorEntry.Code, _ detail: String) -> Fault {
    .refuses(Refusal(status: status, errors: [ErrorEntry(code: code, detail: detail)]))
  }

  /// The outcome instead of the order's; `nil` if the order is taken.
  func outcome(of request: SandboxRequest, at now: Date) -> Outcome? {
    switch self {
    case .refuses(let refusal): .response(.refusing(refusal))
    case .asksToWait(let seconds, let asDate):
      .response(
        .refusing(.tooManyRequests(asDate ? (now + Double(seconds)).httpText : String(seconds))))
    case .echoes: .response(.refusing(.repeating(request)))
    case .intercepts(let response): .response(response)
    case .ignores: .silence
    case .accepts, .acceptsWithTwin: nil
    }
  }
}

extension Refusal {
  static let unavailable = Refusal(
    status: 503,
    errors: [ErrorEntry(code: .unexpected, detail: "The service is temporarily unavailable.")])

  /// A refusal with a `Retry-After` header (RFC 9110, 10.2.3).
  static func tooManyRequests(_ wait: String) -> Refusal {
    Refusal(
      status: 429,
      errors: [
        ErrorEntry(code: .tooManyRequests, detail: "Too many requests; wait before the next.")
      ],
      headers: ["retry-after": wait])
  }

  /// A refusal that repeats the whole request; no API should do so, and some do.
  static func repeating(_ request: SandboxRequest) -> Refusal {
    let body = (try? JSONValue(parsing: request.body)) ?? .null
    let members = body.members.sorted { $0.key < $1.key }
    return .unprocessable(
      members.map { key, value in
        .at(key, "'\(key)' is \(value.jsonText), which is not accepted.")
      } + [
        ErrorEntry(
          code: .badRequest, detail: "Sent with Authorization: \(request.authorization ?? "none")")
      ])
  }
}
