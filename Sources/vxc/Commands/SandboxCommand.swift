internal import ArgumentParser
internal import CrossConnect
internal import FoundationEssentials
internal import SandboxServer

/// The sandbox for other programs, until Ctrl-C.
struct SandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sandbox",
    abstract: "Serve the practice API on this machine until Ctrl-C.",
    discussion: """
      Prints two lines for a shell to evaluate, then serves. Everything is kept in memory.

      Example:
        vxc sandbox > sandbox.env &
        until grep -qs KEY sandbox.env; do sleep 0.1; done
        . ./sandbox.env && vxc

      A cross connect created with one of these names makes the sandbox misbehave.
      With --scenario every one does; lists change only with --scenario:
      \(Self.list(of: Scenario.all.filter(\.isMagicName)))

      Only with --scenario:
      \(Self.list(of: Scenario.all.filter { !$0.isMagicName }))
      """)

  @Option(help: "The port; 0 for a free one.")
  var port = 0

  @Option(
    help: ArgumentHelp(
      "Speed of the practice API: 60 makes an hour a minute.", valueName: "factor"))
  var speed = 1.0

  @Option(
    help: ArgumentHelp("How to misbehave: a name of the list above.", valueName: "name"),
    completion: .list(Scenario.all.map(\.name)),
    transform: { name in
      guard let scenario = Scenario(named: name) else {
        throw ValidationError(
          "There is no scenario \(DisplayText.visible(name)); vxc sandbox --help lists them.")
      }
      return scenario
    })
  var scenario: Scenario?

  func validate() throws {
    guard (0...65_535).contains(port) else { throw ValidationError("A port is from 0 to 65535.") }
    guard speed > 0, speed.isFinite else { throw ValidationError("The speed is above 0.") }
  }

  func run() async throws {
    try Output.refuseShortage()
    let sandbox = try await Sandbox.start(
      .init(
        port: port, speed: speed, scenario: scenario, executor: TaskThreads.shared)
    ) { Date.now }
    try Output.result(
      """
      export TELNYX_BASE_URL=\(sandbox.baseURL)
      export TELNYX_API_KEY=\(sandbox.key.revealed)
      """)
    try await sandbox.waitUntilStopped()
  }

  private static func list(of scenarios: [Scenario]) -> String {
    scenarios.map { "  \($0.name): \($0.summary)" }.joined(separator: "\n")
  }
}
