internal import CrossConnect
public import FoundationEssentials

/// One of the program's own folders.
public enum StorageFolder: String, CaseIterable, Hashable, Sendable {
  /// Orders that were begun; the program that works on a file claims it.
  case drafts
  /// The API's answers to orders.
  case receipts
  /// Files with BGP keys for the cloud's commands, which the person asked for.
  case keys
  /// Answers as a request, which the person asked for.
  case requests
  /// The names in the last coverage, for completion in a shell.
  case seen
}

/// Storage for small files that only their owner can read; each call is done whole or not at all.
///
/// A draft stays claimed from writing or claiming until it is released or removed. The end of the
/// program releases it, too.
public protocol FileStorage: Sendable {
  /// The names of the files in a folder; none if the folder doesn't exist yet.
  ///
  /// - Parameter folder: The folder.
  /// - Returns: The names, without the folder.
  /// - Throws: `StorageFailure` if the folder can't be read.
  func names(in folder: StorageFolder) throws(StorageFailure) -> [String]

  /// The content of a file; `nil` if it doesn't exist.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Returns: The bytes.
  /// - Throws: `StorageFailure` if the file can't be read.
  func read(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Data?

  /// Writes a file: after the return it is on the disk, and nobody ever sees only a part of it.
  ///
  /// - Parameters:
  ///   - data: The bytes.
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Throws: `StorageFailure` if the file can't be written.
  func write(_ data: Data, to name: String, in folder: StorageFolder) throws(StorageFailure)

  /// Removes a file, if it exists.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Throws: `StorageFailure` if the file can't be removed.
  func remove(_ name: String, in folder: StorageFolder) throws(StorageFailure)

  /// Renames a file so that nobody looks at it again, and releases it.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - suffix: What the new name ends with; a number follows if that file exists already.
  ///   - folder: Its folder.
  /// - Returns: The new name.
  /// - Throws: `StorageFailure` if the file can't be renamed.
  func setAside(
    _ name: String, as suffix: String, in folder: StorageFolder
  ) throws(StorageFailure) -> String

  /// Claims a file for this program.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Returns: Whether no other running program has claimed it.
  /// - Throws: `StorageFailure` if the claim can't be made.
  func claim(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool

  /// Claims a file for this program, and makes it if it doesn't exist.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - folder: Its folder.
  /// - Returns: Whether no other running program has claimed it.
  /// - Throws: `StorageFailure` if the claim can't be made.
  func reserve(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool

  /// Releases a claimed file.
  func release(_ name: String, in folder: StorageFolder)

  /// A file's path as a person writes it: `~/.local/state/vxc/drafts/6a09cdc3.json`.
  func path(of name: String, in folder: StorageFolder) -> String
}

/// Why a file could not be read or written.
public indirect enum StorageFailure: Error, Hashable, Sendable {
  /// Neither `HOME` nor `XDG_STATE_HOME` says where files belong.
  case noHome
  /// The system refused; the path, and the reason without a full stop.
  case system(path: String, reason: String)

  /// The reason, as the rest of a sentence after a colon.
  public var reason: String {
    switch self {
    case .noHome: "neither HOME nor XDG_STATE_HOME says where files belong"
    case .system(let path, let reason):
      "\(DisplayText.visible(reason)) (\(DisplayText.visible(path)))"
    }
  }
}
