public import FoundationEssentials

/// How far a person has come, without anything confidential: what a draft on disk restores.
public struct DraftProgress: Hashable, Sendable {
  /// Whether an order with these answers may exist.
  enum OrderMark: Hashable, Sendable {
    case notSent
    /// The request is about to be sent; `nil` until it is known when.
    case sent(at: Date?)
  }

  /// Where the requests go that it is for.
  let destination: String
  /// The page the person was on.
  public let step: Step
  /// The answers, those that other providers were given among them.
  public let draft: Draft
  /// What was answered and has to be typed again.
  let withheld: Set<Draft.AnswerKey>
  let networkEntry: Entry
  let coverageEntry: Entry
  let newNetworkName: String
  var order: OrderMark

  /// Whether an order with these answers may exist.
  public var mayBeOrdered: Bool { order != .notSent }

  /// When an order with these answers was sent, if one was.
  public var orderedAt: Date? {
    guard case .sent(let date) = order else { return nil }
    return date
  }

  /// Whether there is anything in it that a person would miss.
  var isWorthKeeping: Bool {
    !draft.answers.values.allSatisfy(\.isEmpty) || !withheld.isEmpty || !newNetworkName.isEmpty
      || mayBeOrdered
  }
}

extension Draft {
  /// The draft as it may be written to a file, and what was left out of it.
  ///
  /// What is confidential is left out wherever it stands: a pairing key that was pasted into another
  /// field first is still one.
  var withoutConfidentialAnswers: (draft: Draft, withheld: Set<AnswerKey>) {
    var kept: [AnswerKey: String] = [:]
    var withheld: [AnswerKey: String] = [:]
    for (key, text) in answers {
      // An answer to a question that no rules know can't be judged.
      guard let field = key.descriptor else { continue }
      if field.isConfidential { withheld[key] = text } else { kept[key] = text }
    }
    let secrets = Withholding(withheld.values.map { Secret($0.trimmed) })
    kept = kept.filter { !secrets.concerns($0.value) }
    return (Draft(answers: kept), Set(withheld.filter { !$0.value.isEmpty }.keys))
  }
}

extension Wizard {
  /// How far the person has come, as a file may hold it.
  var progress: DraftProgress {
    let (kept, withheld) = draft.withoutConfidentialAnswers
    let secrets = Withholding(draft.confidentialAnswers)
    return DraftProgress(
      destination: destination.baseURL.description, step: pageToKeep, draft: kept,
      withheld: withheld.union(answersToRepeat), networkEntry: networkEntry,
      coverageEntry: coverageEntry,
      newNetworkName: secrets.concerns(newNetworkName) ? "" : newNetworkName, order: mark)
  }

  private var pageToKeep: Step {
    if let step { return step }
    guard place == .signIn else { return .review }
    guard case .step(let step) = placeAfterSignIn else { return .review }
    return step
  }

  private var mark: DraftProgress.OrderMark {
    switch order {
    case .open: .notSent
    case .sending(_, since: let date): .sent(at: date)
    case .unknown(let unknown): .sent(at: unknown.sentAt)
    case .created(_, at: let date): .sent(at: date)
    }
  }
}
