public import CrossConnect
public import FoundationEssentials

extension WizardScreen {
  /// Takes in what the terminal reports and returns what should happen next.
  ///
  /// - Parameters:
  ///   - event: What the terminal reports.
  ///   - instant: When, on the clock that deadlines are measured by.
  ///   - now: The time of day.
  /// - Returns: What should happen next.
  public mutating func handle(
    _ event: TerminalEvent, instant: ContinuousClock.Instant, now: Date
  ) -> [Effect] {
    self.now = now
    let effects = take(event, instant: instant)
    arrange()
    setTick(from: instant)
    return effects
  }

  private mutating func take(
    _ event: TerminalEvent, instant: ContinuousClock.Instant
  ) -> [Effect] {
    switch event {
    case .key(let key):
      guard guardedUntil.map({ instant >= $0 }) ?? true else { return [] }
      guardedUntil = nil
      status = ""
      let effects = press(key)
      armCreate(at: instant)
      return effects
    case .paste(let text):
      return overlay == nil ? insert(TextEditor.pasted(text)) : []
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
      ending = Ending(signal: signal, wizard: wizard)
    case .closed:
      ending = Ending(signal: 1, wizard: wizard)
    case .resumed, .woken:
      break
    }
    return []
  }

  /// When the screen wants a `tick`, if it has something to change by then.
  public var deadline: ContinuousClock.Instant? {
    [armedAt, guardedUntil, tickAt].compactMap { $0 }.min()
  }

  mutating func setTick(from instant: ContinuousClock.Instant) {
    tickAt = wizard.nextTick(after: now).map {
      instant + .milliseconds(Int($0.timeIntervalSince(now) * 1000))
    }
  }

  private mutating func armCreate(at instant: ContinuousClock.Instant) {
    guard focus == .button(.create), overlay == nil, !isArmed, armedAt == nil else { return }
    armedAt = instant + Self.guardTime
  }

  /// Hands the terminal's errands to the loop, once.
  public mutating func takeTerminalRequests() -> [TerminalRequest] {
    defer { terminalRequests = [] }
    return terminalRequests
  }

  private mutating func press(_ key: Key) -> [Effect] {
    let action = situation.action(for: key)
    if case .character(let scalar) = key, situation == .list, scalar == " " {
      // Names have spaces in them: once a filter is begun, a space belongs to it.
      return filterIsEmpty ? perform(.accept) : insert(" ")
    }
    if case .character(let scalar) = key, action == nil {
      return typed(scalar)
    }
    guard let action else { return [] }
    return perform(action)
  }

  private mutating func typed(_ scalar: Unicode.Scalar) -> [Effect] {
    if overlay == nil, let digit = Character(scalar).wholeNumberValue, scalar.isASCII,
      situation == .press || situation == .review
    {
      return jump(to: digit)
    }
    if situation == .list, scalar == "/", filterIsEmpty { return [] }
    return insert(String(scalar))
  }

  /// A digit opens the entry of that number: of the error summary where there is one, else the review's.
  private mutating func jump(to digit: Int) -> [Effect] {
    if controls.contains(.problem(digit - 1)) { return open(.problem(digit - 1)) }
    return controls.contains(.group(digit)) ? open(.group(digit)) : []
  }

  private var filterIsEmpty: Bool {
    guard case .field(let id) = focus else { return true }
    return lists[id]?.filter.isEmpty ?? true
  }

  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .help: overlay = overlay == .help ? nil : .help
    case .repaint: terminalRequests.append(.repaint)
    case .suspend: terminalRequests.append(.suspend)
    case .quit: quit()
    case .reload: return send(.reloadPressed)
    case .showRequest: overlay = .request
    default:
      if overlay != nil { return performOnOverlay(action) }
      return performOnPlace(action)
    }
    scroll = 0
    return []
  }

  private mutating func quit() {
    if overlay == .quit || wizard.place == .result {
      ending = Ending(of: wizard)
    } else {
      overlay = .quit
      focus = .button(.back)
    }
  }

  private mutating func performOnOverlay(_ action: Action) -> [Effect] {
    guard overlay?.asks == true else {
      switch action {
      case .cancel: closeOverlay()
      case .reveal: revealed = revealed.isEmpty ? Set(FieldID.allCases) : []
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

  mutating func closeOverlay() {
    let asked = overlay?.asks == true
    overlay = nil
    scroll = 0
    revealed = []
    if asked { focus(on: controls.first ?? .button(.help)) }
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

  /// Moves the focus along the controls, round at the ends.
  mutating func move(_ offset: Int) {
    let controls = controls
    guard !controls.isEmpty else { return }
    let here = controls.firstIndex(of: focus) ?? 0
    let there = (here + offset + controls.count) % controls.count
    if overlay?.asks == true { focus = controls[there] } else { focus(on: controls[there]) }
  }
}
