public import CrossConnect

extension FieldHelp {
  /// All parts, each on lines of its own.
  public var entry: HelpEntry {
    let parts = [
      ("What", Self.capitalized(what)), ("Where", whereToFind), ("Example", example),
      ("If empty", whenEmpty.map { Self.capitalized($0) + "." } ?? Self.needed), ("More", more),
      ("In JSON", wireKey ?? ""),
    ]
    return HelpEntry(label, parts: parts.filter { !$0.1.isEmpty }.map { .init($0.0, $0.1) })
  }

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
