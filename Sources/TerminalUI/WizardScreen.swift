public import CrossConnect
public import Flows
public import FoundationEssentials
internal import Presentation

/// The wizard on a screen: the app, and everything that a screen adds to it.
///
/// Events go in, effects and a frame come out; it does nothing itself.
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

  /// Work for the terminal besides drawing.
  public enum TerminalRequest: Hashable, Sendable {
    case repaint
    case suspend
    case discardInput
    /// Ring the bell: the wait has ended.
    case ring
    /// Print lines outside of the screen, and come back.
    case showPlainly([String])
    /// Put a text on the clipboard of the person's own terminal.
    case copy(Secret)
  }

  /// The app behind the screen.
  public private(set) var app: App
  /// The size of the window.
  public internal(set) var size: Size
  /// How the program should end; `nil` until then.
  public internal(set) var ending: Ending?
  /// The requests to the terminal, in order; the loop takes them.
  public internal(set) var terminalRequests: [TerminalRequest] = []
  let abilities: TerminalAbilities

  var focus = Control.button(.next)
  var cursor = 0
  /// The list of the focused field, also behind a question.
  var openList: ListState?
  /// The filter and the mark of the list of cross connects, while one of them is open.
  private var inventoryBehind: ListState.Trace?
  var revealed: Set<FieldID> = []
  var apiKey = ""
  var overlay: Overlay? {
    didSet { if overlay != .help { help = nil } }
  }
  /// The open help.
  var help: HelpState?
  /// The focus before a question was put over the form.
  var focusBehind: Control?
  /// The focus of the form before the list was opened over it.
  private var focusBehindList: Control?
  /// The rows and columns of each part, since the last `arrange()`.
  var layout: Layout
  /// The content of the form's rows, since the last `arrange()`.
  var shown = Content(columns: 0)
  /// The rows of an open list.
  var listRows = 0
  /// The number of lines scrolled away.
  var scroll = 0
  /// When Create may act: a moment after the focus came to it, so that no typed-ahead key orders.
  var armedAt: ContinuousClock.Instant?
  var isArmed = false
  /// The last key if it moved the focus or led to a caution, and until when it counts as held down.
  var held: (key: Key, until: ContinuousClock.Instant)?
  /// A digit that opened the field of an error, and until when another one makes it a correction.
  var begun: (digit: Character, until: ContinuousClock.Instant?)?
  /// Until when keys are ignored: keys typed during a wait must not act on the page of the answer.
  var guardedUntil: ContinuousClock.Instant?
  var needsGuard = false
  /// Whether the view follows the focus; not once the person has scrolled away.
  var followsFocus = true
  /// The keys and pastes for choices that are still on their way.
  var typedAhead: [TerminalEvent] = []
  /// The group of the review that is being changed, to come back to.
  var changedGroup: Int?
  /// When the wait for an answer from outside began.
  var waitingSince: Date?
  /// When the time of day matters next.
  var tickAt: ContinuousClock.Instant?
  /// The effects of the focus leaving a field; they join those of its cause.
  private var pendingEffects: [Effect] = []
  /// What was said last of an action that was done; a wait that goes on takes its place.
  private var toldDone = ""
  /// The message about the last key, gone with the next.
  var status = ""
  /// The time of day at the last event.
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

  /// Handles an event from outside, and keeps the focus on a control that exists.
  ///
  /// - Parameters:
  ///   - event: The event.
  ///   - instant: When it came, on the clock of the deadlines.
  ///   - now: The time of day.
  /// - Returns: The effects to carry out.
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

  /// Tells the app of the first key; from then on no draft takes the place of the form.
  mutating func begin() {
    if !app.records.hasBegun { pendingEffects += app.update(.records(.began)).effects }
  }

  /// Ends a caution.
  mutating func stay() {
    pendingEffects += app.update(.stayed).effects
  }

  mutating func takePendingEffects() -> [Effect] {
    defer { pendingEffects = [] }
    return pendingEffects
  }

  /// How long keys are ignored where a key meant for something else could cost money.
  static let guardTime = Duration.milliseconds(ReadingTime.milliseconds)

  /// Sends an event to the flows, and shows the place that it leads to.
  mutating func send(_ event: App.Event) -> [Effect] {
    let sheet = event == .connection(.sheetClosed) ? app.connection?.sheet : nil
    if event == .inventory(.opened) { focusBehindList = app.step == nil ? nil : focus }
    let reaction = app.update(event)
    if reaction.effects.contains(.leave) { ending = Ending(of: app) }
    choicesChanged(by: event)
    // What was said of the state before is over.
    if reaction.occurrences.contains(where: { isProgress($0) || $0 == .gone }) { status = "" }
    if case .connection(.followAnswered) = event, status == toldDone { status = "" }
    if case .connection(.performed) = event, status == Self.waitsForAnswer { status = "" }
    for occurrence in reaction.occurrences { tell(occurrence) }
    tellChange(by: event, in: reaction)
    if case .records(.draftsFound) = event, isOffering {
      // The form behind was not left: nothing was typed into it.
      openList = nil
      focus = .button(.resume)
      focusMoved()
    } else if case .records(.waitingFound) = event {
      // Enter opens it, unless the person is already at something else.
      if !app.records.hasBegun, controls.contains(.button(.openWaiting)) {
        focus(on: .button(.openWaiting))
      }
    } else if let place = reaction.placeBefore {
      needsGuard = place == .sending
      enterPlace()
      if case .inventory(.closed) = event, let control = focusBehindList,
        controls.contains(control)
      {
        focus(on: control)
      }
      if place == .outcomeUnknown, app.place == .result {
        status = OutcomeText(of: app).found
      }
    } else if let opener = sheet.map({ Control.button(.openSheet($0)) }), controls.contains(opener)
    {
      focus(on: opener)
    } else if event.turnsConnection {
      scroll = 0
      focus(on: connectionStart ?? controls.first ?? .button(.help))
    } else if case .connection(.performed) = event {
      // A key that repeats must do nothing more.
      needsGuard = true
      showProgress(from: .button(.checkStatus))
    } else if overlay == nil, reaction.occurrences.contains(where: { isProgress($0) }) {
      // Enter may be pressed again before an answer is read, so nothing that acts gets the focus.
      // In a demo the person has done it, as with a tick.
      let isPlayed = reaction.occurrences.contains(.played)
      let isHarmless = controls.contains(focus) && !isOnActing
      showProgress(from: isPlayed ? connectionStart : isHarmless ? focus : .button(.checkStatus))
    } else if !app.form.problems.isEmpty, event == .form(.nextPressed) {
      focus(on: .problem(0))
    } else if case .form(.networkCreated(.success(let network))) = event, let next = afterNetwork {
      focus(on: .field(next.id))
      status = "The network \(DisplayText.visible(network.name)) was created."
    } else if !event.edits(focus), !controls.contains(focus) {
      focus(on: firstControl ?? .button(.help))
    }
    if reaction.occurrences.contains(.waitingEnded) { terminalRequests.append(.ring) }
    if reaction.occurrences.contains(where: { isToBeRead($0) }) { bringReportIntoView() }
    return reaction.effects
  }

  /// Says in the status line what has happened.
  private mutating func tell(_ occurrence: Occurrence) {
    switch occurrence {
    case .takenApart(let fields): status = TakenApartText.sentence(for: fields, in: app.form.draft)
    case .addressesTakenApart(let circuit):
      status = app.connection.map { TakenApartText.sentence(for: circuit, in: $0) } ?? ""
    case .addressesKept: status = AddressSheet.kept
    case .played: status = app.connection.flatMap(OutcomeText.played) ?? ""
    case .done(let action):
      status = action.doneSentence
      toldDone = status
    case .settled(let action): status = action.settledSentence
    case .failed(.notFound(let words, several: true)) where app.place == .inventory:
      // The list shows only what may be meant.
      if openList != nil { setFilter(words) }
    default: break
    }
  }

  /// Says what somebody else has changed since the last look, or Telnyx itself.
  private mutating func tellChange(by event: App.Event, in reaction: Reaction) {
    let isSettled = reaction.occurrences.contains { if case .settled = $0 { true } else { false } }
    let action: ConnectionAction? =
      if case .connection(.performed(let action, _, at: _)) = event { action } else { nil }
    for case .followed(before: let earlier) in reaction.occurrences where !isSettled {
      guard let later = app.connection?.connect,
        let sentence = ChangesText.sentence(from: earlier, to: later, besides: action)
      else { continue }
      status = action == nil || status.isEmpty ? sentence : "\(status) \(sentence)"
    }
  }

  /// The question after the one for the network.
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

  /// Shows a cross connect's page from its beginning, as far as the focus stays in view.
  private mutating func showProgress(from control: Control?) {
    guard app.connection?.sheet == nil else { return }
    if let control, controls.contains(control) { focus(on: control) }
    scroll = 0
    followsFocus = true
  }

  /// Whether something was reported, or a candidate found.
  private func isToBeRead(_ occurrence: Occurrence) -> Bool {
    switch occurrence {
    case .failed: true
    case .looked: app.submission.unresolved?.candidates.isEmpty == false
    default: false
    }
  }

  /// Scrolls to the report, which stands above everything else.
  private mutating func bringReportIntoView() {
    guard overlay == nil, !isOffering else { return }
    scroll = 0
    followsFocus = false
    arrange()
    guard !showsFocus, let first = firstControl else { return }
    // Enter must mean a control in view.
    focus(on: first)
    followsFocus = false
  }

  /// Puts the focus where a page begins.
  mutating func enterPlace() {
    // An open question stays open: its answer is not for the new page.
    guard overlay != .quit else {
      focusBehind = nil
      if !controls.contains(focus) { focus = firstControl ?? focus }
      return
    }
    overlay = nil
    revealed = []
    scroll = 0
    let inventory = openList?.control == .inventory ? openList : nil
    if app.place == .result, let id = app.connection?.connect.id {
      let filter = inventory?.filter ?? inventoryBehind?.filter ?? ""
      inventoryBehind = ListState.Trace(filter: filter, marked: id)
    } else if inventory != nil {
      inventoryBehind = nil
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

  /// The control that a page of the form begins with.
  var firstQuestion: Control? {
    // A person who types ahead can't know what has answered itself.
    guard app.step != nil, app.step != .review, typedAhead.isEmpty else { return nil }
    return app.form.firstQuestion.flatMap { app.form.draft.field($0) }.map { control(of: $0) }
  }

  mutating func focus(on control: Control) {
    guard control != focus else { return focusMoved() }
    if case .field(let id) = focus {
      pendingEffects += app.update(.form(.fieldLeft(id))).effects
      openList = nil
    }
    if case .address(let field) = focus {
      let reaction = app.update(.connection(.addressLeft(field)))
      pendingEffects += reaction.effects
      reaction.occurrences.forEach { tell($0) }
    }
    // A secret is shown only while the focus is on it; those of a cross connect belong to its page.
    if app.place != .result { revealed = [] }
    focus = control
    focusMoved()
  }

  /// The control that a cross connect's page begins with, or the sheet over it.
  private var connectionStart: Control? {
    guard app.place == .result, let connection = app.connection else { return nil }
    guard connection.sheet == nil else { return controls.first }
    return connectionPage?.next.map { .button($0) }
  }

  /// Whether the focused control must not be pressed by a key that was meant for something else.
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
    switch app.caution {
    // Its words go with the next key: away from the button it must not stay armed unseen.
    case .replacesKey, .acts, .replacesAnswers, .ordersAnotherWithoutKey: stay()
    default: break
    }
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
    let state = ListState(list, of: focus, like: trace)
    // A filter that finds nothing any more would swallow what is typed next.
    let isWhole = list.rest != .loading
    return state.matches.isEmpty && !list.choices.isEmpty && isWhole
      ? ListState(list, of: focus, chosen: trace.marked ?? "") : state
  }

  /// Updates the list's rows after choices came, went or changed.
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

  /// How a control's question is asked now; `nil` if the control asks none.
  private func asking(at control: Control) -> Asking? {
    switch control {
    case .field(let id): app.form.draft.field(id).map { app.asking(of: $0) }
    case .inventory: app.inventory.asking
    case .apiKey, .networkName, .address, .deletionName, .problem, .group, .button: nil
    }
  }

  /// The answer of a control's question.
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

  /// Lays out the help again if its place or the window's width has changed.
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
  /// Whether it is a key typed into a control.
  fileprivate func edits(_ control: Control) -> Bool {
    guard case .form(.answerEdited(let id, _)) = self else { return false }
    return control == .field(id)
  }

  /// Whether it opens or leaves a cross connect, or a sheet over it.
  fileprivate var turnsConnection: Bool {
    switch self {
    case .connection(.sheetOpened), .connection(.sheetClosed), .connection(.ticked),
      .inventory(.chosen):
      true
    default: false
    }
  }
}
