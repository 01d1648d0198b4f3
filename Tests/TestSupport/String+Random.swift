extension String {
  /// A text near a grammar: one of the examples, with up to two characters changed, added or taken out.
  public static func random(
    near examples: [String], using generator: inout some RandomNumberGenerator
  ) -> String {
    let alphabet = Array("0123456789./-+: abfxAF%\u{0}\n٥５é{}yn")
    var text = Array(examples.randomElement(using: &generator) ?? "")
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      let place = Int.random(in: 0...text.count, using: &generator)
      let other = alphabet.randomElement(using: &generator) ?? "0"
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: text.insert(other, at: place)
      case 1 where place < text.count: text[place] = other
      case 2 where place < text.count: text.remove(at: place)
      default: break
      }
    }
    return String(text)
  }
}
