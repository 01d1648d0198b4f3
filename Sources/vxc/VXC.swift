internal import ArgumentParser
internal import CrossConnect
internal import NcursesTerminal

/// The command line: options in, a wizard or a sandbox out, an exit code at the end.
@main
struct VXC: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vxc",
    abstract: "Create a Telnyx Virtual Cross Connect in the terminal.",
    discussion: """
      Asks for network, region, provider, bandwidth and circuits, shows the exact request, and \
      sends it once. The API key comes from TELNYX_API_KEY, or is asked for; it is kept in memory only.

      Examples:
        vxc                create a cross connect at Telnyx
        vxc demo           try everything; nothing is created or billed
        vxc sandbox        serve the practice API for other programs
        vxc help fields    explain every field

      Exit codes: \(ExitMeaning.all.map { "\($0.code) \($0.words)" }.joined(separator: ", ")).
      """,
    version: Version.text,
    subcommands: commands,
    defaultSubcommand: Create.self)

  private static let commands: [any ParsableCommand.Type] = [
    Create.self, Demo.self, SandboxCommand.self, Help.self,
  ]

  static var commandNames: [String] { commands.compactMap { $0.configuration.commandName } }

  static func command(named name: String) -> (any ParsableCommand.Type)? {
    commands.first { $0.configuration.commandName == name }
  }

  static func main() async {
    ProcessPrivacy.begin()
    ProcessMemory.begin()
    NameLookups.begin()
    _ = Environment.apiKey
    do {
      // Reading options takes longer than all else before the first frame; mostly there are none.
      if CommandLine.arguments.count == 1 { try await Create.run(RunSettings(), baseURL: nil) }
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      // 64 is the library's word for a usage error; 2 is what shells and this program use.
      Output.errorLine(fullMessage(for: error))
      exit(withError: ExitCode(2))
    }
  }
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
