import Flows
import Presentation
import TelnyxAPI
import Testing

/// Each failure says what happened, and truthfully whether anything was created.
@Suite struct FailureReportTests {
  private static let error = APIError(code: "10015", message: "Bad\u{1B}[0m", source: nil)

  /// A failure of every kind.
  private static let failures: [APIFailure] = [
    .notSent(.nameNotResolved(host: "h")), .notSent(.cancelled),
    .keyRejected(status: 401, [error]), .keyRejected(status: 403, []),
    .refused(status: 422, [error]), .refused(status: 409, []),
    .tooManyRequests(.seconds(1), []), .tooManyRequests(nil, [error]),
    .outcomeUnknown(.lost(.timedOut(seconds: 30))), .outcomeUnknown(.status(500, [error])),
    .outcomeUnknown(.unreadable(status: 200)),
    .intercepted(Interception(status: 403, contentType: "text/html")),
    .outcomeUnknown(.intercepted(Interception(status: 502))),
  ]

  @Test(arguments: failures)
  func `an order's failure says whether it was created`(failure: APIFailure) {
    let report = FailureReport(.failed(failure, creating: .crossConnect))
    if case .outcomeUnknown = failure {
      #expect(report.title == "We do not know whether the cross connect was created")
      #expect(report.lines.last == "Check whether it exists before you create it again.")
    } else {
      let saysNothing =
        report.title.hasSuffix("Nothing was created.") || report.title.hasPrefix("Not created")
      #expect(saysNothing)
    }
  }

  @Test(arguments: failures)
  func `what only asked says nothing about creating`(failure: APIFailure) {
    for report in [
      FailureReport(.failed(failure, creating: .nothing)),
      FailureReport(.notLoaded(.networks, isInPart: false, failure)),
      FailureReport(.notFollowed(failure)),
    ] {
      #expect(!(report.title + report.lines.joined()).lowercased().contains("created"))
      #expect(!report.title.isEmpty && !report.title.hasSuffix(" "))
    }
  }

  @Test(arguments: failures)
  func `every error of the API is told with its code, and harmlessly`(failure: APIFailure) {
    for report in [
      FailureReport(.failed(failure, creating: .network)),
      FailureReport(.notLoaded(.networks, isInPart: false, failure)),
    ] {
      #expect(report.lines.contains("Bad^[[0m (code 10015)") == !failure.errors.isEmpty)
      #expect(!report.lines.contains(""))
    }
  }

  @Test(
    arguments: [
      (
        .nameNotResolved(host: "h"),
        "The name h could not be resolved. Check the network and DNS of this machine."
      ),
      (.connectionFailed(host: "h", detail: "refused"), "h could not be reached: refused."),
      (
        .connectTimedOut(host: "h", seconds: 10),
        "h did not answer the connection within 10 s."
      ),
      (.tlsFailed(host: "h", detail: "expired"), "No secure connection to h: expired."),
      (.proxyFailed(proxy: "p", detail: "407"), "The proxy p could not be used: 407."),
      (.cancelled, "It was cancelled."),
      (.unusable(detail: "no host"), "The request could not be made: no host."),
    ] as [(NotSentReason, String)])
  func `what wasn't sent says why`(reason: NotSentReason, sentence: String) {
    #expect(reason.sentence == sentence)
    #expect(
      FailureReport(.failed(.notSent(reason), creating: .network))
        == FailureReport(title: "Not sent. Nothing was created.", lines: [sentence]))
  }

  @Test(
    arguments: [
      (.lost(.timedOut(seconds: 30)), "No answer came within 30 s."),
      (
        .lost(.connectionLost(detail: "reset")),
        "The connection ended before the answer did: reset."
      ),
      (
        .lost(.notHTTP(detail: "its status is 000")), "The answer can't be read: its status is 000."
      ),
      (.lost(.tooLarge(limit: 9)), "The answer is larger than 9 bytes."),
      (.lost(.cancelled), "It was cancelled after the request was sent."),
      (.status(503, []), "The API answered 503."),
      (.unreadable(status: 200), "An answer came (200) that can't be read."),
    ] as [(APIFailure.UnknownReason, String)])
  func `an unknown outcome says why`(reason: APIFailure.UnknownReason, sentence: String) {
    #expect(
      FailureReport(.failed(.outcomeUnknown(reason), creating: .crossConnect))
        == FailureReport(
          title: "We do not know whether the cross connect was created",
          lines: [sentence, "Check whether it exists before you create it again."]))
    #expect(
      FailureReport(.failed(.outcomeUnknown(reason), creating: .nothing))
        == FailureReport(title: "No usable answer", lines: [sentence]))
  }

  @Test func `lines are made harmless and empty ones left out`() {
    let report = FailureReport(title: "T", lines: ["", "a\u{7}b", "c"])
    #expect(report.lines == ["a^Gb", "c"])
  }
}
