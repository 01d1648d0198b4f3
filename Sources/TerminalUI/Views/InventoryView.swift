internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// The list of all cross connects of the account.
  func inventoryContent(_ start: Content) -> Content {
    var content = start
    addReport(to: &content)
    content.paragraph("Which cross connect?", style: .strong)
    content.line()
    switch app.inventory.asking {
    case .choices(let list): addRows(list, label: "Cross connects", to: &content)
    case .failed(let report):
      addLabel("Cross connects", isFocused: focus == .inventory, to: &content)
      let words = FailureReport(report)
      content.append(words.title, at: Self.valueColumn, style: .error)
      for line in words.lines { content.paragraph(line, at: Self.valueColumn) }
    case .nothing(let lack):
      addLabel("Cross connects", isFocused: focus == .inventory, to: &content)
      addWords(lack.sentence, to: &content)
    case .loading, .text, .naming, .secret:
      addLabel("Cross connects", isFocused: focus == .inventory, to: &content)
      content.append("Loading ...\(elapsed)", at: Self.valueColumn)
    }
    content.paragraph(hiddenColumns)
    addLastButtons(app.actions, to: &content)
    return content
  }

  /// The columns that the window is too narrow for, in words.
  private var hiddenColumns: String {
    guard case .choices(let list) = app.inventory.asking, let openList else { return "" }
    let titles = openList.hiddenColumns(of: list).map { VirtualCrossConnect.columnTitles[$0] }
    guard !titles.isEmpty else { return "" }
    return "Hidden in a window this narrow: \(titles.joined(separator: ", "))."
  }
}
