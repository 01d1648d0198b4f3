internal import CrossConnect
internal import Flows
internal import Presentation
internal import TelnyxAPI

extension CommandRun {
  /// Orders a cross connect, or shows what would be ordered.
  ///
  /// - Returns: The exit code.
  public func create(_ options: OrderOptions) async -> Int32 {
    await carriedOut { () async throws(CommandFailure) -> Int32 in
      var answers = OrderAnswers(options)
      if options.generatesKeys {
        var generator = world.context.makeGenerator()
        answers.makeKeys(using: &generator)
      }
      let isNamed = !CloudAccount.isUUID(answers.draft.value(.network))
      let isOffline = options.isOffline && !isNamed
      let wizard = UnattendedApp(world)
      var coverage: Coverage?
      if !isOffline {
        guard !world.key.isEmpty else {
          throw CommandFailure(
            code: 3,
            ["--network: without an API key no name can be looked up. Give the network's ID."])
        }
        await wizard.start()
        coverage = try await load(wizard, &answers, isNamed: isNamed, options)
      }
      answers.check(against: coverage)
      answers.notes.forEach { streams.note("Note: \($0)") }
      guard answers.problems.isEmpty else {
        throw CommandFailure(
          code: 2, ["Nothing was ordered. There is something to put right:"] + answers.problems)
      }
      return try await finish(answers, options, wizard)
    }
  }

  private func finish(
    _ answers: OrderAnswers, _ options: OrderOptions, _ wizard: UnattendedApp
  ) async throws(CommandFailure) -> Int32 {
    switch options.purpose {
    case .check:
      streams.result("Telnyx offers this. Nothing was ordered.")
    case .showRequest:
      let request = try request(of: answers)
      request.text(showingSecrets: options.result.showsKeys).split(separator: "\n")
        .map(String.init).forEach(streams.result)
      streams.note("Nothing was sent.")
    case .showCurl:
      let request = try request(of: answers)
      request.curl(to: world.destination.baseURL).forEach(streams.result)
      if !request.secrets.isEmpty {
        streams.note("Put the BGP keys in the place of the words in capitals. Nothing was sent.")
      }
    case .order:
      return try await order(answers, options, wizard)
    }
    return 0
  }

  private func request(of answers: OrderAnswers) throws(CommandFailure) -> CreateVXCRequest {
    do throws(IncompleteDraft) {
      return try answers.draft.makeRequest()
    } catch {
      throw CommandFailure(code: 2, error.problems.map(\.finding.sentence))
    }
  }

  // MARK: What there is

  /// Loads the networks and what can be ordered, and takes the network that was named.
  ///
  /// - Returns: What can be ordered, if it could be loaded.
  private func load(
    _ wizard: UnattendedApp, _ answers: inout OrderAnswers, isNamed: Bool, _ options: OrderOptions
  ) async throws(CommandFailure) -> Coverage? {
    await wizard.run { app in
      app.place == .signIn || app.choices.networks.isHere && app.choices.coverage.isHere
    }
    if wizard.app.place == .signIn {
      throw CommandFailure(code: 3, wizard.app.report.map { FailureReport($0).sentences } ?? [])
    }
    // The coverage is kept for the shell's completion, even if nothing is ordered.
    await wizard.finishFiles()
    if isNamed { try take(wizard.app.choices.networks, &answers) }
    guard case .failed(let failure, _) = wizard.app.choices.coverage else {
      return wizard.app.choices.coverage.whole
    }
    let report = Report.notLoaded(.coverage, isInPart: false, failure)
    guard options.purpose != .check else { throw CommandFailure(asking: failure, report) }
    streams.note("Note: \(FailureReport(report).sentences.joined(separator: " "))")
    streams.note("  What is ordered is for Telnyx to check.")
    return nil
  }

  private func take(
    _ networks: Loadable<ChoiceList>, _ answers: inout OrderAnswers
  ) throws(CommandFailure) {
    let name = answers.draft.value(.network)
    guard !name.isEmpty else { return }
    let found = (networks.value?.choices ?? []).filter { $0.title == DisplayText.visible(name) }
    if case .failed(let failure, _) = networks, found.isEmpty {
      throw CommandFailure(asking: failure, .notLoaded(.networks, isInPart: false, failure))
    }
    guard let first = found.first, found.count == 1 else {
      let quoted = "\"\(DisplayText.visible(name))\""
      throw CommandFailure(
        code: 2,
        found.isEmpty
          ? ["--network: this account has no network called \(quoted). Nothing was ordered."]
          : ["--network: several networks are called \(quoted). Name one by its ID:"]
            + found.map { DisplayText.visible($0.value) })
    }
    answers.settle(network: first.value)
  }
}

extension Loadable {
  /// Whether nothing more of it will come.
  fileprivate var isHere: Bool { !isNotAsked && !isLoading }
}
