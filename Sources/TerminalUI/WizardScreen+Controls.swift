internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// Everything that the keyboard can reach now, in the order of the screen.
  var controls: [Control] {
    switch overlay {
    case .quit: return buttons(app.waysToQuit)
    case .stopWaiting: return buttons([.back, .stopWaiting])
    case .help, .request, nil: break
    }
    let actions = buttons(app.actions)
    if isOffering { return actions }
    let problems = app.form.problems.indices.map { Control.problem($0) }
    switch app.place {
    case .signIn:
      return [.apiKey] + actions
    case .step(.review):
      return problems + OrderSummary(of: app).groups.map { .group($0.number) } + actions
    case .step(let step):
      return problems + buttons(app.leading)
        + app.form.draft.fields(in: step).flatMap(controls(of:)) + actions
    case .outcomeUnknown:
      return buttons(shownCandidates.flatMap(app.actions(for:))) + actions
    case .inventory:
      return [.inventory] + actions
    case .result:
      return sheetControls + actions
    case .sending:
      return actions
    }
  }

  /// The control to begin with; keys for the questions must not act on what stands before them.
  var firstControl: Control? {
    let leading = buttons(app.leading)
    return controls.first { !leading.contains($0) }
  }

  /// The fields of the sheet over a cross connect.
  private var sheetControls: [Control] {
    switch app.connection?.sheet {
    case .addresses: app.connection?.addresses.fields.map { .address($0) } ?? []
    case .deletion: [.deletionName]
    case .commands, nil: []
    }
  }

  /// Whether a draft of an earlier run is offered instead of the form.
  var isOffering: Bool { overlay == nil && !app.records.offered.isEmpty }

  /// The candidates on the screen; others follow once these are answered.
  var shownCandidates: ArraySlice<Candidate> {
    app.submission.unresolved?.candidates.prefix(Self.mostCandidates) ?? []
  }

  /// The most candidates on the screen.
  static let mostCandidates = 3

  private func buttons(_ actions: [PageAction]) -> [Control] {
    actions.map { .button($0) }
  }

  private func controls(of field: FieldDescriptor) -> [Control] {
    [control(of: field)] + buttons(app.actions(for: field))
  }

  /// The control where a question is answered.
  func control(of field: FieldDescriptor) -> Control {
    app.form.asksForName(field) ? .networkName : .field(field.id)
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
    case (_, .inventory): return choiceList(of: .inventory) == nil ? .closableButtons : .connects
    case (_, .address), (_, .deletionName): return .sheet
    case (.result, _):
      switch app.connection?.sheet {
      case nil: return .result
      case .commands: return .commands
      case .addresses, .deletion: return .closableButtons
      }
    case (_, .apiKey): return .apiKey
    case (.inventory, _): return .closableButtons
    case (.signIn, _), (.sending, _), (.outcomeUnknown, _): return .buttons
    case (_, .networkName): return .text
    case (_, .field(let id)):
      guard let field = app.form.draft.field(id) else { return .press }
      switch app.asking(of: field) {
      case .choices: return openList?.isLong(rows: listRows) == true ? .longList : .list
      case .text, .naming: return .text
      case .secret: return .secret
      case .loading, .failed, .nothing: return .press
      }
    case (.step, .problem): return .entry
    case (.step(.review), .button): return .reviewButton
    case (.step(.review), _): return .review
    default: return .press
    }
  }
}
