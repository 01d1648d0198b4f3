internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation

/// One cross connect, and the sheets over it.
extension PlainDialogue {
  private func connectionPage(showingSecrets: Bool = false) -> ConnectionPage? {
    app.connection.map {
      ConnectionPage(of: $0, in: app, now: now, showingSecrets: showingSecrets)
    }
  }

  /// Reads out the whole page: what is next, both circuits, and the answer.
  mutating func presentResult(showingSecrets: Bool = false) {
    guard let page = connectionPage(showingSecrets: showingSecrets) else { return }
    say("")
    say("\(page.state.prefix(1).uppercased())\(page.state.dropFirst()).")
    say(page.blocks, explainingActions: true)
  }

  mutating func resultPrompt() -> PlainPrompt {
    guard let connection = app.connection, !connection.isGone else {
      return prompt(words + ["? help", "q leave"])
    }
    let words = connectionPage()?.stepActions.compactMap(\.word) ?? []
    let wait =
      connection.isWaiting ? ["wait to stop"] : app.actions.contains(.wait) ? ["wait"] : []
    return prompt(["Enter for the status"] + words + wait + ["? help", "q leave"])
  }

  /// Every word of the page's actions.
  private var words: [String] {
    var seen: Set<String> = []
    return app.actions.compactMap(\.word).filter { seen.insert($0).inserted }
  }

  mutating func answerResult(_ line: PlainLine) -> [Effect] {
    switch line {
    case .empty where app.connection?.isGone == false:
      return send(.connection(.checkStatusPressed))
    case .back where app.opened != nil: return send(.connectionClosed)
    case .text(let text): return answerResult(text)
    default:
      sayError(
        app.connection?.isGone == true
          ? "it is gone; q leaves."
          : "there is nothing to go back to; q leaves, the cross connect stays.")
      return []
    }
  }

  private mutating func answerResult(_ word: String) -> [Effect] {
    switch word {
    case "status": return send(.connection(.checkStatusPressed))
    case "wait": return wait()
    case "save" where app.ordered == nil:
      say(ReportText.noReceipt)
      return []
    case "save": return send(.saveReceiptPressed)
    case "keys" where app.records.keepsFiles: return send(.connection(.keyFilesPressed))
    case "show", "show keys":
      presentResult(showingSecrets: true)
      return send(.connection(.keysSeen(.shown)))
    default: break
    }
    guard let event = action(for: word)?.event else {
      sayError("type \((words + ["show"]).joined(separator: ", ")), or q.")
      return []
    }
    let effects = send(event)
    if let caution = app.caution {
      sayWarning(caution.sentence(for: app.connection))
      sayOnceMore(word)
    }
    return effects
  }

  private mutating func wait() -> [Effect] {
    let wasWaiting = app.connection?.isWaiting == true
    let effects = send(.connection(.waitPressed))
    guard let connection = app.connection,
      WaitText.heldBack(in: app, now: now) == nil || wasWaiting
    else { return effects }
    let goal = connection.connect.isDeleting ? "gone" : "provisioned"
    say(
      WaitText.obstacle(to: connection)
        ?? (connection.isWaiting
          ? "Waiting until it is \(goal): vxc asks after 2 s, then less often."
          : "Waiting stopped."))
    if connection.isWaiting, let lack = WaitText.lack(of: connection.connect) { sayWarning(lack) }
    return effects
  }

  /// Says the status, and every line of the answer that has changed.
  mutating func sayStatus(since earlier: VirtualCrossConnect) {
    guard let connection = app.connection else { return }
    let changes = ChangesText.lines(from: earlier, to: connection.connect)
    // A wait tells only what is new.
    let isSame = connection.connect.status == earlier.status
    if connection.isWaiting, isSame, changes.isEmpty { return }
    let time = connection.lastFollowed.map { "\($0.clockTimeToSecond): " } ?? ""
    say("\(time)the status is \(connection.connect.status).")
    for line in changes { say(line, indent: 2) }
  }

  // MARK: Sheets

  /// Goes to the question of a sheet, or back to the cross connect.
  mutating func followSheet() {
    guard app.place == .result, let connection = app.connection else { return }
    switch (connection.sheet, question) {
    case (.addresses, .result):
      say(AddressSheet.question(for: connection))
      if let first = connection.addresses.fields.first { turn(to: .address(first)) }
    case (.deletion, .result):
      for line in DeletionSheet.lines(for: connection).dropLast() { say(line) }
      turn(to: .deletionName)
    case (.commands, .result):
      for command in connection.connect.cloudCommands {
        say(command.purpose)
        // A command is one line, so that it can be copied whole.
        sayLine("  " + DisplayText.visible(command.line))
      }
      say(CommandSheet.remark)
      say(CommandSheet.anotherTitle)
      for line in CommandSheet.another(like: connection).lines(columns: 77) {
        say(line.trimmed, indent: line.hasPrefix(" ") ? 4 : 2)
      }
      if app.actions.contains(.writeKeyFiles), let word = PageAction.writeKeyFiles.word {
        say("\(word): \(PageAction.writeKeyFiles.help)")
      }
      _ = record(.connection(.sheetClosed))
    case (nil, .address), (nil, .addresses), (nil, .deletionName):
      turn(to: .result)
      // What failed stays in view: the page is long.
      if app.report != nil { isNew = false }
    default: break
    }
  }

  mutating func answerAddress(_ line: PlainLine, of field: AddressForm.Field) -> [Effect] {
    guard let fields = app.connection?.addresses.fields, let place = fields.firstIndex(of: field)
    else { return [] }
    switch line {
    case .back where place > 0:
      turn(to: .address(fields[place - 1]))
      return []
    case .back: return send(.connection(.sheetClosed))
    case .empty where standingAddress(of: field) != nil:
      return goOn(from: place, of: fields)
    case .text(let text), .verbatim(let text):
      let event = Connection.Event.addressEdited(field, text)
      return send(.connection(event)) + send(.connection(.addressLeft(field)))
        + goOn(from: place, of: fields)
    default:
      sayError("enter an address; < goes back, nothing is sent.")
      return []
    }
  }

  /// The address that Enter takes; `nil` if it takes none: a refused one would be refused again.
  func standingAddress(of field: AddressForm.Field) -> String? {
    guard let form = app.connection?.addresses, !form[field].isEmpty,
      form.problem(in: field) == nil
    else { return nil }
    return form[field]
  }

  /// Says what the last answers give reason for, and goes to the next question.
  private mutating func goOn(
    from place: Int, of fields: [AddressForm.Field]
  ) -> [Effect] {
    // Both ends of a circuit may be answered by one line.
    let answered = fields[place...].prefix { field in
      field.circuit == fields[place].circuit && app.connection?.addresses[field].isEmpty == false
    }
    for field in answered {
      if let problem = app.connection?.addresses.problem(in: field) {
        sayError(problem.sentence)
        turn(to: .address(field))
        return []
      }
      for finding in app.connection?.addresses.findings(in: field) ?? [] {
        say(finding)
      }
    }
    let next = place + answered.count
    turn(to: next < fields.count ? .address(fields[next]) : .addresses)
    return []
  }

  mutating func presentAddresses() {
    guard let connection = app.connection else { return }
    say("")
    for field in connection.addresses.fields {
      let address = DisplayText.visible(connection.addresses[field])
      say("\(AddressSheet.label(of: field, in: connection)): \(address)")
    }
    say(PageAction.confirmSheet(.addresses).help)
  }

  /// Sets the addresses only by a word of its own: a repeated Enter sends nothing.
  mutating func answerAddresses(_ line: PlainLine) -> [Effect] {
    guard let connection = app.connection else { return [] }
    switch line {
    case .back:
      if let last = connection.addresses.fields.last { turn(to: .address(last)) }
      return []
    case .text(let text) where text == PageAction.confirmSheet(.addresses).word:
      let effects = send(.connection(.addressesConfirmed))
      if let problem = app.connection?.problems.first, let field = problem.field {
        sayError("\(AddressSheet.label(of: field, in: connection)): \(problem.sentence)")
        turn(to: .address(field))
      }
      return effects
    default:
      sayError("type set to give them to Telnyx; < goes back, nothing is sent.")
      return []
    }
  }

  mutating func answerDeletion(_ line: PlainLine) -> [Effect] {
    switch line {
    case .text(let text), .verbatim(let text):
      let effects =
        send(.connection(.deletionEdited(text))) + send(.connection(.deletionConfirmed))
      for problem in app.connection?.problems ?? [] { sayError(problem.sentence) }
      return effects
    default: return send(.connection(.sheetClosed))
    }
  }

  // MARK: The list

  mutating func presentInventory() {
    switch app.inventory.asking {
    case .choices(let list):
      say("")
      say("Cross connects")
      var pager = pager ?? ChoicePager(list)
      pager.rewind()
      self.pager = pager
      sayPage()
      if case .failed(let report) = list.rest {
        let report = FailureReport(report)
        sayWarning(([report.title + "."] + report.lines).joined(separator: " "))
      }
    case .failed(let report):
      let report = FailureReport(report)
      sayError(report.title + ".")
      sayLines(of: report)
    case .nothing(let lack): sayWarning(lack.sentence)
    case .loading, .text, .naming, .secret: break
    }
  }

  mutating func inventoryPrompt() -> PlainPrompt {
    let back = app.canCloseList ? ["< back"] : []
    guard case .choices = app.inventory.asking else {
      return prompt(["Enter to ask again"] + back + ["? help", "q leave"])
    }
    let more = pager?.hasMore == true ? ["more"] : []
    return prompt(["Number or name"] + more + ["/text filters"] + back + ["? help", "q leave"])
  }

  mutating func answerInventory(_ line: PlainLine) -> [Effect] {
    switch (line, app.inventory.asking) {
    case (.back, _) where app.canCloseList: return send(.inventory(.closed))
    case (.text(let text), _) where text.lowercased() == "reload":
      return send(.inventory(.reloadPressed))
    case (.text(let text), .choices(let list)): return choose(text, fromInventory: list)
    case (.empty, .choices): sayError("enter a number or a name.")
    case (.empty, _): return send(.inventory(.reloadPressed))
    default: sayError("enter a number or a name; q leaves.")
    }
    return []
  }

  private mutating func choose(_ text: String, fromInventory list: ChoiceList) -> [Effect] {
    var pager = self.pager ?? ChoicePager(list)
    if text.hasPrefix("/") {
      guard pager.setFilter(text.dropFirst().trimmed, in: list) else {
        sayError("nothing fits \"\(text.dropFirst())\"; the list is unchanged.")
        return []
      }
      self.pager = pager
      sayPage()
      return []
    }
    if text.lowercased() == "more", pager.hasMore {
      self.pager?.turn()
      sayPage()
      return []
    }
    switch pager.pick(text) {
    case .choice(let choice): return send(.inventory(.chosen(choice.value)))
    case .outOfRange: sayError("enter a number from 1 to \(pager.matches.count).")
    case .nothing: sayError("nothing here begins with \"\(text)\"; /\(text) looks inside the rows.")
    case .several(let found): sayError("\(found.count) begin with \"\(text)\"; type more of it.")
    }
    return []
  }
}
