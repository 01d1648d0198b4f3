internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// Presses a button.
  mutating func press(_ button: PageAction) -> [Effect] {
    switch button {
    case .signIn: return send(.session(.keyEntered(Secret(apiKey.trimmed))))
    case .newNetwork: return act(button, focusing: .networkName)
    case .pickFromList(let id), .enterByHand(let id): return act(button, focusing: .field(id))
    case .generate(let id): return generate(id)
    case .back where overlay?.asks == true, .stay:
      closeOverlay()
      return []
    case .help: return perform(.help)
    case .quit: return perform(.quit)
    case .showRequest: return perform(.showRequest)
    case .showKeys: return perform(.reveal)
    case .create: return create()
    case .stopWaiting: return stopWaiting()
    case .leave, .keepAndQuit: return leave()
    case .resume, .discardFound, .leaveFound:
      let effects = act(button)
      // A key that repeats must not discard the next draft, too.
      if isOffering { focus = .button(.resume) }
      return effects
    case .retry where app.place == .inventory:
      // The person will pick from the list that comes.
      focus = .inventory
      return send(.inventory(.reloadPressed))
    case .perform, .confirmSheet: return actOnConnection(button)
    case .printCommands:
      if let connection = app.connection {
        terminalRequests.append(.showPlainly(CommandSheet.printed(for: connection)))
      }
      return []
    case .demo, .otherKey, .createNetwork, .retry, .next, .back, .look, .createAgain,
      .takeCandidate, .dismissCandidate, .tick, .untick, .play, .checkStatus, .wait, .openSheet,
      .closeSheet,
      .another,
      .openList, .openWaiting, .closeList, .closeConnection, .writeKeyFiles, .saveReceipt,
      .discardAndQuit:
      return act(button)
    }
  }

  /// Does something with a cross connect, unless the key came too soon to be meant.
  private mutating func actOnConnection(_ button: PageAction) -> [Effect] {
    guard isArmed || !isOnActing else {
      status = Self.tooSoon
      return []
    }
    let effects = act(button)
    if let problem = app.connection?.problems.first {
      focus(on: problem.field.map { .address($0) } ?? .deletionName)
    }
    return effects
  }

  /// Sends a button's event, and focuses a control if it then exists.
  private mutating func act(_ button: PageAction, focusing control: Control? = nil) -> [Effect] {
    let effects = button.event.map { send($0) } ?? []
    switch app.caution {
    case .acts(let action)?:
      status = "\(Caution.acts(action).sentence(for: app.connection)) Enter again does it."
    case .ordersAnotherWithoutKey?:
      status =
        app.connection?.keyCount == 2
        ? "The BGP keys were never shown. Enter again goes on without them."
        : "The BGP key was never shown. Enter again goes on without it."
    case .replacesAnswers?: status = "\(Caution.replacesAnswers.sentence) Enter again does it."
    default: break
    }
    if let control, controls.contains(control) { focus(on: control) }
    return effects
  }

  /// Leaves, unless the wizard asks first; then its reason stands under the form.
  mutating func leave() -> [Effect] {
    // The question whether to quit has said it already.
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

  /// Makes a key; it replaces a typed one only when pressed twice.
  private mutating func generate(_ id: FieldID) -> [Effect] {
    let effects = send(.form(.generateKeyPressed(id)))
    if app.caution == .replacesKey(id) {
      status = "Enter again replaces the key that is there."
    } else {
      revealed.insert(id)
    }
    return effects
  }

  /// Asks first, since stopping doesn't cancel the order.
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
    // Nothing was sent, and the summary has the reasons.
    if app.place == .step(.review), !app.form.problems.isEmpty { focus(on: .problem(0)) }
    return effects
  }
}
