internal import CrossConnect
public import Flows
public import FoundationEssentials
internal import TelnyxAPI

/// One cross connect: the way from its order to traffic, both circuits, and what can be done.
///
/// It shows the last answer, never what is hoped for.
public struct ConnectionPage: Hashable, Sendable {
  /// The state, in a few words.
  public let state: String
  /// The title: the state and the name.
  public let title: String
  /// What stands on the page.
  public let blocks: [Block]

  /// All actions, in the order of the page.
  public var actions: [PageAction] { blocks.flatMap(\.actions) }

  /// The actions that take the next steps.
  public var stepActions: [PageAction] {
    blocks.flatMap { block in
      if case .step = block { block.actions } else { [PageAction]() }
    }
  }

  /// The action with the focus at first: the next step, if the program can take it.
  public var next: PageAction? {
    for case .step(_, _, .due, _, let actions) in blocks {
      // That something was done in the cloud is not said by a key that was meant for something else.
      return actions.first { if case .tick = $0 { false } else { true } } ?? first
    }
    return first
  }

  private var first: PageAction? { actions.contains(.checkStatus) ? .checkStatus : actions.first }

  /// The page of a cross connect.
  ///
  /// - Parameters:
  ///   - connection: The cross connect.
  ///   - app: Knows the page before it.
  ///   - now: The time of day.
  ///   - showingSecrets: Whether BGP keys are readable.
  public init(of connection: Connection, in app: App, now: Date, showingSecrets: Bool = false) {
    let page = Maker(
      connection: connection, app: app, now: now, showingSecrets: showingSecrets)
    state = page.state
    title = page.title
    blocks = page.blocks
  }
}

private struct Maker {
  let connection: Connection
  let app: App
  let now: Date
  let showingSecrets: Bool

  private var connect: VirtualCrossConnect { connection.connect }
  private var offers: [ActionOffer] { connect.offers }

  var title: String {
    // The status first: it is seen in every window, however long the name.
    let name = connect.text("name").map {
      " - \(TextLayout.truncated(DisplayText.visible($0), to: 20))"
    }
    return state + (name ?? "")
  }

  var state: String {
    if connection.isGone { return "gone" }
    guard let status = connect.text("status") else { return "no status" }
    return connect.isJustCreated
      ? "created, not active yet" : "status: \(DisplayText.visible(status))"
  }

  var blocks: [Block] {
    guard !connection.isGone else { return whenGone }
    return identity + deadline + differences + steps + circuits
      + [.gap, .actions(last)] + obstacleToAnother + [.gap] + answer
  }

  private var whenGone: [Block] {
    [
      .error(OutcomeText.gone(connect)),
      .text("Nothing more can be done with it."), .gap,
      // A repeated key presses the first one.
      .actions(leaving + another),
    ] + obstacleToAnother
  }

  private var identity: [Block] {
    // Harmless buttons stand where every window shows them.
    [
      .single(label: "VXC ID", value: DisplayText.visible(connect.id)),
      .actions([.checkStatus] + (connection.canBeAwaited ? [.wait] : []), note: asOf),
      .gap,
    ]
  }

  /// How old the page is; a wait keeps it fresh, and counts its own time.
  private var asOf: String {
    guard !connection.isWaiting, let date = connection.lastFollowed else { return "" }
    return "as of \(date.clockTimeToSecond)"
  }

  private var deadline: [Block] {
    if let words = WaitText.vain(of: connection) { return [.error(words)] }
    if let words = WaitText.provisioned(connection) { return [.text(words)] }
    return (connection.isWaiting ? WaitText.lack(of: connect).map { [.warning($0)] } ?? [] : [])
      + (Acceptance(of: connection).map { [.warning($0.sentence(now: now))] } ?? [])
  }

  // MARK: The way to traffic

  private var steps: [Block] {
    if connect.isDeleting {
      return [.text("Telnyx is deleting it. Nothing more can be done with it.")]
    }
    guard connect.provider != nil else {
      return [.text("vxc does not know this cloud: it shows what Telnyx answered.")]
    }
    return unknownStatus
      + connection.steps.enumerated().map { index, entry in
        .step(
          number: index + 1, title: entry.step.title, entry.progress,
          words: words(for: entry.step, entry.progress), actions(for: entry.step, entry.progress))
      }
  }

  private var unknownStatus: [Block] {
    guard !connect.hasKnownStatus else { return [] }
    let status =
      connect.text("status").map { "vxc does not know the status \"\(DisplayText.visible($0))\"" }
      ?? "Telnyx's answer names no status"
    return [.warning("\(status): only deleting is offered.")]
  }

  private func words(for step: LifeStep, _ progress: VirtualCrossConnect.Progress) -> String {
    switch (step.goal, progress) {
    case (.ordered, _): order
    case (.announced, .later), (.announced, .due), (.addressed, .later), (.addressed, .due):
      obstacle(of: step.goal) ?? step.words(progress)
    case (.enabled, .due), (.enabled, .later): obstacle(of: step.goal) ?? enabling(step, progress)
    case (_, .done): ""
    case (_, .due), (_, .later): step.words(progress)
    }
  }

  /// What enabling means now.
  private func enabling(_ step: LifeStep, _ progress: VirtualCrossConnect.Progress) -> String {
    let isRouted = connect.circuits.contains { connect.announces($0) && !connect.isEnabled($0) }
    if isRouted { return "Routes are announced: enabling brings traffic back at once." }
    return step.words(progress)
  }

  /// What was ordered, in a line: by the order where that is known, else by the answer.
  private var order: String {
    let ordered = { (key: String) in connection.request?[key]?.text ?? connect.text(key) }
    let speed = ordered("bandwidth_mbps").flatMap { Bandwidth(parsing: $0) }
    let price = connect.provider.flatMap { provider in
      speed.map {
        PriceList.words(for: $0, rules: provider.rules)
          + PriceList.remark(onSecondary: asksForSecondary, rules: provider.rules)
      }
    }
    let region = connection.request?["region_code"]?.text ?? connect.regionCode
    let ends = [region, ordered("cloud_provider_region")].compactMap { $0 }
      .joined(separator: " - ")
    return [speed?.description, ends, price].compactMap { $0 }.filter { !$0.isEmpty }
      .map(DisplayText.visible).joined(separator: ", ")
  }

  private var asksForSecondary: Bool {
    connection.request?.asksForSecondary ?? (connect.circuits.count > 1)
  }

  /// Why a goal can't be reached now.
  private func obstacle(of goal: LifeStep.Goal) -> String? {
    offers.filter { $0.goal == goal }.compactMap(\.obstacle).first
  }

  private func actions(
    for step: LifeStep, _ progress: VirtualCrossConnect.Progress
  ) -> [PageAction] {
    guard progress != .done else {
      let isTaken = connection.ticked.contains(step.goal) && !app.session.destination.isDemo
      return isTaken && connect.isJustCreated ? [.untick(step.goal)] : []
    }
    let offered = offers.filter { $0.goal == step.goal && $0.obstacle == nil }
      .prefix(1).map { PageAction($0.action) }
    switch step.goal {
    case .accepted where progress == .due:
      guard let provider = connect.provider, app.session.destination.isDemo else {
        return [.tick(.accepted)]
      }
      return [.play(provider)]
    case .configured where progress == .due: return [.tick(.configured)]
    case .ordered, .provisioned, .accepted, .addressed, .enabled, .configured, .announced:
      return offered
    }
  }

  // MARK: What differs, and what else there is

  private var differences: [Block] {
    let found = DifferencesText.lines(for: connection)
    guard !found.isEmpty else { return [] }
    return [.warning(DifferencesText.title)] + found.map { .text("  \($0)") } + [.gap]
  }

  private var circuits: [Block] {
    guard connect.provider != nil, !connect.isDeleting else { return [] }
    return connect.consoleEntries.flatMap { circuit, entries -> [Block] in
      let isPair = connect.provider?.rules.circuits == .alwaysPaired
      let title = isPair ? "Both circuits" : "\(circuit.title) circuit"
      let actions = self.actions(of: isPair ? connect.circuits : [circuit])
      return [.gap, .heading("\(title): \(state(of: circuit))")]
        + entries.map {
          .entry(label: $0.label, value: $0.shown(showingSecrets: showingSecrets))
        } + (actions.isEmpty ? [] : [.actions(actions)])
    } + secondary
  }

  private func state(of circuit: Circuit) -> String {
    switch (connect.isEnabled(circuit), connect.announces(circuit)) {
    case (true, true): "enabled, routes announced"
    case (true, false): "enabled"
    case (false, true): "not enabled, its routes still announced"
    case (false, false): "not enabled"
    }
  }

  /// The actions on circuits, besides those of a step.
  private func actions(of circuits: [Circuit]) -> [PageAction] {
    let inSteps = steps.flatMap(\.actions)
    return
      offers
      .filter {
        $0.obstacle == nil && !$0.action.circuits.isEmpty
          && Set(circuits).isSuperset(of: $0.action.circuits)
      }
      .map { PageAction($0.action) }
      .filter {
        !inSteps.contains($0) && $0 != .perform(.addSecondary) && $0 != .openSheet(.deletion)
      }
  }

  private var secondary: [Block] {
    guard let offer = offers.first(where: { $0.action == .addSecondary }) else { return [] }
    return [
      .gap, .heading("Secondary circuit: none"),
      .text(
        offer.obstacle
          ?? "It can be added; Telnyx chooses its addresses and its key, and bills it."),
    ] + (offer.obstacle == nil ? [.actions([.perform(.addSecondary)])] : [])
  }

  private var last: [PageAction] {
    let commands: [PageAction] =
      connect.provider == nil || connect.isDeleting ? [] : [.openSheet(.commands)]
    let deletion: [PageAction] = connect.isDeleting ? [] : [.openSheet(.deletion)]
    return commands + another + deletion + leaving
  }

  private var another: [PageAction] { app.obstacleToAnother == nil ? [.another] : [] }

  private var obstacleToAnother: [Block] {
    switch app.obstacleToAnother {
    case .mayHaveOrdered:
      [.text("Another like this can't be ordered while the outcome of an order is not known.")]
    case .notRecorded where app.records.receiptFile == .notYet: []
    case .notRecorded:
      [.text("Another like this can't be ordered before the receipt of this one is written.")]
    case nil: []
    }
  }

  private var leaving: [PageAction] {
    [.help] + (app.opened == nil ? [.openList, .leave] : [.closeConnection, .leave])
  }

  private var answer: [Block] {
    [.heading("The whole answer")]
      + ResponseReport(of: connect).lines.map { line in
        .entry(
          label: line.label,
          value: line.isSecret && !showingSecrets ? MaskedText.masked(line.value) : line.value)
      }
  }
}

extension ActionOffer {
  /// The step that it takes, if it takes one.
  fileprivate var goal: LifeStep.Goal? {
    switch action {
    case .enable: .enabled
    case .setAddresses: .addressed
    case .announce: .announced
    case .disable, .withdraw, .addSecondary, .delete: nil
    }
  }
}

extension PageAction {
  /// The button for an action; some actions have a sheet of their own.
  init(_ action: ConnectionAction) {
    switch action {
    case .setAddresses: self = .openSheet(.addresses)
    case .delete: self = .openSheet(.deletion)
    case .enable, .disable, .announce, .withdraw, .addSecondary: self = .perform(action)
    }
  }
}
