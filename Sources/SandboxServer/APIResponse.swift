import CrossConnect
import FoundationEssentials
import TelnyxAPI

/// What the API answers.
typealias APIResponse = HTTPResponse

extension APIResponse {
  /// One record.
  static func record(_ value: JSONValue) -> APIResponse {
    json(["data": value])
  }

  /// The page of a list that the query asks for, with its place in the whole.
  static func page(_ page: Page, of values: [JSONValue]) -> APIResponse {
    json(["data": .array(page.slice(of: values)), "meta": page.meta(total: values.count)])
  }

  /// A whole list, for the endpoints that aren't paged.
  static func list(_ values: [JSONValue]) -> APIResponse {
    json(["data": .array(values)])
  }

  /// The errors of a refused request.
  static func refusing(_ refusal: Refusal) -> APIResponse {
    var response = json(["errors": .array(refusal.errors.map(\.json))], status: refusal.status)
    response.headers.merge(refusal.headers) { _, new in new }
    return response
  }

  private static func json(_ members: [String: JSONValue], status: Int = 200) -> APIResponse {
    APIResponse(
      status: status, headers: ["content-type": "application/json; charset=utf-8"],
      body: Data(JSONValue.object(members).jsonText.utf8))
  }
}

/// What happens to a request at last.
enum Outcome: Hashable, Sendable {
  case response(APIResponse)
  case lateResponse(APIResponse, delay: Duration)
  /// The head comes at once, then one byte after each pause.
  case drippedResponse(APIResponse, pause: Duration)
  /// The connection is closed in the middle of the body.
  case halfResponse(APIResponse)
  /// The connection is closed without an answer.
  case silence
}
