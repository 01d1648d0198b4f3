internal import CTerminal

/// How much memory the process holds.
public enum ProcessMemory {
  /// From now on all threads allocate from the same memory; to be called before there is another.
  public static func begin() {
    ct_keep_memory_small()
  }

  /// Hands freed memory back to the system.
  public static func giveBack() {
    ct_give_memory_back()
  }
}
