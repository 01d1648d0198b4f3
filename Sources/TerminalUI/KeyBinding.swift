internal import CrossConnect

/// Keys, what they do, and the words for it: the dispatch, the key line and the help screen read it.
struct KeyBinding: Hashable, Sendable {
  let keys: [Key]
  let action: Action
  /// How the keys are written: "Shift-Tab".
  let shown: String
  /// What they do, for the help screen.
  let words: String
  /// What they do in a word, for the key line; `nil` keeps them out of it.
  let hint: String?

  init(_ action: Action, _ keys: [Key], _ shown: String, _ words: String, hint: String? = nil) {
    self.keys = keys
    self.action = action
    self.shown = shown
    self.words = words
    self.hint = hint
  }
}

/// A place whose keys differ from those of other places.
enum Situation: Hashable, Sendable {
  case text
  case secret
  case list
  case press
  case review
  case result
  case overlay

  /// The bindings of this place, the ones that hold everywhere last.
  var bindings: [KeyBinding] {
    switch self {
    case .text: Self.moving + Self.vertical + Self.steps + Self.editing + Self.everywhere
    case .secret:
      Self.moving + Self.vertical + Self.steps + Self.editing + Self.revealing + Self.everywhere
    case .list: Self.moving + Self.listing + Self.everywhere
    case .press:
      Self.moving + Self.vertical + Self.sideways + Self.steps + Self.pressing + Self.asking
        + Self.everywhere
    case .review:
      Self.moving + Self.vertical + Self.sideways + Self.accepting + Self.reviewing
        + Self.pressing + Self.asking + Self.everywhere
    case .result:
      Self.finishing + Self.scrolling + Self.sideways + Self.moving + Self.asking
        + Self.everywhere
    case .overlay: Self.scrolling + Self.closing + Self.everywhere
    }
  }

  /// What a key does here.
  func action(for key: Key) -> Action? {
    bindings.first { $0.keys.contains(key) }?.action
  }

  private static let moving = [
    KeyBinding(.nextControl, [.tab, .control("n")], "Tab", "next field or button", hint: "next"),
    KeyBinding(
      .previousControl, [.backTab, .control("p")], "Shift-Tab", "previous field or button",
      hint: "prev"),
  ]
  private static let vertical = [
    KeyBinding(.nextControl, [.down], "Down", "next field or button"),
    KeyBinding(.previousControl, [.up], "Up", "previous field or button"),
  ]
  private static let sideways = [
    KeyBinding(.nextControl, [.right], "Right", "next button"),
    KeyBinding(.previousControl, [.left], "Left", "previous button"),
  ]
  private static let accepting = [
    KeyBinding(.accept, [.enter], "Enter", "go on to the next field, or press", hint: "accept"),
    KeyBinding(.cancel, [.escape], "Esc", "go to the step before; nothing is lost", hint: "back"),
  ]
  private static let steps =
    accepting + [
      KeyBinding(.nextStep, [.pageDown], "PgDn", "check this step and go to the next"),
      KeyBinding(.previousStep, [.pageUp], "PgUp", "go to the step before"),
    ]
  private static let listing = [
    KeyBinding(.accept, [.enter], "Enter, Space", "choose the marked row", hint: "choose"),
    KeyBinding(.beginFilter, [.character("/")], "/", "begin a filter; letters do it too"),
    KeyBinding(.down, [.down], "Down", "mark the next row"),
    KeyBinding(.up, [.up], "Up", "mark the row before"),
    KeyBinding(.pageDown, [.pageDown], "PgDn", "mark a page further down"),
    KeyBinding(.pageUp, [.pageUp], "PgUp", "mark a page further up"),
    KeyBinding(.toFirst, [.home, .control("a")], "Home", "mark the first row"),
    KeyBinding(.toLast, [.end, .control("e")], "End", "mark the last row"),
    KeyBinding(.deleteBackward, [.backspace], "Backspace", "shorten the filter"),
    KeyBinding(.deleteWord, [.control("w")], "Ctrl-W", "delete the filter's last word"),
    KeyBinding(.deleteToStart, [.control("u")], "Ctrl-U", "clear the filter"),
    KeyBinding(
      .cancel, [.escape], "Esc", "clear the filter, then go to the step before", hint: "back"),
  ]
  private static let editing = [
    KeyBinding(.left, [.left], "Left", "one character left"),
    KeyBinding(.right, [.right], "Right", "one character right"),
    KeyBinding(.toStart, [.home, .control("a")], "Home, Ctrl-A", "start of the text"),
    KeyBinding(.toEnd, [.end, .control("e")], "End, Ctrl-E", "end of the text"),
    KeyBinding(.deleteBackward, [.backspace], "Backspace", "delete the character before"),
    KeyBinding(
      .deleteForward, [.delete, .control("d")], "Del, Ctrl-D", "delete the character after"),
    KeyBinding(.deleteWord, [.control("w")], "Ctrl-W", "delete the word before"),
    KeyBinding(.deleteToEnd, [.control("k")], "Ctrl-K", "delete to the end"),
    KeyBinding(.deleteToStart, [.control("u")], "Ctrl-U", "delete to the start"),
  ]
  private static let revealing = [
    KeyBinding(.reveal, [.control("t")], "Ctrl-T", "show or hide the secret", hint: "show")
  ]
  private static let pressing = [
    KeyBinding(.accept, [.character(" ")], "Space", "press the button"),
    KeyBinding(
      .jump, "123456789".unicodeScalars.map(Key.character), "1 to 9",
      "open the entry of that number"),
  ]
  private static let asking = [KeyBinding(.help, [.character("?")], "?", "help")]
  private static let reviewing = [
    KeyBinding(.pageDown, [.pageDown], "PgDn", "a page down"),
    KeyBinding(.pageUp, [.pageUp], "PgUp", "a page up"),
    KeyBinding(
      .showRequest, [.character("r")], "r", "show the request exactly as it is sent",
      hint: "request"),
  ]
  private static let scrolling = [
    KeyBinding(.down, [.down], "Down", "scroll down", hint: "scroll"),
    KeyBinding(.up, [.up], "Up", "scroll up"),
    KeyBinding(.pageDown, [.pageDown, .character(" ")], "PgDn, Space", "a page down"),
    KeyBinding(.pageUp, [.pageUp], "PgUp", "a page up"),
    KeyBinding(.toFirst, [.home], "Home", "to the top"),
    KeyBinding(.toLast, [.end], "End", "to the end"),
  ]
  private static let finishing = [
    KeyBinding(
      .copyKey, [.character("c")], "c", "copy the primary BGP key to the clipboard", hint: "copy"),
    KeyBinding(
      .reveal, [.character("t"), .control("t")], "t", "show or hide the BGP keys", hint: "show key"),
    KeyBinding(
      .wait, [.character("w")], "w", "wait until it is provisioned; again: stop waiting",
      hint: "wait"),
    KeyBinding(
      .printPlainly, [.character("p")], "p", "print it as plain text, to select or scroll back to",
      hint: "print"),
    KeyBinding(
      .saveReceipt, [.character("s")], "s", "save the answer again, without keys, and say where",
      hint: "save"),
    KeyBinding(
      .leave, [.character("q")], "q", "leave, with everything printed below the prompt",
      hint: "leave"),
    KeyBinding(.accept, [.enter], "Enter", "press the button", hint: "press"),
  ]
  private static let closing = [
    KeyBinding(
      .cancel, [.escape, .enter, .character("q"), .tab], "Esc", "close", hint: "close"),
    KeyBinding(.reveal, [.control("t"), .character("t")], "Ctrl-T", "show or hide secrets"),
  ]
  private static let everywhere = [
    KeyBinding(.help, [.control("g")], "Ctrl-G", "help for this place", hint: "help"),
    KeyBinding(.reload, [.control("r")], "Ctrl-R", "ask the API for the choices again"),
    KeyBinding(.repaint, [.control("l")], "Ctrl-L", "draw the screen again"),
    KeyBinding(.suspend, [.control("z")], "Ctrl-Z", "suspend; fg comes back"),
    KeyBinding(.quit, [.control("c")], "Ctrl-C", "quit; twice: at once", hint: "quit"),
  ]

  /// The key line: the hints that fit, of which help and quit always do.
  func hints(columns: Int) -> String {
    var parts = bindings.compactMap { binding in
      binding.hint.map { hint in
        let shown = binding.shown.split(separator: ",").first.map(String.init) ?? binding.shown
        return shown.replacing("Ctrl-", with: "^") + " " + hint
      }
    }
    let line = { " " + parts.joined(separator: "  ") }
    while TextLayout.width(of: line()) > columns, parts.count > 2 {
      parts.remove(at: parts.count - 3)
    }
    return line()
  }
}
