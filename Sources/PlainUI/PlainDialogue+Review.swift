internal import CrossConnect
internal import Flows
internal import Presentation
internal import TelnyxAPI

extension PlainDialogue {
  /// Reads out all answers in their groups, and the price.
  mutating func presentReview() {
    say("")
    say("Step 6 of 6: Review")
    say(Step.review.question(for: app))
    let summary = OrderSummary(of: app)
    for group in summary.groups {
      say("\(group.number). \(group.title)", indent: 2)
      for row in group.rows {
        say("\(row.label): \(row.value)", indent: 5)
        for finding in row.findings { say(finding, indent: 5, most: Self.mostLines) }
      }
    }
    say("Price: \(summary.price) (\(PriceList.remark))", indent: 2)
  }

  mutating func answerReview(_ line: PlainLine) -> [Effect] {
    switch line {
    case .back: return goBack()
    case .text(let text): return answerReview(text)
    case .empty, .onward, .clear:
      sayError("type the word create to order it; nothing was sent.")
    case .help, .allHelp, .again, .leave, .discard, .verbatim: break
    }
    return []
  }

  private mutating func answerReview(_ text: String) -> [Effect] {
    switch text {
    case "create": return create()
    case "more" where nextProblem < app.form.problems.count: sayProblems(from: nextProblem)
    case "r": sayRequest(showingSecrets: false)
    case "r show": sayRequest(showingSecrets: true)
    case "save": return send(.saveRequestPressed)
    default:
      if let event = eventOfPage(for: text) { return send(event) }
      if text.hasPrefix("e"), let number = number(text.dropFirst()) { return openProblem(number) }
      let groups = OrderSummary(of: app).groups
      guard let number = number(text[...]) else {
        sayError("type create, a number from 1 to \(groups.count), r, or < to go back.")
        return []
      }
      guard let group = groups.first(where: { $0.number == number }) else {
        sayError("enter a number from 1 to \(groups.count).")
        return []
      }
      return change(group.step, from: group.lines.first?.field)
    }
    return []
  }

  private func number(_ text: Substring) -> Int? {
    ASCII.isDigits(text) ? Int(text) : nil
  }

  private mutating func openProblem(_ number: Int) -> [Effect] {
    guard app.form.problems.indices.contains(number - 1) else {
      sayError("there is no e\(number).")
      return []
    }
    let problem = app.form.problems[number - 1]
    guard let id = problem.field, let field = app.form.draft.field(id) else {
      say("e\(number). \(problem.sentence)")
      say("Telnyx did not say which answer is wrong.")
      return []
    }
    return change(field.step, from: id)
  }

  private mutating func change(_ step: Step, from id: FieldID?) -> [Effect] {
    let effects = send(.form(.changeRequested(step)))
    if let id, app.step == step { turn(to: id) }
    say("The rest of this step follows; > keeps it and comes back to the review.")
    return effects
  }

  private mutating func create() -> [Effect] {
    let effects = send(.form(.submitPressed))
    if app.place == .step(.review) { sayProblems() }
    if app.caution == .ordersUnrecorded {
      sayWarning(Caution.ordersUnrecorded.sentence)
      sayOnceMore("create")
    }
    return effects
  }

  /// Reads out the request exactly as it is sent.
  private mutating func sayRequest(showingSecrets: Bool) {
    say("POST \(app.session.destination.baseURL)\(Route.crossConnects.path)")
    let text = app.form.draft.requestSoFar.text(showingSecrets: showingSecrets)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      say(line.trimmed, indent: line.hasPrefix(" ") ? 2 : 0)
    }
    if !showingSecrets { say("Keys are hidden here; r show prints them.") }
    say("The same as a command; save writes the answers to a file for its --from:")
    for line in CreateCommandText(of: app.form.draft).lines(columns: 77) {
      say(line.trimmed, indent: line.hasPrefix(" ") ? 4 : 2)
    }
  }
}
