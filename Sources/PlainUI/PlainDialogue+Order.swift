internal import CrossConnect
internal import Flows
internal import Presentation
internal import TelnyxAPI

extension PlainDialogue {
  // MARK: Sending

  mutating func saySending() {
    say("")
    say(SendingPage.blocks(of: app, now: now))
    say("stop stops waiting for the answer; this does not cancel the order.")
  }

  /// Handles a line while the order is under way; no line meant for something else acts.
  mutating func takeWhileSending(_ line: String) -> [Effect] {
    let word = line.trimmed.lowercased()
    guard ["stop", "q"].contains(word) else {
      say("Still waiting for the answer; stop stops it.")
      return []
    }
    guard word == "stop" else { return leave() }
    let effects = send(.submission(.stopWaitingPressed))
    if app.caution == .stopsWaiting {
      say([.caution(.stopsWaiting, again: .stopWaiting)])
      say("vxc then looks for it.")
    }
    return effects
  }

  // MARK: Outcome unknown

  mutating func sayUnknown() {
    guard let page = UnknownPage(of: app) else { return }
    say("")
    say(page.sent)
    if app.submission.unresolved?.network != nil {
      say("Looking for it on network \(page.network) ...")
    }
  }

  /// Says the result of a look.
  mutating func sayLook() {
    guard let page = UnknownPage(of: app) else { return }
    say(page.lastLook(now: now, most: ChoicePager.rows), indent: 2)
  }

  mutating func unknownPrompt() -> PlainPrompt {
    guard case .unknown(let unknown) = app.order else { return prompt(["? help"]) }
    let actions =
      (unknown.candidates.first.map(app.actions(for:)) ?? []) + app.actions.filter { $0 != .look }
    return prompt(["Enter to look now"] + actions.compactMap(\.phrase) + ["? help", "q leave"])
  }

  mutating func answerUnknown(_ line: PlainLine) -> [Effect] {
    guard case .unknown(let unknown) = app.order else { return [] }
    switch line {
    case .empty, .text("look"):
      if app.heldBackUntil == nil, unknown.network != nil { say("Looking ...") }
      return send(.submission(.lookPressed))
    case .text(let text) where action(for: text) != nil:
      let effects = action(for: text)?.event.map { send($0) } ?? []
      if app.caution == .ordersTwice { say([.caution(.ordersTwice, again: .createAgain)]) }
      return effects
    case .text("again"):
      sayError(
        "you can create it again after \(UnknownOrder.looksNeeded) looks that find nothing like it."
      )
    case .text(let text):
      return answerCandidate(text, unknown)
    default:
      sayError(Self.ways(out: unknown))
    }
    return []
  }

  private static func ways(out unknown: UnknownOrder) -> String {
    let ways = "Enter looks for it now; q leaves."
    return unknown.candidates.isEmpty
      ? ways : "take 1 says that the first is yours, not 1 that it isn't. \(ways)"
  }

  /// Takes or dismisses a candidate: `take 1`, `not 1`.
  private mutating func answerCandidate(_ text: String, _ unknown: UnknownOrder) -> [Effect] {
    let words = text.split(separator: " ")
    guard let word = words.first, ["take", "not"].contains(word), !unknown.candidates.isEmpty else {
      sayError(Self.ways(out: unknown))
      return []
    }
    let count = unknown.candidates.count
    guard words.count == 2, ASCII.isDigits(words[1]), let number = Int(words[1]),
      (1...count).contains(number)
    else {
      sayError("type \(word) and a number from 1 to \(count).")
      return []
    }
    let id = unknown.candidates[number - 1].connect.id
    guard word == "not" else { return send(.submission(.candidateTaken(id))) }
    let effects = send(.submission(.candidateDismissed(id)))
    say("Not yours: \(id).")
    say(
      UnknownPage(of: app)?.candidates(most: ChoicePager.rows, offersActions: false) ?? [],
      indent: 2)
    return effects
  }
}
