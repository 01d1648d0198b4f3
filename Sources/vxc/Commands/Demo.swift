internal import ArgumentParser
internal import Flows

/// The wizard over a sandbox in the same process.
struct Demo: ExitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Try the wizard: nothing is created or billed, and no key is needed.",
    discussion: """
      Starts the embedded sandbox on a free port of this machine and runs the wizard over it. The demo plays \
      the cloud, too: from the order to announced routes takes less than a minute.

      Examples:
        vxc demo
        vxc demo --speed 60    the hour to accept an AWS connection passes in a minute
      """)

  @Option(
    help: ArgumentHelp(
      "Speed of the practice API: 60 makes an hour a minute.", valueName: "factor"))
  var speed = RunSettings().demoSpeed

  @OptionGroup var screen: ScreenOptions
  @OptionGroup var requests: RequestOptions

  func validate() throws {
    guard speed > 0, speed.isFinite else { throw ValidationError("The speed is above 0.") }
  }

  @MainActor
  func exitCode() async throws -> Int32 {
    var settings = requests.settings(screen)
    settings.demoSpeed = speed
    return try await WizardRun(environment: Environment.current, options: settings).run(
      destination: .demo, key: nil)
  }
}
