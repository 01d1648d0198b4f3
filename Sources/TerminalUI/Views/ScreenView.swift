internal import CrossConnect
internal import FoundationEssentials

extension WizardScreen {
  var layout: Layout {
    Layout(
      size: size, hasPanel: wizard.step != nil && overlay == nil,
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
    switch (overlay, wizard.place) {
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
    case (nil, .result): return resultContent(content)
    }
  }

  /// Lays out what is shown, and scrolls it as little as brings the focus into view.
  mutating func arrange() {
    guard !layout.isTooSmall else { return }
    if overlay == .help { arrangeHelp() }
    if wholeRule.columns != size.columns { wholeRule = (size.columns, makeRule(size.columns)) }
    if !lists.isEmpty {
      // A list has the rows that the rest of the form leaves.
      listRows = max(3, formRows - content(listRows: 0).lines.count)
      for id in lists.keys { lists[id]?.scroll(toFit: listRows) }
    }
    shown = content(listRows: listRows)
    let most = max(0, shown.lines.count - formRows)
    if let focused = shown.focused, followsFocus, overlay == nil {
      if focused.upperBound > scroll + formRows { scroll = focused.upperBound - formRows }
      if focused.lowerBound < scroll { scroll = focused.lowerBound }
      // The first thing to act on brings the heading above it into view.
      if focus == controls.first, focused.upperBound <= formRows { scroll = 0 }
    }
    scroll = min(max(0, scroll), most)
  }

  /// The screen as it is now.
  public var frame: Frame {
    var frame = Frame(size: size)
    guard !layout.isTooSmall else {
      let words =
        "Make the window at least 60x16, or use vxc --plain; nothing is lost. ^C twice quits."
      for (row, line) in TextLayout.folded(words, to: size.columns - 1).enumerated() {
        frame.write(line, row: row, column: 0)
      }
      return frame
    }
    drawHead(&frame)
    shown.draw(into: &frame, rows: layout.form, top: scroll)
    if layout.showsPanel { drawPanel(&frame) }
    drawFoot(&frame)
    if overlay == .help { drawSearch(&frame) }
    return frame
  }

  private func rule(_ columns: Int) -> String {
    columns == wholeRule.columns ? wholeRule.text : makeRule(columns)
  }

  private func makeRule(_ columns: Int) -> String {
    String(repeating: abilities.drawsUnicode ? "\u{2500}" : "-", count: max(0, columns))
  }

  private func drawHead(_ frame: inout Frame) {
    let destination = wizard.destination.title
    let room = size.columns - TextLayout.width(of: destination) - 3
    let whole = "Telnyx VXC  \(placeTitle)"
    let title = TextLayout.width(of: whole) <= room ? whole : "Telnyx VXC"
    frame.write(title, row: 0, column: 0, style: .strong)
    let column = size.columns - TextLayout.width(of: destination) - 1
    frame.write(
      destination, row: 0, column: max(column, TextLayout.width(of: title) + 2),
      style: wizard.destination.isDemo ? .demo : .plain)
    if let step = wizard.step { drawTrail(&frame, step: step) }
    let above = scroll > 0 ? frame.write(" \(scroll) more above ", row: 2, column: 0) : 0
    frame.write(rule(size.columns - above), row: 2, column: above, style: .quiet)
  }

  private var placeTitle: String {
    if isOffering { return "draft found" }
    return switch wizard.place {
    case .signIn: "sign in"
    case .step: "new cross connect"
    case .sending: "creating"
    case .outcomeUnknown: "outcome unknown"
    case .result:
      if case .created(let connect, at: _) = wizard.order {
        connect.isJustCreated
          ? "created, not active yet" : "status: \(DisplayText.visible(connect.status))"
      } else {
        ""
      }
    }
  }

  private func drawTrail(_ frame: inout Frame, step: Step) {
    var column = 1
    // A narrow window has only room for where one is.
    let steps = size.columns < 80 ? [step] : Step.allCases
    for other in steps {
      if other != steps.first { column = frame.write(" > ", row: 1, column: column, style: .quiet) }
      let isHere = other == step
      column = frame.write(
        isHere ? "[\(other.rawValue) \(other.title)]" : other.title, row: 1, column: column,
        style: isHere ? .focused : .plain)
    }
    frame.write(
      "\(step.rawValue)/\(Step.allCases.count)", row: 1, column: size.columns - 4)
  }

  private func drawFoot(_ frame: inout Frame) {
    let below = shown.lines.count - scroll - formRows
    let note = below > 0 ? " \(below) more below " : ""
    let column = frame.write(note, row: layout.form.upperBound, column: 0)
    frame.write(
      rule(size.columns - column), row: layout.form.upperBound, column: column, style: .quiet)
    // A long word about the last key takes the last row of the help.
    let status = TextLayout.folded(statusText, to: size.columns - 4)
      .prefix(layout.showsHelp ? 2 : 1)
    let helpRows = layout.help.dropLast(status.count - 1)
    for (row, line) in zip(helpRows, TextLayout.folded(helpText, to: size.columns - 4)) {
      frame.write(line, row: row, column: 2)
    }
    for (offset, line) in status.enumerated() {
      frame.write(line, row: layout.statusRow - status.count + 1 + offset, column: 2)
    }
    // While keys are ignored, none are named.
    guard guardedUntil == nil else { return }
    frame.write(
      situation.hints(columns: size.columns - 1), row: layout.keysRow, column: 0)
  }

  /// What there is to say about the focused control.
  private var helpText: String {
    switch focus {
    case .field(let id): return wizard.draft.field(id)?.help.brief ?? ""
    case .apiKey: return FieldHelp.apiKey.brief
    case .networkName: return FieldHelp.networkName.brief
    case .problem: return "Enter or its number goes there."
    case .group: return "Enter or the group's number changes these answers and comes straight back."
    case .button(.create) where isArmed: return "Enter orders it now. " + Button.create.help
    case .button(.leave) where overlay == .quit: return "Leaves without ordering anything more."
    case .button(.back) where overlay?.asks == true: return "Goes on where you were."
    case .button(let button): return button.help
    }
  }

  private var statusText: String {
    if overlay == .help { return "" }
    if !status.isEmpty { return status }
    if wizard.isSigningIn { return "One moment ..." }
    if wizard.isCreatingNetwork { return "Creating the network ..." }
    if wizard.isFollowing { return "Asking the API ..." }
    if let next = wizard.nextFollow {
      let left = max(0, Int(next.timeIntervalSince(now).rounded(.up)))
      return "Waiting until it is provisioned: asking again in \(left) s; w stops."
    }
    return fileStatus
  }
}
