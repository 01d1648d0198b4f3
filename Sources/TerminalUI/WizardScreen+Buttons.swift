internal import CrossConnect
internal import Flows

extension WizardScreen {
  /// Presses a button.
  mutating func press(_ button: Button) -> [Effect] {
    switch button {
    case .signIn: return send(.session(.keyEntered(Secret(apiKey.trimmed))))
    case .demo: return send(.session(.demoChosen))
    case .newNetwork: return change(.network, to: .create, focusing: .networkName)
    case .createNetwork: return send(.form(.createNetworkPressed))
    case .pickFromList(let id): return change(id, to: .pick, focusing: .field(id))
    case .enterByHand(let id): return change(id, to: .byHand, focusing: .field(id))
    case .retry: return send(.choices(.reloadPressed))
    case .generate(let id):
      return generate(id)
    case .next: return send(.form(.nextPressed))
    case .back:
      guard overlay?.asks != true else {
        closeOverlay()
        return []
      }
      return send(.form(.backPressed))
    case .help: return perform(.help)
    case .quit: return perform(.quit)
    case .showRequest: return perform(.showRequest)
    case .create: return create()
    case .stopWaiting: return stopWaiting()
    case .look: return send(.submission(.lookPressed))
    case .createAgain:
      let effects = send(.submission(.createAgainPressed))
      // The second question is answered by going there again, not by a key that repeats.
      if app.place == .outcomeUnknown { focus(on: .button(.look)) }
      return effects
    case .enable: return send(.connection(.enablePressed))
    case .takeCandidate(let id): return send(.submission(.candidateTaken(id)))
    case .dismissCandidate(let id): return send(.submission(.candidateDismissed(id)))
    case .otherKey: return send(.session(.keyNeeded))
    case .checkStatus: return send(.connection(.checkStatusPressed))
    case .leave, .keepAndQuit: return leave()
    case .discardAndQuit: return send(.discardConfirmed)
    case .stay:
      closeOverlay()
      return []
    case .resume: return answerOffer(.records(.resumePressed))
    case .discardFound: return answerOffer(.records(.discardFoundPressed))
    case .leaveFound: return answerOffer(.records(.leaveFoundPressed))
    }
  }

  /// Leaves, unless the wizard asks first; then the reason stands under the form.
  mutating func leave() -> [Effect] {
    // The question whether to quit says it already.
    let wasAsked = overlay == .quit
    let effects = send(.quitConfirmed)
    if app.caution != nil, ending == nil {
      guard !wasAsked else { return effects + send(.quitConfirmed) }
      overlay = nil
      scroll = 0
      followsFocus = false
    }
    return effects
  }

  private mutating func answerOffer(_ message: App.Event) -> [Effect] {
    let effects = send(message)
    // A key that repeats must not discard the next draft too.
    if isOffering { focus = .button(.resume) }
    return effects
  }

  private mutating func change(
    _ id: FieldID, to entry: Entry, focusing control: Control
  ) -> [Effect] {
    let effects = send(.form(.entryChanged(id, entry)))
    if controls.contains(control) { focus(on: control) }
    return effects
  }

  /// Makes a key, in the place of one that was typed only when pressed twice.
  private mutating func generate(_ id: FieldID) -> [Effect] {
    let effects = send(.form(.generateKeyPressed(id)))
    if app.caution == .replacesKey(id) {
      status = "Enter again replaces the key that is there."
    } else {
      revealed.insert(id)
    }
    return effects
  }

  /// Asks first, since it doesn't undo the order.
  private mutating func stopWaiting() -> [Effect] {
    let effects = send(.submission(.stopWaitingPressed))
    if app.caution == .stopsWaiting {
      ask(.stopWaiting)
    } else if overlay == .stopWaiting {
      closeOverlay()
    } else if app.place != .sending {
      status =
        app.mayHaveOrdered ? "Stopped. It was not sent again." : "Stopped. Nothing was sent."
    }
    return effects
  }

  private mutating func create() -> [Effect] {
    guard isArmed else {
      status = "That key came too soon to order, and was ignored. Press it again."
      return []
    }
    let effects = send(.form(.submitPressed))
    // Nothing was sent: the reasons stand in the summary.
    if app.place == .step(.review), !app.form.problems.isEmpty { focus(on: .problem(0)) }
    return effects
  }
}
