internal import ArgumentParser
internal import CrossConnect
internal import PlainUI
internal import Presentation
internal import TerminalUI

/// Explains commands and topics; the library's own `help` knows commands only.
struct Help: ParsableCommand {
  /// The topics besides commands.
  enum Topic: String, CaseIterable {
    case fields
    case terms
    case keys
    case orders
    case files
    case all

    var sections: [HelpSection] {
      switch self {
      case .fields: [.steps] + HelpSection.fields()
      case .terms: [.terms]
      case .keys: KeyReference.sections + [PlainReference.section]
      case .orders: [.outcomes, .exitCodes]
      case .files: [.files, .links]
      case .all: Topic.allCases.filter { $0 != .all }.flatMap(\.sections)
      }
    }

    var summary: String {
      switch self {
      case .fields: "every field: what it is, where to find it, an example"
      case .terms: "the field's words: ASN, BGP key, /30, PoP, ..."
      case .keys: "every key of the screen, and the signs of --plain"
      case .orders: "what becomes of an order, and the exit codes"
      case .files: "where drafts and receipts are, and where to read on"
      case .all: "all of these"
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "help",
    abstract: """
      Explain a command or a topic: \(Topic.allCases.map(\.rawValue).joined(separator: ", ")).
      """,
    discussion: """
      Topics:
      \(Topic.allCases.map { "  \($0.rawValue): \($0.summary)" }.joined(separator: "\n"))

      Example:
        vxc help fields | less
      """)

  @Argument(
    help: "A command or a topic.",
    completion: .list(VXC.commandNames + Topic.allCases.map(\.rawValue)))
  var subject: String?

  func validate() throws {
    if let subject, Self.text(on: subject) == nil {
      throw ValidationError("There is no command or topic \"\(DisplayText.visible(subject))\".")
    }
  }

  func run() throws {
    try Output.result(subject.flatMap(Self.text) ?? VXC.helpMessage())
  }

  /// The help for a topic or a command.
  private static func text(on subject: String) -> String? {
    if let topic = Topic(rawValue: subject) {
      return topic.sections.map { $0.lines(columns: 79).joined(separator: "\n") }
        .joined(separator: "\n\n")
    }
    return VXC.command(named: subject).map { VXC.helpMessage(for: $0) }
  }
}
