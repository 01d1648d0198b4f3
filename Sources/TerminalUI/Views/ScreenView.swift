internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// Whether the window is too small to show what a key does.
  var isTooSmall: Bool { Layout.isTooSmall(size) }

  private var newLayout: Layout {
    let step = app.step
    let isOnReview = overlay == nil && step == .review && !isOffering
    return Layout(
      size: size, hasPanel: step != nil && overlay == nil,
      // The review needs the rows itself.
      helpRows: overlay == .help || overlay == .request ? 0 : isOnReview ? 1 : 3)
  }

  /// Whether the focused control is in view.
  var showsFocus: Bool {
    guard let focused = shown.focused else { return true }
    return share.shows(focused.lowerBound, scroll: scroll)
  }

  /// How the shown lines share the rows of the form.
  var share: Content.Share { shown.share(of: formRows) }

  /// The number of rows of the form.
  var formRows: Int { layout.form.count }

  /// The content of the form's rows now.
  func content(listRows: Int) -> Content {
    var content = Content(columns: layout.formColumns)
    switch (overlay, app.place) {
    case (.help, _): return help?.content ?? content
    case (.request, _): return requestContent(content)
    case (.quit, _): add(QuitPage.blocks(of: app), to: &content)
    case (.stopWaiting, _): add(SendingPage.stopWaiting, to: &content)
    case (nil, _) where isOffering: add(OfferPage.blocks(of: app, now: now), to: &content)
    case (nil, .signIn):
      addReport(to: &content)
      add(SignInPage.blocks(of: app), to: &content)
    case (nil, .step(.review)): return reviewContent(content)
    case (nil, .step(let step)): return formContent(content, step: step, listRows: listRows)
    case (nil, .sending): add(SendingPage.blocks(of: app, now: now), to: &content)
    case (nil, .outcomeUnknown):
      addReport(to: &content)
      let page = UnknownPage(of: app)
      add(page?.blocks(now: now, most: Self.mostCandidates) ?? [], to: &content)
    case (nil, .result): return connectionContent(content)
    case (nil, .inventory): return inventoryContent(content)
    }
    return content
  }

  /// The largest number of lines to scroll away.
  var lastScroll: Int { share.lastScroll }

  /// Lays out the screen, and scrolls as little as possible to bring the focus into view.
  mutating func arrange() {
    layout = newLayout
    guard !isTooSmall else { return }
    if overlay == .help { arrangeHelp() }
    let before = openList
    layOut()
    // The list gets the rows that the rest of the form leaves; these seldom change.
    let left = max(ListState.leastRows, formRows - shown.lines.count + shown.listLines)
    if overlay == nil, openList != nil, left != listRows {
      listRows = left
      openList = before
      layOut()
    }
    let share = share
    if let focused = shown.focused, followsFocus, overlay == nil,
      share.lines.contains(focused.lowerBound)
    {
      let (first, end) = (focused.lowerBound - share.head, focused.upperBound - share.head)
      if end > scroll + share.rows { scroll = end - share.rows }
      if first < scroll { scroll = first }
      // The first control brings the heading above it into view.
      if scroll > 0, end <= share.rows, focus == firstControl { scroll = 0 }
    }
    scroll = min(max(0, scroll), share.lastScroll)
  }

  /// The open list, scrolled to its mark, with the rows in view.
  private var laidOutList: ListState? {
    // An overlay leaves the list behind it as it was.
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
