internal import CrossConnect

extension PlainDialogue {
  // MARK: Sending

  mutating func saySending() {
    say("")
    say("Creating the cross connect ...")
    say("The request goes to \(wizard.destination.baseURL.authority), once; it is never repeated.")
    say("stop stops waiting for the answer; that does not undo the order.")
  }

  /// Takes in a line while the order is under way: nothing that was meant for something else acts.
  mutating func takeWhileSending(_ line: String) -> [Effect] {
    let word = line.trimmed.lowercased()
    guard ["stop", "q"].contains(word) else {
      say("The answer is awaited; stop stops waiting.")
      return []
    }
    guard askedOnce == word else {
      askedOnce = word
      sayWarning(
        "The request was sent: the cross connect may be created, and billed, all the same.")
      say(
        word == "q"
          ? "q once more leaves without knowing."
          : "stop once more stops waiting; vxc then looks for it.")
      return []
    }
    guard word == "stop" else { return leave() }
    return send(.stopWaitingPressed)
  }

  // MARK: Outcome unknown

  mutating func sayUnknown() {
    guard case .unknown(let unknown) = wizard.order else { return }
    say("")
    sayWarning("We do not know whether the cross connect was created.")
    say("The request was sent at \(unknown.sentAt.clockTimeToSecond). \(unknown.reason.cause)")
    for line in unknown.reason.details.prefix(ChoicePager.rows) {
      say(line, indent: 2, most: Self.mostLines)
    }
    say("Do not create it again yet: a second VXC is billed separately.")
    say("Looking for it on network \(unknown.request["network_id"]?.text ?? "") ...")
  }

  /// Says what came of a look.
  mutating func sayLook(since before: Wizard) {
    guard case .unknown(let unknown) = wizard.order, let look = unknown.looks.last else { return }
    let words = look.failure.map { "could not look: \($0.cause)" } ?? "not there."
    say("\(look.at.clockTimeToSecond): \(words)", indent: 2)
    if let next = unknown.nextLook {
      let number = min(unknown.timesMissing + 1, UnknownOrder.looksNeeded)
      say(
        "Next look at \(next.clockTimeToSecond) (\(number) of \(UnknownOrder.looksNeeded)).",
        indent: 2)
    } else if case .unknown(let earlier) = before.order, !earlier.mayCreateAgain,
      unknown.timesMissing == UnknownOrder.looksNeeded
    {
      say(
        "It was not there \(UnknownOrder.looksNeeded) times. again creates it again, asked twice.")
    }
  }

  mutating func unknownPrompt() -> PlainPrompt {
    guard case .unknown(let unknown) = wizard.order else { return prompt(["? help"]) }
    let again = unknown.mayCreateAgain ? ["again to create it again"] : []
    return prompt(["Enter to look now"] + again + ["? help", "q leave"])
  }

  mutating func answerUnknown(_ line: PlainLine, askedOnce: String?) -> [Effect] {
    guard case .unknown(let unknown) = wizard.order else { return [] }
    switch line {
    case .empty, .text("look"):
      say("Looking ...")
      return send(.lookPressed)
    case .text("again") where unknown.mayCreateAgain:
      // The wizard's first question is asked anew unless the second follows at once.
      guard askedOnce == "again" else {
        self.askedOnce = "again"
        let effects = unknown.isAskingAgain ? [] : send(.createAgainPressed)
        sayWarning("If the first one appears later, both are billed.")
        say("Type again once more to send the order a second time.")
        return effects
      }
      return send(.createAgainPressed)
    case .text("again"):
      sayError("it may be created again after \(UnknownOrder.looksNeeded) looks without it.")
    default:
      sayError("Enter looks for it now; q leaves.")
    }
    return []
  }
}
