import CrossConnect
import TerminalUI
import TestSupport

/// A window that is drawn on as the real one is, and a hand that does one thing after another.
@MainActor
final class FakeTerminal: Terminal {
  /// Something that happens to the terminal.
  enum Happening: Sendable {
    /// Events that are read together.
    case events([TerminalEvent])
    /// The window has another size, and the program hears of it.
    case resize(Size)
    /// The window will have another size when the terminal is taken again from a shell or a text.
    case resizeMeanwhile(Size)
  }

  private(set) var size: Size
  let abilities = TerminalAbilities(drawsUnicode: false)
  let notice: String? = nil
  let wake: @Sendable () -> Void = {}

  /// What was wrong with a frame at some time, in words.
  private(set) var faults: [String] = []
  /// How often the terminal was given to a shell or a text.
  private(set) var timesGiven = 0

  private var happenings: ArraySlice<Happening>
  private var sizeMeanwhile: Size?
  private var reports: [TerminalEvent] = []
  private var canvas = Canvas()
  private var cells: [[Character]]
  private var last: Frame?

  init(size: Size, _ happenings: [Happening]) {
    self.size = size
    self.happenings = happenings[...]
    cells = Self.blank(size)
  }

  /// What can be read on the window.
  var text: String {
    cells.map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  func draw(_ frame: Frame) {
    last = frame
    for stroke in canvas.strokes(to: frame, in: size) ?? [] { draw(stroke) }
  }

  func events(until deadline: ContinuousClock.Instant?) -> [TerminalEvent] {
    if let last, last.size != size, reports.isEmpty {
      faults.append("a frame of \(last.size) rests on a window of \(size)")
    } else if let last, last.size == size, last.text != text, reports.isEmpty {
      faults.append("not what was to be drawn:\n\(text)\ninstead of\n\(last.text)")
    }
    guard reports.isEmpty else {
      defer { reports = [] }
      return reports
    }
    switch happenings.popFirst() {
    case .events(let events): return events
    case .resize(let new):
      resize(to: new)
      return events(until: deadline)
    case .resizeMeanwhile(let new):
      sizeMeanwhile = new
      return events(until: deadline)
    case nil: return [.terminated(signal: 15)]
    }
  }

  func discardInput() {}

  func repaint() {}

  func suspend() {
    timesGiven += 1
    reports.append(.resumed)
    if let new = sizeMeanwhile { resize(to: new) }
    sizeMeanwhile = nil
  }

  func showPlainly(_ lines: [String]) { suspend() }

  func ring() {}

  func copy(_ text: String) {}

  private func resize(to new: Size) {
    guard new != size else { return }
    size = new
    canvas.forget()
    // What a window shows of the old text is anybody's guess.
    cells = Self.blank(new).map { $0.map { _ in "?" } }
    reports.append(.resized(new))
  }

  private func draw(_ stroke: Canvas.Stroke) {
    switch stroke {
    case .clear(let place):
      put(Array(repeating: " ", count: size.columns - place.column), at: place)
    case .blank(let place, let columns):
      put(Array(repeating: " ", count: columns), at: place)
    case .text(let place, let text, _, let columns):
      put(Array(TextLayout.prefix(text, columns: columns)), at: place)
    }
  }

  private func put(_ characters: [Character], at place: Position) {
    guard cells.indices.contains(place.row), place.column + characters.count <= size.columns else {
      faults.append("\(characters.count) cells at \(place) of \(size)")
      return
    }
    let columns = place.column..<place.column + characters.count
    cells[place.row].replaceSubrange(columns, with: characters)
  }

  private static func blank(_ size: Size) -> [[Character]] {
    Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
  }
}
