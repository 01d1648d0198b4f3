internal import CrossConnect
internal import Flows
internal import Presentation

extension WizardScreen {
  /// A field with a chosen answer, on one line.
  func addChosen(_ field: FieldDescriptor, _ list: ChoiceList, to content: inout Content) {
    addLabel(field.label, isFocused: false, to: &content)
    let value = app.form.draft[field.id]
    if let choice = list.choice(value) {
      // Half a column would say less than none.
      let room = content.columns - Self.valueColumn - 1
      let origin = app.form.origins[field.id].map { [$0.words] } ?? []
      let shown = (choice.columns.prefix(1) + origin + choice.columns.dropFirst()).reduce("") {
        line, column in
        let longer = line.isEmpty ? column : line + "  " + column
        return line.isEmpty || TextLayout.width(of: longer) <= room ? longer : line
      }
      content.append(shown, at: Self.valueColumn)
    } else if value.isEmpty {
      content.append(
        list.choices.isEmpty ? "(nothing to choose from)" : "(not chosen)", at: Self.valueColumn)
    } else {
      content.appendAnswer(DisplayText.visible(value), at: Self.valueColumn)
    }
  }

  /// A field that is answered from a list: the filter, then the rows that fit.
  func addList(
    _ field: FieldDescriptor, _ list: ChoiceList, rows: Int, to content: inout Content
  ) {
    guard openList != nil else { return addChosen(field, list, to: &content) }
    addRows(list, rows: rows, label: field.label, to: &content)
  }

  /// The filter of the open list, then the rows that fit.
  func addRows(_ list: ChoiceList, rows: Int? = nil, label: String, to content: inout Content) {
    let rows = rows ?? listRows
    guard let state = openList else { return addLabel(label, isFocused: false, to: &content) }
    addLabel(label, isFocused: focus == state.control, to: &content)
    let count = state.matches.count
    let soFar = list.rest == .loading ? " so far" : ""
    let choices = (count == 1 ? "1 choice" : "\(count) choices") + soFar
    let filter = "filter: \(DisplayText.visible(state.filter))"
    if !typedAhead.isEmpty {
      let known = state.filter.isEmpty ? choices : filter
      content.append("\(known)  (\(typedAheadWords))", at: Self.valueColumn)
    } else if state.filter.isEmpty {
      let shown = count > rows ? "\(state.top + 1)-\(state.top + rows) of " : ""
      content.append(
        count == 1 ? choices : "\(shown)\(choices); type to filter", at: Self.valueColumn)
    } else {
      content.append(
        "\(filter)  (\(count) of \(list.choices.count)\(soFar))", at: Self.valueColumn)
      content.placeCursor(at: Self.valueColumn + TextLayout.width(of: filter))
    }
    if case .failed(let report) = list.rest {
      let report = FailureReport(report)
      let words = ([report.title + "."] + report.lines).joined(separator: " ")
      content.paragraph(words, at: 6, style: .warning)
    }
    if let omission = list.omission {
      content.paragraph(omission.sentence, at: 6, style: .warning)
    }
    guard count > 0 else {
      let advice = typedAhead.isEmpty ? "; Backspace shortens the filter, Esc clears it." : "."
      content.paragraph(
        "Nothing matches\(soFar)\(advice)", at: 6, style: .warning)
      return
    }
    for (offset, row) in state.rows.enumerated() {
      let isMarked = state.top + offset == state.marked
      // The mark and the cursor are enough: another style would be written twice for every step.
      content.listLine(isMarked ? row.led(by: ">", at: 4) : row)
      if isMarked, state.filter.isEmpty { content.placeCursor(at: 4) }
    }
  }
}

extension ListState.Look {
  /// The row of a choice.
  func row(of choice: Choice) -> Frame.Row {
    var row = Frame.Row()
    let isChosen = choice.value == chosen
    if isChosen { row.write("*", at: 6, room: 1, style: .chosen) }
    var column = Self.start
    for (index, text) in choice.columns.enumerated() where widths[index] > 0 {
      let style: Style = isChosen && choice.obstacle == nil ? .chosen : .plain
      row.write(text, at: column, room: min(columns - column - 1, widths[index]), style: style)
      column += widths[index] + gap
    }
    return row
  }
}
