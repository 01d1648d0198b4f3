internal import FoundationEssentials

/// The calls that the wizard makes, each tried once.
public struct APIClient: Sendable {
  private let transport: any HTTPTransport
  private let key: Secret

  /// A client that sends through `transport` with an API key.
  public init(transport: any HTTPTransport, key: Secret) {
    self.transport = transport
    self.key = key
  }

  /// Makes sure that the key is accepted, with one small request.
  public func checkKey() async throws(APIFailure) {
    _ = try await call(.get, Route.networks.path(query: [("page[size]", "1")])) { $0 }
  }

  /// All networks of the account.
  public func networks() async throws(APIFailure) -> [Network] {
    try await all(.networks).compactMap(Network.init)
  }

  /// Creates a network; it is one more each time it succeeds.
  public func createNetwork(named name: String) async throws(APIFailure) -> Network {
    let body = Data(JSONValue.object(["name": .string(name)]).jsonText.utf8)
    return try await call(.post, Route.networks.path, body: body) { Network($0["data"]) }
  }

  /// Everything that can be ordered, under whichever of its two names the API knows.
  public func coverage() async throws(APIFailure) -> Coverage {
    do {
      return Coverage(try await all(.crossConnectCoverage).compactMap(Coverage.Row.init))
    } catch .refused(status: 404, _) {
      return Coverage(try await all(.crossConnectCoverageRenamed).compactMap(Coverage.Row.init))
    }
  }

  /// Orders a cross connect, which costs money: to be called once for one decision of a person.
  public func create(_ request: CreateVXCRequest) async throws(APIFailure) -> VirtualCrossConnect {
    let secrets = request.members.filter(\.isSecret).compactMap { $0.value.text.map(Secret.init) }
    return try await call(
      .post, Route.crossConnects.path, body: request.body, withholding: secrets
    ) { VirtualCrossConnect($0["data"]) }
  }

  /// The cross connects on a network.
  public func crossConnects(onNetwork id: String) async throws(APIFailure) -> [VirtualCrossConnect]
  {
    try await all(.crossConnects, filter: [("filter[network_id]", id)])
      .compactMap(VirtualCrossConnect.init)
  }

  /// One cross connect as it is now.
  public func crossConnect(id: String) async throws(APIFailure) -> VirtualCrossConnect {
    try await call(.get, Route.crossConnect(id: id).path) { VirtualCrossConnect($0["data"]) }
  }

  /// Enables the primary circuit.
  public func enablePrimary(id: String) async throws(APIFailure) -> VirtualCrossConnect {
    let body = Data(JSONValue.object(["primary_enabled": .bool(true)]).jsonText.utf8)
    return try await call(.patch, Route.crossConnect(id: id).path, body: body) {
      VirtualCrossConnect($0["data"])
    }
  }

  /// Reads a list page by page until `meta.total_pages`, or, without it, until a page isn't full.
  private func all(
    _ route: Route, filter: [(name: String, value: String)] = []
  ) async throws(APIFailure) -> [JSONValue] {
    var elements: [JSONValue] = []
    for page in 1...Self.mostPages {
      let paging = [("page[number]", String(page)), ("page[size]", String(Self.pageSize))]
      let path = route.path(query: filter + paging)
      let json = try await call(.get, path) { $0["data"].isArray ? $0 : nil }
      let received = json["data"].elements
      elements += received
      let total = json["meta"]["total_pages"].text.flatMap { Int($0) }
      let isLast = total.map { page >= $0 } ?? (received.count < Self.pageSize)
      if received.isEmpty || isLast { break }
    }
    return elements
  }

  /// The API's largest page.
  private static let pageSize = 250
  /// A bound on what a server can make us read.
  private static let mostPages = 400

  /// Makes one call, whose answer can be read if `read` finds in it what was asked for.
  private func call<Value>(
    _ method: HTTPMethod, _ path: String, body: Data? = nil, withholding secrets: [Secret] = [],
    read: (JSONValue) -> Value?
  ) async throws(APIFailure) -> Value {
    let response: HTTPResponse
    do {
      response = try await transport.send(
        HTTPRequest(method: method, path: path, key: key, body: body))
    } catch {
      throw APIFailure(error)
    }
    guard (200..<300).contains(response.status) else {
      // What an answer repeats of the request is on its way to the screen.
      throw APIFailure(response).withholding(Withholding(secrets + [key]))
    }
    guard let json = try? JSONValue(parsing: response.body), json.isObject, let value = read(json)
    else { throw .outcomeUnknown(.unreadable(status: response.status)) }
    return value
  }
}
