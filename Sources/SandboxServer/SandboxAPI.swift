import CrossConnect
import FoundationEssentials
import TelnyxAPI

/// The API itself: a request goes in, its outcome comes out.
///
/// It knows neither the HTTP library nor the passing of time: it asks `now` once for each request.
struct SandboxAPI: Sendable {
  /// The path of the base URL, as the real API has it.
  static let prefix = "/v2"

  /// Answers one method of one route.
  typealias Handler = (SandboxRequest) throws(Refusal) -> Outcome

  let key: Secret
  let store: Store
  /// The fault of the whole sandbox, if it has one.
  let scenario: Scenario?
  let now: @Sendable () -> Date

  /// The largest page that is sent, whatever size is asked for.
  var largestPage: Int { scenario?.lists == .hasShortPages ? 2 : Page.largestSize }

  /// Decides the outcome of a request, and carries it out.
  func respond(to request: SandboxRequest) -> Outcome {
    do throws(Refusal) {
      guard isAuthorized(request) else { throw .unauthorized }
      guard let path = request.pathBelowBase, let route = Route(path: path) else {
        throw .notFound
      }
      let handlers = handlers(for: route)
      let handler = handlers.first { $0.key.rawValue == request.method }
      guard let handler else {
        throw .methodNotAllowed(request.method, allowed: handlers.map(\.key))
      }
      let outcome = try handler.value(request)
      guard let lists = scenario?.lists, handler.key == .get else { return outcome }
      return lists.outcome(outcome, for: route)
    } catch {
      return .response(.refusing(error))
    }
  }

  /// Whether the request carries the key; the scheme's case doesn't matter (RFC 9110, 11.1).
  private func isAuthorized(_ request: SandboxRequest) -> Bool {
    let parts = request.authorization?.split(separator: " ", maxSplits: 1) ?? []
    return parts.count == 2 && parts[0].lowercased() == "bearer" && parts[1] == key.revealed
  }

  private func handlers(for route: Route) -> KeyValuePairs<HTTPMethod, Handler> {
    switch route {
    case .networks:
      [.get: listNetworks, .post: createNetwork]
    case .network(let id):
      [
        .get: { request throws(Refusal) in try showNetwork(id, request) },
        .patch: { request throws(Refusal) in try renameNetwork(id, request) },
        .delete: { request throws(Refusal) in try deleteNetwork(id, request) },
      ]
    case .networkInterfaces(let id):
      [.get: { request throws(Refusal) in try listInterfaces(ofNetwork: id, request) }]
    case .regions:
      [.get: listRegions]
    case .networkCoverage:
      [.get: listNetworkCoverage]
    case .crossConnectCoverage, .crossConnectCoverageRenamed:
      [.get: listCrossConnectCoverage]
    case .crossConnects:
      [.get: listCrossConnects, .post: createCrossConnect]
    case .crossConnect(let id):
      [
        .get: { request throws(Refusal) in try showCrossConnect(id, request) },
        .patch: { request throws(Refusal) in
          try changing(id, request) { () throws(Refusal) in try changeCrossConnect(id, request) }
        },
        .delete: { request throws(Refusal) in
          try changing(id, request) { () throws(Refusal) in try deleteCrossConnect(id, request) }
        },
      ]
    case .practiceAcceptance(let id):
      [.post: { request throws(Refusal) in try acceptCrossConnect(id, request) }]
    }
  }
}
