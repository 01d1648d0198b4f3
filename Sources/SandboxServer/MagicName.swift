import CrossConnect
import FoundationEssentials

/// A name that makes the sandbox misbehave when a cross connect is created with it.
///
/// For demos and tests of what a client does about errors. Everything else in the order is ignored
/// where the name refuses it. These are the sandbox's only hidden behaviour.
public enum MagicName: String, CaseIterable, Hashable, Sendable {
  case fieldErrors = "fail-422"
  case badRequest = "fail-400"
  case keyNotAccepted = "fail-401"
  case notPermitted = "fail-403"
  case notFound = "fail-404"
  case duplicate = "fail-409"
  case tooManyRequests = "fail-429"
  case serverError = "fail-500"
  case unavailable = "fail-503"
  case slow
  case lost
  case dropped

  /// Every magic name, in the order in which help lists them.
  public static var all: [MagicName] { allCases }

  /// The name to give to the cross connect.
  public var name: String { rawValue }

  /// What happens, in one line.
  public var summary: String {
    switch self {
    case .fieldErrors: "422 with several errors, some at fields"
    case .badRequest: "400, the request is not well-formed"
    case .keyNotAccepted: "401, the API key is not accepted"
    case .notPermitted: "403, the API key may not do this"
    case .notFound: "404, the address is not known"
    case .duplicate: "409, there is one like it already"
    case .tooManyRequests: "429, asks to wait 5 seconds"
    case .serverError: "500 with a page of HTML from a proxy"
    case .unavailable: "503, the service is unavailable"
    case .slow: "created, but answered only after 3 seconds"
    case .lost: "created, but the connection ends without an answer"
    case .dropped: "not created; the connection ends without an answer"
    }
  }

  /// What the sandbox does instead of answering as usual.
  var misbehaviour: Misbehaviour {
    switch self {
    case .fieldErrors: .refuses(.refusing(.unprocessable(Self.sampleErrors)))
    case .badRequest:
      .refuses(.refusing(.malformed("The request failed because it was not well-formed.")))
    case .keyNotAccepted: .refuses(.refusing(.unauthorized))
    case .notPermitted:
      .refuses(403, .notPermitted, "This API key may not create virtual cross connects.")
    case .notFound: .refuses(.refusing(.notFound))
    case .duplicate:
      .refuses(409, .duplicate, "There is a virtual cross connect with these values already.")
    case .tooManyRequests:
      .refuses(
        429, .tooManyRequests, "Too many requests; wait before the next.",
        headers: ["retry-after": "5"])
    case .serverError: .refuses(.proxyPage)
    case .unavailable:
      .refuses(503, .unexpected, "The service is temporarily unavailable.")
    case .slow: .answersLate(.seconds(3))
    case .lost: .losesAnswer
    case .dropped: .ignoresOrder
    }
  }

  /// Errors whose pointers are written in every way that is known from Telnyx's services.
  private static let sampleErrors = [
    ErrorEntry(
      code: .badRequest, detail: "'primary_cloud_ip' is already used on this network.",
      source: .pointer("/primary_cloud_ip")),
    ErrorEntry(
      code: .badRequest, detail: "'primary_bgp_key' is too weak.",
      source: .pointer("/data/primary_bgp_key")),
    ErrorEntry(
      code: .badRequest, detail: "'bgp_asn' is not registered to this account.",
      source: .pointer("bgp_asn")),
    ErrorEntry(
      code: .badRequest, detail: "The account has reached its limit of virtual cross connects."),
  ]
}
