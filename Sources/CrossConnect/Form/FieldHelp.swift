/// What a person needs to know to answer one question, in parts: each place shows what it has room
/// for.
///
/// No part names a key or a word to type, since each front end has its own.
public struct FieldHelp: Hashable, Sendable {
  /// The question's name.
  public private(set) var label: String
  /// What is asked for: the rest of a sentence that begins with the label.
  public let what: String
  /// Where to find it, as a sentence.
  public let whereToFind: String
  /// An answer that would be right.
  public let example: String
  /// What happens without an answer, in the review's words; `nil` if there has to be one.
  public private(set) var whenEmpty: String?
  /// More to know, where there is room.
  public let more: String
  /// The answer's JSON key in the request; `nil` if it isn't sent.
  public private(set) var wireKey: String?
  /// The parts as prose that fits the three rows under the form.
  public private(set) var brief = ""

  /// Help in its parts; a field's descriptor fills in what it knows.
  init(
    label: String = "", what: String, whereToFind: String, example: String, more: String = ""
  ) {
    self.label = label
    self.what = what
    self.whereToFind = whereToFind
    self.example = example
    self.more = more
    complete(label: label, whenEmpty: nil, wireKey: nil)
  }

  /// Adds what a field's descriptor knows.
  mutating func complete(label: String, whenEmpty: String?, wireKey: String?) {
    self.label = label
    self.whenEmpty = whenEmpty
    self.wireKey = wireKey
    brief =
      "\(label): \(what) \(whereToFind) Example: \(example). "
      + (whenEmpty.map { "Left empty: \($0)." } ?? Self.needed)
  }
}

extension FieldHelp {
  package static let needed = "Required."

  /// Help for the API key, which is asked for before the first step if none is given.
  public static let apiKey = FieldHelp(
    label: "Telnyx API key",
    what: "the key that vxc sends with each request, and keeps in memory only.",
    whereToFind: "In the Telnyx portal, under Account, API keys.",
    example: "TELNYX_API_KEY=... in the environment, which saves typing it",
    more: """
      The demo needs none. There is no option for the key, because others on this machine can read \
      command lines.
      """)

  /// Help for the name of a new network.
  public static let networkName = FieldHelp(
    label: "New network's name",
    what: "what the new network is called at Telnyx, in any letters.",
    whereToFind: "You choose it.",
    example: "core-eu",
    more: "The network is created at once; the cross connect is ordered later.")
}
