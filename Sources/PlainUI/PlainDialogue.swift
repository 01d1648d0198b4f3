internal import CrossConnect
public import Flows
public import FoundationEssentials
internal import Presentation

/// The wizard line by line: typed lines go in, printed lines and a prompt come out.
///
/// It asks one question after the other, from the same `App` as the screen, and does nothing
/// itself. Lines are ASCII and at most 79 columns wide. A printed line never changes.
public struct PlainDialogue: Sendable {
  /// The app behind it.
  public private(set) var app: App
  /// How the program should end; `nil` until then.
  public internal(set) var ending: Ending?
  /// The prompt; `nil` during a wait for an answer from outside.
  public internal(set) var prompt: PlainPrompt?
  /// Whether typed input that was not read yet must be discarded.
  public internal(set) var discardsInput = false
  private var output: [String] = []
  /// What the last prompt was made of.
  private var promptParts: [String] = []
  private let showsUnicode: Bool

  var question: Question
  /// The list of the question, while it has one.
  var pager: ChoicePager?
  /// Whether the question still has to be asked in full, not only prompted for.
  var isNew = true
  /// Until when lines are dropped: they were typed before the last words could be read.
  var guardedUntil: Date?
  var hasSaidDropped = false
  /// The lines typed while nothing was asked.
  var typedAhead: [String] = []
  /// Whether the dialogue still waits to hear of drafts of earlier runs.
  var awaitsDrafts = false
  private var startedAt: Date
  /// The question whose key is being made.
  var awaitedKey: FieldID?
  /// The report that was said last.
  var saidReport: Report?
  /// The first entry of the error summary that was not read out yet.
  var nextProblem = 0
  /// The question to come back to from the list or a cross connect.
  var questionBehind: Question?
  /// When the wait for an answer from outside began, and when the person hears of it next.
  private var wait: (since: Date, tellsAt: Date)?
  /// The time of day at the last event.
  var now: Date

  /// A dialogue about an app.
  ///
  /// - Parameters:
  ///   - app: The app to begin with.
  ///   - showsUnicode: Whether the character set has letters beyond ASCII.
  ///   - now: The time of day.
  public init(_ app: App, showsUnicode: Bool, now: Date) {
    self.app = app
    self.showsUnicode = showsUnicode
    self.now = now
    startedAt = now
    question = .apiKey
  }

  /// Greets, and asks the first question.
  ///
  /// - Returns: The first effects.
  public mutating func start() -> [Effect] {
    let destination = app.session.destination
    say(
      "Telnyx VXC, \(app.startsWithList ? "all cross connects" : "new cross connect"). "
        + (destination.isDemo ? "DEMO: nothing is created or billed." : destination.sentence))
    say(
      "? helps, < goes back, q leaves"
        + (app.startsWithList ? "." : "; in the form, list shows all VXCs."))
    let effects = app.start()
    awaitsDrafts = effects.contains(.findDrafts)
    startedAt = now
    enterPlace(from: nil)
    return effects + settle()
  }

  /// Handles a typed line.
  ///
  /// - Parameters:
  ///   - line: The line, without its end.
  ///   - now: The time of day.
  /// - Returns: The effects to carry out.
  public mutating func take(_ line: String, now: Date) -> [Effect] {
    self.now = now
    guard ending == nil else { return [] }
    guard prompt != nil else { return takeWhileBusy(line) }
    return answer(line) + settle()
  }

  /// Handles an event from outside.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - now: The time of day.
  /// - Returns: The effects to carry out.
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

  /// Handles a line that is no text.
  public mutating func takeUnreadable(now: Date) {
    self.now = now
    sayError("That line is not UTF-8 text. Type it in ASCII, or set a UTF-8 locale.")
  }

  /// Handles the end of the input.
  ///
  /// - Returns: The last effects.
  public mutating func takeEnd() -> [Effect] {
    ending == nil ? leave(.interrupted) : []
  }

  /// Handles Ctrl-C: the person wants to leave at once; while the order is under way, only when
  /// repeated.
  ///
  /// - Parameter now: The time of day.
  /// - Returns: The effects to carry out.
  public mutating func takeInterrupt(now: Date) -> [Effect] {
    self.now = now
    guard ending == nil else { return [] }
    if question == .sending { return takeWhileSending("q") }
    return leave()
  }

  /// Handles a signal that ends the program.
  ///
  /// - Parameter number: The signal's number.
  /// - Returns: The last effects.
  public mutating func takeSignal(_ number: Int32) -> [Effect] {
    guard ending == nil else { return [] }
    let effects = leave(.interrupted)
    ending = Ending(signal: number, app: app)
    return effects
  }

  /// When the dialogue next has to hear of the time; `nil` if nothing is due.
  public var deadline: Date? {
    if awaitsDrafts { return startedAt + Self.patience }
    let due: Date? =
      switch (app.place, app.order) {
      case (.outcomeUnknown, .unknown(let unknown)): unknown.nextLook
      case (.result, _): app.connection?.nextFollow
      default: nil
      }
    return [due ?? app.heldBackUntil, guardedUntil, wait?.tellsAt].compactMap { $0 }.min()
  }

  /// The seconds between two lines about the same wait.
  private static let betweenWaits = 10.0

  /// The seconds that the first question waits for drafts, which may be on a remote disk.
  private static let patience = 1.0

  /// Takes the lines to print, once.
  public mutating func takeOutput() -> [String] {
    defer { output = [] }
    return output
  }

  /// Takes whether typed input must be discarded, once.
  public mutating func takeDiscardsInput() -> Bool {
    defer { discardsInput = false }
    return discardsInput
  }

  // MARK: Saying

  /// Says a text in lines; of more than `most`, it says how many follow.
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

  /// Sends an event to the flows, and says what came of it.
  mutating func send(_ event: App.Event) -> [Effect] {
    let reaction = update(event)
    noticeFiles(reaction.occurrences)
    if let place = reaction.placeBefore {
      enterPlace(from: place)
    } else {
      notice(event)
      reaction.occurrences.forEach { notice($0) }
    }
    return reaction.effects
  }

  /// Sends an event to the flows, and says nothing.
  mutating func record(_ event: App.Event) -> [Effect] {
    update(event).effects
  }

  private mutating func update(_ event: App.Event) -> Reaction {
    let caution = app.caution
    let reaction = app.update(event)
    for case .generateKey(let id) in reaction.effects { awaitedKey = id }
    // A line that was typed before the question could be read must not answer it.
    if let asked = app.caution, asked != caution { discardTypedAhead() }
    return reaction
  }

  /// Goes on without drafts; none is offered any more.
  mutating func begin() -> [Effect] {
    guard awaitsDrafts else { return [] }
    awaitsDrafts = false
    return send(.records(.began))
  }

  /// Asks the question that is due, or names the wait; answers it with lines typed ahead.
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

  /// Names the wait, and from time to time says how long it has lasted.
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

  /// The words of the prompt; those that don't fit its line are said before it.
  func fitted(_ parts: [String]) -> (before: [String], prompt: String) {
    let text = DisplayText.printable(parts.joined(separator: ", "), unicode: showsUnicode)
    // The last line keeps room to type.
    let lines = TextLayout.folded(text, to: PlainText.columns - 6)
    return (Array(lines.dropLast()), (lines.last ?? "") + ": ")
  }

  mutating func prompt(_ parts: [String], isSecret: Bool = false) -> PlainPrompt {
    let (before, text) = fitted(parts)
    // A prompt that still stands there needs no words again.
    if !output.isEmpty || parts != promptParts { output += before }
    promptParts = parts
    return PlainPrompt(text: text, isSecret: isSecret)
  }
}
