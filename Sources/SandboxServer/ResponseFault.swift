import CrossConnect
import FoundationEssentials
internal import TelnyxAPI

/// An unusual answer to a request that was carried out.
enum ResponseFault: Hashable, Sendable {
  /// After a while.
  case late(Duration)
  /// Not at all: the connection ends.
  case lost
  /// One byte a second.
  case dripped
  /// Half of it; then the connection ends.
  case truncated
  /// With more blanks after it than any client wants to read.
  case huge
  /// Without a body.
  case empty
  /// With a page of HTML.
  case notJSON
  /// With a redirect, though it was carried out.
  case redirected
  /// With a content encoding, and bytes that are nothing at all.
  case packed
  /// With JSON that lacks the record.
  case wrongShape
  /// With undocumented types and words.
  case oddValues
  /// With texts that try to take over the terminal.
  case hostileText
  /// With texts in capital letters.
  case otherCase
  /// With names left out and accounts hidden.
  case masked

  /// The outcome instead of `response`.
  func applied(to response: APIResponse) -> Outcome {
    var response = response
    switch self {
    case .late(let delay): return .lateResponse(response, delay: delay)
    case .lost: return .silence
    case .dripped: return .drippedResponse(response, pause: .seconds(1))
    case .truncated: return .halfResponse(response)
    case .huge: response.body += Data(repeating: 0x20, count: 9 << 20)
    case .empty: response.body = Data()
    case .notJSON: response = .welcomePage
    case .redirected: response = .seeOther
    case .packed:
      response.headers["content-encoding"] = "gzip"
      response.body = Data([0x1F, 0x8B, 0x08, 0x00]) + response.body.reversed()
    case .wrongShape: response.body = Data(#"{"data":[],"meta":{}}"#.utf8)
    case .oddValues: response.change(OddValues.applied(to:))
    case .hostileText: response.change(HostileText.applied(to:))
    case .otherCase: response.change(OtherSpelling.inCapitals)
    case .masked: response.change(OtherSpelling.masked)
    }
    return .response(response)
  }
}

extension APIResponse {
  /// A proxy's page when the API behind it doesn't answer.
  static let proxyPage = page(
    status: 500,
    """
    <html>
    <head><title>500 Internal Server Error</title></head>
    <body><center><h1>500 Internal Server Error</h1></center></body>
    </html>

    """)

  /// A hotel network's page, for every request.
  static let welcomePage = page(
    status: 200,
    """
    <html>
    <head><title>Welcome</title></head>
    <body><h1>Accept the terms to use this network</h1></body>
    </html>

    """)

  /// A company filter's page, instead of the API.
  static let filterPage = page(
    status: 403,
    """
    <html>
    <head><title>Access denied</title></head>
    <body><h1>This page is blocked by policy 4711</h1></body>
    </html>

    """)

  /// A hotel network's redirect before its terms are accepted (RFC 2606, 2).
  static let portal = APIResponse(
    status: 302,
    headers: ["location": "http://portal.invalid/terms?session=1234", "content-type": "text/html"])

  /// A redirect after a form was taken, as web sites do (RFC 9110, 15.4.4).
  static let seeOther = APIResponse(
    status: 303, headers: ["location": "/v2/virtual_cross_connects"])

  /// A redirect to a host that can't exist (RFC 2606, 2).
  static let elsewhere = APIResponse(
    status: 307,
    headers: ["location": "https://elsewhere.invalid/v2/virtual_cross_connects"])

  private static func page(status: Int, _ text: String) -> APIResponse {
    APIResponse(status: status, headers: ["content-type": "text/html"], body: Data(text.utf8))
  }

  /// Changes the body as JSON.
  fileprivate mutating func change(_ change: (JSONValue) -> JSONValue) {
    guard let json = try? JSONValue(parsing: body) else { return }
    body = Data(change(json).jsonText.utf8)
  }
}
