internal import CrossConnect
public import FoundationEssentials
internal import TelnyxAPI

/// An order that was begun, as it is kept on disk.
public struct SavedDraft: Hashable, Sendable {
  static let format = "vxc draft"
  static let version = 1

  /// The name of its file without the ending.
  public let id: String
  /// When it was written.
  public let savedAt: Date
  /// What it restores.
  public let progress: DraftProgress

  package init(id: String, savedAt: Date, progress: DraftProgress) {
    self.id = id
    self.savedAt = savedAt
    self.progress = progress
  }

  /// The bytes of its file.
  ///
  /// - Parameter key: The API key: a person may have pasted it into an answer.
  /// - Returns: JSON in UTF-8, readable for people, too.
  func data(withholding key: Secret) -> Data {
    let secrets = SecretFilter([key])
    var members: [String: JSONValue] = [
      "id": .string(id),
      "saved_at": JSONValue(savedAt),
      "destination": .string(progress.destination),
      "step": .string(progress.step.title.lowercased()),
      "network_entry": .string(progress.networkEntry.rawValue),
      "coverage_entry": .string(progress.coverageEntry.rawValue),
      "answers": Self.tree(progress.draft.answers.filter { !secrets.concerns($0.value) }),
      "withheld": Self.tree(progress.withheld.reduce(into: [:]) { $0[$1] = "" }, namesOnly: true),
    ]
    if !progress.newNetworkName.isEmpty, !secrets.concerns(progress.newNetworkName) {
      members["new_network_name"] = .string(progress.newNetworkName)
    }
    if progress.mayBeOrdered {
      members["order_sent_at"] = JSONValue(progress.orderedAt ?? savedAt)
      members["orders"] = .array(progress.attempts.map { $0.json(savedAt: savedAt, secrets) })
    }
    return StoredJSON.data(format: Self.format, version: Self.version, members)
  }

  /// Answers by provider; those for all providers are under `shared`.
  private static func tree(
    _ answers: [Draft.AnswerKey: String], namesOnly: Bool = false
  ) -> JSONValue {
    let groups = Dictionary(grouping: answers) { $0.key.provider?.rawValue ?? shared }
    return .object(
      groups.mapValues { group in
        namesOnly
          ? .array(group.map(\.key.field.rawValue).sorted().map { .string($0) })
          : .object(
            Dictionary(
              uniqueKeysWithValues: group.map { ($0.key.field.rawValue, .string($0.value)) }
            ))
      })
  }

  private static let shared = "shared"
}

extension SavedDraft {
  /// Reads a draft's file; unknown members are skipped.
  ///
  /// - Parameters:
  ///   - data: The file's bytes.
  ///   - id: The name of the file without its ending.
  /// - Throws: `StoredJSON.Unusable` if this program can't restore it.
  init(_ data: Data, id: String) throws(StoredJSON.Unusable) {
    let json = try StoredJSON.members(of: data, format: Self.format, version: Self.version)
    guard let savedAt = json["saved_at"].date, let destination = json["destination"].text,
      json["answers"].isObject
    else { throw .damaged }
    self.id = id
    self.savedAt = savedAt
    progress = DraftProgress(
      destination: destination,
      step: Step.allCases.first { $0.title.lowercased() == json["step"].text } ?? .network,
      draft: Draft(answers: Self.answers(in: json["answers"])),
      withheld: Self.withheld(in: json["withheld"]),
      networkEntry: json["network_entry"].text.flatMap(Entry.init) ?? .pick,
      coverageEntry: json["coverage_entry"].text.flatMap(Entry.init) ?? .pick,
      newNetworkName: json["new_network_name"].text.flatMap { AnswerLength.fits($0) ? $0 : nil }
        ?? "",
      attempts: Self.attempts(in: json, savedAt: savedAt))
  }

  /// The orders that were sent; a file of an earlier version tells only when, and the answers.
  private static func attempts(in json: JSONValue, savedAt: Date) -> [Attempt] {
    guard json["order_sent_at"] != .null else { return [] }
    let attempts = json["orders"].elements.map { Attempt($0, savedAt: savedAt) }
    guard attempts.isEmpty else { return attempts }
    return [
      Attempt(
        Draft(answers: answers(in: json["answers"])).requestSoFar,
        sentAt: json["order_sent_at"].date ?? savedAt, note: .none)
    ]
  }

  private static func answers(in json: JSONValue) -> [Draft.AnswerKey: String] {
    var answers: [Draft.AnswerKey: String] = [:]
    for (group, members) in json.members {
      for (name, value) in members.members {
        guard let key = key(group, name), key.descriptor?.secrecy == .open,
          case .string(let text) = value, AnswerLength.fits(text)
        else { continue }
        answers[key] = text
      }
    }
    return answers
  }

  private static func withheld(in json: JSONValue) -> Set<Draft.AnswerKey> {
    Set(
      json.members.flatMap { group, names in
        names.elements.compactMap { $0.text.flatMap { key(group, $0) } }
      })
  }

  private static func key(_ group: String, _ name: String) -> Draft.AnswerKey? {
    guard let field = FieldID(rawValue: name) else { return nil }
    let provider = CloudProvider(rawValue: group)
    guard field.isPerProvider == (provider != nil), provider != nil || group == shared else {
      return nil
    }
    return Draft.AnswerKey(field: field, provider: provider)
  }
}

extension Attempt {
  /// The order for a draft's file.
  ///
  /// - Parameters:
  ///   - savedAt: The time now; it stands for the time of sending, until that is known.
  ///   - secrets: The texts that must not be in it.
  /// - Returns: A JSON object.
  fileprivate func json(savedAt: Date, _ secrets: SecretFilter) -> JSONValue {
    let members = request.members.filter { !secrets.concerns($0.value.text ?? "") }
    return .object([
      "sent_at": JSONValue(sentAt ?? savedAt),
      "request": .object(
        Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })),
      "there_before": .array(note.ids.map(\.text).sorted().map { .string($0) }),
      "there_before_is_whole": .bool(note.isWhole),
      "outcome_unknown": reason?.member.map { .object([$0.key: .integer(Int64($0.number))]) }
        ?? .null,
    ])
  }

  /// Reads an order from a draft's file.
  fileprivate init(_ json: JSONValue, savedAt: Date) {
    let members = json["request"].members.sorted { $0.key < $1.key }
    self.init(
      CreateVXCRequest(
        members: members.map { .init(key: $0.key, value: $0.value, isSecret: false) }),
      sentAt: json["sent_at"].date ?? savedAt,
      note: ConnectNote(
        ids: Set(json["there_before"].elements.compactMap(\.text).map(Identifier.init)),
        isWhole: json["there_before_is_whole"] == .bool(true)),
      reason: APIFailure.UnknownReason(json["outcome_unknown"]))
  }
}
