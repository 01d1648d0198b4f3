public import CrossConnect

/// Something to put right in a sheet.
public struct SheetProblem: Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// It is no IPv4 address with a prefix length.
    case noCIDR
    /// The form's checks block it.
    case finding(Finding)
    /// It is neither the name of the cross connect, nor its identifier or the beginning of it.
    case otherName
  }

  /// The field; `nil` if the sheet has only one.
  public let field: AddressForm.Field?
  /// What is wrong.
  public let kind: Kind

  init(_ field: AddressForm.Field?, _ kind: Kind) {
    self.field = field
    self.kind = kind
  }
}
