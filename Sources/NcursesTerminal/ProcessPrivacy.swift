internal import CNcurses

/// Keeps the process's secrets from other programs; to be called before there is another thread.
public enum ProcessPrivacy {
  /// From now on a crash leaves no core file, and only the superuser can look into the process.
  public static func begin() {
    cn_forbid_dumps()
    cn_outlive_file_limit()
  }

  /// Removes a variable from the environment, for this process, its children, and whoever looks.
  ///
  /// - Parameter name: The variable's name.
  public static func erase(variable name: String) {
    cn_erase_variable(name)
  }
}
