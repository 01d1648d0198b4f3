import NIOCore

/// The threads that wait for connections.
public enum EventLoops {
  /// Sets their number to one: by default there is one for each core, with three open files each.
  ///
  /// It must be called before there is a connection, a server or a pause; later calls do nothing.
  public static func begin() { _ = once }

  private static let once: Void = { NIOSingletons.groupLoopCountSuggestion = 1 }()
}
