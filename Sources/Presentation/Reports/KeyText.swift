/// Words about the API key of a command.
public enum KeyText {
  /// The ways to give the key.
  public static let ways = "TELNYX_API_KEY, TELNYX_API_KEY_FILE, --key-file or --key-command"

  /// The next step after a key was not accepted.
  public static let another = "Give another key by \(ways)."
}
