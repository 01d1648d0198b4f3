internal import Flows
internal import Presentation
internal import TelnyxAPI

extension CommandFailure {
  /// The failure of a call that only reads.
  init(asking failure: APIFailure, _ report: Report) {
    self.init(code: failure.codeOfQuestion, FailureReport(report).sentences)
  }

  /// The failure of a question without whose answer nothing was sent, with the sentence that says so.
  func beforeSending(_ sentence: String) -> CommandFailure {
    CommandFailure(code: code == 1 ? 5 : code, lines + [sentence])
  }

  /// The failure with one more sentence.
  func adding(_ sentence: String) -> CommandFailure {
    CommandFailure(code: code, lines + [sentence])
  }
}

extension APIFailure {
  /// The exit code after a call that only reads: a missing answer leaves nothing in doubt.
  var codeOfQuestion: Int32 {
    switch self {
    case .outcomeUnknown, .incomplete: 1
    case .notSent, .intercepted, .keyRejected, .refused, .tooManyRequests: Ending.code(for: self)
    }
  }
}

extension FailureReport {
  /// Its heading and what stands below it, a sentence a line.
  var sentences: [String] {
    let heading = title.hasSuffix(".") ? title : title + "."
    return [heading] + lines
  }
}
