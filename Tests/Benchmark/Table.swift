/// The figures of a run as a table that is read in a terminal and in Markdown alike.
struct Table {
  let figures: Figures
  var budgets = Budget.all

  /// The table, a line a measure; measures that weren't taken are left out.
  var text: String {
    let rows =
      [["", "vxc", "floor", "budget", "met"]]
      + budgets.filter { figures[$0.measure].median != nil }.map(cells)
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    var lines = rows.map { row in
      line(zip(row, widths).enumerated().map { padded($1.0, to: $1.1, left: $0 > 0) })
    }
    let rule = widths.enumerated().map { column, width in
      String(repeating: "-", count: width - 1) + (column > 0 ? ":" : "-")
    }
    lines.insert(line(rule), at: 1)
    return lines.joined(separator: "\n")
  }

  /// All values, for whoever wants to judge the medians.
  var rawText: String {
    Measure.allCases.compactMap { measure in
      let values = figures[measure].values
      guard !values.isEmpty else { return nil }
      let words = values.map { Unit.milliseconds.text($0).dropLast(3) }
      return "\(measure.rawValue): \(words.joined(separator: " "))"
    }.joined(separator: "\n")
  }

  /// The budgets that are missed.
  var missed: [Budget] { budgets.filter { $0.isMet(in: figures) == false } }

  private func cells(_ budget: Budget) -> [String] {
    let met = budget.isMet(in: figures).map { $0 ? "yes" : "NO" } ?? ""
    return [
      budget.words, value(of: budget.measure, budget.unit),
      budget.floor.map { value(of: $0, budget.unit) } ?? "", limit(of: budget), met,
    ]
  }

  private func value(of measure: Measure, _ unit: Unit) -> String {
    figures.value(of: measure, unit).map(unit.text) ?? ""
  }

  private func limit(of budget: Budget) -> String {
    guard let bound = budget.bound(in: figures) else { return "" }
    return (budget.limit == .least(bound) ? ">= " : "<= ") + budget.unit.text(bound)
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private func padded(_ text: String, to width: Int, left: Bool) -> String {
    let space = String(repeating: " ", count: width - text.count)
    return left ? space + text : text + space
  }
}
