/// How a question is put to the person now.
public enum Presentation: Hashable, Sendable {
  case text
  case secret
  case choices(ChoiceList)
  case loading
  /// Options could not be had; they can be asked for again, or the answer typed.
  case failed(FailureReport)
  /// There are no choices, as the words say.
  case nothing(String)
}

extension Wizard {
  mutating func choices(_ message: Message) -> [Effect] {
    switch message {
    case .reloadPressed:
      guard step != nil else { return [] }
      report = nil
      return load()
    case .loadingStopped:
      return [.cancel([.loadNetworks, .loadCoverage])]
    case .retrying(let attempt):
      retries = attempt - 1
    case .networksLoaded(let result):
      networks = Loadable(result)
      rejectKey(result.failure)
    case .coverageLoaded(let result):
      coverage = Loadable(result)
      if coverage.value?.isEmpty == false { coverageEntry = .pick }
      rejectKey(result.failure)
    default:
      break
    }
    return []
  }

  private mutating func rejectKey(_ failure: APIFailure?) {
    // Choices that come late take nobody away from an order under way or its result.
    guard case .keyRejected = failure, let failure, step != nil else { return }
    askForAnotherKey(because: failure, created: .notAsked)
  }

  /// Asks for all choices at once, but for those already under way.
  mutating func load() -> [Effect] {
    var effects: [Effect] = []
    if networks != .loading { effects.append(.loadNetworks) }
    if coverage != .loading { effects.append(.loadCoverage) }
    networks = .loading
    coverage = .loading
    retries = 0
    return effects
  }

  /// How a question is put to the person now.
  public func presentation(of field: FieldDescriptor) -> Presentation {
    switch (field.input, field.id) {
    case (.text, _): .text
    case (.secret, _): .secret
    case (.choice, .network):
      networkEntry == .pick
        ? presentation(
          of: networks, networkChoices, asking: "the networks",
          words: "This account has no networks yet. Create one, or enter an ID.")
        : .text
    case (.choice, .wantsSecondary): .choices(Self.secondaryChoices)
    case (.choice, .cloudProvider): .choices(providerChoices)
    case (.choice, .bandwidth) where picksFromCoverage: .choices(bandwidthChoices)
    case (.choice, .cloudRegion) where picksFromCoverage: .choices(cloudRegionChoices)
    case (.choice, _):
      coverageEntry == .pick
        ? presentation(
          of: coverage, regionChoices, asking: "what can be ordered from where",
          words:
            "Telnyx lists no coverage for this account. Ask Telnyx, or enter the region by hand.")
        : .text
    }
  }

  /// Whether coverage is here to pick from.
  private var picksFromCoverage: Bool { coverageEntry == .pick && coverage.value != nil }

  private func presentation<Value>(
    of loadable: Loadable<Value>, _ list: ChoiceList, asking what: String, words: String
  ) -> Presentation {
    switch loadable {
    case .notAsked, .loading: .loading
    case .failed(let failure): .failed(FailureReport(failure, asking: what))
    case .loaded: list.choices.isEmpty ? .nothing(words) : .choices(list)
    }
  }

  /// The title of the choice that was picked; what was typed if there is none.
  public func shownValue(of field: FieldDescriptor) -> String {
    guard case .choices(let list) = presentation(of: field) else {
      let value = draft.value(of: field)
      let speed = field.id == .bandwidth ? Bandwidth(parsing: value) : nil
      return speed?.description ?? DisplayText.visible(value)
    }
    return list.choice(draft[field.id])?.title ?? DisplayText.visible(draft[field.id])
  }

  private static let secondaryChoices = ChoiceList([
    Choice(value: SharedFields.no, columns: ["No"]),
    Choice(value: SharedFields.yes, columns: ["Yes"]),
  ])
}

extension Result {
  fileprivate var failure: Failure? {
    guard case .failure(let failure) = self else { return nil }
    return failure
  }
}
