internal import CrossConnect
internal import Flows

/// The prompt at the end of a line.
public struct PlainPrompt: Hashable, Sendable {
  /// The words, with the space after them.
  public let text: String
  /// Whether the terminal must not show what is typed.
  public let isSecret: Bool
}

/// The question that the dialogue asks now.
enum Question: Hashable, Sendable {
  /// What to do with a draft of an earlier run.
  case draft
  case apiKey
  case field(FieldID)
  /// The name of a new network.
  case networkName
  case review
  case sending
  case outcomeUnknown
  /// A cross connect: what to do with it.
  case result
  /// An address that the cloud has told.
  case address(AddressForm.Field)
  /// Whether to set the addresses.
  case addresses
  /// The name of the cross connect to delete.
  case deletionName
  /// All cross connects of the account.
  case inventory
}
