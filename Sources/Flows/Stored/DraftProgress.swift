public import CrossConnect
public import FoundationEssentials
internal import TelnyxAPI

/// How far a person has come, without anything confidential: the content of a draft on disk.
public struct DraftProgress: Hashable, Sendable {
  /// The base URL that its requests go to.
  let destination: String
  /// The page that the person was on.
  public let step: Step
  /// The answers, also those for other providers.
  public let draft: Draft
  /// The answers that the person has to type again.
  package let withheld: Set<Draft.AnswerKey>
  let networkEntry: Entry
  let coverageEntry: Entry
  let newNetworkName: String
  /// The orders that were sent, or are about to be, with an unknown outcome; without keys.
  package let attempts: [Attempt]

  /// Whether an order with these answers may exist.
  public var mayBeOrdered: Bool { !attempts.isEmpty }

  /// When an order was first sent, by our clock, if that is known.
  public var orderedAt: Date? { attempts.first?.sentAt }

  /// Whether it has anything that a person would miss.
  var isWorthKeeping: Bool {
    !draft.answers.values.allSatisfy(\.isEmpty) || !withheld.isEmpty || !newNetworkName.isEmpty
      || mayBeOrdered
  }
}

extension Draft {
  /// The draft without confidential answers, and what was left out.
  ///
  /// A confidential text is left out wherever it stands, also a pairing key that was first pasted
  /// into another field.
  var withoutConfidentialAnswers: (draft: Draft, withheld: Set<AnswerKey>) {
    var kept: [AnswerKey: String] = [:]
    var withheld: [AnswerKey: String] = [:]
    for (key, text) in answers {
      // Without its question's rules, an answer can't be judged.
      guard let field = key.descriptor else { continue }
      if field.secrecy != .open { withheld[key] = text } else { kept[key] = text }
    }
    let secrets = SecretFilter(withheld.values.map { Secret($0.trimmed) })
    // A network's identifier is no secret, even where the same text was given as one.
    kept = kept.filter { $0.key.field == .network || !secrets.concerns($0.value) }
    return (Draft(answers: kept), Set(withheld.filter { !$0.value.isEmpty }.keys))
  }
}

extension DraftProgress {
  /// The keys that the program had made, and makes anew; not for an order that was sent.
  package var keysMadeAnew: [FieldID] {
    mayBeOrdered ? [] : draft.keysToGenerate.filter { withheld.contains(draft.key(for: $0)) }
  }

  /// The questions whose answers the person has to type again.
  package var fieldsToRepeat: [FieldID] {
    draft.fields.map(\.id).filter {
      withheld.contains(draft.key(for: $0)) && !draft.keysToGenerate.contains($0)
    }
  }
}

extension Attempt {
  /// The order with masks in the place of what is confidential.
  func maskingConfidentialMembers(_ secrets: SecretFilter) -> Attempt {
    Attempt(request.maskingConfidentialMembers(secrets), sentAt: sentAt, note: note, reason: reason)
  }
}

extension CreateVXCRequest {
  /// The request with masks in the place of what is confidential: they say that it was there.
  func maskingConfidentialMembers(_ secrets: SecretFilter) -> CreateVXCRequest {
    CreateVXCRequest(
      members: members.compactMap { member in
        guard !isConfidential(member) else {
          return Member(key: member.key, value: .string(MaskedText.mask), isSecret: false)
        }
        // Without its network an order can't be looked for; a network's identifier is no secret.
        return member.key != "network_id" && secrets.concerns(member.value.text ?? "")
          ? nil : member
      })
  }

  private func isConfidential(_ member: Member) -> Bool {
    let provider = self["cloud_provider"]?.text.flatMap(CloudProvider.init(word:))
    return Confidentiality(of: member.key, for: provider) == .confidential
  }
}
