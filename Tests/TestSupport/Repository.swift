public import FoundationEssentials

/// The checked-out sources this test was built from.
public enum Repository {
  /// The folder that holds `Package.swift`.
  public static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of golden screens and pictures.
  public static let screenshots = root.appending(path: "screenshots")
}
