internal import CrossConnect
internal import Flows

extension WizardScreen {
  /// Presses a button.
  mutating func press(_ button: Button) -> [Effect] {
    switch button {
    case .signIn: return send(.keyEntered(Secret(apiKey.trimmed)))
    case .demo: return send(.demoChosen)
    case .newNetwork: return change(.network, to: .create, focusing: .networkName)
    case .createNetwork: return send(.createNetworkPressed)
    case .pickFromList(let id): return change(id, to: .pick, focusing: .field(id))
    case .enterByHand(let id): return change(id, to: .byHand, focusing: .field(id))
    case .retry: return send(.reloadPressed)
    case .generate(let id):
      return generate(id, by: button)
    case .next: return send(.nextPressed)
    case .back:
      guard overlay?.asks != true else {
        closeOverlay()
        return []
      }
      return send(.backPressed)
    case .help: return perform(.help)
    case .quit: return perform(.quit)
    case .showRequest: return perform(.showRequest)
    case .create: return create()
    case .stopWaiting: return stopWaiting()
    case .look: return send(.lookPressed)
    case .createAgain:
      let effects = send(.createAgainPressed)
      // The second question is answered by going there again, not by a key that repeats.
      if wizard.place == .outcomeUnknown { focus(on: .button(.look)) }
      return effects
    case .enable: return send(.enablePressed)
    case .takeCandidate(let id): return send(.candidateTaken(id))
    case .dismissCandidate(let id): return send(.candidateDismissed(id))
    case .otherKey: return send(.otherKeyPressed)
    case .checkStatus: return send(.checkStatusPressed)
    case .leave, .keepAndQuit: return leave()
    case .discardAndQuit: return send(.discardConfirmed)
    case .stay:
      closeOverlay()
      return []
    case .resume: return answerOffer(.resumePressed)
    case .discardFound: return answerOffer(.discardFoundPressed)
    case .leaveFound: return answerOffer(.leaveFoundPressed)
    }
  }

  /// Leaves, unless the wizard asks first; then the reason stands under the form.
  mutating func leave() -> [Effect] {
    // The question whether to quit says it already.
    let wasAsked = overlay == .quit
    let effects = send(.quitConfirmed)
    if wizard.caution == .leavesUnseenKey, ending == nil {
      guard !wasAsked else { return effects + send(.quitConfirmed) }
      overlay = nil
      scroll = 0
      followsFocus = false
    }
    return effects
  }

  private mutating func answerOffer(_ message: Message) -> [Effect] {
    let effects = send(message)
    // A key that repeats must not discard the next draft too.
    if isOffering { focus = .button(.resume) }
    return effects
  }

  private mutating func change(
    _ id: FieldID, to entry: Entry, focusing control: Control
  ) -> [Effect] {
    let effects = send(.entryChanged(id, entry))
    if controls.contains(control) { focus(on: control) }
    return effects
  }

  /// Makes a key, in the place of one that was typed only when pressed twice.
  private mutating func generate(_ id: FieldID, by button: Button) -> [Effect] {
    guard wizard.draft[id].isEmpty || pressedOnce == button else {
      pressedOnce = button
      status = "Enter again replaces the key that is there."
      return []
    }
    pressedOnce = nil
    revealed.insert(id)
    return send(.generateKeyPressed(id))
  }

  /// Asks first, since it doesn't undo the order.
  private mutating func stopWaiting() -> [Effect] {
    // Until it is sent there is nothing to undo, and nothing to ask.
    if case .preparing = wizard.order {
      let effects = send(.stopWaitingPressed)
      status =
        wizard.mayHaveOrdered ? "Stopped. It was not sent again." : "Stopped. Nothing was sent."
      return effects
    }
    guard overlay == .stopWaiting else {
      ask(.stopWaiting)
      return []
    }
    closeOverlay()
    return send(.stopWaitingPressed)
  }

  private mutating func create() -> [Effect] {
    guard isArmed else {
      status = "That key came too soon to order, and was ignored. Press it again."
      return []
    }
    let effects = send(.submitPressed)
    // Nothing was sent: the reasons stand in the summary.
    if wizard.place == .step(.review), !wizard.problems.isEmpty { focus(on: .problem(0)) }
    return effects
  }
}
