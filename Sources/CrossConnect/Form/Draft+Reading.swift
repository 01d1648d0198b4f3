/// Answers that come all at once, from a request or from a cross connect.
extension Draft {
  /// Reads the answers from a request in the API's JSON.
  ///
  /// A member of a secondary circuit asks for one, if the cloud leaves the choice.
  ///
  /// - Parameter json: The members of `POST /virtual_cross_connects`, as typed: they may be wrong.
  /// - Returns: The answers, and the names of the members that no question asks for.
  public static func answers(
    inRequest json: JSONValue
  ) -> (draft: Draft, others: [String]) {
    var draft = Draft()
    var others = json.members
    draft.take(SharedFields.all, from: &others)
    draft.take(draft.rules?.fields ?? [], from: &others)
    return (draft, others.keys.sorted())
  }

  private mutating func take(_ fields: [FieldDescriptor], from members: inout [String: JSONValue]) {
    for field in fields {
      guard let key = field.wire.key, let value = members.removeValue(forKey: key) else { continue }
      // `null` is no answer, unless it asks Telnyx to assign the value.
      if value == .null {
        guard case .integerOrNull = field.wire else { continue }
      }
      let text = value.text ?? (value == .null ? "" : value.jsonText)
      self[field.id] =
        field.choices == .providers ? CloudProvider(word: text)?.rawValue ?? text : text
      if field.circuit == .secondary, rules?.circuits == .optionalSecondary, !text.isEmpty {
        self[.wantsSecondary] = SharedFields.yes
      }
      // A request sends one key for both circuits under two names.
      for other in field.alsoSentAs where members[other] == value { members[other] = nil }
    }
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
