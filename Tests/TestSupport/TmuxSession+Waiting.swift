public import Testing

extension TmuxSession {
  /// Waits until `text` can be read on one row of the screen.
  ///
  /// - Parameters:
  ///   - text: The text to wait for.
  ///   - patience: How long to wait.
  ///   - location: Where the test waits.
  /// - Returns: The screen that shows it.
  /// - Throws: `TimedOut` with the screen, also as soon as the program has ended without it.
  @discardableResult
  public func wait(
    for text: String, within patience: Duration = .patience,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    try await wait(until: "\"\(text)\" is shown", within: patience, sourceLocation: location) {
      $0.contains(text)
    }
  }

  /// Waits until `text` can't be read on the screen any more.
  ///
  /// - Parameters:
  ///   - text: The text that should go.
  ///   - patience: How long to wait.
  ///   - location: Where the test waits.
  /// - Returns: The screen without it.
  /// - Throws: `TimedOut` with the screen.
  @discardableResult
  public func wait(
    forNo text: String, within patience: Duration = .patience,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    try await wait(until: "\"\(text)\" is gone", within: patience, sourceLocation: location) {
      !$0.contains(text)
    }
  }

  /// Waits until `condition` holds.
  ///
  /// - Parameters:
  ///   - description: The condition in words, for the message.
  ///   - patience: How long to wait.
  ///   - location: Where the test waits.
  ///   - condition: Looks at a screen.
  /// - Returns: The first screen for which it holds.
  /// - Throws: `TimedOut` with the screen, also as soon as the program has ended without it.
  @discardableResult
  public func wait(
    until description: String, within patience: Duration = .patience,
    sourceLocation location: SourceLocation = #_sourceLocation,
    _ condition: (Screen) -> Bool
  ) async throws -> Screen {
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    var pause: Duration = .milliseconds(10)
    while true {
      let screen = try await screen()
      if condition(screen) { return screen }
      guard screen.exitStatus == nil, clock.now < deadline else {
        throw TimedOut(awaited: description, screen: screen, location: location)
      }
      try await clock.sleep(for: pause)
      pause = min(pause * 2, .milliseconds(80))
    }
  }

  /// Waits until the program has ended.
  ///
  /// - Parameters:
  ///   - patience: How long to wait.
  ///   - location: Where the test waits.
  /// - Returns: The exit status; 128 and the signal's number if a signal ended it.
  /// - Throws: `TimedOut` with the screen.
  public func exitStatus(
    within patience: Duration = .patience,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Int32 {
    let screen = try await wait(
      until: "the program has ended", within: patience, sourceLocation: location
    ) { $0.exitStatus != nil }
    return screen.exitStatus ?? -1
  }

  /// Waits until the terminal shows a golden screen, or says what is different.
  ///
  /// In a recording run, waits until the screen rests, and writes it.
  ///
  /// - Parameters:
  ///   - name: The golden screen's name.
  ///   - patience: How long to wait.
  ///   - location: Where the test waits.
  ///   - masking: Replaces what is never the same twice, such as times.
  /// - Throws: `Failed` if tmux does not show its screen.
  public func expect(
    _ name: String, within patience: Duration = .patience,
    sourceLocation location: SourceLocation = #_sourceLocation,
    masking: (String) -> String = { $0 }
  ) async throws {
    let golden = GoldenScreen(name)
    let screen: Screen
    if GoldenScreen.isRecording {
      screen = try await restingScreen()
    } else {
      do {
        screen = try await wait(until: name, within: patience, sourceLocation: location) {
          golden.difference(from: masking($0.text)) == nil
        }
      } catch let failure as TimedOut {
        screen = failure.screen
      }
    }
    golden.expect(masking(screen.text), sourceLocation: location)
  }

  /// The screen once it has stayed the same for a third of a second.
  private func restingScreen() async throws -> Screen {
    var last = try await screen()
    while true {
      try await Task.sleep(for: .milliseconds(350))
      let next = try await screen()
      if next == last { return next }
      last = next
    }
  }

  /// What was waited for did not come.
  public struct TimedOut: Error, CustomStringConvertible {
    /// What was waited for.
    public let awaited: String
    /// What the terminal showed instead.
    public let screen: Screen
    let location: SourceLocation

    /// What was waited for, by whom, and the screen.
    public var description: String {
      "\(location.fileID):\(location.line) waited until \(awaited), but the screen is\n\(screen)"
    }
  }
}
