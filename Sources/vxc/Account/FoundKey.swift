internal import ArgumentParser
internal import CrossConnect
internal import LocalStorage

/// The API key, and where it was found.
struct FoundKey: Sendable {
  let key: Secret
  /// Where it was found, as the end of a sentence.
  let source: String

  /// Why the key's source gives no key, as a sentence.
  struct Problem: Error {
    let sentence: String
  }

  /// The variable that names a file with the key.
  static let fileVariable = "TELNYX_API_KEY_FILE"

  /// Finds the API key: on the command line, then in the environment, then in the environment's
  /// file.
  ///
  /// - Parameters:
  ///   - settings: The options of the command line.
  ///   - environment: The environment, without the key.
  /// - Returns: The key; `nil` if there is none.
  /// - Throws: `Problem` if a source is named, but gives no key.
  static func find(
    _ settings: AccountSettings, in environment: EnvironmentVariables
  ) async throws(Problem) -> FoundKey? {
    if let path = settings.keyFile { return try inFile(path, by: "--key-file") }
    if let command = settings.keyCommand { return try await printed(by: command) }
    if let key = Environment.apiKey { return try checked(key, Environment.keyName) }
    guard let path = environment[fileVariable], !path.isEmpty else { return nil }
    return try inFile(path, by: fileVariable)
  }

  /// Finds the API key, or says why there is a problem and ends the program.
  ///
  /// - Parameters:
  ///   - settings: The options of the command line.
  ///   - environment: The environment, without the key.
  /// - Returns: The key; `nil` if there is none.
  /// - Throws: `ExitCode`, after saying why.
  static func findOrEnd(
    _ settings: AccountSettings, in environment: EnvironmentVariables
  ) async throws(ExitCode) -> FoundKey? {
    do throws(Problem) {
      return try await find(settings, in: environment)
    } catch {
      Output.errorLine("vxc: \(error.sentence)")
      throw ExitCode(3)
    }
  }

  private static func inFile(_ path: String, by way: String) throws(Problem) -> FoundKey {
    let key: Secret
    do throws(PrivateFile.Problem) {
      let data = try PrivateFile.read(path, holdsKey: true)
      key = Secret(String(decoding: data, as: UTF8.self).trimmed)
    } catch {
      throw Problem(sentence: error.description)
    }
    let file = path == "-" ? "the standard input" : "\"\(DisplayText.visible(path))\""
    return try checked(key, "\(file) (\(way))")
  }

  private static func printed(by line: String) async throws(Problem) -> FoundKey {
    // Its arguments may be a secret, too.
    let program = CommandWords(line).words.first ?? ""
    let command = "command \"\(DisplayText.visible(program))\" (--key-command)"
    let key: Secret
    do throws(KeyCommand.Problem) {
      key = try await KeyCommand.run(line)
    } catch {
      throw Problem(sentence: "The \(command) gave no API key: \(error.description)")
    }
    return try checked(key, "the \(command)")
  }

  private static func checked(_ key: Secret, _ source: String) throws(Problem) -> FoundKey {
    guard !key.isEmpty else { throw Problem(sentence: "There is no API key in \(source).") }
    if let finding = APIKey.finding(for: key) {
      throw Problem(sentence: "The key from \(source) can't be used. \(finding.sentence)")
    }
    return FoundKey(key: key, source: source)
  }
}
