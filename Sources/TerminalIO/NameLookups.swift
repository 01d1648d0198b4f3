internal import CTerminal

/// How names become addresses.
public enum NameLookups {
  /// Limits look-ups of names to `/etc/hosts` and DNS, whatever else the machine may have.
  ///
  /// It must be called before there is another thread.
  public static func begin() {
    ct_use_own_lookups()
  }
}
