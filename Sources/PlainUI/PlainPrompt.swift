internal import CrossConnect
internal import Flows

/// What a person is asked for, at the end of a line.
public struct PlainPrompt: Hashable, Sendable {
  /// The words, with the space after them.
  public let text: String
  /// Whether what is typed must not be seen.
  public let isSecret: Bool
}

/// What the dialogue is about now.
enum Question: Hashable, Sendable {
  /// What to do with a draft of an earlier run.
  case draft
  case apiKey
  case field(FieldID)
  /// The name of a network to be made.
  case networkName
  case review
  case sending
  case outcomeUnknown
  /// A cross connect: what to do with it.
  case result
  /// An address that the cloud has told.
  case address(Connection.AddressField)
  /// The name of a cross connect that is to be deleted.
  case deletionName
  /// All cross connects of the account.
  case inventory
}
