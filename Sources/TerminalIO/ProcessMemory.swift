internal import CTerminal

/// The memory of the process.
public enum ProcessMemory {
  /// Makes all threads allocate from the same memory.
  ///
  /// It must be called before there is another thread.
  public static func begin() {
    ct_keep_memory_small()
  }

  /// Gives freed memory back to the system.
  public static func giveBack() {
    ct_give_memory_back()
  }
}
