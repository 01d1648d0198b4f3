internal import CrossConnect
internal import Flows
internal import Presentation

/// The content of the rows above the form.
struct Head: Hashable, Sendable {
  /// Where the person is.
  let place: String
  /// Where requests go.
  let destination: Destination
  /// The step that the trail marks; `nil` without a trail.
  let step: Step?
  /// The number of lines out of view above.
  let linesAbove: Int
  let drawsUnicode: Bool

  func draw(into frame: inout Frame) {
    frame.place([], in: 0..<3)
    let columns = frame.size.columns
    let there = destination.title
    let room = columns - TextLayout.width(of: there) - 3
    let whole = "Telnyx VXC  \(place)"
    // A person looks here for where they are, so the program's name gives way.
    let title =
      TextLayout.width(of: whole) <= room ? whole : TextLayout.truncated(place, to: max(room, 23))
    frame.write(title, row: 0, column: 0, style: .strong)
    let column = columns - TextLayout.width(of: there) - 1
    frame.write(
      there, row: 0, column: max(column, TextLayout.width(of: title) + 2),
      style: destination.isDemo ? .demo : .plain)
    if let step { drawTrail(&frame, step: step) }
    let above = linesAbove > 0 ? frame.write(" \(linesAbove) more above ", row: 2, column: 0) : 0
    frame.drawRule(row: 2, from: above, drawsUnicode: drawsUnicode)
  }

  private func drawTrail(_ frame: inout Frame, step: Step) {
    var column = 1
    // A narrow window only has room for the present step.
    let steps = frame.size.columns < 80 ? [step] : Step.allCases
    for other in steps {
      if other != steps.first { column = frame.write(" > ", row: 1, column: column, style: .quiet) }
      let isHere = other == step
      column = frame.write(
        isHere ? "[\(other.rawValue) \(other.title)]" : other.title, row: 1, column: column,
        style: isHere ? .focused : .plain)
    }
    frame.write(
      "\(step.rawValue)/\(Step.allCases.count)", row: 1, column: frame.size.columns - 4)
  }
}

extension WizardScreen {
  /// The content of the rows above the form, now.
  var head: Head {
    Head(
      place: placeTitle, destination: app.session.destination, step: app.step, linesAbove: scroll,
      drawsUnicode: abilities.drawsUnicode)
  }

  private var placeTitle: String {
    if isOffering { return "draft found" }
    return switch app.place {
    case .signIn: "sign in"
    case .step: "new cross connect"
    case .sending: "creating"
    case .outcomeUnknown: "outcome unknown"
    case .result: connectionPage?.title ?? ""
    case .inventory: "all cross connects"
    }
  }
}
