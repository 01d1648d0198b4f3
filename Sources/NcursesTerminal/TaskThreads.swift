internal import CNcurses

/// Where the process's tasks run.
public enum TaskThreads {
  /// From now on tasks run where nothing wakes up by itself; to be called before there is one.
  public static func begin() {
    cn_run_tasks_uncounted()
  }
}
