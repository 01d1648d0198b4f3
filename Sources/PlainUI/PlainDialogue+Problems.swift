internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation

/// Failures in words; the API's may be of any length and number.
extension PlainDialogue {
  /// The most lines of one error before the person asks for the rest.
  static let mostLines = 5

  /// Says what went wrong with the last call.
  mutating func sayReport() {
    guard let report = app.report.map(FailureReport.init) else { return }
    sayError(report.title + (report.title.hasSuffix(".") ? "" : "."))
    sayLines(of: report)
    if let end = app.submission.waitUntil, end > now {
      say(
        "Wait \(WaitText.length(until: end, now: now)), until \(end.clockTimeToSecond).", indent: 2)
    }
  }

  /// Says what went wrong; of a look that fails as the one before did, only that it goes on.
  mutating func sayNewReport() {
    let isSame = app.report != nil && app.report == saidReport
    saidReport = app.report
    guard isSame, let next = app.connection?.nextFollow else { return sayReport() }
    let left = WaitText.length(until: next, now: now)
    say("\(now.clockTimeToSecond): no change. Asking again in \(left).")
  }

  /// Says the lines of a report.
  mutating func sayLines(of report: FailureReport) {
    for line in report.lines.prefix(ChoicePager.rows) {
      say(line, indent: 2, hanging: 0, most: Self.mostLines)
    }
    let rest = report.lines.count - ChoicePager.rows
    if rest > 0 { say("... (\(rest) more)", indent: 2) }
  }

  /// Says the error summary, one page at a time.
  mutating func sayProblems(from start: Int = 0) {
    let problems = app.form.problems
    nextProblem = min(problems.count, start + ChoicePager.rows)
    guard !problems.isEmpty else { return }
    if start == 0 {
      let isOne = problems.count == 1
      let count = isOne ? "There is a problem." : "There are \(problems.count) problems."
      sayError(problems.contains(where: \.isFromAPI) ? "Not created. \(count)" : count)
    }
    for index in start..<nextProblem {
      say(
        "e\(index + 1). \(problems[index].entry(in: app.form.draft))", indent: 2, hanging: 4,
        most: Self.mostLines)
    }
    guard nextProblem < problems.count else { return }
    say("(e\(nextProblem) of e\(problems.count); more shows the next)", indent: 2)
  }
}
