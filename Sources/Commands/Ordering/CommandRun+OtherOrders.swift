internal import CrossConnect
internal import Flows
internal import Presentation
internal import TelnyxAPI

/// Nobody orders the same twice by mistake: what other runs have ordered, or are ordering now, comes first.
extension CommandRun {
  /// The orders that the files tell of now.
  func knownOrders() throws(CommandFailure) -> KnownOrders {
    do throws(StorageFailure) {
      return try KnownOrders(in: world.context.files, for: world.destination.baseURL)
    } catch {
      throw Self.unrecorded(error)
    }
  }

  static func unrecorded(_ failure: StorageFailure) -> CommandFailure {
    let words = "The order could not be written down before it is sent: \(failure.reason)."
    return CommandFailure(code: 2, [words, "Nothing was ordered."])
  }

  /// Notes the earlier orders of which nobody knows the outcome, where nothing is ordered now.
  func noteEarlierOrders(_ known: KnownOrders, in wizard: UnattendedApp) {
    for draft in known.open {
      let words = EarlierOrderText.sentence(for: draft, in: wizard.app, now: world.context.now())
      streams.note("Note: \(words) vxc create looks for it before it orders.")
    }
    known.unreadable.forEach { streams.note("Note: \(Self.unreadable($0))") }
  }

  private static func unreadable(_ path: String) -> String {
    "A draft can't be read, and may be the record of an order: \(DisplayText.visible(path))."
  }

  // MARK: Before an order

  /// Claims an order, so that no two commands order the same at the same time.
  ///
  /// - Returns: The claimed file; `nil` if another command has it, and a person decides.
  /// - Throws: `CommandFailure` if another command has claimed it, and no person is asked.
  func claim(
    _ request: CreateVXCRequest, _ options: OrderOptions
  ) throws(CommandFailure) -> String? {
    // The name tells one order from another; keys are made anew by each command.
    var hash = FNV1a()
    hash.add(world.destination.baseURL.description)
    for member in request.members where !member.isSecret {
      hash.add("\(member.key) \(member.value.jsonText)")
    }
    let name = ".order-\(hash.text)"
    let files = world.context.files
    let isFree: Bool
    do throws(StorageFailure) {
      isFree = try files.reserve(name, in: .drafts)
    } catch {
      throw Self.unrecorded(error)
    }
    guard isFree else {
      try doubt(
        "Another vxc is at work on the same order now. A second one is billed, too.",
        Self.adviceToOrderBoth, options)
      return nil
    }
    world.standing.leave(.claim) { try? files.remove(name, in: .drafts) }
    return name
  }

  /// Ends a claim.
  func release(_ claim: String?) {
    world.standing.leave(.claim, nil)
    if let claim { try? world.context.files.remove(claim, in: .drafts) }
  }

  /// Checks that no draft is unreadable, and that nobody has ordered the same since this command began.
  func expectNoOther(
    _ request: CreateVXCRequest, since before: KnownOrders, _ options: OrderOptions
  ) throws(CommandFailure) {
    let known = try knownOrders()
    if let path = known.unreadable.first {
      try doubt(
        Self.unreadable(path),
        "Check with vxc list what was ordered. Then delete that file.", options)
    }
    if let id = known.created(by: request, since: before) {
      try doubt(
        "Another vxc has just ordered the same: \(DisplayText.visible(id)). A second one is billed, too.",
        Self.adviceToOrderBoth, options)
    }
  }

  /// Checks that no other vxc has the draft open of an order for the same whose outcome is not known.
  func expectNoneOpenElsewhere(
    _ request: CreateVXCRequest, _ options: OrderOptions, _ wizard: UnattendedApp
  ) throws(CommandFailure) {
    if let draft = try knownOrders().open.first(where: { $0.ordersTheSame(as: request) }) {
      let words = EarlierOrderText.sentence(for: draft, in: wizard.app, now: world.context.now())
      try doubt(
        "\(words) Another vxc has it open.",
        "Go on with it there, or end that vxc: then vxc create looks for it.", options)
    } else if wizard.app.records.found.inUse > 0 {
      streams.note("Note: Another vxc has a draft open, or an order under way.")
    }
  }

  private static let adviceToOrderBoth =
    "Check with vxc list what became of it. To order both, give each its name; or leave out --yes, to be asked."

  /// Tells a person, who is asked later, why a second order may be one too many; else refuses it.
  private func doubt(
    _ words: String, _ advice: String, _ options: OrderOptions
  ) throws(CommandFailure) {
    guard streams.canAsk, !options.isConfirmed else {
      throw CommandFailure(code: 2, [words, "Nothing was ordered.", advice])
    }
    streams.say("vxc: \(words)")
  }

  /// Looks for an order of an earlier run whose outcome isn't known, if there is one.
  ///
  /// - Returns: Its draft, if there was one, and it was found.
  /// - Throws: `CommandFailure` if its outcome is still not known; then nothing else is ordered.
  func resumedOrder(_ wizard: UnattendedApp) async throws(CommandFailure) -> SavedDraft? {
    await wizard.findDrafts()
    while let draft = wizard.app.records.offered.first {
      guard draft.progress.mayBeOrdered else {
        wizard.send(.records(.leaveFoundPressed))
        continue
      }
      let words = EarlierOrderText.sentence(for: draft, in: wizard.app, now: world.context.now())
      wizard.send(.records(.resumePressed))
      streams.say("vxc: \(words) vxc looks for it first.")
      await wizard.run { $0.isOrderSettled }
      await wizard.finishFiles()
      guard let found = wizard.app.ordered else { throw await failure(of: wizard, isEarlier: true) }
      streams.say("It was found: \(DisplayText.visible(found.connect.id)).")
      return draft
    }
    return nil
  }
}
