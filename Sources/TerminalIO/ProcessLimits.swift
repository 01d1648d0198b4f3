internal import CTerminal

/// The system's limits for the process.
public enum ProcessLimits {
  /// What the process has too little of, and how a person gets more, as sentences; `nil` if there
  /// is enough.
  ///
  /// The libraries for connections and tasks end the process if they get no file or thread.
  public static var shortage: String? {
    switch ct_shortage() {
    case CT_FEW_FILES:
      "This system lets vxc open too few files: it needs 48 more. ulimit -n shows the limit."
    case CT_FEW_THREADS:
      "This system lets vxc start too few threads: it needs 8 more. ulimit -u shows the limit."
    case CT_FEW_ADDRESSES:
      "This system lets vxc have too little memory: it needs 512 MB of addresses. "
        + "ulimit -v and ulimit -d show the limits."
    case CT_SMALL_STACK:
      "This system lets vxc have too small a stack: it needs 256 KB. ulimit -s shows the limit."
    default: nil
    }
  }
}
