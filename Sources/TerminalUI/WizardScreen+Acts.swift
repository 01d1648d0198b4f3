internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  mutating func performOnPlace(_ action: Action) -> [Effect] {
    if isOffering { return performOnOffer(action) }
    if let effects = edit(action) { return effects }
    switch action {
    case .nextControl: move(1)
    case .previousControl: move(-1)
    case .accept:
      guard showsFocus else {
        // A control out of view is not pressed, but brought into view.
        followsFocus = true
        status = "This was out of view. Enter again presses it."
        return []
      }
      return press(focus)
    case .nextStep where app.step == .review: goOnInReview()
    case .previousStep where app.step == .review && scroll > 0: turnReview(by: -1)
    case .nextStep: return send(.form(.nextPressed))
    case .previousStep: return send(.form(.backPressed))
    case .cancel: return cancel()
    case .reveal: return reveal()
    case .copyKey: return copyKey()
    case .saveReceipt:
      guard app.ordered != nil else {
        status = ReportText.noReceipt
        return []
      }
      if !app.records.keepsFiles { status = "The demo keeps no receipts: nothing was created." }
      return send(.saveReceiptPressed)
    case .printPlainly: return printPlainly()
    case .wait:
      if let obstacle = app.connection.flatMap(WaitText.obstacle) { status = obstacle }
      if app.connection?.isWaiting == true { status = "Waiting stopped." }
      return send(.connection(.waitPressed))
    case .leave: return leave()
    case .pageDown where app.step != nil && openList?.isAtEnd(rows: listRows) == true:
      return send(.form(.nextPressed))
    case .pageUp where app.step != nil && openList?.isAtStart(rows: listRows) == true:
      return send(.form(.backPressed))
    case .up, .down, .pageUp, .pageDown, .toFirst, .toLast:
      if openList != nil { moveMark(action) } else { scrollBy(action) }
    default: break
    }
    return []
  }

  /// Pages through the review, and at its end goes to Create, which Enter still has to press.
  private mutating func goOnInReview() {
    guard focus != .button(.create) else {
      status = "This is the end. Enter on [ Create VXC ] orders it."
      return
    }
    guard scroll < lastScroll else { return focus(on: .button(.create)) }
    turnReview(by: 1)
  }

  /// Moves the focus to the next group that is out of view, so that it comes into view with it.
  private mutating func turnReview(by step: Int) {
    let top = scroll
    let end: Control? = step > 0 ? .button(.create) : controls.first
    repeat {
      move(step)
      arrange()
    } while scroll == top && focus != end
    // The price stands below the last group.
    if focus == .button(.create) { scroll = lastScroll }
  }

  private mutating func performOnOffer(_ action: Action) -> [Effect] {
    switch action {
    case .nextControl: move(1)
    case .previousControl: move(-1)
    case .accept: return press(focus)
    case .cancel: return press(.leaveFound)
    default: scrollBy(action)
    }
    return []
  }

  private mutating func moveMark(_ action: Action) {
    // A list in view whole has no pages.
    let page = openList?.isLong(rows: listRows) == true ? max(1, listRows - 1) : 0
    switch action {
    case .up: openList?.move(by: -1)
    case .down: openList?.move(by: 1)
    case .pageUp: openList?.move(by: -page)
    case .pageDown: openList?.move(by: page)
    case .toFirst: openList?.move(by: -.max / 2)
    case .toLast: openList?.move(by: .max / 2)
    default: break
    }
  }

  private mutating func cancel() -> [Effect] {
    // What was asked for once is not asked for any more.
    if app.caution != nil {
      status = "Nothing was done."
      return send(.stayed)
    }
    if case .field = focus, isLoading(focus) { return send(.choices(.loadingStopped)) }
    if openList?.filter.isEmpty == false {
      setFilter("")
      return []
    }
    if app.step != nil, let id = app.form.returnsToList {
      return send(.form(.entryChanged(id, .pick)))
    }
    switch app.place {
    case .result where app.isActing:
      status = Self.waitsForAnswer
      return []
    case .result where app.connection?.sheet != nil: return send(.connection(.sheetClosed))
    case .result where app.opened != nil: return send(.connectionClosed)
    case .inventory where app.canCloseList: return send(.inventory(.closed))
    case .result, .inventory:
      status = "There is nothing to go back to; Ctrl-C quits."
      return []
    case .signIn, .step, .sending, .outcomeUnknown: break
    }
    guard app.canGoBack else {
      status =
        app.place == .signIn && app.hasPlaceToReturnTo
        ? "A key leads back to where you were; Ctrl-C quits."
        : "This is the first step; Ctrl-C quits."
      return []
    }
    return send(.form(.backPressed))
  }

  private mutating func reveal() -> [Effect] {
    switch focus {
    case .field(let id):
      if revealed.remove(id) == nil { revealed.insert(id) }
    default:
      revealed = revealed.isEmpty ? Set(FieldID.allCases) : []
    }
    guard app.place == .result else { return [] }
    guard app.connection?.keyCount != 0 else {
      revealed = []
      status = "There is no BGP key to show."
      return []
    }
    status = revealed.isEmpty ? "The BGP keys are hidden." : "The BGP keys are shown; t hides them."
    guard !revealed.isEmpty else { return [] }
    let masked = shown.lines
    let effects = send(.connection(.keysSeen(.shown)))
    arrange()
    // The keys may be out of view.
    let key = zip(masked, shown.lines).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    if let key, !share.shows(key, scroll: scroll) {
      scroll = key
      followsFocus = false
    }
    return effects
  }

  private mutating func copyKey() -> [Effect] {
    guard let connection = app.connection, !connection.isGone,
      let key = connection.connect.text("primary_bgp_key")
    else {
      status = "There is no BGP key to copy."
      return []
    }
    terminalRequests.append(.copy(Secret(key)))
    status = "The primary BGP key was sent to your terminal, for its clipboard."
    return connection.keyCount == 1 ? send(.connection(.keysSeen(.copied))) : []
  }

  private mutating func printPlainly() -> [Effect] {
    guard let connection = app.connection else { return [] }
    let lines =
      ReportText.lines(for: connection, now: now, showingSecrets: !revealed.isEmpty)
      + ReportText.filesLines(of: app)
    let columns = min(ReportText.columns, size.columns - 1)
    terminalRequests.append(.showPlainly(lines.flatMap { ReportText.folded($0, to: columns) }))
    return revealed.isEmpty ? [] : send(.connection(.keysSeen(.shown)))
  }

  /// Acts on a control, as Enter does.
  mutating func press(_ control: Control) -> [Effect] {
    switch control {
    case .field(let id): accept(id)
    case .apiKey: press(.signIn)
    case .networkName: press(.createNetwork)
    case .inventory: openMarked()
    case .address, .deletionName: focusFollowing()
    case .problem, .group: open(control)
    case .button(let button): press(button)
    }
  }

  /// Opens the cross connect under the mark.
  private mutating func openMarked() -> [Effect] {
    guard let list = choiceList(of: .inventory), let choice = openList?.markedOption(in: list)
    else {
      guard openList?.filter.isEmpty != false else {
        status = Self.nothingMarked
        return []
      }
      return isLoading(.inventory) ? [] : send(.inventory(.reloadPressed))
    }
    return send(.inventory(.chosen(choice.value)))
  }

  private static let nothingMarked = "Nothing matches the filter, so nothing can be chosen."

  private mutating func focusFollowing() -> [Effect] {
    move(1)
    return []
  }

  /// Takes the marked choice, or the text as it is, and goes to the next field.
  private mutating func accept(_ id: FieldID) -> [Effect] {
    guard let field = app.form.draft.field(id) else { return [] }
    switch app.asking(of: field) {
    case .loading: return []
    case .failed, .nothing: return send(.choices(.reloadPressed))
    case .text, .naming, .secret: focusNextField()
    case .choices(let list):
      guard let choice = openList?.markedOption(in: list) else {
        status = Self.nothingMarked
        return []
      }
      guard choice.obstacle == nil else {
        status = choice.obstacle?.finding.sentence ?? ""
        return []
      }
      let filter = openList?.filter ?? ""
      let effects = send(.form(.picked(id, choice.value, filter: filter)))
      guard let next = app.form.question(following: id, typedAhead: !typedAhead.isEmpty) else {
        return effects + send(.form(.nextPressed))
      }
      focus(on: .field(next))
      return effects
    }
    return []
  }

  /// Goes to the next field, past buttons that only help with this one; after the last, to Next.
  private mutating func focusNextField() {
    let controls = controls
    let rest = controls.drop { $0 != focus }.dropFirst()
    let next = rest.first {
      switch $0 {
      case .field, .networkName, .apiKey: true
      default: false
      }
    }
    focus(on: next ?? .button(.next))
  }

  /// Goes to the field of an error, or to the first of a group.
  mutating func open(_ control: Control) -> [Effect] {
    switch control {
    case .problem(let index):
      guard app.form.problems.indices.contains(index), let id = app.form.problems[index].field,
        let field = app.form.draft.field(id)
      else {
        status = "Telnyx did not say which answer is wrong."
        return []
      }
      guard app.step != field.step else {
        focus(on: controls.contains(.field(id)) ? .field(id) : .networkName)
        return []
      }
      return change(field.step, focusing: id)
    case .group(let number):
      guard let group = OrderSummary(of: app).groups.first(where: { $0.number == number })
      else { return [] }
      changedGroup = number
      return change(group.step, focusing: group.lines.first?.field)
    default:
      return []
    }
  }

  private mutating func change(_ step: Step, focusing id: FieldID?) -> [Effect] {
    let effects = send(.form(.changeRequested(step)))
    if let id, controls.contains(.field(id)) { focus(on: .field(id)) }
    return effects
  }
}
