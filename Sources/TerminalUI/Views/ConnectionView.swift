internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// The page of the cross connect that is shown.
  var connectionPage: ConnectionPage? {
    app.connection.map {
      ConnectionPage(of: $0, in: app, now: now, showingSecrets: !revealed.isEmpty)
    }
  }

  /// A cross connect, or the sheet over it.
  func connectionContent(_ start: Content) -> Content {
    var content = start
    guard let connection = app.connection else { return content }
    addReport(to: &content)
    switch connection.sheet {
    case .addresses: addAddresses(of: connection, to: &content)
    case .deletion: addDeletion(of: connection, to: &content)
    case .commands: addCommands(of: connection, to: &content)
    case nil:
      addCaution(to: &content)
      add(connectionPage?.blocks ?? [], to: &content)
    }
    return content
  }

  /// Why leaving is asked about, and what each key does.
  private func addCaution(to content: inout Content) {
    switch app.caution {
    case .leavesUnseenKey?:
      let ways =
        app.connection?.keyCount == 2
        ? "t shows them, c copies only the primary one" : "t shows it, c copies it"
      let sentence = Caution.leavesUnseenKey.sentence(for: app.connection)
      content.paragraph("\(sentence) \(ways); q again leaves.", style: .error)
    case .leavesAction(let action)?:
      content.paragraph(
        "\(Caution.leavesAction(action).sentence) q again leaves without knowing.",
        style: .error)
    default: return
    }
    content.line()
  }

  // MARK: Sheets

  private func addAddresses(of connection: Connection, to content: inout Content) {
    content.paragraph(AddressSheet.question(for: connection), style: .strong)
    content.line()
    for field in connection.addresses.fields {
      let start = content.lines.count
      let isFocused = focus == .address(field)
      addTextLine(
        AddressSheet.label(of: field, in: connection),
        isFocused ? connection.addresses[field] : connection.addresses.shown(field),
        isFocused: isFocused, to: &content)
      for problem in connection.problems where problem.field == field {
        content.paragraph("Error: \(problem.sentence)", at: Self.valueColumn, style: .error)
      }
      // An address that is still being typed is not finished.
      for finding in connection.addresses.findings(in: field)
      where !isFocused && !finding.isBlocking {
        content.paragraph(
          "\(finding.word): \(finding.sentence)", at: Self.valueColumn, style: .warning)
      }
      if isFocused { content.focusLines(from: start) }
    }
    content.line()
    addButtons(app.actions, to: &content)
  }

  private func addDeletion(of connection: Connection, to content: inout Content) {
    for line in DeletionSheet.lines(for: connection) { content.paragraph(line) }
    content.line()
    addTextLine(
      DeletionSheet.label, connection.deletionText, isFocused: focus == .deletionName, to: &content)
    for problem in connection.problems {
      content.paragraph("Error: \(problem.sentence)", at: Self.valueColumn, style: .error)
    }
    content.line()
    addButtons(app.actions, to: &content)
  }

  private func addCommands(of connection: Connection, to content: inout Content) {
    addButtons(app.actions, to: &content)
    for line in CommandSheet.keyFiles(of: connection) { content.paragraph(line, style: .warning) }
    content.line()
    for command in connection.connect.cloudCommands {
      content.paragraph(command.purpose, style: .strong)
      addCommand(CommandSheet.lines(of: command, columns: content.columns - 4), to: &content)
      content.line()
    }
    content.paragraph(CommandSheet.remark)
    content.line()
    content.paragraph(CommandSheet.anotherTitle, style: .strong)
    let another = CommandSheet.another(like: connection)
    addCommand(another.lines(columns: content.columns - 4), to: &content)
  }

  /// The lines of a command as they are; one that is still too wide is folded.
  private func addCommand(_ lines: [String], to content: inout Content) {
    for line in lines {
      if TextLayout.width(of: line) <= content.columns - 4 {
        content.line(line)
      } else {
        content.paragraph(line)
      }
    }
  }
}
