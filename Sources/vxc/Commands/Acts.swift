internal import ArgumentParser
internal import Commands
internal import CrossConnect

/// A command that does one thing with a cross connect.
protocol ActCommand: ExitingCommand {
  var options: ActOptions { get }
  /// Whether the command line confirms it.
  var isConfirmed: Bool { get }

  /// The act of the command.
  ///
  /// - Returns: The act.
  /// - Throws: `ValidationError` if the command line is wrong.
  func act() throws -> Act
}

extension ActCommand {
  func exitCode() async throws -> Int32 {
    let act = try act()
    let existing = options.existing
    return try await Run(
      options.requests.settings, existing.account.settings, quiet: existing.quiet
    ).exitCode {
      await $0.act(
        act, on: options.connect.id, isConfirmed: isConfirmed, existing.results.options)
    }
  }
}

/// The options of every such command.
struct ActOptions: ParsableArguments {
  @OptionGroup var connect: ConnectArgument
  @OptionGroup var existing: ExistingOptions
  @OptionGroup(title: "Requests") var requests: RequestOptions

  func validate() throws { try existing.results.refuseKeysInText() }
}

/// The confirmation on the command line.
struct YesFlag: ParsableArguments {
  @Flag(help: "Do it without asking.")
  var yes = false
}

struct Enable: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "enable",
    abstract: "Enable the circuits of a cross connect.",
    discussion: """
      One request with only what changes. An AWS cross connect without a secondary circuit gets one by \
      --secondary alone, which Telnyx bills.

      Example:
        vxc enable aws-prod-use1 --yes
      """)

  @OptionGroup var circuits: CircuitFlags
  @OptionGroup var confirmation: YesFlag
  @OptionGroup var options: ActOptions
  var isConfirmed: Bool { confirmation.yes }

  func act() -> Act { .enable(circuits.circuits) }
}

struct Disable: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "disable",
    abstract: "Disable the circuits of a cross connect: traffic over them ends.",
    discussion: """
      Example:
        vxc disable aws-prod-use1 --secondary
      """)

  @OptionGroup var circuits: CircuitFlags
  @OptionGroup var confirmation: YesFlag
  @OptionGroup var options: ActOptions
  var isConfirmed: Bool { confirmation.yes }

  func act() -> Act { .disable(circuits.circuits) }
}

struct Announce: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce",
    abstract: "Announce your network's routes to the cloud, once it is provisioned.",
    discussion: """
      Example:
        vxc wait aws-prod-use1 && vxc announce aws-prod-use1 --yes
      """)

  @OptionGroup var circuits: CircuitFlags
  @OptionGroup var confirmation: YesFlag
  @OptionGroup var options: ActOptions
  var isConfirmed: Bool { confirmation.yes }

  func act() -> Act { .announce(circuits.circuits) }
}

struct Withdraw: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: "Withdraw the routes that are announced to the cloud: traffic ends.",
    discussion: """
      Example:
        vxc withdraw aws-prod-use1 --primary
      """)

  @OptionGroup var circuits: CircuitFlags
  @OptionGroup var confirmation: YesFlag
  @OptionGroup var options: ActOptions
  var isConfirmed: Bool { confirmation.yes }

  func act() -> Act { .withdraw(circuits.circuits) }
}

struct SetAddresses: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "set-addresses",
    abstract: "Give Telnyx the addresses that Google shows, and enable the circuits with them.",
    discussion: """
      The VLAN attachment shows both once it is activated: "BGP peer IP" is Telnyx's, "Cloud Router BGP IP" the \
      cloud's, each with its prefix length. Telnyx takes them only while the status is "created", so a cross \
      connect with a secondary circuit needs those of both at once.

      Example:
        vxc set-addresses gcp-prod --yes \\
          --primary-ips 169.254.131.251/29,169.254.131.250/29 \\
          --secondary-ips 169.254.132.251/29,169.254.132.250/29
      """)

  @Option(
    name: .customLong(FieldID.primaryTelnyxIP.optionName),
    help: ArgumentHelp("The primary circuit's two ends.", valueName: "telnyx,cloud"))
  var primaryIPs: String?

  @Option(
    name: .customLong(FieldID.secondaryTelnyxIP.optionName),
    help: ArgumentHelp(
      "The secondary circuit's two ends; needed if there is one.", valueName: "telnyx,cloud"))
  var secondaryIPs: String?

  @OptionGroup var confirmation: YesFlag
  @OptionGroup var options: ActOptions
  var isConfirmed: Bool { confirmation.yes }

  func validate() throws { _ = try act() }

  func act() throws -> Act {
    var pairs: [Circuit: ConnectionAction.AddressPair] = [:]
    for (circuit, text) in [(Circuit.primary, primaryIPs), (.secondary, secondaryIPs)] {
      guard let text else { continue }
      guard let ends = OrderOptions.ends(in: text), !ends.telnyx.isEmpty, !ends.cloud.isEmpty else {
        throw ValidationError("--\(circuit)-ips takes both ends: TELNYX,CLOUD.")
      }
      pairs[circuit] = .init(telnyx: ends.telnyx, cloud: ends.cloud)
    }
    guard !pairs.isEmpty else {
      throw ValidationError("Give the two ends of a circuit: --primary-ips TELNYX,CLOUD.")
    }
    return .setAddresses(pairs)
  }
}

struct Delete: ActCommand {
  static let configuration = CommandConfiguration(
    commandName: "delete",
    abstract: "Delete a cross connect: traffic over it ends.",
    discussion: """
      Asks for its name on a terminal; elsewhere --confirm has to name it once more.

      Example:
        vxc delete 1582fa34 --confirm aws-test
      """)

  @Option(
    help: ArgumentHelp(
      "Its name, or the first block of its ID, to say that it is meant.", valueName: "name"))
  var confirm: String?

  @OptionGroup var options: ActOptions
  var isConfirmed: Bool { confirm != nil }

  func act() -> Act { .delete(confirmed: confirm) }
}
