public import CrossConnect

/// The cross connects on a network, as far as they could be read.
public struct CrossConnectList: Hashable, Sendable {
  /// The cross connects that were read.
  public private(set) var connects: [VirtualCrossConnect]
  /// Why the rest could not be read; `nil` if this is the whole list.
  public private(set) var failure: APIFailure?

  /// A list, whole unless it has a failure.
  public init(_ connects: [VirtualCrossConnect] = [], failure: APIFailure? = nil) {
    self.connects = connects
    self.failure = failure
  }
}
