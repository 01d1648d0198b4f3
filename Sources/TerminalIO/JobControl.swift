internal import CTerminal

/// The processes that a shell has started together, this one among them.
@MainActor
public enum JobControl {
  /// Whether the terminal is this job's, or nobody's.
  public static var isInForeground: Bool { ct_in_foreground() }

  /// Stops the job as the terminal's driver would for Ctrl-Z; returns when it is continued.
  ///
  /// Does nothing where no shell could continue it.
  public static func stop() {
    ct_stop_job()
  }
}
