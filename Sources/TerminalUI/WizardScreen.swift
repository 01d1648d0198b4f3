public import CrossConnect
public import Flows
public import FoundationEssentials
internal import Presentation

/// The wizard on a screen: what the keyboard acts on, and everything else a front end adds to it.
///
/// Events in, effects and a frame out; it does nothing itself.
public struct WizardScreen: Sendable {
  /// Something shown over the form.
  enum Overlay: Hashable, Sendable {
    case help
    case request
    case quit
    case stopWaiting

    /// Whether it is a question answered by its buttons.
    var asks: Bool { self == .quit || self == .stopWaiting }
  }

  /// What the terminal has to do besides drawing.
  public enum TerminalRequest: Hashable, Sendable {
    case repaint
    case suspend
    case discardInput
    /// Ring the bell: what was waited for is there.
    case ring
    /// Print lines outside of the screen, and come back.
    case showPlainly([String])
    /// Put a text on the clipboard of the person's own terminal.
    case copy(Secret)
  }

  /// The wizard behind the screen.
  public private(set) var app: App
  /// The size of the window.
  public internal(set) var size: Size
  /// Why the program should end, once it should.
  public internal(set) var ending: Ending?
  /// What the terminal has to do, in order; taken by the loop.
  public internal(set) var terminalRequests: [TerminalRequest] = []
  let abilities: TerminalAbilities

  var focus = Control.button(.next)
  var cursor = 0
  /// The list of the field that has the focus, also behind a question.
  var openList: ListState?
  /// The filter and the mark of the list of cross connects behind the page of one.
  private var inventoryBehind: ListState.Trace?
  var revealed: Set<FieldID> = []
  var apiKey = ""
  var overlay: Overlay? {
    didSet { if overlay != .help { help = nil } }
  }
  /// What the help shows, while it is open.
  var help: HelpState?
  /// Where the focus was before a question was put over the form.
  var focusBehind: Control?
  /// Which rows hold what, as `arrange()` last laid it out.
  var layout: Layout
  /// What stands in the form's rows, as `arrange()` last laid it out.
  var shown = Content(columns: 0)
  /// How many rows an open list has.
  var listRows = 0
  /// The first line shown of what is scrolled.
  var scroll = 0
  /// When Create may act: a moment after the focus came to it, so that no typed-ahead key orders.
  var armedAt: ContinuousClock.Instant?
  var isArmed = false
  /// Until when keys are ignored: what was typed while waiting must not act on the answer's page.
  var guardedUntil: ContinuousClock.Instant?
  var needsGuard = false
  /// Whether the view follows the focus; not after the person has scrolled away.
  var followsFocus = true
  /// Keys and pastes for choices that are still on their way.
  var typedAhead: [TerminalEvent] = []
  /// The group of the review being changed, to come back to.
  var changedGroup: Int?
  /// Since when something is awaited from outside.
  var waitingSince: Date?
  /// When the time of day matters next.
  var tickAt: ContinuousClock.Instant?
  /// What should happen because the focus left a field, taken with what its cause returns.
  private var pendingEffects: [Effect] = []
  /// A word about the last key, gone with the next.
  var status = ""
  /// The time of day, told at the last event, for what has a deadline.
  var now: Date

  /// A screen for a wizard in a window.
  public init(_ app: App, size: Size, abilities: TerminalAbilities, now: Date) {
    self.app = app
    self.size = size
    self.abilities = abilities
    self.now = now
    layout = Layout(size: size, hasPanel: false, helpRows: 0)
    focus = firstControl ?? focus
    focusMoved()
    arrange()
  }

  /// Takes in an event from outside, and keeps the focus where it can be.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - instant: When, on the clock that deadlines are measured by.
  ///   - now: The time of day.
  /// - Returns: What should happen next.
  public mutating func receive(
    _ event: App.Event, instant: ContinuousClock.Instant, now: Date
  ) -> [Effect] {
    self.now = now
    guard let event = app.current(event) else { return [] }
    var effects = send(event)
    effects += takeTypedAhead(at: instant)
    arrange()
    if needsGuard {
      needsGuard = false
      guardedUntil = instant + Self.guardTime
      terminalRequests.append(.discardInput)
    }
    arm(at: instant)
    setTick(from: instant)
    return takePendingEffects() + effects
  }

  /// Tells the wizard of the first key, after which no draft is put before the form.
  mutating func begin() {
    if !app.records.hasBegun { pendingEffects += app.update(.records(.began)).effects }
  }

  /// What was asked for once is not asked for any more.
  mutating func stay() {
    pendingEffects += app.update(.stayed).effects
  }

  mutating func takePendingEffects() -> [Effect] {
    defer { pendingEffects = [] }
    return pendingEffects
  }

  /// How long keys are ignored where a key that was meant for something else could cost money.
  static let guardTime = Duration.milliseconds(ReadingTime.milliseconds)

  /// Hands an event to the flows and follows where it leads.
  mutating func send(_ event: App.Event) -> [Effect] {
    let reaction = app.update(event)
    if reaction.effects.contains(.leave) { ending = Ending(of: app) }
    choicesChanged(by: event)
    for case .takenApart(let fields) in reaction.occurrences {
      status = TakenApartText.sentence(for: fields, in: app.form.draft)
    }
    if case .records(.draftsFound) = event, isOffering {
      // The form behind has not been left: nothing was typed into it.
      openList = nil
      focus = .button(.resume)
      focusMoved()
    } else if case .records(.waitingFound) = event {
      // Enter opens it, unless the person is at something already.
      if !app.records.hasBegun, controls.contains(.button(.openWaiting)) {
        focus(on: .button(.openWaiting))
      }
    } else if let place = reaction.placeBefore {
      needsGuard = place == .sending
      enterPlace()
      if place == .outcomeUnknown, app.place == .result {
        status = OutcomeText(of: app).found
      }
    } else if event.turnsConnection {
      scroll = 0
      focus(on: connectionStart ?? controls.first ?? .button(.help))
    } else if case .connection(.performed) = event {
      // A key that repeats must do nothing more.
      needsGuard = true
      showProgress(from: .button(.checkStatus))
    } else if overlay == nil, reaction.occurrences.contains(where: isProgress) {
      showProgress(from: connectionStart)
    } else if !app.form.problems.isEmpty, event == .form(.nextPressed) {
      focus(on: .problem(0))
    } else if case .form(.networkCreated(.success(let network))) = event, let next = afterNetwork {
      focus(on: .field(next.id))
      status = "The network \(DisplayText.visible(network.name)) was created."
    } else if !event.edits(focus), !controls.contains(focus) {
      focus(on: firstControl ?? .button(.help))
    }
    if reaction.occurrences.contains(.waitingEnded) { terminalRequests.append(.ring) }
    if reaction.occurrences.contains(where: isToBeRead) { bringReportIntoView() }
    return reaction.effects
  }

  /// The question after the one that a network answers.
  private var afterNetwork: FieldDescriptor? {
    guard let step = app.step else { return nil }
    let network = app.form.draft.fields(in: step).first { $0.choices == .networks }
    return network.flatMap { app.form.question(after: $0.id) }
  }

  /// Whether a step on the way to traffic was done.
  private func isProgress(_ occurrence: Occurrence) -> Bool {
    switch occurrence {
    case .followed(before: let connect): connect.status != app.connection?.connect.status
    case .played: true
    default: false
    }
  }

  /// Shows a cross connect's page from its beginning, where it says how things stand now, as far as the
  /// focus is in view with it.
  private mutating func showProgress(from control: Control?) {
    guard app.connection?.sheet == nil else { return }
    if let control, controls.contains(control) { focus(on: control) }
    scroll = 0
    followsFocus = true
  }

  /// Whether something was reported, or found that may be the order.
  private func isToBeRead(_ occurrence: Occurrence) -> Bool {
    switch occurrence {
    case .failed: true
    case .looked: app.submission.unresolved?.candidates.isEmpty == false
    default: false
    }
  }

  /// What has just been reported stands above everything else, wherever the page was scrolled to.
  private mutating func bringReportIntoView() {
    guard overlay == nil, !isOffering else { return }
    scroll = 0
    followsFocus = false
    arrange()
    guard !showsFocus, let first = firstControl else { return }
    // Enter means what stands in view.
    focus(on: first)
    followsFocus = false
  }

  /// Puts the focus where a person begins on a page.
  mutating func enterPlace() {
    // A question that is open stays open: its answer is not for the new page.
    guard overlay != .quit else {
      focusBehind = nil
      if !controls.contains(focus) { focus = firstControl ?? focus }
      return
    }
    overlay = nil
    scroll = 0
    if openList?.control == .inventory {
      inventoryBehind = app.place == .result ? openList?.trace : nil
    }
    openList = nil
    apiKey = ""
    let controls = controls
    let start =
      controls.first { if case .problem = $0 { true } else { false } } ?? firstQuestion
      ?? changedGroup.flatMap { controls.contains(.group($0)) ? .group($0) : nil }
      ?? (app.place == .result ? connectionStart : nil) ?? firstControl
    if app.step == .review { changedGroup = nil }
    focus(on: start ?? .button(.help))
  }

  /// Where a person begins on a page of the form.
  private var firstQuestion: Control? {
    // Who types ahead can't know what has answered itself.
    guard app.step != nil, app.step != .review, typedAhead.isEmpty else { return nil }
    return app.form.firstQuestion.flatMap(app.form.draft.field).map(control)
  }

  mutating func focus(on control: Control) {
    guard control != focus else { return focusMoved() }
    if case .field(let id) = focus {
      pendingEffects += app.update(.form(.fieldLeft(id))).effects
      openList = nil
    }
    // A secret is shown only while the person stands on it.
    revealed = []
    focus = control
    focusMoved()
  }

  /// Where a person begins on a cross connect's page, or in the sheet over it.
  private var connectionStart: Control? {
    guard app.place == .result, let connection = app.connection else { return nil }
    guard connection.sheet == nil else { return controls.first }
    return connectionPage?.next.map { .button($0) }
  }

  /// Whether the focus is on something that must not be done by a key that was meant for something else.
  var isOnActing: Bool {
    switch focus {
    case .button(.create), .button(.perform), .button(.confirmSheet(.addresses)),
      .button(.confirmSheet(.deletion)):
      true
    default: false
    }
  }

  private mutating func focusMoved() {
    followsFocus = true
    if case .replacesKey = app.caution { stay() }
    cursor = text(of: focus)?.count ?? 0
    armedAt = nil
    isArmed = false
    if isOnActing {
      if !typedAhead.isEmpty { status = "What was typed ahead was dropped." }
      typedAhead = []
      terminalRequests.append(.discardInput)
    }
    if let list = choiceList(of: focus) { openList = newList(list) }
  }

  /// The state of a list that opens.
  private func newList(_ list: ChoiceList) -> ListState {
    guard focus == .inventory, let trace = inventoryBehind else {
      return ListState(list, of: focus, chosen: answer(at: focus))
    }
    return ListState(list, of: focus, like: trace)
  }

  /// Keeps a list's rows true to choices that came, went or changed.
  private mutating func choicesChanged(by event: App.Event) {
    if case .clockTicked = event { return }
    if openList == nil, event.edits(focus) { return }
    let focus = overlay?.asks == true ? focusBehind ?? focus : focus
    guard let list = choiceList(of: focus) else {
      // The filter and the mark are for the choices that come.
      if !isLoading(focus) { openList = nil }
      return
    }
    if openList?.control == focus {
      openList?.refresh(list)
    } else {
      openList = newList(list)
    }
  }

  /// How a control's question is put now; `nil` if it asks none.
  private func asking(at control: Control) -> Asking? {
    switch control {
    case .field(let id): app.form.draft.field(id).map(app.asking)
    case .inventory: app.inventory.asking
    case .apiKey, .networkName, .address, .deletionName, .problem, .group, .button: nil
    }
  }

  /// The answer that was picked.
  func answer(at control: Control) -> String {
    guard case .field(let id) = control else { return "" }
    return app.form.draft[id]
  }

  /// The choices of a control, if it is answered from a list now.
  func choiceList(of control: Control) -> ChoiceList? {
    guard case .choices(let list) = asking(at: control) else { return nil }
    return list
  }

  /// Whether the choices of a control are on their way.
  func isLoading(_ control: Control) -> Bool {
    guard case .loading = asking(at: control) else { return false }
    return true
  }

  /// The text that a control edits, if it edits one.
  func text(of control: Control) -> String? {
    switch control {
    case .apiKey: apiKey
    case .networkName: app.form.newNetworkName
    case .address(let field): app.connection?.addresses[field] ?? ""
    case .deletionName: app.connection?.deletionText
    case .field(let id):
      app.form.draft.field(id).flatMap { field in
        switch app.asking(of: field) {
        case .text, .secret: app.form.draft[id]
        case .choices, .naming, .loading, .failed, .nothing: nil
        }
      }
    case .inventory, .problem, .group, .button: nil
    }
  }

  /// Lays out the help for the place under it and the width of the window, where it isn't.
  mutating func arrangeHelp() {
    let columns = layout.formColumns
    guard help?.content.columns != columns || help?.place != situationBelow else { return }
    let search = help?.search ?? ""
    help = HelpState(helpSections, place: situationBelow, columns: columns)
    help?.setSearch(search)
  }

  mutating func setSearch(_ text: String) {
    guard text != help?.search else { return }
    help?.setSearch(text)
    scroll = 0
  }
}

extension App.Event {
  /// Whether it is a key typed into a control, which stays where it is.
  fileprivate func edits(_ control: Control) -> Bool {
    guard case .form(.answerEdited(let id, _)) = self else { return false }
    return control == .field(id)
  }

  /// Whether it shows another cross connect, or a sheet over it, or takes one away.
  fileprivate var turnsConnection: Bool {
    switch self {
    case .connection(.sheetOpened), .connection(.sheetClosed), .inventory(.chosen): true
    default: false
    }
  }
}
