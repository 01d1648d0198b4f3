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
