internal import CrossConnect
internal import Subprocess
internal import SystemPackage
internal import TerminalIO

/// A command that prints the API key, such as a password store's.
enum KeyCommand {
  /// Why the command gave no key, as a sentence.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  /// The longest time of the command: a person may have to unlock something.
  private static let patience = Duration.seconds(60)
  private static let limit = 8192

  /// Runs a command to its end.
  ///
  /// - Parameter line: Its name and arguments, split as by a shell; no shell runs it.
  /// - Returns: The first line that it printed.
  /// - Throws: `Problem` if it failed, printed nothing or took too long.
  static func run(_ line: String) async throws(Problem) -> Secret {
    let words = CommandWords(line).words
    guard let name = words.first else { throw Problem(description: "it is empty.") }
    let notice = Task {
      // It may ask for something in another window.
      try await Task.sleep(for: .seconds(2))
      guard StandardStreams.isTerminal(.error) else { return }
      let seconds = patience.components.seconds
      Output.errorLine("vxc: Waiting for the command of --key-command, \(seconds) s at most.")
    }
    defer { notice.cancel() }
    let outcome = await outcome(of: name, Array(words.dropFirst()))
    guard let outcome else {
      throw Problem(description: "it took over \(patience.components.seconds) s.")
    }
    let output = try outcome.get()
    let first = output.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    guard !first.trimmed.isEmpty else { throw Problem(description: "it printed nothing.") }
    return Secret(first.trimmed)
  }

  /// The output; `nil` if it took too long.
  private static func outcome(
    of name: String, _ arguments: [String]
  ) async -> Result<String, Problem>? {
    await withTaskGroup(of: Result<String, Problem>?.self) { group in
      group.addTask { await printed(by: name, arguments) }
      group.addTask {
        try? await Task.sleep(for: patience)
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  private static func printed(
    by name: String, _ arguments: [String]
  ) async -> Result<String, Problem> {
    do {
      // The key is not in the environment any more. The command's messages are shown as they come.
      let result = try await Subprocess.run(
        name.contains("/") ? .path(FilePath(name)) : .name(name), arguments: Arguments(arguments),
        environment: .inherit,
        output: .string(limit: limit), error: .currentStandardError)
      guard result.terminationStatus.isSuccess else {
        return .failure(Problem(description: words(for: result.terminationStatus)))
      }
      return .success(result.standardOutput)
    } catch let error as SubprocessError {
      return .failure(Problem(description: words(for: error.code)))
    } catch {
      return .failure(Problem(description: "it can't be run."))
    }
  }

  private static func words(for status: TerminationStatus) -> String {
    switch status {
    case .exited(let code): "it ended with \(code)."
    case .signaled(let number): "signal \(number) ended it."
    }
  }

  private static func words(for code: SubprocessError.Code) -> String {
    switch code {
    case .executableNotFound, .spawnFailed: "there is no such program, or it may not be run."
    case .outputLimitExceeded: "it printed over \(limit) bytes."
    default: "it can't be run."
    }
  }
}

/// A command line split into words: blanks separate them, quotes and backslashes keep them
/// together.
struct CommandWords {
  private(set) var words: [String] = []

  init(_ line: String) {
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
  }
}
