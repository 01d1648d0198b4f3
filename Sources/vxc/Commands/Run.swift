internal import ArgumentParser
internal import Commands
internal import CrossConnect
internal import Flows
internal import Presentation

/// One run of a command without a screen: it wires up the world, and finds the key.
struct Run {
  private let settings: RunSettings
  private let account: AccountSettings
  private let quiet: Bool

  init(_ settings: RunSettings, _ account: AccountSettings, quiet: Bool) {
    self.settings = settings
    self.account = account
    self.quiet = quiet
  }

  /// Carries out a command.
  ///
  /// - Parameters:
  ///   - needsKey: Whether the command needs the account.
  ///   - advice: What to say after the ways to give a key, where there is none.
  ///   - command: The command; returns its exit code.
  /// - Returns: The exit code.
  /// - Throws: `ExitCode` or `ValidationError` for options or an environment that can't be used,
  ///   before anything is done.
  func exitCode(
    needsKey: Bool = true, advice: String = "Nothing was sent.",
    _ command: (CommandRun) async -> Int32
  ) async throws -> Int32 {
    let environment = Environment.current
    let destination = try account.destination(in: environment)
    let streams = StandardCommandStreams(quiet: quiet)
    let found = try await FoundKey.findOrEnd(account, in: environment)
    if needsKey {
      guard let found else {
        Output.errorLine("vxc: There is no API key: give it by \(KeyText.ways). \(advice)")
        return 3
      }
      streams.note("API key: from \(found.source).")
    }
    let world = try World(environment, settings, key: found?.key)
    let standing = Standing()
    let interruption = Interruption(standing)
    defer { interruption.end() }
    let code = await command(
      CommandRun(
        in: CommandWorld(
          context: world.context, destination: destination, key: found?.key ?? Secret(""),
          streams: streams, standing: standing)))
    await world.close()
    return streams.code(after: code, standing.sentence)
  }
}
