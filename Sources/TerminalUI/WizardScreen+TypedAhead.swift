internal import Presentation
internal import CrossConnect
internal import Flows

/// Typing ahead of the API: a person who knows the way need not wait for each list.
extension WizardScreen {
  /// Keeps an event that is meant for something still on its way.
  ///
  /// - Returns: Whether it was kept; otherwise it has its usual effect now.
  mutating func keepsForLater(_ event: TerminalEvent) -> Bool {
    guard awaitsAnswer || (event == .key(.enter) && awaitsMatch), overlay == nil,
      !isTooSmall
    else { return false }
    switch event {
    case .key(.control("c")), .key(.control("g")), .key(.control("l")), .key(.control("z")):
      return false
    case .key(.escape):
      defer { typedAhead = [] }
      return !typedAhead.isEmpty
    case .key(.character), .key(.enter), .paste:
      break
    case .key(let key) where isForList(key):
      break
    default:
      // Moving about is done at once, unless an earlier key has to wait.
      guard !typedAhead.isEmpty else { return false }
    }
    if typedAhead.count < Self.mostTypedAhead { typedAhead.append(event) }
    return true
  }

  /// Whether a key marks a row of a list that is to come: it must press nothing else meanwhile.
  private func isForList(_ key: Key) -> Bool {
    guard text(of: focus) == nil, isLoading(focus) || choiceList(of: focus) != nil else {
      return false
    }
    return [.up, .down, .home, .end].contains(key)
  }

  /// Handles the kept events, as long as something takes them.
  mutating func takeTypedAhead(at instant: ContinuousClock.Instant) -> [Effect] {
    var effects: [Effect] = []
    while !typedAhead.isEmpty, !awaitsAnswer, overlay == nil, !isTooSmall {
      guard ending == nil, takesTypedAhead else {
        typedAhead = []
        status = "What was typed ahead was dropped."
        break
      }
      let event = typedAhead.removeFirst()
      effects += take(event, instant: instant)
    }
    return effects
  }

  /// The words beside "Loading ...".
  var loadingWords: String {
    if !typedAhead.isEmpty { return typedAheadWords }
    return app.choices.retries > 0 ? "trying again, \(app.choices.retries) of 2" : "Esc stops"
  }

  /// The words about the keys that wait.
  var typedAheadWords: String {
    "\(typedAhead.count) typed ahead; Esc drops \(typedAhead.count == 1 ? "it" : "them")"
  }

  /// The most keys and pastes that are kept.
  private static let mostTypedAhead = 4096

  /// Whether a key means nothing until the focused control has its answer.
  private var awaitsAnswer: Bool {
    switch focus {
    case .field, .inventory:
      // A key typed before the list came may mean a row that its first page doesn't have.
      isLoading(focus) || (!typedAhead.isEmpty && isGrowing(focus))
    case .apiKey, .button(.signIn), .button(.demo): app.session.isSigningIn
    case .networkName, .button(.createNetwork): app.form.isCreatingNetwork
    default: false
    }
  }

  /// Whether the filter matches nothing yet, and more of the list is on its way.
  private var awaitsMatch: Bool {
    guard let openList else { return false }
    return openList.matches.isEmpty && isGrowing(openList.control)
  }

  private func isGrowing(_ control: Control) -> Bool { choiceList(of: control)?.rest == .loading }

  /// Whether the keys may go on: those meant for choices must not press what failed.
  private var takesTypedAhead: Bool {
    switch focus {
    case .field, .inventory: choiceList(of: focus) != nil || text(of: focus) != nil
    case .apiKey, .networkName, .button(.signIn), .button(.demo), .button(.createNetwork): false
    default: true
    }
  }
}
