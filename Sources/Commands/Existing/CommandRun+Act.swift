public import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation
internal import TelnyxAPI

/// What a command can do with a cross connect that exists.
public enum Act: Hashable, Sendable {
  /// These circuits, or all that are not enabled if none is named.
  case enable([Circuit])
  case disable([Circuit])
  case announce([Circuit])
  case withdraw([Circuit])
  case setAddresses([Circuit: ConnectionAction.AddressPair])
  /// With the name that the command line repeats, if it does.
  case delete(confirmed: String?)
}

extension CommandRun {
  /// Does something with a cross connect: one request, looked up if its outcome stays open.
  ///
  /// - Parameters:
  ///   - act: What to do.
  ///   - words: The cross connect's identifier, its beginning, or its name.
  ///   - isConfirmed: Whether the command line confirms it.
  ///   - options: The form of the result.
  /// - Returns: The exit code.
  public func act(
    _ act: Act, on words: String, isConfirmed: Bool, _ options: ResultOptions
  ) async -> Int32 {
    world.standing.note("Nothing was sent.")
    return await carriedOut { () async throws(CommandFailure) -> Int32 in
      let connect: VirtualCrossConnect
      do throws(CommandFailure) {
        connect = try await self.connect(called: words)
      } catch {
        throw error.beforeSending("Nothing was sent.")
      }
      guard let action = try act.action(on: connect) else {
        streams.note("Nothing to do: \(connect.circuitsInWords).")
        write(connect, after: options)
        return 0
      }
      if let obstacle = connect.obstacle(to: action) {
        let lacks = connect.lacksAddresses(for: action)
        let way = lacks ? ["vxc set-addresses takes them, and enables."] : []
        throw CommandFailure(code: 2, [obstacle] + way + ["Nothing was sent."])
      }
      var connection = Connection(connect, orderedAt: nil)
      let reaction = connection.begin(action)
      guard connection.problems.isEmpty else {
        throw CommandFailure(
          code: 2,
          ["Nothing was sent. There is something to put right:"]
            + connection.problems.sentences(without: action.circuits))
      }
      if case .setAddresses = action {
        for field in connection.addresses.fields {
          for finding in connection.addresses.findings(in: field) {
            streams.note("Note: \(OptionText.sentence(finding.sentence, about: field.option))")
          }
        }
      }
      try await confirm(act, action, on: connect, isConfirmed: isConfirmed)
      return try await carryOut(reaction, of: action, on: connection, options)
    }
  }

  private func confirm(
    _ act: Act, _ action: ConnectionAction, on connect: VirtualCrossConnect, isConfirmed: Bool
  ) async throws(CommandFailure) {
    let name = connect.nameInWords
    guard case .delete(let confirmed) = act else {
      return try await confirm(action.question(about: name), by: "yes", isGiven: isConfirmed)
    }
    guard confirmed != nil || streams.canAsk else {
      throw CommandFailure(
        code: 2, ["To delete \(name), give --confirm with its name. Nothing was sent."])
    }
    var typed = confirmed
    if typed == nil {
      typed = await streams.ask("\(action.question(about: name)) Type its name: ")
    }
    guard connect.isNamed(by: typed?.trimmed ?? "") else {
      let why = "\"\(DisplayText.visible(typed ?? ""))\" is not its name. Nothing was sent."
      throw CommandFailure(code: confirmed == nil ? 130 : 2, [why])
    }
  }

  private func carryOut(
    _ begun: Reaction, of action: ConnectionAction, on connection: Connection,
    _ options: ResultOptions
  ) async throws(CommandFailure) -> Int32 {
    var connection = connection
    // As it is sent: the form writes an address in its one way.
    let action = connection.action ?? action
    var reaction = begun
    var outcome: Result<VirtualCrossConnect, APIFailure>?
    let id = DisplayText.visible(connection.connect.id)
    world.standing.note(
      "The request may have been sent. Check with vxc show \(id) what became of it.",
      isOutcomeOpen: true)
    let patience = world.context.now() + Self.longestHoldBack
    repeat {
      while let effect = reaction.effects.first {
        reaction.effects.removeFirst()
        for case .connection(let event) in await events(of: effect) {
          if case .performed(_, let result, at: _) = event { outcome = result }
          reaction.effects += connection.update(event).effects
        }
      }
      if connection.isOutcomeOpen, let end = connection.waitUntil, end <= patience {
        reaction.effects += await look(at: &connection, after: end)
      }
    } while !reaction.effects.isEmpty
    var lacking = connection.lacking(after: action)
    if case .success = outcome, !lacking.isEmpty {
      // An answer may show what was before; a look shows what is.
      for effect in connection.update(.checkStatusPressed).effects {
        for case .connection(let event) in await events(of: effect) { _ = connection.update(event) }
      }
      lacking = connection.lacking(after: action)
    }
    guard !connection.isGone || action == .delete else {
      let gone = OutcomeText.gone(connection.connect)
      world.standing.note(gone)
      throw CommandFailure(code: 4, [gone, "Nothing more can be done with it."])
    }
    let isDone = connection.isGone || connection.connect.isDone(action)
    switch outcome {
    case .success where !lacking.isEmpty:
      let report = Report.notAllDone(action, lacking: lacking, in: connection.connect)
      throw CommandFailure(code: 6, FailureReport(report).sentences + [connection.now])
    case .success:
      world.standing.note(action.doneSentence)
      streams.note(action.doneSentence)
    case .failure(.refused(status: 404, _)) where action == .delete:
      world.standing.note("It was gone already.")
      streams.note("It was gone already.")
    case .failure(let failure) where failure.isOutcomeUnknown && isDone:
      world.standing.note(action.doneSentence)
      streams.note(action.settledSentence)
    case .failure(let failure):
      // A command asks no more.
      let sentences = FailureReport(.notPerformed(action, failure)).sentences.filter {
        $0 != FailureReport.asksOn
      }
      throw CommandFailure(
        code: Ending.code(for: failure), sentences + connection.standing(failure))
    case nil:
      throw CommandFailure(code: 1, ["Nothing was sent."])
    }
    if connection.isGone {
      writeGone(id: connection.connect.id, options)
    } else {
      write(connection.connect, after: options)
    }
    return 0
  }

  /// How long a command waits for its look, in seconds, if the API wants to be left alone.
  private static let longestHoldBack = 60.0

  /// Waits until the API may be asked what has become of an action.
  private func look(at connection: inout Connection, after end: Date) async -> [Effect] {
    let now = world.context.now()
    streams.note(
      "Telnyx asks to wait \(WaitText.length(until: end, now: now)); then vxc checks what became of it."
    )
    try? await world.context.pause(.seconds(max(0, end.timeIntervalSince(now))))
    return connection.update(.clockTicked(world.context.now())).effects
  }

  private func write(_ connect: VirtualCrossConnect, after options: ResultOptions) {
    guard options.form == .text else { return write(connect, options) }
    streams.result(
      "\(connect.id)  \(DisplayText.visible(connect.status)), \(connect.circuitsInWords)")
  }
}

extension Act {
  /// The action of the one request; `nil` if there is nothing to change.
  ///
  /// - Throws: `CommandFailure` if it would be two decisions, one of which is billed.
  fileprivate func action(
    on connect: VirtualCrossConnect
  ) throws(CommandFailure) -> ConnectionAction? {
    let all = connect.circuits
    // Where the cloud takes both circuits only, one that is so already is no exception.
    let isPaired = connect.provider?.rules.circuits == .alwaysPaired
    switch self {
    case .enable(let named):
      guard named.contains(.secondary), !all.contains(.secondary) else {
        let left = Self.changing(named.isEmpty ? all : named, unless: connect.isEnabled) {
          .enable($0)
        }
        return isPaired && named.isEmpty && left != nil ? .enable(all) : left
      }
      guard named == [.secondary] || connect.obstacle(to: .addSecondary) != nil else {
        throw CommandFailure(
          code: 2,
          [
            "It has no secondary circuit yet. Telnyx bills one that is added.",
            "Enable the primary and add the secondary one after the other: --primary, then --secondary.",
            "Nothing was sent.",
          ])
      }
      return .addSecondary
    case .disable(let named):
      return Self.changing(
        named.isEmpty ? all : named, unless: { all.contains($0) && !connect.isEnabled($0) }
      ) { .disable($0) }
    case .announce(let named):
      let enabled = all.filter(connect.isEnabled)
      // Where none is enabled the refusal says so.
      let able = named.isEmpty ? (enabled.isEmpty ? all : enabled) : named
      return Self.changing(able, unless: connect.announces) { .announce($0) }
    case .withdraw(let named):
      return Self.changing(
        named.isEmpty ? all : named, unless: { all.contains($0) && !connect.announces($0) }
      ) { .withdraw($0) }
    case .setAddresses(let pairs): return .setAddresses(pairs)
    case .delete: return .delete
    }
  }

  /// The action for those circuits that still have to change; `nil` if none has.
  private static func changing(
    _ circuits: [Circuit], unless isSo: (Circuit) -> Bool, _ action: ([Circuit]) -> ConnectionAction
  ) -> ConnectionAction? {
    let left = circuits.filter { !isSo($0) }
    return left.isEmpty ? nil : action(left)
  }
}

extension [SheetProblem] {
  /// The problems, each by its option; a circuit without an option is one problem.
  fileprivate func sentences(without given: [Circuit]) -> [String] {
    var missing: Set<Circuit> = []
    return compactMap { problem in
      guard let field = problem.field else { return problem.sentence }
      guard !given.contains(field.circuit) else {
        return OptionText.sentence(problem.sentence, about: field.option)
      }
      guard missing.insert(field.circuit).inserted else { return nil }
      return
        "--\(field.option.optionName): The \(field.circuit) circuit needs its two ends now, too: Telnyx takes them only while the status is \"created\"."
    }
  }
}

extension AddressForm.Field {
  /// The question of an order that asks for the same address.
  fileprivate var option: FieldID {
    switch circuit {
    case .primary: isCloud ? .primaryCloudIP : .primaryTelnyxIP
    case .secondary: isCloud ? .secondaryCloudIP : .secondaryTelnyxIP
    }
  }
}

extension Connection {
  /// Begins an action as a person does on the page: addresses are entered first, and checked.
  fileprivate mutating func begin(_ action: ConnectionAction) -> Reaction {
    guard case .setAddresses(let pairs) = action else { return update(.actionPressed(action)) }
    for (circuit, pair) in pairs {
      _ = update(.addressEdited(AddressForm.Field(circuit, isCloud: true), pair.cloud))
      _ = update(.addressEdited(AddressForm.Field(circuit, isCloud: false), pair.telnyx))
    }
    return update(.addressesConfirmed)
  }

  /// The state after an action without an answer.
  fileprivate func standing(_ failure: APIFailure) -> [String] {
    guard failure.isOutcomeUnknown else { return [] }
    return (lastFollowed == nil ? [] : [now])
      + ["Check with vxc show \(DisplayText.visible(connect.id)) before you try again."]
  }

  /// The state as the last answer shows it.
  fileprivate var now: String {
    "Now: \(DisplayText.visible(connect.status)), \(connect.circuitsInWords)."
  }

  /// What an action should have changed, and has not as far as is known.
  fileprivate func lacking(after action: ConnectionAction) -> [String] {
    isGone ? [] : connect.lacking(after: action)
  }
}

extension VirtualCrossConnect {
  /// Whether an action waits for the addresses that the cloud shows.
  fileprivate func lacksAddresses(for action: ConnectionAction) -> Bool {
    guard case .enable(let circuits) = action else { return false }
    return circuits.contains(where: lackingAddresses.contains)
  }

  /// The name and the identifier.
  fileprivate var nameInWords: String {
    let id = DisplayText.visible(id)
    return text("name").map { "\(DisplayText.visible($0)) (\(id))" } ?? id
  }

  /// The state of each circuit.
  fileprivate var circuitsInWords: String {
    circuits.map { circuit in
      let isEnabled = isEnabled(circuit)
      let state = isEnabled ? "enabled" : "not enabled"
      let routes = isEnabled ? " and announced" : ", its routes still announced"
      return "\(circuit.rawValue) \(state)\(announces(circuit) ? routes : "")"
    }.joined(separator: ", ")
  }
}
