internal import CrossConnect
internal import Flows
internal import Presentation

/// Something the keyboard can act on.
enum Control: Hashable, Sendable {
  case field(FieldID)
  /// The API key on the sign-in screen.
  case apiKey
  /// The name of a network to be made.
  case networkName
  /// The list of all cross connects.
  case inventory
  /// An address that the cloud has told.
  case address(Connection.AddressField)
  /// The name of a cross connect that is to be deleted.
  case deletionName
  /// An entry of the error summary.
  case problem(Int)
  /// A group of answers on the review.
  case group(Int)
  case button(PageAction)
}
