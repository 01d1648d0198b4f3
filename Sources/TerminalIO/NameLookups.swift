internal import CTerminal

/// How names become addresses.
public enum NameLookups {
  /// From now on names are looked up in `/etc/hosts` and by DNS, in no other way that the machine may
  /// have; to be called before there is another thread.
  public static func begin() {
    ct_use_own_lookups()
  }
}
