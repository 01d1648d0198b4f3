internal import CTerminal

/// The job of this process: the processes that a shell started together.
@MainActor
public enum JobControl {
  /// Whether the terminal is this job's, or no job's.
  public static var isInForeground: Bool { ct_in_foreground() }

  /// Stops the job as the terminal's driver does for Ctrl-Z, and returns when it is continued.
  ///
  /// It does nothing if no shell could continue the job.
  public static func stop() {
    ct_stop_job()
  }
}
