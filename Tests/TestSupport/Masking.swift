/// Makes the same what is never the same twice, at its length, so that nothing moves.
public enum Masking {
  /// The screen with a zero for each digit of times and of the sandbox's port.
  public static func masked(_ text: String) -> String {
    patterns.reduce(text) { text, pattern in
      text.replacing(pattern) { match in
        String(match.output.map { $0.isNumber ? "0" : $0 })
      }
    }.replacing(/127\.0\.0\.1:\d{5}/, with: "127.0.0.1:00000")
      // A machine may take its time to the next start.
      .replacing(/UTC, \d+ min ago/, with: "UTC, just now")
      .replacing(/(?m)  \d+ min$/, with: "  < 1 min")
      .replacing(
        /Waiting for \d+ s, asking again in \d+ s/, with: "Waiting for 0 s, asking again in 0 s")
  }

  private static var patterns: [Regex<Substring>] {
    [
      /Provisioned after \d s/, /\d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC/, /\d{2}:\d{2}(?::\d{2})? UTC/,
      /\d{2} min left/,
      /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/,
    ]
  }
}
