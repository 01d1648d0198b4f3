internal import CrossConnect
public import Flows
public import FoundationEssentials
public import TelnyxAPI

extension App.Event {
  /// What may come of an effect: a success more often than not, else any failure, in texts of any kind.
  ///
  /// - Parameters:
  ///   - effect: What was asked of the world outside, drafts of earlier runs excepted.
  ///   - now: The time of the answer.
  ///   - generator: Where chance comes from.
  /// - Returns: The answer; `nil` to an effect that has none.
  public static func random(
    answering effect: Effect, at now: Date, using generator: inout some RandomNumberGenerator
  ) -> App.Event? {
    switch effect {
    case .checkKey:
      .session(.keyChecked(Bool.random(using: &generator) ? nil : .random(using: &generator)))
    case .startDemo:
      Bool.random(using: &generator)
        ? .session(.demoStarted(.demo)) : .session(.demoFailed(reason: "No port is free."))
    case .loadNetworks:
      .choices(.networksLoaded(.random(networks(using: &generator), using: &generator)))
    case .loadCoverage:
      .choices(
        .coverageLoaded(
          .random(chance(of: 3, using: &generator) ? Coverage([]) : .sample, using: &generator)))
    case .createNetwork(let name):
      .form(.networkCreated(.random(Network(id: Draft.sampleUUID, name: name), using: &generator)))
    case .generateKey(let field): .form(.keyGenerated(field, Secret("0123456789abcdefghij")))
    case .noteConnects: .submission(.connectsNoted(.random(using: &generator), at: now))
    case .send:
      .submission(.orderAnswered(.random(connect(using: &generator), using: &generator), at: now))
    case .look: .submission(.lookAnswered(.random(using: &generator), at: now))
    case .checkAccount:
      .submission(
        .accountChecked(.random(!chance(of: 3, using: &generator), using: &generator), at: now))
    case .perform(let action, id: _, provider: _):
      .connection(
        .performed(action, .random(connect(using: &generator), using: &generator), at: now))
    case .find:
      .inventory(.found(.random(connect(using: &generator), using: &generator), at: now))
    case .listWaiting:
      .records(
        .waitingListed(
          .random(
            connects(using: &generator).map {
              WaitingOrder($0, orderedAt: now, deadline: now + 3600)
            }, using: &generator)))
    case .playCloud: .connection(.cloudPlayed(.random([:], using: &generator)))
    case .loadConnects:
      .inventory(
        .connectsLoaded(.random(connects(using: &generator), using: &generator), at: now))
    case .checkStatus:
      .connection(.followAnswered(.random(connect(using: &generator), using: &generator), at: now))
    case .saveDraft:
      isWritten(using: &generator)
        ? .records(.draftSaved(path: "~/x", at: now)) : .records(.draftNotSaved(diskFull))
    case .saveReceipt:
      isWritten(using: &generator)
        ? .records(.receiptSaved(path: "~/x", at: now)) : .records(.receiptNotSaved(diskFull))
    case .saveRequest:
      isWritten(using: &generator)
        ? .records(.requestSaved(path: "~/r")) : .records(.requestNotSaved(diskFull))
    case .writeKeyFiles:
      .connection(
        .keyFilesWritten(
          isWritten(using: &generator) ? .success(["~/k"]) : .failure(diskFull),
          id: "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"))
    case .discardDraft: isWritten(using: &generator) ? nil : .records(.draftNotRemoved(diskFull))
    case .removeDraft: .records(.draftRemoved)
    case .findDrafts, .adoptDraft, .releaseDrafts, .recall, .keepTicks, .cancel, .leave: nil
    }
  }

  private static let diskFull = StorageFailure.system(
    path: "~/x", reason: "No space left on device")
  private static let oddNames = [
    "caf\u{E9}\u{202E}", String(repeating: "\u{65E5}", count: 90), "a",
  ]

  private static func isWritten(using generator: inout some RandomNumberGenerator) -> Bool {
    !chance(of: 4, using: &generator)
  }

  private static func networks(using generator: inout some RandomNumberGenerator) -> [Network] {
    let many = (0..<30).map { Network(id: "id-\($0)", name: oddNames[$0 % oddNames.count]) }
    return [[], [.sample], [.sample] + many].randomElement(using: &generator) ?? []
  }

  private static func connects(
    using generator: inout some RandomNumberGenerator
  ) -> [VirtualCrossConnect] {
    (0..<Int.random(in: 0..<4, using: &generator)).compactMap { _ in connect(using: &generator) }
  }

  /// A cross connect of any cloud, with a member that no document has, and perhaps another name.
  private static func connect(
    using generator: inout some RandomNumberGenerator
  ) -> VirtualCrossConnect? {
    let provider = CloudProvider.allCases.randomElement(using: &generator) ?? .aws
    var changes: VirtualCrossConnect.Members = ["zz\u{1B}": .string(oddNames[1])]
    if Bool.random(using: &generator) { changes["name"] = .string(oddNames[1]) }
    return .sample(provider, changes)
  }
}

extension CrossConnectList {
  /// A list with nothing, with one cross connect for each cloud or with two, read to its end or not.
  public static func random(
    using generator: inout some RandomNumberGenerator
  ) -> CrossConnectList {
    let all = CloudProvider.allCases.compactMap { VirtualCrossConnect.sample($0) }
    let twins = CloudProvider.allCases.compactMap {
      VirtualCrossConnect.sample($0, ["id": .string("twin")])
    }
    return CrossConnectList(
      [[], [], all, all + twins].randomElement(using: &generator) ?? [],
      failure: chance(of: 3, using: &generator) ? .random(using: &generator) : nil)
  }
}

extension Result where Failure == APIFailure {
  /// This value, or any failure; always a failure without a value.
  fileprivate static func random(
    _ value: Success?, using generator: inout some RandomNumberGenerator
  ) -> Result {
    guard let value, !chance(of: 3, using: &generator) else {
      return .failure(.random(using: &generator))
    }
    return .success(value)
  }
}

extension APIFailure {
  /// A failure of any kind, in plain words or in ones that try to take over the terminal.
  public static func random(using generator: inout some RandomNumberGenerator) -> APIFailure {
    let hostile = String(repeating: "\u{1B}]0;caf\u{E9} \u{65E5}", count: 40)
    let text = Bool.random(using: &generator) ? "is odd" : hostile
    let sources = ["/bgp_asn", "name", nil, "/odd", "/secondary_bgp_key"]
    let count = [1, 2, 5, 50].randomElement(using: &generator) ?? 1
    let errors = (0..<count).map {
      APIError(code: "1", message: text, source: sources[$0 % sources.count])
    }
    let failures: [APIFailure] = [
      .notSent(.cancelled), .notSent(.connectionFailed(host: text, detail: text)),
      .keyRejected(status: 401, errors), .keyRejected(status: 403, []),
      .refused(status: 422, errors), .refused(status: 404, []),
      .tooManyRequests(.seconds(1), []), .tooManyRequests(.seconds(30), errors),
      .intercepted(Interception(status: 403)),
      .outcomeUnknown(.intercepted(Interception(status: 302))),
      .outcomeUnknown(.status(500, errors)), .outcomeUnknown(.lost(.cancelled)),
      .outcomeUnknown(.lost(.timedOut(seconds: 30))),
    ]
    return failures.randomElement(using: &generator) ?? .notSent(.cancelled)
  }
}

private func chance(of count: Int, using generator: inout some RandomNumberGenerator) -> Bool {
  Int.random(in: 0..<count, using: &generator) == 0
}
