internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation
internal import TelnyxAPI

/// Orders once: the order is on disk before it is sent, and looked for if no answer comes.
extension CommandRun {
  /// Orders, unless an earlier order is found that is the same.
  ///
  /// - Parameters:
  ///   - answers: The answers, which have no problem.
  ///   - options: The options of the command line.
  ///   - begun: Knows the account's networks.
  ///   - before: The orders that were known when the command began.
  /// - Returns: The machines with the cross connect that was ordered.
  /// - Throws: `CommandFailure` if it isn't known that there is one.
  func order(
    _ answers: OrderAnswers, _ options: OrderOptions, _ begun: UnattendedApp,
    since before: KnownOrders
  ) async throws(CommandFailure) -> UnattendedApp {
    let request = try request(of: answers)
    let claim = try claim(request, options)
    defer { release(claim) }
    try expectNoOther(request, since: before, options)
    var wizard = begun
    while let earlier = try await resumedOrder(wizard) {
      // A script repeats itself after "outcome unknown": the cross connect that it wants exists already.
      if let found = wizard.app.ordered?.connect, earlier.ordersTheSame(as: request),
        !request.differences(from: found).contains(where: {
          // Each run of a command makes other keys for the same order.
          $0.found != nil && answers.madeKeys[$0.key] == nil
        })
      {
        streams.say(
          found.isDeleting
            ? "The earlier order was this one, and Telnyx is deleting it: nothing is ordered again."
            : "The earlier order was this one: nothing is ordered again.")
        if !answers.madeKeys.isEmpty {
          streams.say("It has the BGP keys of the earlier order, if any.")
        }
        return wizard
      }
      // Without a receipt, its draft would be found again.
      if case .failed(let failure) = wizard.app.records.receiptFile {
        throw Self.unrecorded(failure)
      }
      wizard = UnattendedApp(world)
      wizard.start()
    }
    try expectNoneOpenElsewhere(request, options, wizard)
    try await confirmOrder(answers, options, wizard)
    try await send(answers, wizard)
    return wizard
  }

  /// Sends an order once it is on the disk, and looks for it if no answer comes.
  private func send(
    _ answers: OrderAnswers, _ wizard: UnattendedApp
  ) async throws(CommandFailure) {
    let keyFile = try write(answers.madeKeys)
    wizard.leaveNoDraft()
    wizard.send(.form(.filled(answers.draft)))
    await wizard.run { $0.records.draftFile != .notYet }
    // Without a record, a run that follows a lost answer would order a second one.
    if case .failed(let failure) = wizard.app.records.draftFile {
      if let keyFile { _ = remove(keyFile) }
      throw Self.unrecorded(failure)
    }
    wizard.send(.form(.submitPressed))
    await wizard.run { $0.isOrderSettled }
    await wizard.finishFiles()
    guard wizard.app.ordered == nil else { return }
    let isRefused = !wizard.app.mayHaveOrdered
    let failure = await failure(of: wizard)
    guard isRefused, let keyFile, remove(keyFile) else { throw failure }
    throw failure.adding("The file with the BGP keys was deleted.")
  }

  private func confirmOrder(
    _ answers: OrderAnswers, _ options: OrderOptions, _ wizard: UnattendedApp
  ) async throws(CommandFailure) {
    let question = "Order this cross connect?"
    guard !options.isConfirmed, streams.canAsk else {
      return try await confirm(question, by: "create", isGiven: options.isConfirmed)
    }
    let summary = OrderSummary(of: wizard.app.showing(answers.draft))
    for row in summary.groups.flatMap(\.rows) {
      streams.say("  \(row.label): \(row.value)")
    }
    streams.say("  Price: \(summary.price) (\(PriceList.remark))")
    try await confirm(question, by: "create", isGiven: false)
  }

  // MARK: Keys

  /// Writes the generated keys to a file before the order is sent: somebody must have them.
  ///
  /// - Returns: The name of the file; `nil` if no keys were generated.
  private func write(_ keys: [String: Secret]) throws(CommandFailure) -> String? {
    guard !keys.isEmpty else { return nil }
    let json = JSONValue.object(keys.mapValues { .string($0.revealed) })
    let name = "bgp-\(String(world.context.randomBits() >> 16, radix: 16)).json"
    let files = world.context.files
    do throws(StorageFailure) {
      try files.write(Data((json.jsonText + "\n").utf8), to: name, in: .keys)
    } catch {
      throw CommandFailure(
        code: 2, ["The BGP keys could not be written: \(error.reason). Nothing was ordered."])
    }
    world.standing.leave(.keyFile) { try? files.remove(name, in: .keys) }
    streams.say(
      "BGP keys: \(files.path(of: name, in: .keys)), for you only. Delete it once the cloud has them."
    )
    return name
  }

  /// Removes a file of generated keys that no cross connect has.
  ///
  /// - Returns: Whether it is gone.
  private func remove(_ keyFile: String) -> Bool {
    (try? world.context.files.remove(keyFile, in: .keys)) != nil
  }

  // MARK: What came of it

  /// Writes what was ordered, and waits for it if the command line says so.
  ///
  /// - Returns: The exit code.
  func finish(
    _ wizard: UnattendedApp, _ options: OrderOptions
  ) async throws(CommandFailure) -> Int32 {
    guard let ordered = wizard.app.ordered else { return 1 }
    if wizard.wasLookedFor { streams.note(OutcomeText(of: wizard.app).found) }
    // A program gets one document: what it waits for is in the last one.
    if options.result.form == .text || options.waitsSeconds == nil {
      write(ordered.connect, options.result)
    }
    ReportText.filesLines(of: wizard.app).forEach(streams.note)
    guard let seconds = options.waitsSeconds else {
      guard ordered.connect.isDeleting else { return 0 }
      streams.say("vxc: Telnyx is deleting it.")
      return 7
    }
    return try await wait(forOrdered: ordered.connect, atMost: seconds, options.result)
  }

  func failure(
    of wizard: UnattendedApp, isEarlier: Bool = false
  ) async -> CommandFailure {
    let app = wizard.app
    var lines: [String] = []
    let refused = app.form.problems.filter(\.isFromAPI)
    if let unknown = app.submission.unresolved {
      lines = ["We do not know whether the cross connect was created.", unknown.sentSentence]
      lines += unknown.looks.map { "\($0.at.clockTimeToSecond)  \($0.words)" }
      lines += unknown.candidates.flatMap { ["May be yours: \($0.title)"] + $0.remarks }
      if let end = unknown.notBefore {
        let wait = WaitText.length(until: end, now: world.context.now())
        lines.append("Telnyx asks to wait \(wait) before the next look.")
      }
      if !isEarlier { lines.append("Nothing was ordered again.") }
      // What stands there already will stand there again.
      let looksAgain = unknown.candidates.isEmpty && unknown.network != nil
      lines.append(
        "vxc, in a terminal, shows it and asks what to do"
          + (looksAgain ? "; vxc create looks again." : "."))
    } else if !refused.isEmpty {
      lines = ["Not created. Telnyx refused it:"] + refused.map(OptionText.sentence)
    } else if let report = app.report {
      lines = FailureReport(report).sentences
    } else {
      lines = ["Nothing was ordered."] + app.form.problems.map(OptionText.sentence)
    }
    if isEarlier { lines.append("The new order was not sent.") }
    if !app.mayHaveOrdered {
      // The answers are on the command line, so no draft is offered later.
      wizard.send(.discardConfirmed)
      await wizard.finishFiles()
    }
    let code = Ending(of: app).code
    return CommandFailure(code: code == 130 ? 2 : code, lines)
  }
}

extension App {
  /// Whether the order has come to its end.
  var isOrderSettled: Bool {
    guard place != .signIn, ordered == nil else { return true }
    switch submission.state {
    case .open, .created: return true
    case .preparing, .sending: return false
    case .unknown(let unknown):
      return unknown.network == nil || unknown.mayCreateAgain || !unknown.candidates.isEmpty
        || unknown.isOfOtherAccount
        || unknown.looks.count >= 2 * UnknownOrder.looksNeeded && !unknown.isLooking
    }
  }
}
