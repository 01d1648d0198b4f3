public import CrossConnect
public import FoundationEssentials

/// What of earlier runs was found at the start.
public struct FoundDrafts: Hashable, Sendable {
  /// Drafts for the same destination that no other program has open, the newest first; claimed.
  public var offered: [SavedDraft] = []
  /// How many other running programs have one open.
  public var inUse = 0
  /// Files that can't be used, under their new names, and why.
  public var setAside: [SetAside] = []
  /// Why one of them could not be read.
  public var unreadable: StorageFailure?
  /// Why none could be looked for.
  public var failure: StorageFailure?

  /// A file that was renamed, since it can't be used.
  public struct SetAside: Hashable, Sendable {
    /// Its new path.
    public let path: String
    /// Whether a later version of the program wrote it; else it is damaged.
    public let isNewer: Bool
  }

  /// What was found; nothing by default.
  public init() {}
}

/// An order of an earlier run that has yet to be accepted at its cloud, unless it was meanwhile.
public struct WaitingOrder: Hashable, Sendable {
  /// The cross connect, as it was last heard of: at first without keys, which no receipt has.
  public package(set) var connect: VirtualCrossConnect
  /// When its order was answered.
  package let orderedAt: Date
  /// By when it has to be accepted.
  public let deadline: Date

  package init(_ connect: VirtualCrossConnect, orderedAt: Date, deadline: Date) {
    self.connect = connect
    self.orderedAt = orderedAt
    self.deadline = deadline
  }
}

/// Where a file was written, or why it was not.
public enum KeptFile: Hashable, Sendable {
  case notYet
  case written(path: String, at: Date)
  case failed(StorageFailure)

  /// Where it is, if it was written.
  public var path: String? {
    guard case .written(let path, at: _) = self else { return nil }
    return path
  }
}
