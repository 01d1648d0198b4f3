internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation
internal import TelnyxAPI

/// Orders once: the order is on disk before it is sent, and looked for if no answer comes.
extension CommandRun {
  func order(
    _ answers: OrderAnswers, _ options: OrderOptions, _ begun: UnattendedApp
  ) async throws(CommandFailure) -> Int32 {
    var wizard = begun
    while try await resumesEarlierOrder(wizard) {
      let found = wizard.app.ordered?.connect
      // A script repeats itself after "outcome unknown": the cross connect that it wants exists already.
      if let found, let request = try? answers.draft.makeRequest(),
        !request.differences(from: found).contains(where: {
          // Each run of a command makes other keys for the same order.
          $0.found != nil && answers.madeKeys[$0.key] == nil
        })
      {
        streams.say("The earlier order was this one: nothing is ordered again.")
        if !answers.madeKeys.isEmpty {
          streams.say("It has the BGP keys of the earlier order, if any.")
        }
        return try await finish(wizard, options)
      }
      wizard = UnattendedApp(world)
      await wizard.start()
    }
    if wizard.app.records.found.inUse > 0 {
      streams.note("Note: Another vxc has a draft open, or an order under way.")
    }
    try await confirmOrder(answers, options, wizard)
    let keyFile = try write(answers.madeKeys)
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
    guard wizard.app.ordered != nil else {
      let isRefused = !wizard.app.mayHaveOrdered
      let failure = await failure(of: wizard)
      guard isRefused, let keyFile, remove(keyFile) else { throw failure }
      throw failure.adding("The file with the BGP keys was deleted.")
    }
    return try await finish(wizard, options)
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

  private static func unrecorded(_ failure: StorageFailure) -> CommandFailure {
    let words = "The order could not be written down before it is sent: \(failure.reason)."
    return CommandFailure(code: 2, [words, "Nothing was ordered."])
  }

  // MARK: Orders of others

  /// Claims the order, so that no two commands with the same answers run at the same time.
  ///
  /// - Returns: The claimed file; `nil` if there is none, and a person decides.
  /// - Throws: `CommandFailure` if another command has claimed it, and no person is asked.
  func claimOrder(
    _ answers: OrderAnswers, _ options: OrderOptions
  ) throws(CommandFailure) -> String? {
    // The name tells one order from another; keys are made anew by each command.
    var hash = FNV1a()
    hash.add(world.destination.baseURL.description)
    for member in answers.draft.requestSoFar.members where !member.isSecret {
      hash.add("\(member.key) \(member.value.jsonText)")
    }
    let name = ".order-\(hash.text)"
    let isFree: Bool
    do throws(StorageFailure) {
      isFree = try world.context.files.reserve(name, in: .drafts)
    } catch {
      throw Self.unrecorded(error)
    }
    guard !isFree else { return name }
    let words = "Another vxc is at work on the same order now. A second one is billed, too."
    guard streams.canAsk, !options.isConfirmed else {
      let advice =
        "Check with vxc list what became of it. To order both, give each its name; or leave out --yes, to be asked."
      throw CommandFailure(code: 2, [words, "Nothing was ordered.", advice])
    }
    streams.say("vxc: \(words)")
    return nil
  }

  // MARK: Earlier orders

  /// Looks for an order of an earlier run whose outcome isn't known, if there is one.
  ///
  /// - Returns: Whether there was one, and it was found.
  /// - Throws: `CommandFailure` if its outcome is still not known; then nothing else is ordered.
  private func resumesEarlierOrder(_ wizard: UnattendedApp) async throws(CommandFailure) -> Bool {
    while let draft = wizard.app.records.offered.first {
      guard draft.progress.mayBeOrdered else {
        wizard.send(.records(.leaveFoundPressed))
        continue
      }
      let words = EarlierOrderText.sentences(
        for: draft, in: wizard.app, now: world.context.now())
      wizard.send(.records(.resumePressed))
      streams.say("vxc: \(words)")
      await wizard.run { $0.isOrderSettled }
      await wizard.finishFiles()
      guard let found = wizard.app.ordered else { throw await failure(of: wizard, isEarlier: true) }
      streams.say("It was found: \(DisplayText.visible(found.connect.id)).")
      return true
    }
    return false
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

  private func finish(
    _ wizard: UnattendedApp, _ options: OrderOptions
  ) async throws(CommandFailure) -> Int32 {
    guard let ordered = wizard.app.ordered else { return 1 }
    if wizard.wasLookedFor { streams.note(OutcomeText(of: wizard.app).found) }
    // A program gets one document: what it waits for is in the last one.
    if options.result.form == .text || options.waitsSeconds == nil {
      write(ordered.connect, options.result)
    }
    ReportText.filesLines(of: wizard.app).forEach(streams.note)
    guard let seconds = options.waitsSeconds else { return 0 }
    return try await wait(forOrdered: ordered.connect, atMost: seconds, options.result)
  }

  private func failure(
    of wizard: UnattendedApp, isEarlier: Bool = false
  ) async -> CommandFailure {
    let app = wizard.app
    var lines: [String] = []
    let refused = app.form.problems.filter(\.isFromAPI)
    if let unknown = app.submission.unresolved {
      lines = ["We do not know whether the cross connect was created.", unknown.sentSentence]
      lines += unknown.looks.map { "\($0.at.clockTimeToSecond)  \($0.words)" }
      lines += unknown.candidates.flatMap { ["May be yours: \($0.title)"] + $0.remarks }
      if !isEarlier { lines.append("Nothing was ordered again.") }
      lines.append("vxc, in a terminal, shows it and asks what to do; vxc create looks again.")
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
  fileprivate var isOrderSettled: Bool {
    guard place != .signIn, ordered == nil else { return true }
    switch submission.state {
    case .open, .created: return true
    case .preparing, .sending: return false
    case .unknown(let unknown):
      return unknown.mayCreateAgain || !unknown.candidates.isEmpty || unknown.isOfOtherAccount
        || unknown.looks.count >= 2 * UnknownOrder.looksNeeded && !unknown.isLooking
    }
  }
}
