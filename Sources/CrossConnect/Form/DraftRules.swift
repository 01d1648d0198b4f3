extension Draft {
  /// The questions that are asked with these answers, in order: the one visibility rule.
  public var fields: [FieldDescriptor] {
    (SharedFields.all + (rules?.fields ?? [])).filter { $0.isVisible(self) }
  }

  /// The questions asked on one page.
  public func fields(in step: Step) -> [FieldDescriptor] {
    (SharedFields.all + (rules?.fields ?? [])).filter { $0.step == step && $0.isVisible(self) }
  }

  /// The question's descriptor, if it is asked.
  public func field(_ id: FieldID) -> FieldDescriptor? {
    let field = SharedFields.all.first { $0.id == id } ?? rules?.descriptor(id)
    return field?.isVisible(self) == true ? field : nil
  }

  /// The answer as it would be sent.
  public func value(of field: FieldDescriptor) -> String { typedText(of: field).value }

  /// The answer as it is sent; where nothing is, what was typed.
  public func shown(_ field: FieldDescriptor) -> String {
    let value = value(of: field)
    return value.isEmpty ? self[field.id] : value
  }

  /// The answer as it is read: only this function turns typed text into what is meant.
  private func typedText(of field: FieldDescriptor) -> TypedText {
    TypedText(
      self[field.id], field.reading, keepsOthers: field.choices != nil,
      normalize: field.normalize)
  }

  /// The normalized answer to a question, empty if it isn't asked.
  public func value(_ id: FieldID) -> String {
    field(id).map(value(of:)) ?? ""
  }

  /// Whether the answers choose a secondary circuit, at a cloud that leaves the choice.
  public var wantsSecondary: Bool {
    [SharedFields.yes, SharedFields.generated].contains(self[.wantsSecondary])
  }

  /// The problems of one answer.
  public func problems(of field: FieldDescriptor) -> [Problem] {
    let typed = typedText(of: field)
    let value = typed.value
    guard value.isEmpty else {
      if let scalar = field.refusedCharacter(in: value) {
        let sentence =
          "\(field.label): remove \(DisplayText.named(scalar)); it is not allowed here."
        return [Problem(field: field.id, .blocks(sentence))]
      }
      return ([typed.note].compactMap(\.self).map { Finding.notes($0) } + field.check(value, self))
        .map { Problem(field: field.id, $0) }
    }
    switch field.presence {
    case .required(let ask): return [Problem(field: field.id, .blocks(ask))]
    case .optional: return field.checkEmpty(self).map { Problem(field: field.id, $0) }
    }
  }

  /// The problems of the answers on one page.
  public func problems(in step: Step) -> [Problem] {
    fields(in: step).flatMap(problems(of:))
  }

  /// The request made of these answers.
  ///
  /// It leaves out hidden answers, answers that only steer the form, and empty ones, unless an
  /// empty one is sent as `null`.
  ///
  /// - Returns: The request.
  /// - Throws: `IncompleteDraft` with every problem that blocks.
  public func makeRequest() throws(IncompleteDraft) -> CreateVXCRequest {
    let fields = fields
    let blocking = fields.flatMap(problems(of:)).filter(\.isBlocking)
    guard blocking.isEmpty, rules != nil else { throw IncompleteDraft(problems: blocking) }
    return CreateVXCRequest(members: members(for: fields))
  }

  /// The part of the request that is answered so far, checked or not.
  public var requestSoFar: CreateVXCRequest {
    CreateVXCRequest(members: members(for: fields))
  }

  /// The members that answers become; those that are sent under a second key come at the end.
  private func members(for fields: [FieldDescriptor]) -> [CreateVXCRequest.Member] {
    let members = fields.map { (field: $0, member: member(for: $0)) }
    return members.compactMap(\.member)
      + members.flatMap { field, member in
        field.alsoSentAs.compactMap { key in
          member.map { .init(key: key, value: $0.value, isSecret: $0.isSecret) }
        }
      }
  }

  private func member(for field: FieldDescriptor) -> CreateVXCRequest.Member? {
    let value = value(of: field)
    let isSecret = field.secrecy == .unseen
    switch field.wire {
    case .unsent:
      return nil
    case .string(let key):
      return value.isEmpty ? nil : .init(key: key, value: .string(value), isSecret: isSecret)
    case .integer(let key):
      return integer(value).map { .init(key: key, value: $0, isSecret: isSecret) }
    case .integerOrNull(let key):
      guard !value.isEmpty else { return .init(key: key, value: .null, isSecret: isSecret) }
      return integer(value).map { .init(key: key, value: $0, isSecret: isSecret) }
    }
  }
}

/// The JSON integer in a text of digits; `nil` for anything else, also for a sign.
private func integer(_ text: String) -> JSONValue? {
  ASCII.isDigits(text) ? Int64(text).map(JSONValue.integer) : nil
}

/// Why a draft makes no request.
public struct IncompleteDraft: Error, Hashable, Sendable {
  /// Everything that blocks, in the order of the form.
  public let problems: [Problem]
}
