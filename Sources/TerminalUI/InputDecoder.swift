internal import CrossConnect

/// Turns a terminal's bytes into keys and pastes, in whatever pieces they arrive.
///
/// Unknown sequences are taken whole, such as focus events, mouse reports, answers to queries and
/// Alt with a letter. No part of them becomes text or a press of Escape.
///
/// - SeeAlso: ECMA-48 (the form of sequences), *XTerm Control Sequences* (what they mean).
public struct InputDecoder: Sendable {
  /// What the bytes so far wait for; it decides how long to wait.
  public enum Waiting: Hashable, Sendable {
    case nothing
    /// An Escape, unless more follows at once.
    case escape
    /// The rest of a key whose Escape was taken for a key: at once, or a little later.
    case lateRest(isSoon: Bool)
    /// The rest of a sequence or of a character.
    case sequence
    /// The end of a paste.
    case paste
  }

  private enum State: Hashable {
    case ground
    /// Within a UTF-8 character that lacks this many bytes.
    case character(missing: Int)
    /// After one Escape, or two.
    case escape
    /// Within a key of this terminal's own that has no standard form.
    case ownKey
    /// After `ESC [`, a control sequence.
    case control
    /// After `ESC O`, a single shift.
    case shift
    /// Within a sequence of this many more bytes, whatever they are.
    case counted(Int)
    /// Within an operating system command, or a device's answer.
    case string
    /// After `ESC [200~`.
    case paste
  }

  private static let escape: UInt8 = 0x1B
  private let ownKeys: [(sequence: [UInt8], key: Key)]
  private var state = State.ground
  /// The bytes of the unfinished sequence or character.
  private var bytes: [UInt8] = []
  private var pasted = PasteReader()
  /// Whether the unfinished sequence began before a `discard()`.
  private var isDiscarding = false
  private var events: [TerminalEvent] = []
  /// The state of what may follow the last Escape.
  private var late: LateRest?
  /// Whether the rest of a key once came so late that its Escape was taken for a key.
  public private(set) var hasComeLate = false

  /// A decoder at the start of its input.
  ///
  /// - Parameter ownKeys: The sequences that this terminal has besides the usual ones.
  public init(ownKeys: [(sequence: [UInt8], key: Key)] = []) {
    self.ownKeys = ownKeys.filter { $0.sequence.count > 1 && $0.sequence.first == Self.escape }
  }

  /// What the bytes so far wait for.
  public var waiting: Waiting {
    if let late { return late.bytes.isEmpty ? .lateRest(isSoon: late.isSoon) : .sequence }
    return switch state {
    case .ground: .nothing
    case .escape: .escape
    case .paste: .paste
    case .character, .ownKey, .control, .shift, .counted, .string: .sequence
    }
  }

  /// Takes the next bytes.
  ///
  /// - Parameter bytes: The terminal's bytes.
  /// - Returns: The keys and pastes that are complete now.
  public mutating func take(_ bytes: [UInt8]) -> [TerminalEvent] {
    for byte in bytes { take(byte) }
    return complete()
  }

  /// Ends the wait, since nothing more has come for as long as `waiting` deserves.
  ///
  /// - Returns: The Escape, or the part of a paste, that this completes.
  public mutating func takePause() -> [TerminalEvent] {
    if let rest = late {
      late = nil
      for byte in rest.bytes { takeNext(byte) }
      if rest.bytes.isEmpty, rest.isSoon { late = LateRest(isSoon: false) }
      return complete()
    }
    switch state {
    case .escape:
      for _ in bytes { emit(.key(.escape)) }
      if !isDiscarding { late = LateRest() }
    case .paste: if let text = pasted.takeText() { emit(.paste(text)) }
    case .ground, .character, .ownKey, .control, .shift, .counted, .string: break
    }
    finish()
    return complete()
  }

  /// Drops the unfinished sequence, and its rest when that arrives.
  public mutating func discard() {
    isDiscarding = state != .ground
    if late?.bytes.isEmpty == false { late = LateRest() }
    pasted.forgetText()
  }

  private mutating func complete() -> [TerminalEvent] {
    defer { events = [] }
    return events
  }

  private mutating func emit(_ event: TerminalEvent) {
    if !isDiscarding { events.append(event) }
  }

  private mutating func finish() {
    state = .ground
    bytes.removeAll(keepingCapacity: true)
    isDiscarding = false
  }

  /// Ends a sequence that `byte` doesn't belong to.
  private mutating func abandon(before byte: UInt8) {
    finish()
    takeFirst(byte)
  }
}

// MARK: - State by state

extension InputDecoder {
  private mutating func take(_ byte: UInt8) {
    guard var rest = late else { return takeNext(byte) }
    let finding = rest.take(byte)
    late = finding == .open ? rest : nil
    switch finding {
    case .open: break
    case .key: hasComeLate = true
    case .paste:
      hasComeLate = true
      state = .paste
    case .typed(let bytes): for byte in bytes { takeNext(byte) }
    }
  }

  private mutating func takeNext(_ byte: UInt8) {
    switch state {
    case .ground: takeFirst(byte)
    case .character(let missing): takeCharacter(byte, missing: missing)
    case .escape: takeEscape(byte)
    case .ownKey: takeOwnKey(byte)
    case .control: takeControl(byte)
    case .shift: takeShift(byte)
    case .counted(let left): if left > 1 { state = .counted(left - 1) } else { finish() }
    case .string: takeString(byte)
    case .paste:
      guard pasted.take(byte) else { return }
      if let text = pasted.takeText() { emit(.paste(text)) }
      finish()
    }
  }

  private mutating func takeFirst(_ byte: UInt8) {
    switch byte {
    case Self.escape:
      bytes.append(byte)
      state = .escape
    case 0xC2...0xF4:
      bytes.append(byte)
      state = .character(missing: byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3)
    default:
      if let key = Key(byte: byte) { emit(.key(key)) }
    }
  }

  private mutating func takeCharacter(_ byte: UInt8, missing: Int) {
    guard (0x80...0xBF).contains(byte) else { return abandon(before: byte) }
    bytes.append(byte)
    guard missing == 1 else {
      state = .character(missing: missing - 1)
      return
    }
    // With Alt, an Escape stands before the character, so the character is no text.
    if bytes.first != Self.escape, let text = String(validating: bytes, as: UTF8.self),
      let scalar = text.unicodeScalars.first, let key = Key(scalar: scalar)
    {
      emit(.key(key))
    }
    finish()
  }

  private mutating func takeEscape(_ byte: UInt8) {
    if byte == Self.escape {
      if bytes.count > 1 { emit(.key(.escape)) } else { bytes.append(byte) }
      return
    }
    // Two Escapes: an Alt with a key that has a sequence, or else an Escape of its own before it.
    if bytes.count > 1 {
      bytes.removeLast()
      if byte != UInt8(ascii: "["), byte != UInt8(ascii: "O") { emit(.key(.escape)) }
    }
    bytes.append(byte)
    if endsOwnKey() { return }
    switch byte {
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .shift
    case _ where beginsOwnKey: state = .ownKey
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string
    // Ctrl-C after a typed-ahead Escape leaves: it is no Alt-Ctrl-C.
    case 0x03: abandon(before: byte)
    case 0xC2...0xDF: state = .character(missing: 1)
    case 0xE0...0xEF: state = .character(missing: 2)
    case 0xF0...0xF4: state = .character(missing: 3)
    default: finish()
    }
  }

  private mutating func takeOwnKey(_ byte: UInt8) {
    guard byte != Self.escape else { return abandon(before: byte) }
    bytes.append(byte)
    if !endsOwnKey(), !beginsOwnKey { finish() }
  }

  private mutating func takeControl(_ byte: UInt8) {
    guard (0x20...0x7E).contains(byte) else { return abandon(before: byte) }
    if bytes.count < 64 { bytes.append(byte) }
    if endsOwnKey() { return }
    let parameters = bytes.dropFirst(2).dropLast()
    switch byte {
    case UInt8(ascii: "[") where parameters.isEmpty:
      // The Linux console's F1 to F5 are ESC [ [ A to E.
      state = .counted(1)
    case UInt8(ascii: "M") where parameters.isEmpty:
      // A mouse report: button, column, row.
      state = .counted(3)
    case UInt8(ascii: "$") where KeySequence.isNumber(parameters):
      endControl(parameters, final: UInt8(ascii: "~"))  // rxvt's Shift
    case 0x20...0x3F:
      break
    default:
      endControl(parameters, final: byte)
    }
  }

  private mutating func endControl(_ parameters: ArraySlice<UInt8>, final: UInt8) {
    if final == UInt8(ascii: "~"), parameters.elementsEqual("200".utf8) {
      bytes = []
      state = .paste
      return
    }
    if let key = KeySequence.control(parameters, final: final) { emit(.key(key)) }
    finish()
  }

  private mutating func takeShift(_ byte: UInt8) {
    guard (0x20...0x7E).contains(byte) else { return abandon(before: byte) }
    if bytes.count < 64 { bytes.append(byte) }
    if endsOwnKey() { return }
    // Parameters here are an old xterm's: ESC O 5 A.
    if ASCII.isDigit(byte) || byte == UInt8(ascii: ";") { return }
    if let key = KeySequence.shift(byte) { emit(.key(key)) }
    finish()
  }

  /// Skips a string up to BEL or `ESC \`; another sequence ends it, too, and so does Ctrl-C.
  private mutating func takeString(_ byte: UInt8) {
    let isAfterEscape = bytes.last == Self.escape
    bytes = [byte]
    switch byte {
    case 0x07: finish()
    case UInt8(ascii: "\\") where isAfterEscape: finish()
    case 0x03, 0x18, 0x1A: abandon(before: byte)
    case _ where isAfterEscape:
      abandon(before: Self.escape)
      take(byte)
    default: break
    }
  }

  private mutating func endsOwnKey() -> Bool {
    guard let key = ownKeys.last(where: { $0.sequence == bytes })?.key else { return false }
    emit(.key(key))
    finish()
    return true
  }

  private var beginsOwnKey: Bool {
    ownKeys.contains { $0.sequence.starts(with: bytes) }
  }
}
