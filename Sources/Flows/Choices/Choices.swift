public import CrossConnect
public import TelnyxAPI

/// The account's networks and the coverage, while they load and once they are here.
public struct Choices: Hashable, Sendable {
  /// What can happen to them.
  public enum Event: Hashable, Sendable {
    /// Load them, unless somebody has asked with this key already.
    case needed
    /// Load the networks alone, unless somebody has asked with this key already.
    case networksNeeded
    case reloadPressed
    case loadingStopped
    /// Some of the networks are here; others follow.
    case networksArrived([Network])
    /// The last networks are here, or the rest could not be loaded.
    case networksLoaded(Result<[Network], APIFailure>)
    /// Some of the coverage is here; more follows.
    case coverageArrived(Coverage)
    /// The last of the coverage is here, or the rest could not be loaded.
    case coverageLoaded(Result<Coverage, APIFailure>)
    /// A call that only reads failed and is tried again; `attempt` counts from 2.
    case retrying(attempt: Int)
    /// The API refused answers that were picked from these lists.
    case outdated([Listing])
    case networkCreated(Network)
    /// From now on, they are another account's.
    case accountChanged
  }

  /// The networks of the account.
  public private(set) var networks = Loadable<ChoiceList>.notAsked
  /// What can be ordered.
  public private(set) var coverage = Loadable<Coverage>.notAsked {
    didSet { regions.follow(coverage.value) }
  }
  /// The locations of the coverage, as choices.
  private(set) var regions = RegionChoices()
  /// How often the calls under way were tried again.
  public private(set) var retries = 0

  /// Whether both are here, each of them whole.
  var areLoaded: Bool { networks.isLoaded && coverage.isLoaded }

  /// Handles an event, and returns what comes of it.
  mutating func update(_ event: Event) -> Reaction {
    switch event {
    case .needed:
      return networks.isNotAsked || coverage.isNotAsked ? load() : []
    case .networksNeeded:
      return networks.isNotAsked ? Reaction([ask(for: .networks)].compactMap { $0 }) : []
    case .reloadPressed:
      return Reaction(load().effects, [.movedOn])
    case .loadingStopped:
      return [.cancel([.loadNetworks, .loadCoverage])]
    case .networksArrived(let more):
      networks.take(ChoiceList(networks: more))
    case .networksLoaded(let result):
      networks.finish(result.map(ChoiceList.init(networks:)))
      return .happened(.networksCame) + notListed(result.failure)
    case .coverageArrived(let more):
      coverage.take(more)
    case .coverageLoaded(let result):
      coverage.finish(result)
      let came = coverage.value?.isEmpty == false ? Reaction.happened(.coverageCame) : []
      return came + notListed(result.failure)
    case .retrying(let attempt):
      retries = attempt - 1
    case .outdated(let listings):
      return Reaction(listings.compactMap { ask(for: $0) })
    case .networkCreated(let network):
      networks.lead(with: ChoiceList(networks: [network]))
    case .accountChanged:
      networks = .notAsked
      coverage = .notAsked
    }
    return []
  }

  private func notListed(_ failure: APIFailure?) -> Reaction {
    failure.map { .happened(.notListed($0)) } ?? []
  }

  /// Asks for all of them, except those already under way.
  private mutating func load() -> Reaction {
    retries = 0
    return Reaction(Listing.allCases.compactMap { ask(for: $0) })
  }

  private mutating func ask(for listing: Listing) -> Effect? {
    switch listing {
    case .networks:
      guard !networks.isLoading else { return nil }
      networks = .loading(nil)
      return .loadNetworks
    case .coverage:
      guard !coverage.isLoading else { return nil }
      coverage = .loading(nil)
      return .loadCoverage
    }
  }
}

extension ChoiceList {
  init(networks: [Network]) {
    self.init(
      networks.map { network in
        Choice(
          value: network.id,
          columns: [network.name.isEmpty ? Self.namelessNetwork : network.name, network.id])
      })
  }

  /// What a list shows for a network without a name.
  static let namelessNetwork = "(no name)"
}

extension Result {
  fileprivate var failure: Failure? {
    guard case .failure(let failure) = self else { return nil }
    return failure
  }
}
