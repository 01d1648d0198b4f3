public import CrossConnect
public import FoundationEssentials
internal import TelnyxAPI

/// How far a person has come, without anything confidential: what a draft on disk restores.
public struct DraftProgress: Hashable, Sendable {
  /// Where the requests go that it is for.
  let destination: String
  /// The page the person was on.
  public let step: Step
  /// The answers, those that other providers were given among them.
  public let draft: Draft
  /// What was answered and has to be typed again.
  package let withheld: Set<Draft.AnswerKey>
  let networkEntry: Entry
  let coverageEntry: Entry
  let newNetworkName: String
  /// The orders that were sent, or are about to be, and whose outcome isn't known; without keys.
  package let attempts: [Attempt]

  /// Whether an order with these answers may exist.
  public var mayBeOrdered: Bool { !attempts.isEmpty }

  /// When an order was first sent, if one was and it is known when.
  public var orderedAt: Date? { attempts.first?.sentAt }

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
      if field.secrecy != .open { withheld[key] = text } else { kept[key] = text }
    }
    let secrets = SecretFilter(withheld.values.map { Secret($0.trimmed) })
    kept = kept.filter { !secrets.concerns($0.value) }
    return (Draft(answers: kept), Set(withheld.filter { !$0.value.isEmpty }.keys))
  }
}

extension Attempt {
  /// The order as a file may hold it.
  func withoutConfidentialMembers(_ secrets: SecretFilter) -> Attempt {
    Attempt(request.withoutConfidentialMembers(secrets), sentAt: sentAt, note: note)
  }
}

extension CreateVXCRequest {
  /// The request as a file may hold it.
  func withoutConfidentialMembers(_ secrets: SecretFilter) -> CreateVXCRequest {
    let provider = self["cloud_provider"]?.text.flatMap(CloudProvider.init(word:))
    return CreateVXCRequest(
      members: members.filter { member in
        Confidentiality(of: member.key, for: provider) != .confidential
          && !secrets.concerns(member.value.text ?? "")
      })
  }
}
