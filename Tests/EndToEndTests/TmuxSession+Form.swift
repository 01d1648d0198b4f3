import TestSupport
import Testing

/// The hands of a person who fills in the form: each waits until the screen is ready for it.
extension TmuxSession {
  /// Waits until a field has the focus.
  @discardableResult
  func wait(
    forFocusOn label: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    try await wait(until: "\(label) has the focus", sourceLocation: location) {
      $0.hasFocus(on: label)
    }
  }

  /// Tabs to a field.
  func reach(
    _ label: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await tab(to: "  > \(label)", sourceLocation: location)
  }

  /// Filters the list of a field, marks the row that begins like this, and chooses it.
  ///
  /// - Parameters:
  ///   - text: What the chosen row begins with; also the filter, unless there is another.
  ///   - label: The field's label.
  ///   - filter: What to type.
  ///   - location: Where the test chooses.
  /// - Throws: `TimedOut` with the screen if there is no such row.
  func choose(
    _ text: String, of label: String, filter: String? = nil,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    let list = try await wait(
      until: "\(label) has choices, or has answered itself", sourceLocation: location
    ) {
      $0.hasAnsweredItself(label)
        || $0.hasFocus(on: label) && ($0.contains("type to filter") || $0.contains("1 choice"))
    }
    guard !list.hasAnsweredItself(label) else {
      try await wait(for: text, within: .zero, sourceLocation: location)
      return
    }
    try await type(filter ?? text)
    var screen = try await wait(for: "filter: \(filter ?? text) ", sourceLocation: location)
    for _ in 0..<20 where !screen.hasMarked(text) {
      let before = screen.markedRows
      try await press("Down")
      screen = try await wait(until: "\(text) is marked", sourceLocation: location) {
        $0.markedRows.count == 1 && $0.markedRows != before
      }
    }
    try await leave(label, sourceLocation: location)
  }

  /// Replaces the text of a field, and goes on.
  func enter(
    _ text: String, into label: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await wait(forFocusOn: label, sourceLocation: location)
    try await press("C-u")
    try await type(text)
    try await leave(label, sourceLocation: location)
  }

  /// Leaves a field as it is, and goes on.
  func pass(
    _ label: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await wait(forFocusOn: label, sourceLocation: location)
    try await leave(label, sourceLocation: location)
  }

  /// Presses Enter and waits for its effect: what follows looks at the screen before it acts.
  private func leave(_ label: String, sourceLocation location: SourceLocation) async throws {
    try await press("Enter")
    try await wait(until: "\(label) was left", sourceLocation: location) {
      !$0.hasFocus(on: label) && $0.focusMarks.count == 1
    }
  }

  /// Tabs to a button and presses it.
  func pressButton(
    _ title: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await tab(to: ">[ \(title) ]", sourceLocation: location)
    try await press("Enter")
  }

  /// Presses Tab until `text` is shown, at most once around the screen.
  @discardableResult
  func tab(
    to text: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    var screen = try await wait(until: "something has the focus", sourceLocation: location) {
      $0.focusMarks.count == 1
    }
    for _ in 0..<40 where !screen.contains(text) {
      let before = screen.focusMarks
      try await press("Tab")
      screen = try await wait(until: "Tab moves the focus", sourceLocation: location) {
        $0.focusMarks.count == 1 && $0.focusMarks != before
      }
    }
    return try await wait(for: text, within: .zero, sourceLocation: location)
  }

  /// Waits for the next step; after a text that is Next, pressed once it has the focus.
  func goOn(
    to step: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    let screen = try await wait(
      until: "Next has the focus, or the next step is there", sourceLocation: location
    ) {
      $0.contains(">[ Next ]") || $0.contains("[\(step)]")
    }
    if !screen.contains("[\(step)]") { try await press("Enter") }
    try await wait(for: "[\(step)]", sourceLocation: location)
  }

  /// Presses a key until it has an effect: the answer's page ignores what was typed ahead.
  func press(
    _ key: String, until text: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    for _ in 0..<20 {
      try await press(key)
      let shown = try? await wait(for: text, within: .milliseconds(400), sourceLocation: location)
      guard shown == nil else { return }
    }
    try await wait(for: text, within: .zero, sourceLocation: location)
  }

  /// Goes from the review to Create, waits until it may act, and orders.
  func order(sourceLocation location: SourceLocation = #_sourceLocation) async throws {
    try await tab(to: ">[ Create VXC ]", sourceLocation: location)
    try await wait(for: "Enter orders it now.", sourceLocation: location)
    try await press("Enter")
  }

  /// Orders what no file can remember, which is asked about.
  func orderUnrecorded(sourceLocation location: SourceLocation = #_sourceLocation) async throws {
    try await order(sourceLocation: location)
    try await wait(for: "Press [ Create VXC ] again to do it.", sourceLocation: location)
    try await press("Enter", until: "created, not active yet", sourceLocation: location)
  }
}

extension Screen {
  /// Whether the field with this label has the focus.
  func hasFocus(on label: String) -> Bool {
    rows.contains { $0.hasPrefix("  > \(label)  ") || $0 == "  > \(label)" }
  }

  /// Whether the field with this label has but one answer, and has it without the focus.
  fileprivate func hasAnsweredItself(_ label: String) -> Bool {
    rows.contains { $0.hasPrefix("    \(label)  ") && $0.contains("(the only one)") }
  }

  /// What has the focus: a field, an entry or a button.
  ///
  /// Exactly one, unless the screen is just being drawn.
  fileprivate var focusMarks: [String] {
    rows.flatMap { row in
      let entry = row.hasPrefix("  > ") ? [String(row.prefix(26))] : []
      return entry + row.matches(of: />\[ [^\]]* \]/).map { String($0.output) }
    }
  }

  /// The marked row of a list; exactly one, unless the screen is just being drawn.
  fileprivate var markedRows: [String] {
    rows.filter { $0.hasPrefix("    > ") }
  }

  /// Whether the row of a list that begins with `text` is marked.
  fileprivate func hasMarked(_ text: String) -> Bool {
    markedRows.contains { $0.hasPrefix("    >   \(text)") || $0.hasPrefix("    > * \(text)") }
  }
}

extension TmuxSession {
  /// Answers everything that an order at AWS has to have.
  ///
  /// - Parameter name: The cross connect's name.
  /// - Returns: The review.
  /// - Throws: `Failed` if tmux does not do it, or what is to come does not.
  func goToReview(name: String) async throws -> Screen {
    try await choose("prod-edge", of: "Network")
    try await enter(name, into: "VXC name")
    try await goOn(to: "2 Region")
    try await choose("ashburn-va", of: "Telnyx region")
    try await goOn(to: "3 Provider")
    try await choose("AWS", of: "Cloud provider")
    try await choose("us-east-1", of: "AWS region")
    try await enter("123456789012", into: "AWS account ID")
    try await goOn(to: "4 Bandwidth")
    try await choose("50 Mbps", of: "Bandwidth")
    try await goOn(to: "5 Circuits")
    try await press("PageDown")
    return try await wait(for: "[6 Review]")
  }

  /// Leaves the result of an order, also where vxc asks about a key that was never shown, and as soon as
  /// keys that were typed ahead, or may be held down, are no longer ignored.
  func pressLeave() async throws {
    for _ in 0..<20 {
      try await press("q")
      let left = try? await wait(until: "it was left", within: .milliseconds(400)) {
        !$0.isAlternate
      }
      if left != nil { return }
    }
    try await wait(until: "it was left", within: .zero) { !$0.isAlternate }
  }
}
