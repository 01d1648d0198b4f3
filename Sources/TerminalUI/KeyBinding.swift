internal import CrossConnect
internal import Presentation
internal import TelnyxAPI

/// Keys, their action, and the words for it; the dispatch, the key line and the help read it.
struct KeyBinding: Hashable, Sendable {
  let keys: [Key]
  let action: Action
  /// The keys in words: "Shift-Tab".
  let shown: String
  /// What they do, for the help.
  let words: String
  /// The words in the key line: "^G help"; `nil` leaves them out.
  let hintText: String?
  /// Those of a key that ends what it began, while that lasts: "t hide key".
  let endingHintText: String?

  init(
    _ action: Action, _ keys: [Key], _ shown: String, _ words: String, hint: String? = nil,
    endingHint: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.shown = shown
    self.words = words
    let first = shown.firstIndex(of: ",").map { String(shown[..<$0]) } ?? shown
    let isControl = first.hasPrefix("Ctrl-")
    let key = isControl ? "^" + String(first[first.index(first.startIndex, offsetBy: 5)...]) : first
    hintText = hint.map { key + " " + $0 }
    endingHintText = endingHint.map { key + " " + $0 }
  }
}

/// A place whose keys differ from those of other places.
enum Situation: Int, CaseIterable, Hashable, Sendable {
  case text
  case secret
  /// A list that is in view whole.
  case list
  /// A list that is longer than its rows.
  case longList
  /// The list of cross connects.
  case connects
  case press
  /// An entry of the error summary.
  case entry
  /// A group of answers on the review.
  case review
  case reviewButton
  /// The API key, before the first step.
  case apiKey
  /// Buttons that belong to no step.
  case buttons
  /// Buttons of a page that Esc closes: a sheet, the list of cross connects.
  case closableButtons
  /// The commands for the cloud, which are longer than the window.
  case commands
  /// The offer of a draft, with its buttons.
  case offer
  /// A question that comes before everything else.
  case question
  case result
  /// The field of a sheet over a cross connect.
  case sheet
  /// The request, over the form.
  case request
  case help

  /// The place's name in the help.
  var title: String {
    switch self {
    case .text: "in a text"
    case .secret: "in a secret"
    case .list: "in a list"
    case .longList: "in a list that is longer than its rows"
    case .connects: "in the list of cross connects"
    case .press: "on a button"
    case .entry: "in the error summary"
    case .review: "on the review"
    case .reviewButton: "on a button of the review"
    case .apiKey: "in the API key"
    case .buttons: "on a page with buttons only"
    case .closableButtons: "on a button of a sheet or a list"
    case .commands: "on the commands for the cloud"
    case .offer: "on a draft that was found"
    case .question: "at a question"
    case .result: "on a cross connect"
    case .sheet: "in an address or a name"
    case .request: "in the request"
    case .help: "in the help"
    }
  }

  /// The bindings of this place; those that hold everywhere come last.
  var bindings: [KeyBinding] { Self.allBindings[rawValue] }

  /// Made once, in the order of the cases: every key and frame reads them.
  private static let allBindings = allCases.map { $0.makeBindings() }

  private func makeBindings() -> [KeyBinding] {
    switch self {
    case .text:
      Self.going + Self.movingBesideEnter + Self.vertical + Self.steps + Self.editing
        + Self.everywhere
    case .secret:
      Self.going + Self.movingBesideEnter + Self.vertical + Self.steps + Self.editing
        + Self.revealing + Self.everywhere
    case .list:
      Self.moving + Self.choosing + Self.marking + Self.stepping + Self.leavingList
        + Self.everywhere
    case .longList:
      Self.moving + Self.choosing + Self.marking + Self.paging + Self.leavingList
        + Self.everywhere
    case .connects:
      Self.moving + Self.openingRow + Self.marking + Self.pagingRows + Self.closingRows
        + Self.everywhere
    case .press:
      Self.moving + Self.vertical + Self.sideways + Self.entering + Self.steps + Self.pressing
        + Self.numbers + Self.seeing + Self.asking + Self.everywhere
    case .entry:
      Self.moving + Self.vertical + Self.opening + Self.steps + Self.numbers + Self.seeing
        + Self.asking + Self.everywhere
    case .apiKey:
      Self.moving + Self.vertical + Self.signing + Self.editing + Self.revealing + Self.everywhere
    case .buttons:
      Self.moving + Self.vertical + Self.sideways + Self.entering + Self.pressing + Self.turning
        + Self.asking + Self.everywhere
    case .closableButtons:
      Self.moving + Self.vertical + Self.sideways + Self.entering + Self.pressing + Self.closing
        + Self.turning + Self.asking + Self.everywhere
    case .commands:
      // The keys that a narrow window has no room to name are those of every other page.
      Self.scrolling + Self.moving + Self.sideways + Self.entering + Self.closing + Self.asking
        + Self.everywhere
    case .offer:
      Self.moving + Self.vertical + Self.sideways + Self.entering + Self.pressing + Self.leaving
        + Self.turning + Self.asking + Self.everywhere
    case .question:
      Self.moving + Self.vertical + Self.sideways + Self.entering + Self.pressing + Self.closing
        + Self.always
    case .review:
      Self.moving + Self.vertical + Self.sideways + Self.changing + Self.back + Self.reviewing
        + Self.numbers + Self.asking + Self.everywhere
    case .reviewButton:
      Self.moving + Self.vertical + Self.sideways + Self.entering + Self.back + Self.reviewing
        + Self.pressing + Self.numbers + Self.asking + Self.everywhere
    case .result:
      Self.finishing + Self.returning + Self.scrolling + Self.sideways + Self.moving + Self.asking
        + Self.everywhere
    case .sheet:
      Self.going + Self.movingBesideEnter + Self.vertical + Self.closing + Self.editing
        + Self.everywhere
    case .request: Self.scrolling + Self.showing + Self.saving + Self.everywhere
    case .help: Self.scrolling + Self.searching + Self.everywhere
    }
  }

  /// The action of a key here.
  func action(for key: Key) -> Action? {
    Self.allActions[rawValue].first { $0.key == key }?.action
  }

  /// The keys of all bindings side by side: most keys are letters, for which every look-up is in
  /// vain.
  private static let allActions = allBindings.map { bindings in
    bindings.flatMap { binding in binding.keys.map { (key: $0, action: binding.action) } }
  }

  private static let moving = [
    KeyBinding(.nextControl, [.tab, .control("n")], "Tab", "next field or button", hint: "next"),
    KeyBinding(
      .previousControl, [.backTab, .control("p")], "Shift-Tab", "previous field or button",
      hint: "prev"),
  ]
  /// Where Enter goes to the next field, too, the key line names Enter.
  private static let movingBesideEnter = [
    KeyBinding(.nextControl, [.tab, .control("n")], "Tab", "next field or button"), moving[1],
  ]
  private static let vertical = [
    KeyBinding(.nextControl, [.down], "Down", "next field or button"),
    KeyBinding(.previousControl, [.up], "Up", "previous field or button"),
  ]
  private static let sideways = [
    KeyBinding(.nextControl, [.right], "Right", "next button"),
    KeyBinding(.previousControl, [.left], "Left", "previous button"),
  ]
  private static let back = [
    KeyBinding(.cancel, [.escape], "Esc", "go to the step before; nothing is lost", hint: "back")
  ]
  private static let stepping = [
    KeyBinding(
      .nextStep, [.pageDown], "PgDn", "check this step and go on to the next", hint: "go on"),
    KeyBinding(.previousStep, [.pageUp], "PgUp", "go to the step before"),
  ]
  private static let steps = back + stepping
  private static let signing = [
    KeyBinding(.accept, [.enter], "Enter", "press [ Use this key ]", hint: "press")
  ]
  private static let changing = [
    KeyBinding(
      .accept, [.enter, .character(" ")], "Enter, Space", "change these answers", hint: "change")
  ]
  private static let opening = [
    KeyBinding(
      .accept, [.enter, .character(" ")], "Enter, Space", "go to the field", hint: "go to")
  ]
  private static let returning = [
    KeyBinding(.cancel, [.escape], "Esc", "go back to the list, if it was opened from there")
  ]
  private static let going = [
    KeyBinding(.accept, [.enter], "Enter", "next field or button", hint: "next")
  ]
  private static let entering = [
    KeyBinding(.accept, [.enter], "Enter", "press the button", hint: "press")
  ]
  private static let leaving = [
    KeyBinding(.cancel, [.escape], "Esc", "keep the draft for another time", hint: "leave it")
  ]
  private static let closing = [
    KeyBinding(.cancel, [.escape], "Esc", "go back to where you were", hint: "back")
  ]
  private static let choosing = [
    KeyBinding(
      .accept, [.enter], "Enter, Space", "choose the marked row; go on after the last list",
      hint: "choose")
  ]
  private static let openingRow = [
    KeyBinding(
      .accept, [.enter], "Enter, Space", "open the marked cross connect", hint: "open")
  ]
  private static let marking = [
    KeyBinding(.beginFilter, [.character("/")], "/", "begin a filter; letters do it too"),
    KeyBinding(.down, [.down], "Down", "mark the next row"),
    KeyBinding(.up, [.up], "Up", "mark the row before"),
    KeyBinding(.toFirst, [.home, .control("a")], "Home", "mark the first row"),
    KeyBinding(.toLast, [.end, .control("e")], "End", "mark the last row"),
    KeyBinding(.deleteBackward, [.backspace], "Backspace", "shorten the filter"),
    KeyBinding(.deleteWord, [.control("w")], "Ctrl-W", "delete the filter's last word"),
    KeyBinding(.deleteToStart, [.control("u")], "Ctrl-U", "clear the filter"),
  ]
  private static let paging = [
    KeyBinding(
      .pageDown, [.pageDown], "PgDn", "mark a page further down; at the end: go on",
      hint: "page"),
    KeyBinding(
      .pageUp, [.pageUp], "PgUp", "mark a page further up; at the start: step before"),
  ]
  private static let pagingRows = [
    KeyBinding(.pageDown, [.pageDown], "PgDn", "mark a page further down", hint: "page"),
    KeyBinding(.pageUp, [.pageUp], "PgUp", "mark a page further up"),
  ]
  private static let closingRows = [
    KeyBinding(
      .cancel, [.escape], "Esc", "clear the filter, then go back to where you were", hint: "back")
  ]
  private static let leavingList = [
    KeyBinding(
      .cancel, [.escape], "Esc", "clear the filter, then go to the step before", hint: "back")
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
    KeyBinding(
      .reveal, [.control("t")], "Ctrl-T", "show or hide the secret", hint: "show",
      endingHint: "hide")
  ]
  private static let pressing = [
    KeyBinding(.accept, [.character(" ")], "Space", "press the button")
  ]
  private static let numbers = [
    KeyBinding(
      .jump, "123456789".unicodeScalars.map(Key.character), "1 to 9",
      "go to that error; on the review: change that group")
  ]
  private static let asking = [KeyBinding(.help, [.character("?")], "?", "help")]
  private static let seeing = [
    KeyBinding(.showRequest, [.character("r")], "r", "show the request as far as it is answered")
  ]
  private static let reviewing = [
    KeyBinding(
      .nextStep, [.pageDown], "PgDn", "a page down; at the end: to [ Create VXC ]", hint: "go on"),
    KeyBinding(.previousStep, [.pageUp], "PgUp", "a page up; at the top: to the step before"),
    KeyBinding(
      .showRequest, [.character("r")], "r", "show the request exactly as it is sent",
      hint: "request"),
  ]
  private static let ends = [
    KeyBinding(.pageUp, [.pageUp], "PgUp", "a page up"),
    KeyBinding(.toFirst, [.home], "Home", "to the top"),
    KeyBinding(.toLast, [.end], "End", "to the end"),
  ]
  private static let scrolling =
    [
      KeyBinding(.down, [.down], "Down", "scroll down", hint: "scroll"),
      KeyBinding(.up, [.up], "Up", "scroll up"),
      KeyBinding(
        .pageDown, [.pageDown, .character(" ")], "PgDn, Space", "a page down", hint: "page"),
    ] + ends
  /// Where Down goes to the next button.
  private static let turning =
    [KeyBinding(.pageDown, [.pageDown], "PgDn", "a page down")] + ends
  /// A narrow window has no room for the last ones; Enter is known from the button.
  private static let finishing = [
    KeyBinding(
      .wait, [.character("w")], "w", "wait until provisioned or gone; w again stops",
      hint: "wait", endingHint: "stop"),
    KeyBinding(
      .leave, [.character("q")], "q", "leave, with everything printed below the prompt",
      hint: "leave"),
    KeyBinding(
      .reveal, [.character("t"), .control("t")], "t", "show or hide the BGP keys", hint: "show key",
      endingHint: "hide key"),
    KeyBinding(
      .copyKey, [.character("c")], "c", "copy the primary BGP key to the clipboard",
      hint: "copy key"),
    KeyBinding(
      .printPlainly, [.character("p")], "p", "print it as plain text, to select or scroll back to",
      hint: "print"),
    KeyBinding(
      .saveReceipt, [.character("s")], "s", "save the answer again, without keys, and say where",
      hint: "save"),
    KeyBinding(.accept, [.enter], "Enter", "press the button", hint: "press"),
  ]
  private static let showing = [
    KeyBinding(
      .cancel, [.escape, .enter, .character("q"), .tab], "Esc", "close", hint: "close"),
    KeyBinding(
      .reveal, [.control("t"), .character("t")], "Ctrl-T", "show or hide secrets", hint: "show",
      endingHint: "hide"),
  ]
  private static let saving = [
    KeyBinding(
      .saveRequest, [.character("s")], "s", "save the answers for vxc create --from, no keys",
      hint: "save")
  ]
  private static let searching = [
    KeyBinding(
      .beginFilter, [.character("/")], "/", "begin a search; letters do it too",
      hint: "search"),
    KeyBinding(.deleteBackward, [.backspace], "Backspace", "shorten the search"),
    KeyBinding(.deleteWord, [.control("w")], "Ctrl-W", "delete the search's last word"),
    KeyBinding(.deleteToStart, [.control("u")], "Ctrl-U", "clear the search"),
    KeyBinding(.cancel, [.escape], "Esc", "clear the search, then close", hint: "close"),
    KeyBinding(.accept, [.enter, .tab], "Enter, Tab", "close"),
  ]
  private static let everywhere =
    [
      KeyBinding(
        .help, [.control("g")], "Ctrl-G", "help, with a search; again: close", hint: "help"),
      KeyBinding(.openList, [.control("o")], "Ctrl-O", "list all cross connects"),
    ] + always
  private static let always = [
    KeyBinding(.reload, [.control("r")], "Ctrl-R", "ask the API for the choices again"),
    KeyBinding(.repaint, [.control("l")], "Ctrl-L", "draw the screen again"),
    KeyBinding(.suspend, [.control("z")], "Ctrl-Z", "suspend; fg comes back"),
    KeyBinding(.quit, [.control("c")], "Ctrl-C", "quit; twice: at once", hint: "quit"),
  ]

  /// The key line: the hints that fit, of which help and quit always do.
  ///
  /// - Parameters:
  ///   - columns: The columns that there are.
  ///   - idle: The actions that would do nothing now, and are left out.
  ///   - switchedOn: The actions whose key ends now what it has begun.
  /// - Returns: The line.
  func hints(columns: Int, without idle: [Action] = [], ending switchedOn: [Action] = []) -> String
  {
    var hinted = bindings.filter { $0.hintText != nil && !idle.contains($0.action) }
    let words = { (binding: KeyBinding) in
      (switchedOn.contains(binding.action) ? binding.endingHintText : nil) ?? binding.hintText ?? ""
    }
    // A space before each, and another between two.
    var width = hinted.reduce(-1) { $0 + 2 + TextLayout.width(of: words($1)) }
    while width > columns, hinted.count > 2 {
      // Who knows Tab will guess Shift-Tab.
      let dropped = hinted.remove(
        at: hinted.firstIndex { $0.action == .previousControl } ?? hinted.count - 3)
      width -= 2 + TextLayout.width(of: words(dropped))
    }
    var line = ""
    for binding in hinted { line += (line.isEmpty ? " " : "  ") + words(binding) }
    return line
  }
}

extension KeyBinding {
  /// The binding in the help.
  var entry: HelpEntry { HelpEntry(shown, words) }
}
