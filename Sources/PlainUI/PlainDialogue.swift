internal import CrossConnect
public import Flows
public import FoundationEssentials
internal import Presentation

/// The wizard line by line: what is typed goes in, lines and a prompt come out.
///
/// It asks one question after the other, from the same `Wizard` as the screen, and does nothing
/// itself. Lines are ASCII and at most 79 columns wide; what was printed is never changed.
public struct PlainDialogue: Sendable {
  /// The wizard behind it.
  public private(set) var app: App
  /// Why the program should end, once it should.
  public internal(set) var ending: Ending?
  /// What is asked now; `nil` while an answer from outside is awaited.
  public internal(set) var prompt: PlainPrompt?
  /// Whether input that was typed ahead and not yet read must be thrown away.
  public internal(set) var discardsInput = false
  private var output: [String] = []
  private let showsUnicode: Bool

  var question: Question
  /// The list of the question, while it has one.
  var pager: ChoicePager?
  /// Whether the question is yet to be put in full, not only prompted for.
  var isNew = true
  /// Until when lines are dropped that were typed before what was said could be read.
  var guardedUntil: Date?
  var hasSaidDropped = false
  /// Lines typed while nothing was asked.
  var typedAhead: [String] = []
  /// Whether it is yet to be learnt if there are drafts of earlier runs.
  var awaitsDrafts = false
  private var startedAt: Date
  /// Whether a generated key is awaited.
  var awaitsKey = false
  /// The first entry of the error summary that was not read out yet.
  var nextProblem = 0
  /// What was asked when the list or a cross connect was opened, to come back to.
  var questionBehind: Question?
  /// Since when an answer from outside is awaited, and when the person is told so the next time.
  private var wait: (since: Date, tellsAt: Date)?
  /// The time of day, told at the last event.
  var now: Date

  /// A dialogue about a wizard.
  ///
  /// - Parameters:
  ///   - app: Where to begin.
  ///   - showsUnicode: Whether the character set has letters beyond ASCII.
  ///   - now: The time of day.
  public init(_ app: App, showsUnicode: Bool, now: Date) {
    self.app = app
    self.showsUnicode = showsUnicode
    self.now = now
    startedAt = now
    question = .apiKey
  }

  /// Begins: greets, and asks the first question.
  ///
  /// - Returns: What should happen first.
  public mutating func start() -> [Effect] {
    say(
      app.session.destination.isDemo
        ? "Telnyx VXC, new cross connect. DEMO: nothing is created or billed."
        : "Telnyx VXC, new cross connect. \(app.session.destination.sentence)")
    say("At every question: ? helps, < goes back, q leaves; list shows all VXCs.")
    let effects = app.start()
    awaitsDrafts = effects.contains(.findDrafts)
    startedAt = now
    enterPlace(from: nil)
    return effects + settle()
  }

  /// Takes in a line that was typed.
  ///
  /// - Parameters:
  ///   - line: The line, without its end.
  ///   - now: The time of day.
  /// - Returns: What should happen next.
  public mutating func take(_ line: String, now: Date) -> [Effect] {
    self.now = now
    guard ending == nil else { return [] }
    guard prompt != nil else { return takeWhileBusy(line) }
    return answer(line) + settle()
  }

  /// Takes in an event from outside.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - now: The time of day.
  /// - Returns: What should happen next.
  public mutating func receive(_ event: App.Event, now: Date) -> [Effect] {
    self.now = now
    guard ending == nil, let event = app.current(event) else { return [] }
    if let end = guardedUntil, now >= end {
      guardedUntil = nil
      discardsInput = true
    }
    if case .records(.draftsFound) = event { awaitsDrafts = false }
    let effects = awaitsDrafts && now >= startedAt + Self.patience ? begin() : []
    return effects + send(event) + settle()
  }

  /// Takes in that a line could not be read as text.
  public mutating func takeUnreadable(now: Date) {
    self.now = now
    sayError("That line is not UTF-8 text. Type it in ASCII, or set a UTF-8 locale.")
  }

  /// Takes in that the input has ended.
  ///
  /// - Returns: What should happen last.
  public mutating func takeEnd() -> [Effect] {
    ending == nil ? leave(.interrupted) : []
  }

  /// Takes in that the person wants to leave at once; while the order is under way only when repeated.
  ///
  /// - Parameter now: The time of day.
  /// - Returns: What should happen next.
  public mutating func takeInterrupt(now: Date) -> [Effect] {
    self.now = now
    guard ending == nil else { return [] }
    if question == .sending { return takeWhileSending("q") }
    return leave()
  }

  /// Takes in a signal that ends the program.
  ///
  /// - Parameter number: The signal's.
  /// - Returns: What should happen last.
  public mutating func takeSignal(_ number: Int32) -> [Effect] {
    guard ending == nil else { return [] }
    let effects = leave(.interrupted)
    ending = Ending(signal: number, app: app)
    return effects
  }

  /// When the dialogue wants to hear of the time, if something is due then.
  public var deadline: Date? {
    if awaitsDrafts { return startedAt + Self.patience }
    let due: Date? =
      switch (app.place, app.order) {
      case (.outcomeUnknown, .unknown(let unknown)): unknown.nextLook
      case (.result, _): app.connection?.nextFollow
      case (.step(.review), _): app.submission.waitUntil.flatMap { $0 > now ? $0 : nil }
      default: nil
      }
    return [due, guardedUntil, wait?.tellsAt].compactMap { $0 }.min()
  }

  /// The seconds between two lines about the same wait.
  private static let betweenWaits = 10.0

  /// The seconds that the first question waits for drafts, which may be on a disk far away.
  private static let patience = 1.0

  /// Hands over the lines to print, once.
  public mutating func takeOutput() -> [String] {
    defer { output = [] }
    return output
  }

  /// Hands over whether input is to be thrown away, once.
  public mutating func takeDiscardsInput() -> Bool {
    defer { discardsInput = false }
    return discardsInput
  }

  // MARK: Saying

  /// Says a text in lines; of one that takes more than `most`, how many follow.
  mutating func say(_ text: String, indent: Int = 0, hanging: Int = 2, most: Int = .max) {
    let shown = DisplayText.printable(text, unicode: showsUnicode)
    let lines = PlainText.lines(shown, indent: indent, hanging: hanging)
    output += lines.prefix(most)
    guard lines.count > most else { return }
    output.append(PlainText.blanks(indent + hanging) + "... (\(lines.count - most) more lines)")
  }

  /// Says a line that is laid out already.
  mutating func sayLine(_ line: String) {
    output.append(line)
  }

  mutating func sayError(_ sentence: String) {
    say("Error: \(sentence)")
  }

  mutating func sayWarning(_ sentence: String) {
    say("Warning: \(sentence)")
  }

  mutating func say(_ finding: Finding, indent: Int = 0, most: Int = .max) {
    say("\(finding.word): \(finding.sentence)", indent: indent, most: most)
  }

  // MARK: Going on

  /// Hands an event to the flows, and says what came of it.
  mutating func send(_ event: App.Event) -> [Effect] {
    let reaction = app.update(event)
    noticeFiles(reaction.occurrences)
    if let place = reaction.placeBefore {
      enterPlace(from: place)
    } else {
      notice(event)
      reaction.occurrences.forEach { notice($0) }
    }
    return reaction.effects
  }

  /// Hands an event to the flows that nothing is said of.
  mutating func record(_ event: App.Event) -> [Effect] {
    app.update(event).effects
  }

  /// Goes on without drafts, which are not offered any more.
  mutating func begin() -> [Effect] {
    guard awaitsDrafts else { return [] }
    awaitsDrafts = false
    return send(.records(.began))
  }

  /// Puts the question that is due, or says what is awaited; answers it with what was typed ahead.
  mutating func settle() -> [Effect] {
    var effects: [Effect] = []
    while ending == nil {
      followDrafts()
      followSheet()
      keepQuestionVisible()
      if let words = awaited {
        prompt = nil
        sayWait(words)
        return effects
      }
      wait = nil
      if isNew { present() }
      isNew = false
      guard guardedUntil == nil else { break }
      prompt = makePrompt()
      guard !typedAhead.isEmpty, let asked = prompt else { return effects }
      let line = typedAhead.removeFirst()
      say(asked.isSecret ? asked.text : asked.text + line)
      effects += answer(line)
    }
    prompt = nil
    return effects
  }

  /// Says what is awaited, and from time to time for how long.
  private mutating func sayWait(_ words: String) {
    guard let wait else {
      if !words.isEmpty { say(words) }
      self.wait = awaitsDrafts ? nil : (now, now + Self.betweenWaits)
      return
    }
    guard now >= wait.tellsAt else { return }
    self.wait?.tellsAt = now + Self.betweenWaits
    if let sent = SendingPage.wait(of: app, now: now) {
      say(sent)
    } else {
      say("Still waiting, \(WaitText.length(Int(now.timeIntervalSince(wait.since)))).")
    }
  }

  /// Goes to another question.
  mutating func turn(to question: Question) {
    self.question = question
    pager = nil
    isNew = true
  }

  /// Makes the prompt's words: what doesn't fit its line is said before it.
  func fitted(_ parts: [String]) -> (before: [String], prompt: String) {
    let text = DisplayText.printable(parts.joined(separator: ", "), unicode: showsUnicode)
    // Room to type is left on the last line.
    let lines = TextLayout.folded(text, to: PlainText.columns - 6)
    return (Array(lines.dropLast()), (lines.last ?? "") + ": ")
  }

  mutating func prompt(_ parts: [String], isSecret: Bool = false) -> PlainPrompt {
    let (before, text) = fitted(parts)
    output += before
    return PlainPrompt(text: text, isSecret: isSecret)
  }
}
