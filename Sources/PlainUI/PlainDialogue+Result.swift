internal import CrossConnect
internal import Flows
internal import Presentation

extension PlainDialogue {
  /// Reads out the answer whole, and what is to be done next.
  mutating func presentResult(showingSecrets: Bool = false) {
    if case .gone(let connect, wasAwaited: _) = app.order {
      say("")
      say(OutcomeText.gone(connect))
      say("Nothing more can be done with it. Order a new one with vxc.")
      return
    }
    guard case .created(let connect, at: let date) = app.order else { return }
    say("")
    say(
      connect.isJustCreated
        ? "Created, not active yet." : "The status is \(connect.status).")
    let lines = ReportText.lines(
      for: connect, orderedAt: date, now: now, showingSecrets: showingSecrets)
    for line in lines {
      let indent = line.prefix { $0 == " " }.count
      say(String(line.dropFirst(indent)), indent: indent, hanging: 2)
    }
  }

  mutating func resultPrompt() -> PlainPrompt {
    if case .gone = app.order { return prompt(["? help", "q leave"]) }
    let enable = page.actions.contains(.enable) ? ["enable"] : []
    let wait = app.connection?.isWaiting == true ? "wait to stop" : "wait"
    return prompt(
      ["Enter for the status"] + enable + [wait, "show", "save", "? help", "q leave"])
  }

  mutating func answerResult(_ line: PlainLine) -> [Effect] {
    if case .gone = app.order {
      sayError("it is gone; q leaves.")
      return []
    }
    guard case .text(let text) = line else {
      guard line == .empty else {
        sayError("there is nothing to go back to; q leaves, the cross connect stays.")
        return []
      }
      return send(.connection(.checkStatusPressed))
    }
    switch text.lowercased() {
    case "status": return send(.connection(.checkStatusPressed))
    case "enable" where page.actions.contains(.enable): return send(.connection(.enablePressed))
    case "wait": return wait()
    case "save": return send(.saveReceiptPressed)
    case "show", "show keys":
      presentResult(showingSecrets: true)
      return send(.connection(.keysSeen(.shown)))
    default:
      sayError("type status, \(page.actions.contains(.enable) ? "enable, " : "")wait, show, or q.")
    }
    return []
  }

  private mutating func wait() -> [Effect] {
    let effects = send(.connection(.waitPressed))
    if case .created(let connect, at: _) = app.order, connect.isProvisioned {
      say("It is provisioned already.")
    } else {
      say(
        app.connection?.isWaiting == true
          ? "Waiting until it is provisioned; the status is asked for every 10 s."
          : "Waiting stopped.")
    }
    return effects
  }

  /// Says the status, and every line of the answer that is another than before.
  mutating func sayStatus(since earlier: VirtualCrossConnect) {
    guard let connection = app.connection else { return }
    let time = connection.lastFollowed.map { "\($0.clockTimeToSecond): " } ?? ""
    say("\(time)the status is \(connection.connect.status).")
    let known = Dictionary(
      ResponseReport(of: earlier).lines.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    for line in ResponseReport(of: connection.connect).lines
    where known[line.key] != line.value && !["status", "updated_at"].contains(line.key) {
      let value = line.isSecret ? MaskedText.masked(line.value) : line.value
      say("\(line.label): \(value)", indent: 2)
    }
  }
}
