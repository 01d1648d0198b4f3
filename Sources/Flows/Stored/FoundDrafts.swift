public import CrossConnect
public import FoundationEssentials

/// The drafts of earlier runs that were found at the start.
public struct FoundDrafts: Hashable, Sendable {
  /// The drafts for this destination that no other program has open, newest first; this one claims
  /// them.
  public var offered: [SavedDraft] = []
  /// The number of drafts that other running programs have open.
  public var inUse = 0
  /// The files that can't be used, under their new names.
  public var setAside: [SetAside] = []
  /// Why a draft could not be read.
  public var unreadable: StorageFailure?
  /// Why no draft could be looked for.
  public var failure: StorageFailure?

  /// A file that was renamed, since it can't be used.
  public struct SetAside: Hashable, Sendable {
    /// The file's new path.
    public let path: String
    /// Whether a later version of the program wrote it; otherwise it is damaged.
    public let isNewer: Bool
  }

  /// What was found; nothing by default.
  public init() {}
}

/// A cross connect that has to be accepted at its cloud, by a receipt or the API's list.
public struct WaitingOrder: Hashable, Sendable {
  /// The cross connect as last heard of; a receipt's has no keys.
  public let connect: VirtualCrossConnect
  /// When the API answered the order, by our clock.
  package let orderedAt: Date
  /// The time by which it has to be accepted, by our clock.
  public let deadline: Date

  package init(_ connect: VirtualCrossConnect, orderedAt: Date, deadline: Date) {
    self.connect = connect
    self.orderedAt = orderedAt
    self.deadline = deadline
  }

  /// A cross connect that has been on a page; `nil` if it has not to be accepted.
  init?(_ connection: Connection) {
    guard let orderedAt = connection.orderedAt, let acceptance = Acceptance(of: connection) else {
      return nil
    }
    self.init(connection.connect, orderedAt: orderedAt, deadline: acceptance.deadline)
  }

  /// A cross connect of the API's list; `nil` if it has not to be accepted, or its hour is over.
  init?(_ connect: VirtualCrossConnect, receivedAt now: Date, at destination: Destination) {
    guard let created = connect.createdAt(receivedAt: now).map({ min($0, now) }),
      let order = WaitingOrder(Connection(connect, orderedAt: created, at: destination)),
      order.deadline > now
    else { return nil }
    self = order
  }
}

/// Where a file was written, or why not.
public enum KeptFile: Hashable, Sendable {
  case notYet
  case written(path: String, at: Date)
  case failed(StorageFailure)

  /// Whether it could not be written.
  var isFailure: Bool {
    guard case .failed = self else { return false }
    return true
  }

  /// The file's path, if it was written.
  public var path: String? {
    guard case .written(let path, at: _) = self else { return nil }
    return path
  }
}
