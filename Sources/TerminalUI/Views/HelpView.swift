internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// All help, with the place under it first.
  var helpSections: [HelpSection] {
    let place = situationBelow
    let fields = fieldsHere
    let focused = fields.filter { $0.label == focusedLabel }
    return HelpSection.withoutRepeats(
      [
        HelpSection("This field", focused.map(\.entry)),
        HelpSection(
          "Keys \(place.title)",
          place.bindings.filter { $0.action != .openList || app.mayOpenList }.map(\.entry)),
        HelpSection(
          focused.isEmpty ? "Fields of this page" : "Other fields of this page",
          fields.map(\.entry)),
        HelpSection("Now", [HelpEntry("Destination", app.session.destination.sentence)]), .steps,
      ] + HelpSection.fields(first: app.form.draft.provider) + KeyReference.sections
        + [.terms, .outcomes, .exitCodes, .files, .links])
  }

  private var fieldsHere: [FieldHelp] {
    guard app.records.offered.isEmpty else { return [] }
    switch app.place {
    case .signIn: return [.apiKey]
    case .step(let step):
      return app.form.draft.fields(in: step).map {
        app.form.asksForName($0) ? .networkName : $0.help
      }
    case .sending, .outcomeUnknown, .result, .inventory: return []
    }
  }

  private var focusedLabel: String? {
    switch focus {
    case .field(let id): app.form.draft.field(id)?.label
    case .apiKey: FieldHelp.apiKey.label
    case .networkName: FieldHelp.networkName.label
    case .inventory, .address, .deletionName, .problem, .group, .button: nil
    }
  }
}
