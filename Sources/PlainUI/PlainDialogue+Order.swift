internal import CrossConnect
internal import Flows
internal import Presentation
internal import TelnyxAPI

extension PlainDialogue {
  // MARK: Sending

  mutating func saySending() {
    say("")
    say("Creating the cross connect ...")
    if case .preparing = app.order {
      say("First vxc notes what is on the network already, to tell the order from it.")
    }
    say(
      "The request goes to \(app.session.destination.baseURL.authority), once; it is never repeated."
    )
    say("stop stops waiting for the answer; that does not undo the order.")
  }

  /// Takes in a line while the order is under way: nothing that was meant for something else acts.
  mutating func takeWhileSending(_ line: String) -> [Effect] {
    let word = line.trimmed.lowercased()
    guard ["stop", "q"].contains(word) else {
      say("The answer is awaited; stop stops waiting.")
      return []
    }
    guard word == "stop" else { return leave() }
    let effects = send(.submission(.stopWaitingPressed))
    if app.caution == .stopsWaiting {
      sayWarning(Caution.stopsWaiting.sentence)
      say("stop once more stops waiting; vxc then looks for it.")
    }
    return effects
  }

  // MARK: Outcome unknown

  mutating func sayUnknown() {
    guard case .unknown(let unknown) = app.order else { return }
    say("")
    sayWarning("We do not know whether the cross connect was created.")
    say(unknown.sentSentence)
    for line in unknown.reason.details.prefix(ChoicePager.rows) {
      say(line, indent: 2, most: Self.mostLines)
    }
    say(unknown.advice)
    say("Looking for it on network \(unknown.network ?? "") ...")
  }

  /// Says what came of a look.
  mutating func sayLook() {
    guard case .unknown(let unknown) = app.order, let look = unknown.looks.last else { return }
    say("\(look.at.clockTimeToSecond): \(look.words).", indent: 2)
    if !unknown.candidates.isEmpty { sayCandidates(unknown) }
    if unknown.isOfOtherAccount { say(unknown.advice, indent: 2) }
    if let next = unknown.nextLook {
      let number = min(unknown.timesMissing + 1, UnknownOrder.looksNeeded)
      say(
        "Next look at \(next.clockTimeToSecond) (\(number) of \(UnknownOrder.looksNeeded)).",
        indent: 2)
    } else if unknown.mayCreateAgain {
      say(
        "It was not there \(UnknownOrder.looksNeeded) times. again creates it again, asked twice.")
    }
  }

  /// Says what may be the order, numbered for the words that take it or leave it.
  private mutating func sayCandidates(_ unknown: UnknownOrder) {
    say(unknown.advice, indent: 2)
    for (index, candidate) in unknown.candidates.prefix(ChoicePager.rows).enumerated() {
      say("\(index + 1). May be yours: \(candidate.title)", indent: 2)
      for remark in candidate.remarks { say(remark, indent: 5, most: Self.mostLines) }
    }
    let rest = unknown.candidates.count - ChoicePager.rows
    if rest > 0 { say("... (\(rest) more)", indent: 2) }
  }

  mutating func unknownPrompt() -> PlainPrompt {
    guard case .unknown(let unknown) = app.order else { return prompt(["? help"]) }
    let actions =
      (unknown.candidates.first.map(page.actions(for:)) ?? []) + page.actions.filter { $0 != .look }
    return prompt(["Enter to look now"] + actions.compactMap(\.phrase) + ["? help", "q leave"])
  }

  mutating func answerUnknown(_ line: PlainLine) -> [Effect] {
    guard case .unknown(let unknown) = app.order else { return [] }
    switch line {
    case .empty, .text("look"):
      say("Looking ...")
      return send(.submission(.lookPressed))
    case .text(let text) where action(for: text) != nil:
      let effects = action(for: text)?.event.map { send($0) } ?? []
      if app.caution == .ordersTwice {
        sayWarning(Caution.ordersTwice.sentence)
        say("Type again once more to send the order a second time.")
      }
      return effects
    case .text("again"):
      sayError(
        "it may be created again after \(UnknownOrder.looksNeeded) looks with nothing that may be it."
      )
    case .text(let text):
      return answerCandidate(text.lowercased(), unknown)
    default:
      sayError("Enter looks for it now; q leaves.")
    }
    return []
  }

  /// Takes or leaves what may be the order: `take 1`, `not 1`.
  private mutating func answerCandidate(_ text: String, _ unknown: UnknownOrder) -> [Effect] {
    let words = text.split(separator: " ")
    guard let word = words.first, ["take", "not"].contains(word), !unknown.candidates.isEmpty else {
      sayError("Enter looks for it now; q leaves.")
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
    say("Passed over: \(id).")
    if case .unknown(let left) = app.order, !left.candidates.isEmpty { sayCandidates(left) }
    return effects
  }
}
