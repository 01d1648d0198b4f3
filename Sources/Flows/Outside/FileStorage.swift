internal import CrossConnect
public import FoundationEssentials

/// A folder of the program's own.
public enum StorageFolder: String, CaseIterable, Hashable, Sendable {
  /// Orders that were begun. Each file is claimed by the program that works on it.
  case drafts
  /// What the API answered to orders.
  case receipts
  /// Files with BGP keys for the cloud's commands, which the person asked for.
  case keys
  /// Answers as a request, which the person asked for.
  case requests
  /// What Telnyx offered when it was last asked, for a shell to complete.
  case seen
}

/// Keeps small files that only their owner can read; whatever it does, it does whole or not at all.
///
/// A draft that was written or claimed stays claimed until it is released or removed, or the program
/// ends, however it ends.
public protocol FileStorage: Sendable {
  /// The names of the files in a folder; none if there is no such folder yet.
  func names(in folder: StorageFolder) throws(StorageFailure) -> [String]

  /// What a file holds; `nil` if there is none of that name.
  func read(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Data?

  /// Writes a file: once this returns it is on the disk, and it never shows only in part.
  func write(_ data: Data, to name: String, in folder: StorageFolder) throws(StorageFailure)

  /// Removes a file, if it is there.
  func remove(_ name: String, in folder: StorageFolder) throws(StorageFailure)

  /// Renames a file so that it isn't looked at again, and gives it free.
  ///
  /// - Returns: Its new name: the old one and `suffix`, numbered if there is such a file already.
  func setAside(
    _ name: String, as suffix: String, in folder: StorageFolder
  ) throws(StorageFailure) -> String

  /// Claims a file for this program.
  ///
  /// - Returns: Whether no other running program has it.
  func claim(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool

  /// Gives a claimed file free.
  func release(_ name: String, in folder: StorageFolder)

  /// Where a file is, as a person writes it: `~/.local/state/vxc/drafts/6a09cdc3.json`.
  func path(of name: String, in folder: StorageFolder) -> String
}

/// Why a file could not be read or written.
public enum StorageFailure: Error, Hashable, Sendable {
  /// It isn't known where the person's files are.
  case noHome
  /// The system said no: the place, and the reason without a full stop.
  case system(path: String, reason: String)

  /// The reason as the rest of a sentence, after a colon.
  public var reason: String {
    switch self {
    case .noHome: "neither HOME nor XDG_STATE_HOME says where files belong"
    case .system(let path, let reason):
      "\(DisplayText.visible(reason)) (\(DisplayText.visible(path)))"
    }
  }
}
