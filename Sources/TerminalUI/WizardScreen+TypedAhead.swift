internal import Presentation
internal import CrossConnect
internal import Flows

/// Typing ahead of what the API answers: a person who knows the way need not wait for each list.
extension WizardScreen {
  /// Keeps an event that is meant for what is still on its way.
  ///
  /// - Returns: Whether it was kept; else it has its usual effect now.
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
      // Going about is done at once, unless something that comes before it has to wait.
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

  /// Hands out what was kept, as far as there is something to take it.
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

  /// What stands beside "Loading ...".
  var loadingWords: String {
    if !typedAhead.isEmpty { return typedAheadWords }
    return app.choices.retries > 0 ? "trying again, \(app.choices.retries) of 2" : "Esc stops"
  }

  /// What a person is told of the keys that wait.
  var typedAheadWords: String {
    "\(typedAhead.count) typed ahead; Esc drops \(typedAhead.count == 1 ? "it" : "them")"
  }

  /// How many keys and pastes are kept at most.
  private static let mostTypedAhead = 4096

  /// Whether what the focus stands on has to be answered before a key can mean something.
  private var awaitsAnswer: Bool {
    switch focus {
    case .field, .inventory:
      // What was typed before the list came may mean what its first page doesn't have.
      isLoading(focus) || (!typedAhead.isEmpty && isGrowing(focus))
    case .apiKey, .button(.signIn), .button(.demo): app.session.isSigningIn
    case .networkName, .button(.createNetwork): app.form.isCreatingNetwork
    default: false
    }
  }

  /// Whether the filter matches nothing yet, and more is on its way.
  private var awaitsMatch: Bool {
    guard let openList else { return false }
    return openList.matches.isEmpty && isGrowing(openList.control)
  }

  private func isGrowing(_ control: Control) -> Bool { choiceList(of: control)?.rest == .loading }

  /// Whether the answer was one to go on with: keys meant for choices must not press what failed.
  private var takesTypedAhead: Bool {
    switch focus {
    case .field, .inventory: choiceList(of: focus) != nil || text(of: focus) != nil
    case .apiKey, .networkName, .button(.signIn), .button(.demo), .button(.createNetwork): false
    default: true
    }
  }
}
