/// The answers in a request in JSON, and what in it answers nothing.
public struct RequestReading: Sendable {
  /// The answers, as typed: they may be wrong.
  public fileprivate(set) var draft = Draft()
  /// The members that no question asks for; of a request without a cloud, no question of any cloud.
  public fileprivate(set) var others: [String] = []
  /// The questions of any cloud that a request without a cloud answers.
  public fileprivate(set) var pending: Set<FieldID> = []
  /// The members of another JSON type, which answer nothing; each with what the API takes, as the
  /// end of a sentence.
  public fileprivate(set) var mistyped: [(field: FieldID, key: String, takes: String)] = []
  /// The questions whose key is masked, each with the member's name.
  public fileprivate(set) var masked: [FieldID: String] = [:]
}

/// Answers that come all at once, from a request or from a cross connect.
extension Draft {
  /// Reads the answers from a request in the API's JSON.
  ///
  /// A member of a secondary circuit asks for one, if the cloud leaves the choice.
  ///
  /// - Parameter json: The members of `POST /virtual_cross_connects`, as typed: they may be wrong.
  /// - Returns: The answers, and what in the request answers nothing.
  public static func answers(inRequest json: JSONValue) -> RequestReading {
    var reading = RequestReading()
    var others = json.members
    reading.take(SharedFields.all, from: &others)
    guard let rules = reading.draft.rules else {
      for field in CloudProvider.allCases.flatMap(\.rules.fields) {
        for key in field.wireKeys where others[key] != nil { reading.pending.insert(field.id) }
      }
      let known = Set(CloudProvider.allCases.flatMap(\.rules.fields).flatMap(\.wireKeys))
      reading.others = others.keys.filter { !known.contains($0) }.sorted()
      return reading
    }
    reading.take(rules.fields, from: &others)
    reading.others = others.keys.sorted()
    return reading
  }

  /// The answers for another cross connect like this one.
  ///
  /// They leave out its name, addresses and keys, and whatever the cloud gives for one use only.
  public init(resembling connect: VirtualCrossConnect) {
    self.init()
    self[.cloudProvider] = connect.provider?.rawValue ?? ""
    let own: Set<FieldID> = [.name, .cloudProvider]
    for field in fields where !own.contains(field.id) && field.circuit == nil {
      guard let key = field.wire.key, field.secrecy == .open, let text = connect.text(key) else {
        continue
      }
      self[field.id] = text
    }
    if rules?.circuits == .optionalSecondary, connect.circuits.contains(.secondary) {
      self[.wantsSecondary] = SharedFields.generated
    }
  }
}

extension RequestReading {
  fileprivate mutating func take(
    _ fields: [FieldDescriptor], from members: inout [String: JSONValue]
  ) {
    for field in fields {
      guard let key = field.wire.key, let value = members.removeValue(forKey: key) else { continue }
      // A request sends one key for both circuits under two names.
      for other in field.alsoSentAs where members[other] == value { members[other] = nil }
      // `null` is no answer, unless it asks Telnyx to assign the value.
      if value == .null {
        guard case .integerOrNull = field.wire else { continue }
      }
      if let takes = field.wire.lack(in: value) {
        mistyped.append((field.id, key, takes))
        continue
      }
      let text = value.text ?? (value == .null ? "" : value.jsonText)
      if field.circuit == .secondary, draft.rules?.circuits == .optionalSecondary, !text.isEmpty {
        draft[.wantsSecondary] = SharedFields.yes
      }
      guard field.secrecy == .open || !Identifier.isMasked(text) else {
        masked[field.id] = key
        continue
      }
      draft[field.id] =
        field.choices == .providers ? CloudProvider(word: text)?.rawValue ?? text : text
    }
  }
}

extension FieldDescriptor.Wire {
  /// What the API takes instead of a value of another type; `nil` if the type is right.
  fileprivate func lack(in value: JSONValue) -> String? {
    switch (self, value) {
    case (.string, .string), (.integer, .integer), (.integerOrNull, .integer),
      (.integerOrNull, .null), (.unsent, _):
      nil
    case (.string, _): "takes a text in quotes."
    case (.integer, _): "takes a whole number without quotes."
    case (.integerOrNull, _): "takes a whole number without quotes, or null."
    }
  }
}
