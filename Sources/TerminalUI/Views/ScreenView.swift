internal import CrossConnect
internal import Flows

extension WizardScreen {
  var layout: Layout {
    Layout(
      size: size, hasPanel: app.step != nil && overlay == nil,
      hasHelpRows: overlay != .help && overlay != .request)
  }

  /// Whether the focused control is in view.
  var showsFocus: Bool {
    guard let focused = shown.focused else { return true }
    return focused.lowerBound >= scroll && focused.lowerBound < scroll + formRows
  }

  /// How many rows the form has.
  var formRows: Int { layout.form.count }

  /// What stands in the form's rows now.
  func content(listRows: Int) -> Content {
    let content = Content(columns: layout.formColumns)
    switch (overlay, app.place) {
    case (.help, _): return help?.content ?? content
    case (.request, _): return requestContent(content)
    case (.quit, _): return quitContent(content)
    case (.stopWaiting, _): return stopWaitingContent(content)
    case (nil, _) where isOffering: return offerContent(content)
    case (nil, .signIn): return signInContent(content)
    case (nil, .step(.review)): return reviewContent(content)
    case (nil, .step(let step)): return formContent(content, step: step, listRows: listRows)
    case (nil, .sending): return sendingContent(content)
    case (nil, .outcomeUnknown): return unknownContent(content)
    case (nil, .result): return connectionContent(content)
    case (nil, .inventory): return inventoryContent(content)
    }
  }

  /// Lays out what is shown, and scrolls it as little as brings the focus into view.
  mutating func arrange() {
    guard !layout.isTooSmall else { return }
    if overlay == .help { arrangeHelp() }
    let before = openList
    layOut()
    // A list has the rows that the rest of the form leaves; they are seldom others than before.
    let left = max(3, formRows - shown.lines.count + shown.listLines)
    if overlay == nil, openList != nil, left != listRows {
      listRows = left
      openList = before
      layOut()
    }
    let most = max(0, shown.lines.count - formRows)
    if let focused = shown.focused, followsFocus, overlay == nil {
      if focused.upperBound > scroll + formRows { scroll = focused.upperBound - formRows }
      if focused.lowerBound < scroll { scroll = focused.lowerBound }
      // The first thing to act on brings the heading above it into view.
      if scroll > 0, focused.upperBound <= formRows, focus == firstControl { scroll = 0 }
    }
    scroll = min(max(0, scroll), most)
  }

  /// The open list, scrolled to its mark, with the rows in view.
  private var laidOutList: ListState? {
    // What stands over the form leaves the list behind as it was.
    guard overlay == nil, var state = openList, let list = choiceList(of: state.control) else {
      return openList
    }
    state.scroll(toFit: listRows)
    state.layOutRows(
      listRows, of: list, chosen: answer(at: state.control), columns: layout.formColumns)
    return state
  }

  private mutating func layOut() {
    openList = laidOutList
    shown = content(listRows: listRows)
  }
}
