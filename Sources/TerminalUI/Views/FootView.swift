internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation

/// The content of the rows below the form.
struct Foot: Hashable, Sendable {
  /// The line about what goes on.
  enum Status: Hashable, Sendable {
    case words(String)
    /// What stays true: it never takes the row of the keys.
    case notice(String)
    /// Where the draft is, if nothing else is going on.
    case draft(KeptFile)
    /// Where the receipt is, if nothing else is going on.
    case receipt(KeptFile)
    /// The search in the help, and the number of matches.
    case search(String, count: String)
  }

  let layout: Layout
  /// The number of lines out of view below.
  let linesBelow: Int
  /// The help for the focused control.
  let help: String
  let status: Status
  /// The place whose keys are named; `nil` while keys are ignored.
  let situation: Situation?
  /// The actions whose keys would do nothing now.
  let idle: [Action]
  /// The actions whose key ends now what it has begun.
  let switchedOn: [Action]
  let drawsUnicode: Bool

  /// The cursor's place, if it stands in these rows.
  var cursor: Position? {
    guard case .search = status else { return nil }
    let column = 2 + TextLayout.width(of: Self.searchLabel) + TextLayout.width(of: searchText)
    return Position(row: layout.statusRow, column: column)
  }

  func draw(into frame: inout Frame) {
    let columns = layout.size.columns
    frame.place([], in: layout.form.upperBound..<layout.size.rows)
    let note = linesBelow > 0 ? " \(linesBelow) more below " : ""
    let column = frame.write(note, row: layout.form.upperBound, column: 0)
    frame.drawRule(row: layout.form.upperBound, from: column, drawsUnicode: drawsUnicode)
    // A long message takes the last row of a help of several rows, else the row of the keys.
    let room = min(columns, 104) - 4
    let hasRoom = layout.help.count > 1
    let lines = statusLines(columns: room, hasRoom: hasRoom)
    let lastRow = hasRoom ? layout.statusRow : layout.statusRow + lines.count - 1
    let helpRows = layout.help.dropLast(hasRoom ? lines.count - 1 : 0)
    for (row, line) in zip(helpRows, TextLayout.folded(help, to: min(columns, 104) - 4)) {
      frame.write(line, row: row, column: 2)
    }
    for (offset, line) in lines.enumerated() {
      frame.write(line, row: lastRow - lines.count + 1 + offset, column: 2)
    }
    if case .search(_, let count) = status { drawSearch(count, &frame) }
    if let situation, lastRow < layout.keysRow {
      frame.write(
        situation.hints(columns: columns - 1, without: idle, ending: switchedOn),
        row: layout.keysRow, column: 0)
    }
  }

  private static let searchLabel = "Search: "

  /// The end of the search, as much as there is room for.
  private var searchText: String {
    guard case .search(let text, let count) = status else { return "" }
    let room = layout.size.columns - TextLayout.width(of: Self.searchLabel) - count.count - 8
    return TextLayout.suffix(DisplayText.visible(text), columns: max(1, room))
  }

  private func drawSearch(_ count: String, _ frame: inout Frame) {
    var column = frame.write(Self.searchLabel, row: layout.statusRow, column: 2, style: .strong)
    column = frame.write(searchText, row: layout.statusRow, column: column)
    frame.write("  (\(count))", row: layout.statusRow, column: column)
  }

  /// The line about what goes on, in at most two rows; a lasting one in as many as are free.
  private func statusLines(columns: Int, hasRoom: Bool) -> ArraySlice<String> {
    let lines = TextLayout.folded(statusText, to: columns)
    if case .words = status { return lines.prefix(2) }
    guard lines.count > 1, !hasRoom else { return lines.prefix(2) }
    let text =
      if case .receipt(.written(let path, at: _)) = status { "Saved: \(path)" } else { statusText }
    return [TextLayout.truncated(text, to: columns)]
  }

  private var statusText: String {
    switch status {
    case .words(let words), .notice(let words): words
    case .search, .draft(.notYet), .receipt(.notYet): ""
    case .draft(.written(_, at: let date)): "Draft saved \(date.clockTime)"
    case .draft(.failed(let failure)): "Draft not saved: \(failure.reason)"
    case .receipt(.written(let path, at: _)): "Saved: \(path) (0600, without keys)"
    case .receipt(.failed(let failure)): "Not saved (s tries again): \(failure.reason)"
    }
  }
}

extension WizardScreen {
  /// The content of the rows below the form, now.
  var foot: Foot {
    let share = share
    let situation = situation
    return Foot(
      layout: layout, linesBelow: max(0, share.lines.count - scroll - share.rows), help: helpText,
      status: footStatus, situation: guardedUntil == nil ? situation : nil,
      idle: idle(in: situation), switchedOn: switchedOn, drawsUnicode: abilities.drawsUnicode)
  }

  /// What is shown, or waited for, until its key is pressed again.
  private var switchedOn: [Action] {
    let isRevealed: Bool
    if case .field(let id) = focus {
      isRevealed = revealed.contains(id)
    } else {
      isRevealed = !revealed.isEmpty
    }
    return (isRevealed ? [.reveal] : []) + (app.connection?.isWaiting == true ? [.wait] : [])
  }

  /// The actions whose keys would do nothing on the page of a cross connect, or in the list.
  private func idle(in situation: Situation) -> [Action] {
    if app.place == .inventory {
      let isFiltered = openList?.filter.isEmpty == false
      return (isLoading(.inventory) ? [.accept] : [])
        + (openList?.isLong(rows: listRows) == true ? [] : [.pageDown])
        + (app.canCloseList || isFiltered ? [] : [.cancel])
    }
    if focus == .button(.create), situation == .reviewButton { return [.nextStep] }
    if situation == .request, app.form.draft.requestSoFar.secrets.isEmpty { return [.reveal] }
    guard situation == .result, let connection = app.connection else { return [] }
    return (connection.canBeAwaited ? [] : [.wait])
      + (connection.keyCount == 0 ? [.reveal] : [])
      + (connection.isGone || connection.connect.text("primary_bgp_key") == nil ? [.copyKey] : [])
      + (app.ordered == nil ? [.saveReceipt] : [])
  }

  private var helpText: String {
    switch focus {
    case .field(let id): return app.form.draft.field(id)?.help.brief ?? ""
    case .apiKey: return FieldHelp.apiKey.brief
    case .networkName: return FieldHelp.networkName.brief
    case .inventory:
      guard let list = choiceList(of: .inventory), openList?.markedOption(in: list) != nil else {
        return openList?.filter.isEmpty == false
          ? "No row matches. Esc clears the filter." : "Enter asks for the list again."
      }
      return "Enter opens the marked cross connect. Type to show only rows that match."
    case .address: return "As the cloud's console shows it, with its prefix length."
    case .deletionName: return "The name, or the first block of the identifier."
    case .problem: return "Enter or the number goes to the field."
    case .group: return "Enter or the number changes these answers and comes straight back."
    case .button(.create) where isArmed && app.heldBackUntil == nil:
      return "Enter orders it now. One request, sent once; Telnyx bills it."
    case .button(.leave) where overlay == .quit: return "Leaves without ordering anything more."
    case .button(.back) where overlay?.asks == true: return "Goes back to where you were."
    case .button(.perform(let action)) where action.asksTwice:
      return PageAction.perform(action).help
    case .button(let button) where isOnActing && isArmed && app.heldBackUntil == nil:
      return "Enter does it now. " + button.help
    case .button(let button): return button.help
    }
  }

  private static let unrecorded = Caution.ordersUnrecorded.sentence(again: .create)

  private var footStatus: Foot.Status {
    if overlay == .help, let help, status.isEmpty {
      let count = help.count == 1 ? "1 entry" : "\(help.count) entries"
      return .search(help.search, count: help.search.isEmpty ? "type a word" : count)
    }
    if !status.isEmpty { return .words(status) }
    if app.caution == .ordersUnrecorded { return .words(Self.unrecorded) }
    if app.session.isSigningIn { return .words("One moment ...\(elapsedOfLimit)") }
    if app.form.isCreatingNetwork { return .words("Creating the network ...\(elapsedOfLimit)") }
    if app.connection?.isWaiting != true, let words = WaitText.heldBack(in: app, now: now) {
      return .words(words)
    }
    if app.submission.isAsking { return .words("Asking what is on the network ...\(elapsed)") }
    if app.place == .result, let words = connectionStatus { return .words(words) }
    if app.place == .result, app.opened == nil { return .receipt(app.records.receiptFile) }
    guard let notice = app.notice, app.step != nil || notice != .remembered else {
      return .draft(app.records.draftFile)
    }
    return .notice(NoticeText.sentence(notice, in: app.form.draft))
  }

  /// What is under way with the cross connect that is shown.
  private var connectionStatus: String? {
    guard let connection = app.connection else { return nil }
    if connection.action != nil { return "Asking Telnyx to do it ...\(elapsedOfLimit)" }
    if connection.isFollowing { return "Asking the API ...\(elapsedOfLimit)" }
    // In a sheet `w` is a letter.
    guard connection.sheet == nil, let next = connection.nextFollow else { return nil }
    let left = max(0, Int(next.timeIntervalSince(now).rounded(.up)))
    guard connection.isWaiting else { return "Asking again in \(left) s." }
    let since = connection.waitingSince ?? now
    let waited = WaitText.length(max(0, Int(now.timeIntervalSince(since))))
    return "Waiting for \(waited), asking again in \(left) s; w stops."
  }
}
