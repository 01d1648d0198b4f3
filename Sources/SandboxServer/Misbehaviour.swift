import CrossConnect
import FoundationEssentials

/// What becomes of an order instead of the usual, as a value: what the table of scenarios is made of.
enum Misbehaviour: Hashable, Sendable {
  /// Refuses the order.
  case refuses(Refusal)
  /// Refuses the order with 429 and tells, in either form, how long to wait.
  case asksToWait(seconds: Int, asDate: Bool)
  /// Refuses the order in words that repeat all of it.
  case echoes
  /// Answers in the API's place what something in between does.
  case intercepts(Answer)
  /// Closes the connection without an answer.
  case ignores
  /// Takes the order, and answers in an unusual way.
  case accepts(Distortion)
  /// Takes the order, and one just like it; closes the connection without an answer.
  case acceptsWithTwin

  /// Refuses with one error that is at no property.
  static func refuses(_ status: Int, _ code: ErrorEntry.Code, _ detail: String) -> Misbehaviour {
    .refuses(Refusal(status: status, errors: [ErrorEntry(code: code, detail: detail)]))
  }

  /// What is done in place of the order; `nil` if the order is taken.
  func outcome(of request: SandboxRequest, at now: Date) -> Outcome? {
    switch self {
    case .refuses(let refusal): .answer(.refusing(refusal))
    case .asksToWait(let seconds, let asDate):
      .answer(
        .refusing(.tooManyRequests(asDate ? (now + Double(seconds)).httpText : String(seconds))))
    case .echoes: .answer(.refusing(.repeating(request)))
    case .intercepts(let answer): .answer(answer)
    case .ignores: .silence
    case .accepts, .acceptsWithTwin: nil
    }
  }
}

/// What becomes of lists in a sandbox that misbehaves as a whole.
enum ListMisbehaviour: Hashable, Sendable {
  /// The account has no networks until one is created.
  case hasNoNetworks
  /// Nothing can be reached from anywhere.
  case hasNoCoverage
  /// The lists that the form needs answer 503.
  case refusesChoices
  /// Lists come in pages of 2 records, whatever is asked for.
  case hasShortPages
  /// The list of cross connects answers 503.
  case refusesLooks
  /// Something in between answers for every list.
  case intercepts(Answer)
  /// Every list is answered in an unusual way.
  case distorts(Distortion)

  /// What is answered for a list in place of `outcome`.
  func outcome(_ outcome: Outcome, for route: Route) -> Outcome {
    guard case .answer(let answer) = outcome, answer.status == 200 else { return outcome }
    switch (self, route) {
    case (.refusesLooks, .crossConnects): return .answer(.refusing(.unavailable))
    case (.refusesChoices, .networks), (.refusesChoices, .crossConnectCoverage),
      (.refusesChoices, .crossConnectCoverageRenamed):
      return .answer(.refusing(.unavailable))
    case (.hasNoCoverage, .crossConnectCoverage), (.hasNoCoverage, .crossConnectCoverageRenamed):
      return .answer(.list([]))
    case (.intercepts(let answer), .networks), (.intercepts(let answer), .crossConnects),
      (.intercepts(let answer), .crossConnectCoverage),
      (.intercepts(let answer), .crossConnectCoverageRenamed):
      return .answer(answer)
    case (.distorts(let distortion), .networks), (.distorts(let distortion), .crossConnects),
      (.distorts(let distortion), .crossConnectCoverage),
      (.distorts(let distortion), .crossConnectCoverageRenamed):
      return distortion.applied(to: answer)
    default: return outcome
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

  /// A refusal that says back everything it was told, which no API should do and some do.
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

extension Date {
  /// The moment as HTTP writes it: `Wed, 15 Jul 2026 14:42:10 GMT` (RFC 9110, 5.6.7).
  var httpText: String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    // The first of January 1970 was a Thursday.
    let day = days[Int((timeIntervalSince1970 / 86_400).rounded(.down)) % 7]
    let iso = formatted(.iso8601).split { "-T:Z".contains($0) }.map(String.init)
    guard iso.count == 6, let month = Int(iso[1]).map({ months[$0 - 1] }) else { return "" }
    return "\(day), \(iso[2]) \(month) \(iso[0]) \(iso[3]):\(iso[4]):\(iso[5]) GMT"
  }
}
