internal import ArgumentParser

/// The command line: options in, a wizard or a sandbox out, an exit code at the end.
@main
struct VXC: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vxc",
    abstract: "Create a Telnyx Virtual Cross Connect in the terminal.",
    discussion: """
      Asks for network, region, provider, bandwidth and circuits, shows the exact request, and sends it
      once. The API key comes from TELNYX_API_KEY, or is asked for; it is kept in memory only.

      Examples:
        vxc                       create a cross connect at Telnyx
        vxc demo                  try everything; nothing is created or billed
        eval "$(vxc sandbox &)"   practise against a server of your own
      """,
    version: Version.text,
    subcommands: [Create.self, Demo.self, SandboxCommand.self],
    defaultSubcommand: Create.self)
}

/// The version of the program.
enum Version {
  static let text = "0.1.0"
}
