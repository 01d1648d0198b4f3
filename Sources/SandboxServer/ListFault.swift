import TelnyxAPI

/// What happens to every list of a sandbox, instead of the usual.
enum ListFault: Hashable, Sendable {
  /// The account has no networks until one is created.
  case hasNoNetworks
  /// Nothing can be reached from anywhere.
  case hasNoCoverage
  /// The lists that the form needs answer 503.
  case refusesChoices
  /// Pages have 2 records, whatever size is asked for.
  case hasShortPages
  /// The list of cross connects answers 503.
  case refusesLooks
  /// Something in between answers every list.
  case intercepts(APIResponse)
  /// Every list has an unusual answer.
  case distorts(ResponseFault)

  /// The lists that can be at fault.
  private enum List {
    case networks
    case coverage
    case crossConnects

    init?(_ route: Route) {
      switch route {
      case .networks: self = .networks
      case .crossConnectCoverage, .crossConnectCoverageRenamed: self = .coverage
      case .crossConnects: self = .crossConnects
      case .network, .networkInterfaces, .regions, .networkCoverage, .crossConnect,
        .practiceAcceptance:
        return nil
      }
    }
  }

  /// The outcome for a list, instead of `outcome`.
  func outcome(_ outcome: Outcome, for route: Route) -> Outcome {
    guard case .response(let response) = outcome, response.status == 200, let list = List(route)
    else { return outcome }
    switch (self, list) {
    case (.refusesLooks, .crossConnects), (.refusesChoices, .networks),
      (.refusesChoices, .coverage):
      return .response(.refusing(.unavailable))
    case (.hasNoCoverage, .coverage): return .response(.list([]))
    case (.intercepts(let other), _): return .response(other)
    case (.distorts(let fault), _): return fault.applied(to: response)
    case (.refusesLooks, _), (.refusesChoices, _), (.hasNoCoverage, _), (.hasNoNetworks, _),
      (.hasShortPages, _):
      return outcome
    }
  }
}
