internal import ArgumentParser
internal import CrossConnect
internal import Glibc
internal import TerminalIO
internal import Presentation
internal import TelnyxAPI

/// The command line: options go in, a wizard or a sandbox runs, an exit code comes out.
@main
struct VXC: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vxc",
    abstract: "Order and manage Telnyx Virtual Cross Connects.",
    discussion: """
      Asks for network, region, provider, bandwidth and circuits, shows the exact request, and \
      sends it once. The API key comes from TELNYX_API_KEY, or is asked for; it is kept in memory only.

      Examples:
        vxc                create a cross connect at Telnyx
        vxc manage         see, enable, announce or delete those that exist
        vxc demo           try everything; nothing is created or billed
        vxc sandbox        serve the practice API for other programs
        vxc help fields    explain every field

      Exit codes: \(ExitMeaning.all.map { "\($0.code) \($0.words)" }.joined(separator: ", ")).
      """,
    version: Version.text,
    subcommands: commands,
    defaultSubcommand: Create.self)

  private static let commands: [any ParsableCommand.Type] = [
    Create.self, Manage.self, List.self, Show.self, Wait.self, Enable.self, Disable.self,
    Announce.self, Withdraw.self, SetAddresses.self, Delete.self, Doctor.self, Demo.self,
    SandboxCommand.self, Help.self,
  ]

  static var commandNames: [String] { commands.compactMap { $0.configuration.commandName } }

  static func command(named name: String) -> (any ParsableCommand.Type)? {
    commands.first { $0.configuration.commandName == name }
  }

  /// The options with a value after them, of all commands.
  static let optionsWithValue = Set([
    "--base-url", "--color", "--confirm", "--connect-timeout", "--debug-log", "--for", "--from",
    "--key-command", "--key-file", "--output", "--port", "--scenario", "--speed", "--timeout",
  ]).union(FieldID.allCases.filter { $0 != .wantsSecondary }.map { "--\($0.optionName)" })

  /// Moves the command before its options: `vxc --plain demo` means `vxc demo --plain`.
  static func commandFirst(_ arguments: [String]) -> [String] {
    // For completion, a shell uses the library's own words: ---completion, the command, the
    // options.
    guard arguments.first?.hasPrefix("---") != true else { return arguments }
    var isValue = false
    for (index, argument) in arguments.enumerated() {
      if isValue || argument.hasPrefix("-") {
        guard argument != "--" else { break }
        isValue = !isValue && optionsWithValue.contains(argument)
        continue
      }
      guard commandNames.contains(argument) else { break }
      var rest = arguments
      rest.remove(at: index)
      return [argument] + rest
    }
    return arguments
  }

  static func main() async {
    ProcessPrivacy.begin()
    ProcessMemory.begin()
    NameLookups.begin()
    _ = Environment.apiKey
    var parsed: (any ParsableCommand.Type)?
    do {
      // Reading options takes longer than everything else before the first frame, and mostly there
      // are none.
      guard CommandLine.arguments.count > 1 else {
        let code = try await Create.exitCode(RunSettings(), account: AccountSettings())
        end(code)
      }
      var command = try parseAsRoot(commandFirst(Array(CommandLine.arguments.dropFirst())))
      parsed = type(of: command)
      if let command = command as? any ExitingCommand {
        end(try await command.exitCode())
      } else if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      let code = exitCode(for: error)
      let message = message(for: error, by: parsed)
      guard !message.isEmpty else { end(code.rawValue) }
      // The library reports a request for help as an error, too.
      guard !code.isSuccess else {
        do throws(ExitCode) {
          try Output.result(BashCompletion.completed(message))
        } catch {
          end(error.rawValue)
        }
        end(0)
      }
      Output.errorLine(URLText.shown(in: harmless(message), repeating: CommandLine.arguments))
      // 64 is the library's exit code for a usage error; shells and this program use 2.
      end(code == .validationFailure ? 2 : code.rawValue)
    }
  }

  /// The words for an error; a usage error comes with the usage of its command.
  ///
  /// The library knows the command of the errors that it finds itself.
  private static func message(
    for error: any Error, by command: (any ParsableCommand.Type)?
  ) -> String {
    guard let command, let problem = error as? ValidationError else {
      return fullMessage(for: error)
    }
    let name = command.configuration.commandName ?? ""
    return """
      Error: \(problem.message)
      Usage: \(usageString(for: command))
        See 'vxc \(name) --help' for more information.
      """
  }

  /// A message of the library, in which the words of the command line can't begin new lines.
  private static func harmless(_ message: String) -> String {
    CommandLine.arguments.dropFirst()
      // The library repeats an option's name and value separately.
      .flatMap { [$0] + $0.split(separator: "=").map(String.init) }
      .filter { $0.contains { $0.isNewline } }
      .reduce(message) { $0.replacing($1, with: DisplayText.visible($1)) }
  }
}

/// Ends the program; the library's own way would lay out a help text first, in vain.
private func end(_ code: Int32) -> Never {
  exit(code)
}

/// A command that ends with an exit code of its own.
protocol ExitingCommand: AsyncParsableCommand {
  /// Runs the command to its end.
  ///
  /// - Returns: The exit code.
  /// - Throws: The reason if it can't begin.
  @MainActor func exitCode() async throws -> Int32
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
