public import CrossConnect
public import Flows

/// The words of the form for the addresses that the cloud shows after acceptance.
public enum AddressSheet {
  /// What is asked for.
  public static func question(for connection: Connection) -> String {
    let cloud = connection.connect.provider?.rules.shortName ?? "the cloud"
    return
      "Which addresses does \(cloud) show? Telnyx takes them only while the status is \"created\"."
  }

  /// What becomes of the addresses when their form closes.
  public static let kept = "What you typed stays in the form while this page is open."

  /// What the cloud's console calls an address.
  public static func label(of field: AddressForm.Field, in connection: Connection) -> String {
    let name = field.isCloud ? "Cloud Router BGP IP" : "BGP peer IP"
    guard connection.connect.circuits.count > 1 else { return name }
    return "\(name) \(field.circuit == .primary ? 1 : 2)"
  }
}

/// The words of the question whether to delete a cross connect.
public enum DeletionSheet {
  /// What is typed.
  public static let label = "Name"

  /// What it means, and what to type.
  public static func lines(for connection: Connection) -> [String] {
    let connect = connection.connect
    let names = connect.shortNames.map { "\"\(DisplayText.visible($0))\"" }
    let routes = connect.circuits.contains(where: connect.announces)
    return [
      "Deletes the cross connect \(DisplayText.visible(connect.id)). It can't be brought back."
    ] + (routes ? ["It announces routes now: the traffic over it ends."] : [])
      + ["Type \(names.joined(separator: " or ")), then press [ Delete it ]."]
  }
}

extension SheetProblem {
  /// What is wrong and what would be right, as a sentence.
  public var sentence: String {
    switch kind {
    case .noCIDR: "Enter an IPv4 address with its prefix length, such as 169.254.131.250/29."
    case .finding(let finding): finding.sentence
    case .otherName: "That is not its name. Nothing was deleted."
    }
  }
}

/// The words of the commands for the cloud, and for the next cross connect.
public enum CommandSheet {
  /// What is said below the cloud's commands.
  public static let remark = "Nobody has run these against a cloud. Check them with your version."

  /// The heading of the command that orders another like this.
  public static let anotherTitle =
    "Another like this, in a shell: add --name NAME, and try --check first."

  /// The command that orders another like a cross connect; what the cloud gives for one use only is left to fill in.
  public static func another(like connection: Connection) -> CreateCommandText {
    CreateCommandText(resembling: connection.connect)
  }

  /// A command in lines that can be copied together and run, if they are wide enough.
  public static func lines(of command: CloudCommand, columns: Int) -> [String] {
    guard !command.isFile else { return TextLayout.folded(command.line, to: columns) }
    return Shell.lines(Shell.parts(of: command.line, columns: columns), columns: columns)
      .flatMap { Shell.cutInQuotes($0, columns: columns) }
  }

  /// All of the commands outside of a screen: each is one line, however long.
  public static func printed(for connection: Connection) -> [String] {
    connection.connect.cloudCommands.flatMap { [$0.purpose, $0.line, ""] } + [remark, ""]
      + [anotherTitle] + another(like: connection).lines(columns: .max)
  }

  /// The state of the key files, if the person asked for them.
  public static func keyFiles(of connection: Connection) -> [String] {
    switch connection.keyFiles {
    case nil: []
    case .success(let paths):
      paths.map { "Written: \($0) (0600, with a key: delete it once the cloud has it)" }
        + (paths.isEmpty ? [] : ["Run the commands in that folder: they read the file there."])
    case .failure(let failure): ["The key files were not written: \(failure.reason)."]
    }
  }
}
