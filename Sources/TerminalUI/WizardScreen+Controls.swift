internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// Everything the keyboard can reach now, in the order of the screen.
  var controls: [Control] {
    switch overlay {
    case .quit: return buttons(quitButtons)
    case .stopWaiting: return buttons([.back, .stopWaiting])
    case .help, .request, nil: break
    }
    if isOffering { return buttons(offerButtons) }
    let problems = app.form.problems.indices.map { Control.problem($0) }
    switch app.place {
    case .signIn:
      return [.apiKey] + buttons(signInButtons)
    case .step(.review):
      let groups = OrderSummary(of: app).groups.map { Control.group($0.number) }
      return problems + groups + buttons([.showRequest, .create, .back, .help, .quit])
    case .step(let step):
      let fields = app.form.draft.fields(in: step).flatMap(controls(of:))
      return problems + fields + buttons(navigation)
    case .sending:
      return buttons([.stopWaiting])
    case .outcomeUnknown:
      return buttons(candidateButtons + unknownButtons)
    case .result:
      return buttons(nextStepButtons + [.help, .leave])
    }
  }

  /// Real answers are not taken into a demo.
  var signInButtons: [Button] {
    app.hasPlaceToReturnTo ? [.signIn, .help, .quit] : [.signIn, .demo, .help, .quit]
  }

  /// The buttons at the foot of a page of the form.
  var navigation: [Button] {
    app.step == .network ? [.next, .help, .quit] : [.next, .back, .help, .quit]
  }

  /// Whether a draft of an earlier run is offered in place of the form.
  var isOffering: Bool { overlay == nil && !app.records.offered.isEmpty }

  /// The buttons under a draft that is offered.
  var offerButtons: [Button] { [.resume, .discardFound, .leaveFound] }

  /// The buttons of the question whether to quit; the first is pressed by Enter.
  ///
  /// What is known of an order that was sent can't be discarded by it.
  var quitButtons: [Button] {
    guard app.hasSomethingToKeep else { return [.stay, .leave] }
    return app.mayHaveOrdered
      ? [.keepAndQuit, .stay] : [.keepAndQuit, .discardAndQuit, .stay]
  }

  /// The buttons while the outcome isn't known: to create again only after it was missing often enough.
  var unknownButtons: [Button] {
    guard case .unknown(let unknown) = app.order else { return [] }
    return (unknown.isOfOtherAccount ? [.otherKey] : [])
      + [.look] + (unknown.mayCreateAgain ? [.createAgain] : []) + [.help, .quit]
  }

  /// The buttons under what may be the order.
  var candidateButtons: [Button] {
    guard case .unknown(let unknown) = app.order else { return [] }
    return unknown.candidates.prefix(Self.mostCandidates)
      .flatMap { [.takeCandidate($0.connect.id), .dismissCandidate($0.connect.id)] }
  }

  /// How many cross connects are shown that may be the order; the others come when these are answered.
  static let mostCandidates = 3

  /// The buttons of the steps that the program itself can take.
  var nextStepButtons: [Button] {
    guard case .created(let connect, at: _) = app.order else { return [] }
    let actions = connect.nextSteps.compactMap(\.action)
    let offersStatus: [Button] = actions.contains(.checkStatus) ? [] : [.checkStatus]
    return actions.map { $0 == .enable ? .enable : .checkStatus } + offersStatus
  }

  private func buttons(_ buttons: [Button]) -> [Control] {
    buttons.map { .button($0) }
  }

  private func controls(of field: FieldDescriptor) -> [Control] {
    if field.id == .network, app.form.networkEntry == .create {
      return [.networkName] + buttons([.createNetwork, .pickFromList(.network)])
    }
    return [.field(field.id)] + buttons(self.buttons(of: field))
  }

  /// The buttons that stand under a field.
  func buttons(of field: FieldDescriptor) -> [Button] {
    switch (field.id, app.asking(of: field)) {
    case (let id, .secret): [.generate(id)]
    case (.network, .failed): [.retry, .newNetwork, .enterByHand(.network)]
    case (.network, .choices(let list)) where list.isCutShort:
      [.retry, .newNetwork, .enterByHand(.network)]
    case (.network, .text): [.pickFromList(.network)]
    case (.network, _): [.newNetwork, .enterByHand(.network)]
    case (let id, .failed), (let id, .nothing): [.retry, .enterByHand(id)]
    case (let id, .choices(let list)) where list.isCutShort: [.retry, .enterByHand(id)]
    case (.telnyxRegion, .text): [.pickFromList(.telnyxRegion)]
    default: []
    }
  }

  /// The place whose key bindings hold now.
  var situation: Situation {
    if overlay == .help { return .help }
    if overlay == .request { return .request }
    return situationBelow
  }

  /// The place under the help or the request.
  var situationBelow: Situation {
    if overlay?.asks == true { return .question }
    if !app.records.offered.isEmpty { return .offer }
    switch (app.place, focus) {
    case (.result, _): return .result
    case (_, .apiKey): return .apiKey
    case (.signIn, _), (.sending, _), (.outcomeUnknown, _): return .buttons
    case (_, .networkName): return .text
    case (_, .field(let id)):
      guard let field = app.form.draft.field(id) else { return .press }
      switch app.asking(of: field) {
      case .choices: return .list
      case .text: return .text
      case .secret: return .secret
      case .loading, .failed, .nothing: return .press
      }
    case (.step(.review), _): return .review
    default: return .press
    }
  }
}
