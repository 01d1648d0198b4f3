/// Everything about one question.
///
/// The form, the checks, error placement, the review, the request and all help read it. It is a
/// class, since every key and every frame hands it on many times.
public final class FieldDescriptor: Sendable {
  /// What an answer is picked from.
  public enum ChoiceSource: Hashable, Sendable {
    /// The account's networks; a new one can be made.
    case networks
    /// Telnyx's locations in coverage.
    case locations
    /// The clouds, as far as coverage reaches them.
    case providers
    /// The cloud's regions in coverage.
    case cloudRegions
    /// The speeds in coverage, with their prices.
    case bandwidths
    /// Whether there is a secondary circuit, and who chooses its values; a yes leads to more
    /// questions.
    case secondaryCircuit
  }

  /// Who may read an answer.
  public enum Secrecy: Hashable, Sendable {
    /// Anyone.
    case open
    /// Its reader could use the circuit, so no draft, receipt or log has it.
    case confidential
    /// A key: confidential, typed unseen, and shown only when the person asks.
    case unseen
  }

  /// How an answer is sent.
  public enum Wire: Hashable, Sendable {
    case string(String)
    case integer(String)
    /// An integer, or JSON `null` where nothing was typed.
    case integerOrNull(String)
    /// Not sent: the answer only steers the form.
    case unsent

    /// The JSON key.
    public var key: String? {
      switch self {
      case .string(let key), .integer(let key), .integerOrNull(let key): key
      case .unsent: nil
      }
    }
  }

  /// Whether a person has to answer.
  public enum Presence: Hashable, Sendable {
    /// `ask` is the sentence for a missing answer: "Enter the AWS account ID."
    case required(ask: String)
    /// `whenEmpty` is what the review says of a missing answer: "Telnyx assigns".
    case optional(whenEmpty: String)
  }

  /// The question.
  public let id: FieldID
  /// The page on which it is asked.
  public let step: Step
  /// The name on the screen, at most 22 columns wide.
  public let label: String
  /// What it is, where to find it, an example and what happens when it is left empty.
  public let help: FieldHelp
  /// What the answer is picked from; `nil` if it is typed.
  public let choices: ChoiceSource?
  /// The circuit that it is about; `nil` if it is about the whole cross connect.
  public let circuit: Circuit?
  /// How the answer is sent.
  public let wire: Wire
  /// Other JSON keys under which the same answer is sent: one key for both circuits.
  public let alsoSentAs: [String]
  /// Every JSON key under which the answer is sent.
  public var wireKeys: [String] { (wire.key.map { [$0] } ?? []) + alsoSentAs }
  /// Whether it must be answered.
  public let presence: Presence
  /// The answer before the person gave one.
  public let prefill: String
  /// Who may read the answer.
  public let secrecy: Secrecy
  /// The owner of the end whose address it asks for: "Telnyx", "AWS"; `nil` if it asks for none.
  public let end: String?
  /// Splits a text that answers several questions at once; nothing for any other text.
  public let parts: @Sendable (String) -> [(field: FieldID, text: String)]
  /// Whether it is asked at all, given the other answers.
  public let isVisible: @Sendable (Draft) -> Bool
  /// How a typed answer is read.
  public let reading: TypedText.Reading
  /// Turns an answer in another spelling into the API's.
  public let normalize: @Sendable (String) -> String
  /// The findings about a normalized answer that isn't empty.
  public let check: @Sendable (String, Draft) -> [Finding]
  /// The findings about an empty answer, where one is allowed.
  public let checkEmpty: @Sendable (Draft) -> [Finding]

  /// A question; see the properties.
  public init(
    _ id: FieldID, step: Step, label: String, help: FieldHelp, choices: ChoiceSource? = nil,
    circuit: Circuit? = nil, end: String? = nil, wire: Wire,
    alsoSentAs: [String] = [], presence: Presence, prefill: String = "", secrecy: Secrecy = .open,
    isVisible: @escaping @Sendable (Draft) -> Bool = { _ in true },
    reading: TypedText.Reading = .words,
    normalize: @escaping @Sendable (String) -> String = { $0 },
    check: @escaping @Sendable (String, Draft) -> [Finding] = { _, _ in [] },
    checkEmpty: @escaping @Sendable (Draft) -> [Finding] = { _ in [] },
    parts: @escaping @Sendable (String) -> [(field: FieldID, text: String)] = { _ in [] }
  ) {
    self.id = id
    self.step = step
    self.label = label
    var whenEmpty: String?
    if case .optional(let words) = presence { whenEmpty = words }
    var completed = help
    let keys = alsoSentAs.reduce(wire.key) { keys, key in keys.map { $0 + ", " + key } ?? key }
    completed.complete(label: label, whenEmpty: whenEmpty, wireKey: keys)
    self.help = completed
    self.choices = choices
    self.circuit = circuit
    self.end = end
    self.wire = wire
    self.alsoSentAs = alsoSentAs
    self.presence = presence
    self.prefill = prefill
    self.secrecy = secrecy
    self.isVisible = isVisible
    self.reading = secrecy == .unseen ? .exact : reading
    self.normalize = normalize
    self.check = check
    self.checkEmpty = checkEmpty
    self.parts = parts
  }

  /// The first character that no answer to this question has: a control, or one beyond ASCII in a
  /// typed code.
  func refusedCharacter(in value: String) -> Unicode.Scalar? {
    guard !TextLayout.isPlain(value) else { return nil }
    var isCode = false
    if case .code = reading { isCode = choices == nil }
    return value.unicodeScalars.first { (isCode && !$0.isASCII) || String($0).hasControlCharacter }
  }

  /// Whether the answer is sent under this key, in any style: `primary_cloud_ip`, `primaryCloudIp`.
  package func isSent(as key: String) -> Bool {
    wireKeys.contains { $0 == key || Self.bare($0) == Self.bare(key) }
  }

  /// A key without the differences of style: `primaryCloudIp` for `primary_cloud_ip`.
  private static func bare(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// Whether Telnyx assigns the value if the answer is empty.
  public var isAssignedWhenEmpty: Bool {
    presence == .optional(whenEmpty: SharedFields.assigned)
  }

  /// What the review says when nothing was typed.
  public var wordsWhenEmpty: String {
    switch presence {
    case .required: "not answered"
    case .optional(let words): words
    }
  }
}
