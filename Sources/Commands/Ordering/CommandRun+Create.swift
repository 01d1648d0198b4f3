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
      let isOrder = options.purpose == .order
      // What is not known now has been ordered at the same time.
      let known = isOrder ? try knownOrders() : (try? knownOrders()) ?? KnownOrders()
      if options.generatesKeys {
        var generator = world.context.makeGenerator()
        answers.makeKeys(using: &generator)
      }
      let wizard = UnattendedApp(world)
      var coverage: Coverage?
      if !options.isOffline || answers.namesNetwork {
        wizard.start()
        do throws(CommandFailure) {
          coverage = try await load(wizard, &answers, options)
        } catch {
          throw error.beforeSending("Nothing was ordered.")
        }
      }
      if !isOrder { noteEarlierOrders(known, in: wizard) }
      answers.check(against: coverage, networks: wizard.app.choices.networks.whole)
      answers.notes.forEach { streams.note("Note: \($0)") }
      guard answers.problems.isEmpty else {
        if options.purpose == .check { write(problems: answers.problems, options.result) }
        throw CommandFailure(
          code: 2, ["Nothing was ordered. There is something to put right:"] + answers.problems)
      }
      guard !isOrder else {
        return try await finish(order(answers, options, wizard, since: known), options)
      }
      try show(answers, options)
      return 0
    }
  }

  /// Shows what would be ordered.
  private func show(_ answers: OrderAnswers, _ options: OrderOptions) throws(CommandFailure) {
    switch options.purpose {
    case .check:
      write(problems: [], options.result)
      if options.result.form == .text {
        streams.result("Telnyx offers this. Nothing was ordered.")
      }
    case .showRequest:
      let request = try request(of: answers)
      request.text(showingSecrets: options.result.showsKeys).split(separator: "\n")
        .map(String.init).forEach(streams.result)
      streams.note("Nothing was sent.")
    case .showCurl:
      let request = try request(of: answers)
      guard answers.madeKeys.isEmpty else {
        throw CommandFailure(
          code: 2,
          ["--generate-bgp-keys: --curl writes no files. Put a key into a file, and name it."])
      }
      guard request.secrets.allSatisfy(\.isPlain) else {
        throw CommandFailure(
          code: 2,
          ["--curl: A BGP key has a blank, \" or \\ in it. Leave out --curl: vxc can send it."])
      }
      request.curl(to: world.destination.baseURL).forEach(streams.result)
      if !request.secrets.isEmpty {
        streams.note(
          "Put the names of the files with the BGP keys in the place of the words in capitals. Nothing was sent."
        )
      }
    case .order: break
    }
  }

  /// The request of answers that have no problem.
  func request(of answers: OrderAnswers) throws(CommandFailure) -> CreateVXCRequest {
    do throws(IncompleteDraft) {
      return try answers.draft.makeRequest()
    } catch {
      throw CommandFailure(code: 2, error.problems.map(\.finding.sentence))
    }
  }

  /// Writes the outcome of a check as JSON; as text, the failure says it.
  private func write(problems: [String], _ options: ResultOptions) {
    guard options.form == .json else { return }
    let outcome: JSONValue = .object([
      "offered": .bool(problems.isEmpty),
      "problems": .array(problems.map { .string($0) }),
    ])
    streams.result(outcome.asAnswer)
  }

  // MARK: What there is

  /// Loads the networks and what can be ordered, and finds the network that is meant.
  ///
  /// - Returns: What can be ordered, if it could be loaded.
  private func load(
    _ wizard: UnattendedApp, _ answers: inout OrderAnswers, _ options: OrderOptions
  ) async throws(CommandFailure) -> Coverage? {
    await wizard.run { app in
      app.place == .signIn || app.choices.networks.isHere && app.choices.coverage.isHere
    }
    if wizard.app.place == .signIn {
      throw CommandFailure(code: 3, wizard.app.report.map { FailureReport($0).sentences } ?? [])
    }
    // The coverage is kept for the shell's completion, even if nothing is ordered.
    await wizard.finishFiles()
    // What is missing from the list may have the same name.
    if case .failed(let failure, _) = wizard.app.choices.networks,
      answers.namesNetwork || options.purpose == .check
    {
      throw CommandFailure(asking: failure, .notLoaded(.networks, isInPart: false, failure))
    }
    answers.settle(wizard.app.choices.networks.value ?? ChoiceList([]))
    switch wizard.app.choices.coverage {
    case .failed(let failure, _):
      let report = Report.notLoaded(.coverage, isInPart: false, failure)
      guard options.purpose != .check else { throw CommandFailure(asking: failure, report) }
      noteUnchecked(FailureReport(report).sentences.joined(separator: " "))
      return nil
    case .loaded(let coverage) where coverage.isEmpty:
      let sentence = Asking.Lack.words(forNoCoverage: coverage.omission)
      if options.purpose == .check {
        answers.lackCoverage(sentence)
      } else {
        noteUnchecked(sentence)
      }
      return coverage
    case .notAsked, .loading, .loaded:
      let coverage = wizard.app.choices.coverage.whole
      if let omission = coverage?.omission { streams.note("Note: \(omission.sentence)") }
      return coverage
    }
  }

  private func noteUnchecked(_ reason: String) {
    streams.note("Note: \(reason)")
    streams.note("  What is ordered is for Telnyx to check.")
  }
}

extension Loadable {
  /// Whether nothing more of it will come.
  fileprivate var isHere: Bool { !isNotAsked && !isLoading }
}
