public import Presentation

/// All keys of the screen, by their place.
public enum KeyReference {
  /// The keys that act everywhere, then what each place adds to those before it.
  public static var sections: [HelpSection] {
    // A question has no help: its words say everything.
    let places = Situation.allCases.filter { $0 != .question }.map(\.bindings)
    let shared = places.dropFirst().reduce(places.first ?? []) { $0.filter($1.contains) }
    return HelpSection.withoutRepeats(
      [HelpSection("Keys everywhere", shared.map(\.entry))]
        + Situation.allCases.map { HelpSection("Keys \($0.title)", $0.bindings.map(\.entry)) })
  }
}
