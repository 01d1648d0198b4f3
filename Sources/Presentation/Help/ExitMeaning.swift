/// The meaning of one exit code.
///
/// `Ending` chooses the code of a run of the wizard; see there.
public struct ExitMeaning: Hashable, Sendable {
  /// The exit code.
  public let code: Int32
  /// What it says.
  public let words: String

  var entry: HelpEntry { HelpEntry(code.description, words) }

  /// All exit codes.
  public static let all = [
    ExitMeaning(code: 0, words: "done"),
    ExitMeaning(code: 1, words: "unexpected"),
    ExitMeaning(code: 2, words: "wrong usage or answer, or no terminal"),
    ExitMeaning(code: 3, words: "the key is missing, can't be used, or was not accepted"),
    ExitMeaning(code: 4, words: "Telnyx refused, or has no such cross connect"),
    ExitMeaning(code: 5, words: "not sent (even if only a question before it failed)"),
    ExitMeaning(
      code: 6,
      words: "the outcome of an order or a change is unknown (even if a signal ended it)"),
    ExitMeaning(code: 7, words: "gave up waiting"),
    ExitMeaning(code: 129, words: "ended by HUP"),
    ExitMeaning(code: 130, words: "quit"),
    ExitMeaning(code: 143, words: "ended by TERM"),
  ]
}
