public import CrossConnect
internal import TelnyxAPI

/// How a question is asked now.
public enum Asking: Hashable, Sendable {
  case text
  /// By the name of a new network; once created, the network is the answer.
  case naming
  case secret
  case choices(ChoiceList)
  case loading
  /// The choices could not be loaded; the person can ask again, or type the answer.
  case failed(Report)
  /// The API lists no choices.
  case nothing(Lack)

  /// What the API's list has none of.
  public enum Lack: Hashable, Sendable {
    case networks
    case connects
    /// Coverage; `omission` is what the API lists but the form can't offer.
    case coverage(omission: Coverage.Omission?)
  }
}

extension OrderForm {
  /// How a question is asked now, with these choices.
  func asking(of field: FieldDescriptor, from choices: Choices) -> Asking {
    guard let source = field.choices else { return field.secrecy == .unseen ? .secret : .text }
    switch source {
    case .secondaryCircuit:
      return .choices(CoverageChoices.secondaryCircuit)
    case .networks:
      switch networkEntry {
      case .create: return .naming
      case .byHand: return .text
      case .pick:
        return Asking(
          of: choices.networks, choices.networks.value ?? ChoiceList([]), .networks,
          lack: .networks)
      }
    case .providers:
      var list = covered(by: choices).providers
      list.omission = choices.coverage.value?.omission
      return .choices(list)
    case .bandwidths where picksFromCoverage(of: choices):
      return Asking(of: choices.coverage, covered(by: choices).bandwidths, .coverage, lack: nil)
    case .cloudRegions where picksFromCoverage(of: choices):
      return Asking(of: choices.coverage, covered(by: choices).cloudRegions, .coverage, lack: nil)
    case .locations, .cloudRegions, .bandwidths:
      guard coverageEntry == .pick else { return .text }
      return Asking(
        of: choices.coverage, choices.regions.list, .coverage,
        lack: .coverage(omission: choices.coverage.value?.omission))
    }
  }

  /// Whether answers are picked from coverage that is here.
  private func picksFromCoverage(of choices: Choices) -> Bool {
    coverageEntry == .pick && choices.coverage.value != nil
  }

  private func covered(by choices: Choices) -> CoverageChoices {
    CoverageChoices(
      draft: draft, coverage: coverageEntry == .pick ? choices.coverage.value : nil,
      isWhole: choices.coverage.whole != nil)
  }
}

extension Asking {
  fileprivate init<Value>(
    of loadable: Loadable<Value>, _ list: ChoiceList, _ listing: Listing, lack: Lack?
  ) {
    var list = list
    switch loadable {
    case .notAsked:
      self = .loading
    case .loading:
      list.rest = .loading
      self = list.choices.isEmpty ? .loading : .choices(list)
    case .failed(let failure, _) where list.choices.isEmpty:
      self = .failed(.notLoaded(listing, isInPart: false, failure))
    case .failed(let failure, _):
      list.rest = .failed(.notLoaded(listing, isInPart: true, failure))
      self = .choices(list)
    case .loaded:
      if list.choices.isEmpty, let lack { self = .nothing(lack) } else { self = .choices(list) }
    }
  }
}
