internal import FoundationEssentials

/// The process's environment, read in one place and handed on.
enum Environment {
  static var current: [String: String] { ProcessInfo.processInfo.environment }
}
