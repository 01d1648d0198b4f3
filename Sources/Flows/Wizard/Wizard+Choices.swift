public import CrossConnect
internal import TelnyxAPI

/// How a question is put to the person now.
public enum Asking: Hashable, Sendable {
  case text
  case secret
  case choices(ChoiceList)
  case loading
  /// Options could not be had; they can be asked for again, or the answer typed.
  case failed(Report)
  /// There are no choices.
  case nothing(Lack)

  /// What the API lists none of.
  public enum Lack: Hashable, Sendable {
    case networks
    /// No coverage; the sentence tells of rows that can't be offered, if there are any.
    case coverage(omission: String?)
  }
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
    case .networksArrived(let more):
      networks.take(ChoiceList(networks: more))
    case .networksLoaded(let result):
      networks.finish(result.map(ChoiceList.init(networks:)))
      rejectKey(result.failure)
    case .coverageArrived(let more):
      coverage.take(more)
    case .coverageLoaded(let result):
      coverage.finish(result)
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
    askForAnotherKey(because: failure, creating: .nothing)
  }

  /// Asks for all choices at once, but for those already under way.
  package mutating func load() -> [Effect] {
    var effects: [Effect] = []
    if !networks.isLoading {
      effects.append(.loadNetworks)
      networks = .loading(nil)
    }
    if !coverage.isLoading {
      effects.append(.loadCoverage)
      coverage = .loading(nil)
    }
    retries = 0
    return effects
  }

  /// Asks for choices that nobody has asked for with this key, wherever the form is come to.
  mutating func loadIfNeeded() -> [Effect] {
    guard step != nil, !isSigningIn, destination != .demo else { return [] }
    let isMissing = [networks.isNotAsked, coverage.isNotAsked].contains(true)
    return isMissing ? load() : []
  }

  /// Asks anew for the choices that refused answers were picked from: they are out of date.
  mutating func reload(choicesOf problems: [Problem]) -> [Effect] {
    let fields = Set(problems.compactMap(\.field))
    var effects: [Effect] = []
    if fields.contains(.network), networkEntry == .pick, !networks.isLoading {
      effects.append(.loadNetworks)
      networks = .loading(nil)
    }
    let covered: Set<FieldID> = [.telnyxRegion, .cloudProvider, .cloudRegion, .bandwidth]
    if !fields.isDisjoint(with: covered), coverageEntry == .pick, !coverage.isLoading {
      effects.append(.loadCoverage)
      coverage = .loading(nil)
    }
    return effects
  }

  /// How a question is put to the person now.
  public func asking(of field: FieldDescriptor) -> Asking {
    switch (field.input, field.id) {
    case (.text, _): .text
    case (.secret, _): .secret
    case (.choice, .network):
      networkEntry == .pick
        ? asking(
          of: networks, networks.value ?? ChoiceList([]), .networks, lack: .networks)
        : .text
    case (.choice, .wantsSecondary): .choices(Self.secondaryChoices)
    case (.choice, .cloudProvider): .choices(providerChoices)
    case (.choice, .bandwidth) where picksFromCoverage: asking(ofCoverage: bandwidthChoices)
    case (.choice, .cloudRegion) where picksFromCoverage:
      asking(ofCoverage: cloudRegionChoices)
    case (.choice, _):
      coverageEntry == .pick
        ? asking(
          ofCoverage: regionChoices.list,
          lack: .coverage(omission: coverage.value?.omission))
        : .text
    }
  }

  /// Whether coverage is here to pick from.
  private var picksFromCoverage: Bool { coverageEntry == .pick && coverage.value != nil }

  private func asking(
    ofCoverage list: ChoiceList, lack: Asking.Lack? = nil
  ) -> Asking {
    asking(of: coverage, list, .coverage, lack: lack)
  }

  private func asking<Value>(
    of loadable: Loadable<Value>, _ list: ChoiceList, _ listing: Listing, lack: Asking.Lack?
  ) -> Asking {
    var list = list
    switch loadable {
    case .notAsked:
      return .loading
    case .loading:
      list.rest = .loading
      return list.choices.isEmpty ? .loading : .choices(list)
    case .failed(let failure, _):
      guard !list.choices.isEmpty else {
        return .failed(.notLoaded(listing, isInPart: false, failure))
      }
      list.rest = .failed(.notLoaded(listing, isInPart: true, failure))
      return .choices(list)
    case .loaded:
      if list.choices.isEmpty, let lack { return .nothing(lack) }
      return .choices(list)
    }
  }

  /// The same choices for another draft's answers, to show what those identify.
  package func showing(_ draft: Draft) -> Wizard {
    var other = self
    other.draft = draft
    return other
  }

  /// The title of the choice that was picked; what was typed if there is none.
  public func shownValue(of field: FieldDescriptor) -> String {
    guard case .choices(let list) = asking(of: field) else {
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
