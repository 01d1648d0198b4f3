import CrossConnect
import FoundationEssentials

/// One way of not answering as usual, as a value: what a table of scenarios is made of.
enum Misbehaviour: Hashable, Sendable {
  /// Answers this and does nothing.
  case refuses(Answer)
  /// Does what was asked, but answers only after a while.
  case answersLate(Duration)
  /// Does what was asked, then closes the connection without an answer.
  case losesAnswer
  /// Does nothing and closes the connection without an answer.
  case ignoresOrder

  /// Answers with one error that is at no property.
  static func refuses(
    _ status: Int, _ code: ErrorEntry.Code, _ detail: String, headers: [String: String] = [:]
  ) -> Misbehaviour {
    .refuses(
      .refusing(
        Refusal(
          status: status, errors: [ErrorEntry(code: code, detail: detail)], headers: headers)))
  }
}

extension Answer {
  /// What a proxy in front of the API answers when the API doesn't.
  static let proxyPage = Answer(
    status: 500, headers: ["content-type": "text/html"],
    body: Data(
      """
      <html>
      <head><title>500 Internal Server Error</title></head>
      <body><center><h1>500 Internal Server Error</h1></center></body>
      </html>

      """.utf8))
}
