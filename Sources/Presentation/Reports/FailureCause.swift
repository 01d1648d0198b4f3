internal import CrossConnect
public import TelnyxAPI

extension APIFailure {
  /// What went wrong, in a sentence that is true for every call.
  public var cause: String {
    switch self {
    case .notSent(let reason): reason.sentence
    case .intercepted(let answer): answer.sentence
    case .keyRejected(let status, _): "The API answered \(status)."
    case .refused(let status, let errors):
      errors.isEmpty
        ? "The API answered \(status) without a reason." : "The API answered \(status):"
    case .tooManyRequests(let wait?, _): "Telnyx asks to wait \(wait.words)."
    case .tooManyRequests(nil, _):
      "Telnyx asks to wait before the next request; try again in a minute."
    case .outcomeUnknown(.lost(let reason)): reason.sentence
    case .outcomeUnknown(.status(let status, _, nil)): "The API answered \(status)."
    case .outcomeUnknown(.status(let status, _, let wait?)):
      "The API answered \(status), and asks to wait \(wait.words)."
    case .outcomeUnknown(.intercepted(let answer)): answer.sentence
    case .outcomeUnknown(.unreadable(let status)):
      "An answer came (\(status)) that can't be read."
    case .incomplete(let read, let total):
      "The list is incomplete: vxc could read \(read)\(total.map { " of \($0)" } ?? "") records."
    case .outcomeUnknown(.earlierRun):
      "The vxc that sent it ended before the outcome was known."
    }
  }

  /// The errors that the API named, each with its code; or the details of an answer that came from between.
  public var details: [String] {
    (interception?.details ?? []) + errors.map(\.sentence)
  }
}

extension RetryAfter {
  /// The length or the end of the wait, as the end of a sentence.
  fileprivate var words: String {
    switch self {
    case .seconds(let seconds): "\(WaitText.length(seconds)) before the next request"
    case .date(let date): "until \(date.clockTimeToSecond) before the next request"
    }
  }
}

extension APIError {
  /// The message with its code.
  fileprivate var sentence: String { code.isEmpty ? message : "\(message) (code \(code))" }
}

extension Interception {
  /// The answer and its sender, as far as they are known.
  fileprivate var sentence: String {
    let kind = [contentType ?? "no content type", encoding].compactMap(\.self)
    let words = DisplayText.visible(kind.joined(separator: ", ")).prefix(80)
    return "A filter, proxy or portal in between answered \(status) (\(words)), not Telnyx."
  }

  /// The place, the message, and what to do.
  fileprivate var details: [String] {
    var lines: [String] = []
    if [300, 301, 302, 303, 307, 308].contains(status) {
      let there = location ?? "another address"
      lines.append("It points to \(there), which is not followed: the key goes nowhere else.")
    }
    lines += words.map { "It says: \($0.sentence)" }
    if let advice { lines.append(advice) }
    return lines
  }

  private var advice: String? {
    switch status {
    case 200..<400, 511: "If this network has a sign-in page, open it in a browser; then try again."
    case 404, 405: "Check TELNYX_BASE_URL and --base-url, if one is set."
    case 407: "The proxy asks for a user name and a password. Put them in HTTPS_PROXY."
    case 400..<500: "This says nothing about the API key. Ask who runs this network."
    default: nil
    }
  }
}
