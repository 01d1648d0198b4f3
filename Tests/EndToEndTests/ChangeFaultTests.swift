import CrossConnect
import TestSupport
import Testing

/// Bad days of what is done with a cross connect, through its page and line by line.
@Suite struct ChangeFaultTests {
  /// What a change comes to on the page.
  struct Day: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// What is said of it.
    let words: [String]
    /// How it stands then.
    let state: String

    init(_ scenario: String, _ words: String..., state: String = "created, not active yet") {
      testDescription = scenario
      self.words = words
      self.state = state
    }
  }

  private static let days = [
    Day("change-409", "Not enabled", "The API answered 409"),
    Day("change-422", "Not enabled", "'primary_enabled' can't be changed before"),
    Day("change-429", "Not enabled", "5 s"),
    Day("change-500", "Not enabled", "Telnyx shows no change."),
    Day("change-lost", "No usable answer came, but it is done", state: "status: provisioning"),
    Day("change-slow", state: "status: provisioning"),
    Day("change-gone", state: "Nothing more can be done with it"),
    Day("change-elsewhere", state: "status: provisioning"),
  ]

  private static let deletions = [
    Day("change-409", "Not deleted", "The API answered 409"),
    Day("change-422", "Not deleted", "'primary_enabled' can't be changed before"),
    Day("change-429", "Not deleted", "5 s"),
    Day("change-500", "Not deleted", "Telnyx shows no change."),
    Day("change-lost", "No usable answer came, but it is done", state: "status: deleting"),
    Day("change-slow", state: "status: deleting"),
    Day("change-gone", state: "Nothing more can be done with it"),
  ]

  @Test(arguments: days, [TmuxSession.Size.standard, .init(columns: 60, rows: 16)])
  func `the page tells it in view, and asked once`(day: Day, size: TmuxSession.Size) async throws {
    try await Stage.open(
      arguments: ["manage", "aws-staging"], size: size, scenario: day.testDescription,
      hasCrossConnects: true
    ) { stage in
      let terminal = stage.terminal
      try await terminal.wait(for: "created, not active yet")
      try await terminal.wait(for: "^C quit")
      try await terminal.tab(to: ">[ Enable primary ]")
      let end = day.testDescription == "change-elsewhere" ? "[x] 3 Enable" : day.state
      try await terminal.press("Enter", until: day.words.first ?? end)
      for words in day.words { try await terminal.wait(for: words) }
      try await terminal.wait(for: day.state)
      #expect(try stage.changes.map(\.body.jsonText) == [#"{"primary_enabled":true}"#])
    }
  }

  @Test(arguments: deletions, [TmuxSession.Size.standard, .init(columns: 60, rows: 16)])
  func `the page tells what became of a deletion`(
    day: Day, size: TmuxSession.Size
  ) async throws {
    try await Stage.open(
      arguments: ["manage", "aws-staging"], size: size, scenario: day.testDescription,
      hasCrossConnects: true
    ) { stage in
      let terminal = stage.terminal
      try await terminal.wait(for: "created, not active yet")
      try await terminal.wait(for: "^C quit")
      try await terminal.pressButton("Delete")
      try await terminal.wait(for: "Deletes the cross connect")
      try await terminal.type("aws-staging")
      try await terminal.tab(to: ">[ Delete it ]")
      try await terminal.press("Enter", until: day.words.first ?? day.state)
      for words in day.words { try await terminal.wait(for: words) }
      try await terminal.wait(for: day.state)
      #expect(stage.requests.filter { $0.hasPrefix("DELETE") }.count == 1)
      #expect(try stage.changes.map(\.body) == [.null])
    }
  }

  @Test(arguments: days)
  func `line by line it is said too`(day: Day) async throws {
    try await Stage.open(
      arguments: ["manage", "aws-staging", "--plain"], size: .init(columns: 80, rows: 60),
      scenario: day.testDescription, hasCrossConnects: true
    ) { stage in
      let terminal = stage.terminal
      try await terminal.answer(["Enter for the status, accepted, enable primary": "enable"])
      for words in day.words { try await terminal.wait(for: words) }
      let isDone = day.state == "status: provisioning"
      if isDone { try await terminal.wait(for: "the status is provisioning.") }
      if day.words.isEmpty, !isDone { try await terminal.wait(for: day.state) }
      #expect(try stage.changes.map(\.body.jsonText) == [#"{"primary_enabled":true}"#])
    }
  }

  @Test(arguments: deletions)
  func `line by line what became of a deletion is said too`(day: Day) async throws {
    try await Stage.open(
      arguments: ["manage", "aws-staging", "--plain"], size: .init(columns: 80, rows: 60),
      scenario: day.testDescription, hasCrossConnects: true
    ) { stage in
      let terminal = stage.terminal
      try await terminal.answer([
        "Enter for the status, accepted, enable primary": "delete",
        "Name to delete it": "aws-staging",
      ])
      for words in day.words { try await terminal.wait(for: words) }
      if day.state == "status: deleting" {
        try await terminal.wait(for: "the status is deleting.")
      } else if day.words.isEmpty {
        try await terminal.wait(for: day.state)
      }
      #expect(stage.requests.filter { $0.hasPrefix("DELETE") }.count == 1)
    }
  }
}
