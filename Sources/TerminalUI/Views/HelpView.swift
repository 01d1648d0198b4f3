internal import CrossConnect

extension WizardScreen {
  /// Everything there is to say, what belongs to the place under the help first.
  var helpSections: [HelpSection] {
    let place = situationBelow
    var sections = [fieldsHere, HelpSection("Keys \(place.title)", place.bindings.map(\.entry))]
    sections.append(HelpSection("Now", [HelpEntry("Destination", wizard.destination.sentence)]))
    sections.append(.steps)
    sections += HelpSection.fields(first: wizard.draft.provider)
    sections += KeyReference.sections
    sections += [.outcomes, .exitCodes, .files, .links]
    return HelpSection.withoutRepeats(sections)
  }

  /// The fields of the page, the focused one first.
  private var fieldsHere: HelpSection {
    switch wizard.place {
    case .signIn where wizard.offeredDrafts.isEmpty:
      return HelpSection("This page", [FieldHelp.apiKey.entry])
    case .step(let step) where wizard.offeredDrafts.isEmpty:
      let isNewNetwork = controls.contains(.networkName)
      var fields = wizard.draft.fields(in: step).map {
        $0.id == .network && isNewNetwork ? FieldHelp.networkName.entry : $0.help.entry
      }
      if case .field(let id) = focus, let label = wizard.draft.field(id)?.label,
        let here = fields.firstIndex(where: { $0.term == label })
      {
        fields.insert(fields.remove(at: here), at: 0)
      }
      return HelpSection("This page: \(step.title)", fields)
    default:
      return HelpSection("This page", [])
    }
  }

  /// The search, on the row for the status, with the cursor behind it.
  func drawSearch(_ frame: inout Frame) {
    guard let help else { return }
    let label = "Search: "
    let count =
      help.search.isEmpty
      ? "type a word" : help.count == 1 ? "1 entry" : "\(help.count) entries"
    let room = size.columns - TextLayout.width(of: label) - count.count - 8
    let text = TextLayout.suffix(DisplayText.visible(help.search), columns: max(1, room))
    var column = frame.write(label, row: layout.statusRow, column: 2, style: .strong)
    column = frame.write(text, row: layout.statusRow, column: column)
    frame.cursor = Position(row: layout.statusRow, column: column)
    frame.write("  (\(count))", row: layout.statusRow, column: column, style: .quiet)
  }
}
