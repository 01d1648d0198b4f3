import CrossConnect
import FoundationEssentials

/// What the API answers.
typealias Answer = HTTPResponse

extension Answer {
  /// One record.
  static func record(_ value: JSONValue) -> Answer {
    json(["data": value])
  }

  /// The page of a list that the query asks for, with its place in the whole.
  static func page(_ page: Page, of values: [JSONValue]) -> Answer {
    json(["data": .array(page.slice(of: values)), "meta": page.meta(total: values.count)])
  }

  /// A whole list, for the endpoints that aren't paged.
  static func list(_ values: [JSONValue]) -> Answer {
    json(["data": .array(values)])
  }

  /// The errors of a refused request.
  static func refusing(_ refusal: Refusal) -> Answer {
    var answer = json(["errors": .array(refusal.errors.map(\.json))], status: refusal.status)
    answer.headers.merge(refusal.headers) { _, new in new }
    return answer
  }

  private static func json(_ members: [String: JSONValue], status: Int = 200) -> Answer {
    Answer(
      status: status, headers: ["content-type": "application/json; charset=utf-8"],
      body: Data(JSONValue.object(members).jsonText.utf8))
  }
}

/// What happens to a request in the end.
enum Outcome: Hashable, Sendable {
  case answer(Answer)
  case lateAnswer(Answer, delay: Duration)
  /// The head is answered at once, and then one byte after each pause.
  case drippedAnswer(Answer, pause: Duration)
  /// The connection is closed in the middle of the body.
  case halfAnswer(Answer)
  /// The connection is closed without an answer.
  case silence
}
