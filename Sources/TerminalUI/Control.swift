internal import CrossConnect
internal import Flows
internal import Presentation

/// Something that the keyboard can act on.
enum Control: Hashable, Sendable {
  case field(FieldID)
  /// The API key on the sign-in screen.
  case apiKey
  /// The name of a new network.
  case networkName
  /// The list of all cross connects.
  case inventory
  /// The field for an address that the cloud has told.
  case address(AddressForm.Field)
  /// The field for the name of the cross connect to delete.
  case deletionName
  /// An entry of the error summary.
  case problem(Int)
  /// A group of answers on the review.
  case group(Int)
  case button(PageAction)
}
