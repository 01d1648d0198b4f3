import TestSupport
import Testing

/// The hands of a person who answers line by line.
extension TmuxSession {
  /// Waits until the cursor stands behind a prompt that begins like this.
  @discardableResult
  func wait(
    forPrompt start: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws -> Screen {
    try await wait(until: "\"\(start)\" is asked", sourceLocation: location) {
      $0.prompt.hasPrefix(start)
    }
  }

  /// Answers prompts, each once the cursor stands behind it.
  func answer(
    _ answers: KeyValuePairs<String, String>,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    for (start, line) in answers {
      try await wait(forPrompt: start, sourceLocation: location)
      if !line.isEmpty { try await type(line) }
      try await press("Enter")
    }
  }

  /// Sends a line byte by byte, as a slow link does.
  func answerSlowly(
    _ start: String, _ line: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await wait(forPrompt: start, sourceLocation: location)
    for byte in Array(line.utf8) + [0x0D] {
      try await send([byte])
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}

extension Screen {
  /// The row of the cursor.
  var prompt: String { rows.indices.contains(cursor.row) ? rows[cursor.row] : "" }
}
