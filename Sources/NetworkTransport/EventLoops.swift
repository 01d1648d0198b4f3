import NIOCore

/// The threads that wait for connections.
public enum EventLoops {
  /// Sets their number to one: by default there is one for each core, with three open files each.
  ///
  /// It must be called once, before there is a connection or a server.
  public static func begin() {
    NIOSingletons.groupLoopCountSuggestion = 1
  }
}
