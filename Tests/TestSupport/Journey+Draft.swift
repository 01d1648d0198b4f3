public import CrossConnect

extension Journey {
  /// The answers with which it ends, as typed.
  public var draft: Draft {
    var draft = Draft()
    for act in acts {
      switch act {
      case .answer(.wantsSecondary, "generated"):
        draft[.wantsSecondary] = "generated"
        draft[.secondaryBGPKey] = Self.generatedKey
      case .answer(let field, let text), .enterByHand(let field, let text): draft[field] = text
      case .clear(let field): draft[field] = ""
      case .generate(let field): draft[field] = Self.generatedKey
      case .makeNetwork: draft[.network] = Draft.sampleUUID
      case .goBack, .change: break
      }
    }
    return draft
  }

  static let generatedKey = "Abcdefghij0123456789"
}
