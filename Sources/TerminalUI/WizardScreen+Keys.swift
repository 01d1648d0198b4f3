internal import Presentation
internal import CrossConnect
public import Flows
public import FoundationEssentials

extension WizardScreen {
  /// Handles an event of the terminal.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - instant: When it came, on the clock of the deadlines.
  ///   - now: The time of day.
  /// - Returns: The effects to carry out.
  public mutating func handle(
    _ event: TerminalEvent, instant: ContinuousClock.Instant, now: Date
  ) -> [Effect] {
    self.now = now
    var effects = take(event, instant: instant)
    effects += takeTypedAhead(at: instant)
    arrange()
    setTick(from: instant)
    return takePendingEffects() + effects
  }

  mutating func take(
    _ event: TerminalEvent, instant: ContinuousClock.Instant
  ) -> [Effect] {
    switch event {
    case .key(let key):
      if let end = guardedUntil, instant < end { return pressTooSoon(key) }
      guardedUntil = nil
      let said = status
      status = ""
      begin()
      guard !mayBeHeld(key, at: instant) else {
        // A question stays in view until it is answered.
        status = app.caution == nil || said.isEmpty ? Self.tooSoon : said
        return []
      }
      guard !keepsForLater(event) else { return [] }
      if let effects = goOnCorrecting(key, at: instant) { return effects }
      let before = (focus, app.caution)
      let answers = overlay?.asks == true || [.accept, .leave].contains(situation.action(for: key))
      let effects = press(key)
      begun = begun.map { ($0.digit, instant + Self.timeToRepeat) }
      // Its words may be out of view now: what it is about has to be asked for anew.
      if !answers, before.1 != nil, app.caution == before.1 { stay() }
      held = before == (focus, app.caution) ? nil : (key, instant + Self.timeToRepeat)
      arm(at: instant)
      return effects
    case .paste(let text):
      guard overlay == nil || overlay == .help, !isTooSmall else { return [] }
      begin()
      return keepsForLater(event) ? [] : insertPaste(text)
    case .resized(let size):
      self.size = size
    case .tick:
      if let end = guardedUntil, instant >= end { guardedUntil = nil }
      if let armedAt, instant >= armedAt {
        isArmed = true
        self.armedAt = nil
      }
      return send(.clockTicked(now))
    case .terminated(let signal):
      ending = Ending(signal: signal, app: app)
      return send(.interrupted)
    case .closed:
      ending = Ending(signal: 1, app: app)
      return send(.interrupted)
    case .resumed, .woken:
      break
    }
    return []
  }

  /// When the screen next needs a `tick`; `nil` if nothing is due.
  public var deadline: ContinuousClock.Instant? {
    earlier(armedAt, earlier(guardedUntil, tickAt))
  }

  mutating func setTick(from instant: ContinuousClock.Instant) {
    noteWaiting()
    let next = earlier(app.nextTick(after: now), nextWaitTick)
    tickAt = next.map {
      instant + .milliseconds(Int(($0.timeIntervalSince(now) * 1000).rounded(.up)))
    }
  }

  /// Arms a control that acts at once, a moment after the focus came to it.
  mutating func arm(at instant: ContinuousClock.Instant) {
    guard isOnActing, overlay == nil, !isArmed, armedAt == nil else { return }
    armedAt = instant + Self.guardTime
  }

  /// Hands the terminal's requests to the loop, once.
  public mutating func takeTerminalRequests() -> [TerminalRequest] {
    defer { terminalRequests = [] }
    return terminalRequests
  }

  static let tooSoon = "That key came too soon, and was ignored. Press it again."

  /// How long a key may be held down before it repeats; keyboards begin after 250 to 660 ms.
  private static let timeToRepeat = Duration.milliseconds(750)
  /// The longest time from one repetition of a key to the next.
  private static let timeBetween = Duration.milliseconds(200)

  /// Whether a key that would act, or answer a caution, may only be held down: it led there.
  private mutating func mayBeHeld(_ key: Key, at instant: ContinuousClock.Instant) -> Bool {
    guard isOnActing || app.caution != nil, let held, held.key == key, instant < held.until,
      let action = situation.action(for: key), [.accept, .leave].contains(action)
    else { return false }
    self.held = (key, max(held.until, instant + Self.timeBetween))
    return true
  }

  /// Handles a key while acting keys are ignored: they may be meant for the page before.
  private mutating func pressTooSoon(_ key: Key) -> [Effect] {
    switch situation.action(for: key) {
    // It asks even if it could leave at once: the key may be meant for the order under way.
    case .quit where overlay != .quit: ask(.quit)
    case .quit: return leave()
    case .repaint, .suspend, .help, .nextControl, .previousControl, .up, .down, .pageUp, .pageDown,
      .toFirst, .toLast:
      return press(key)
    default: status = "That key came too soon after this was shown, and was ignored."
    }
    return []
  }

  private mutating func press(_ key: Key) -> [Effect] {
    if case .character(let scalar) = key, scalar != " ", scalar != "?", overlay == nil,
      focus == .button(.openWaiting), let first = firstQuestion
    {
      // The form behind the start line is what a person types into.
      focus(on: first)
    }
    let action = situation.action(for: key)
    if isTooSmall, action.map(Self.worksUnseen) != true { return [] }
    if key == .character(" "), [.list, .longList, .connects, .help].contains(situation) {
      // Names have spaces in them, so a space belongs to a filter that has begun.
      guard filterIsEmpty else { return insert(" ") }
      return perform(action ?? .accept)
    }
    switch (key, action) {
    case (.character(let scalar), nil):
      return insert(String(scalar))
    case (.character(let scalar), .beginFilter):
      return filterIsEmpty ? [] : insert(String(scalar))
    case (.character(let scalar), .jump):
      return overlay == nil ? jump(to: Character(scalar)) : []
    case (_, let action?):
      return perform(action)
    case (_, nil):
      if overlay?.asks == true { status = "Answer this first; Esc goes back to where you were." }
      return []
    }
  }

  /// Whether an action is allowed in a window that is too small to show it.
  private static func worksUnseen(_ action: Action) -> Bool {
    [.quit, .repaint, .suspend].contains(action)
  }

  /// Goes to the entry of a digit: of the error summary if there is one, otherwise of the review.
  private mutating func jump(to character: Character) -> [Effect] {
    let digit = character.wholeNumberValue ?? 0
    if controls.contains(.problem(digit - 1)) { return correct(.problem(digit - 1), character) }
    if case .problem = focus { return correct(focus, character) }
    return controls.contains(.group(digit)) ? open(.group(digit)) : []
  }

  /// Goes to the field of an error; a digit that begins a correction is kept for the next one.
  private mutating func correct(_ problem: Control, _ character: Character) -> [Effect] {
    let effects = open(problem)
    if focus != problem, text(of: focus) != nil { begun = (character, nil) }
    return effects
  }

  /// Replaces a refused answer if two digits in quick succession were typed on its entry.
  private mutating func goOnCorrecting(
    _ key: Key, at instant: ContinuousClock.Instant
  ) -> [Effect]? {
    guard let begun else { return nil }
    self.begun = nil
    guard case .character(let next) = key, ("0"..."9").contains(next),
      let until = begun.until, instant < until
    else { return nil }
    return replaceText(with: "\(begun.digit)\(next)")
  }

  private var filterIsEmpty: Bool {
    if let help { return help.search.isEmpty }
    return openList?.filter.isEmpty ?? true
  }

  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    // A question comes first, and its words say everything.
    case .help where overlay?.asks == true: return []
    case .help: overlay = overlay == .help ? nil : .help
    case .repaint: terminalRequests.append(.repaint)
    case .suspend: terminalRequests.append(.suspend)
    case .quit: return quit()
    case .reload:
      return send(app.place == .inventory ? .inventory(.reloadPressed) : .choices(.reloadPressed))
    case .openList:
      guard app.mayOpenList, !isOffering else {
        status =
          app.place == .inventory
          ? "This is the list of all cross connects."
          : app.isActing ? Self.waitsForAnswer : "The list can't be opened here."
        return []
      }
      return send(.inventory(.opened))
    case .showRequest: overlay = .request
    default:
      if overlay != nil { return performOnOverlay(action) }
      return performOnPlace(action)
    }
    scroll = 0
    return []
  }

  /// What is said to a person who would miss the answer to an action.
  static let waitsForAnswer = "Wait for Telnyx's answer first, or quit with Ctrl-C."

  private mutating func quit() -> [Effect] {
    let isLooking = app.place == .result || !app.canCloseList && app.place == .inventory
    guard overlay != .quit, !isLooking else { return leave() }
    ask(.quit)
    return []
  }

  private mutating func performOnOverlay(_ action: Action) -> [Effect] {
    guard overlay?.asks == true else {
      switch action {
      case .cancel where help?.search.isEmpty == false: setSearch("")
      case .cancel, .accept: closeOverlay()
      case .deleteBackward, .deleteWord, .deleteToStart:
        var editor = TextEditor(help?.search ?? "")
        if editor.apply(action) { setSearch(editor.text) }
      case .reveal: revealed = revealed.isEmpty ? Set(FieldID.allCases) : []
      case .saveRequest: return send(.saveRequestPressed)
      default: scrollBy(action)
      }
      return []
    }
    switch action {
    case .cancel: closeOverlay()
    case .accept: return press(focus)
    case .nextControl, .previousControl: move(action == .nextControl ? 1 : -1)
    default: break
    }
    return []
  }

  /// Puts a question over the form, with the focus on the way back.
  mutating func ask(_ question: Overlay) {
    if overlay?.asks != true { focusBehind = focus }
    overlay = question
    scroll = 0
    focus = controls.first ?? .button(.back)
  }

  mutating func closeOverlay() {
    let asked = overlay?.asks == true
    overlay = nil
    scroll = 0
    revealed = []
    guard asked else { return }
    stay()
    guard let focusBehind, controls.contains(focusBehind) else {
      return enterPlace()
    }
    focus = focusBehind
    // Create must be armed again.
    if isOnActing { focus(on: focus) }
  }

  mutating func scrollBy(_ action: Action) {
    followsFocus = false
    switch action {
    case .down: scroll += 1
    case .up: scroll -= 1
    case .pageDown: scroll += max(1, formRows - 1)
    case .pageUp: scroll -= max(1, formRows - 1)
    case .toFirst: scroll = 0
    case .toLast: scroll = .max / 2
    default: break
    }
  }

  /// Moves the focus along the controls, and round at the ends.
  mutating func move(_ offset: Int) {
    let controls = controls
    guard !controls.isEmpty else { return }
    let here = controls.firstIndex(of: focus) ?? 0
    let there = (here + offset + controls.count) % controls.count
    if overlay?.asks == true { focus = controls[there] } else { focus(on: controls[there]) }
  }
}

/// The earlier of two times, of which each may be missing.
private func earlier<Time: Comparable>(_ first: Time?, _ second: Time?) -> Time? {
  guard let first, let second else { return first ?? second }
  return min(first, second)
}
