/// A rule for texts: their length and their characters.
struct TextRule: Hashable, Sendable {
  /// The fewest and the most characters.
  let length: ClosedRange<Int>
  /// The characters allowed.
  let characters: [ClosedRange<Unicode.Scalar>]

  /// Whether the rule allows a text.
  func allows(_ text: some StringProtocol) -> Bool {
    let scalars = text.unicodeScalars
    return length.contains(scalars.count)
      && scalars.allSatisfy { scalar in characters.contains { $0.contains(scalar) } }
  }

  static let digits: [ClosedRange<Unicode.Scalar>] = ["0"..."9"]
  static let hexadecimal = digits + ["a"..."f", "A"..."F"]
  static let lettersAndDigits = digits + ["a"..."z", "A"..."Z"]
  static let printable: [ClosedRange<Unicode.Scalar>] = [" "..."~"]
  /// C0 with DEL and C1, and the separators that end a line or a paragraph.
  static let control: [ClosedRange<Unicode.Scalar>] = [
    "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}",
  ]
}
