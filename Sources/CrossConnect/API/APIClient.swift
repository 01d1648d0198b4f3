internal import FoundationEssentials

/// The calls that the wizard makes, each tried once but for those that only ask.
public struct APIClient: Sendable {
  private let transport: any HTTPTransport
  private let key: Secret
  private let repetition: Repetition?

  /// A client that sends through `transport` with an API key.
  ///
  /// - Parameters:
  ///   - transport: What carries the requests.
  ///   - key: The API key.
  ///   - repetition: How calls that only ask are made again; `nil` if they are not.
  public init(transport: any HTTPTransport, key: Secret, repetition: Repetition? = nil) {
    self.transport = transport
    self.key = key
    self.repetition = repetition
  }

  /// Makes sure that the key is accepted, with one small request.
  public func checkKey() async throws(APIFailure) {
    _ = try await call(.get, Route.networks.path(query: [("page[size]", "1")])) { $0 }
  }

  /// Reads all networks of the account.
  ///
  /// - Parameter arrived: Takes the next ones, and whether they are the last.
  /// - Throws: Why some could not be had; those before them have arrived.
  public func networks(
    _ arrived: ([Network], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    try await list(.networks, Network.init).read(arrived)
  }

  /// Creates a network; it is one more each time it succeeds.
  public func createNetwork(named name: String) async throws(APIFailure) -> Network {
    let body = Data(JSONValue.object(["name": .string(name)]).jsonText.utf8)
    return try await call(.post, Route.networks.path, body: body) { Network($0["data"]) }
  }

  /// Reads everything that can be ordered, under whichever of its two names the API knows.
  ///
  /// - Parameter arrived: Takes the next records, and whether they are the last.
  /// - Throws: Why some could not be had; those before them have arrived.
  public func coverage(
    _ arrived: ([Coverage.Record], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    do {
      try await list(.crossConnectCoverage, Coverage.Record.init).read(arrived)
    } catch .refused(status: 404, _) {
      try await list(.crossConnectCoverageRenamed, Coverage.Record.init).read(arrived)
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
    var connects: [VirtualCrossConnect] = []
    try await list(
      .crossConnects, filter: [("filter[network_id]", id)], VirtualCrossConnect.init
    ).read { next, _ in connects += next }
    return connects
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

  /// A list with its elements, but for those that can't be read.
  private func list<Element>(
    _ route: Route, filter: [(name: String, value: String)] = [],
    _ element: @escaping @Sendable (JSONValue) -> Element?
  ) -> PagedList<Element> {
    PagedList { number throws(APIFailure) in
      let paging = [
        ("page[number]", String(number)), ("page[size]", String(PagedList<Element>.pageSize)),
      ]
      return try await call(.get, route.path(query: filter + paging)) { json in
        guard json["data"].isArray else { return nil }
        let records = json["data"].elements
        return PagedList.Page(
          elements: records.compactMap(element), count: records.count,
          total: json["meta"]["total_pages"].text.flatMap { Int($0) })
      }
    }
  }

  /// Makes one call, whose answer can be read if `read` finds in it what was asked for.
  private func call<Value>(
    _ method: HTTPMethod, _ path: String, body: Data? = nil, withholding secrets: [Secret] = [],
    read: (JSONValue) -> Value?
  ) async throws(APIFailure) -> Value {
    let request = HTTPRequest(method: method, path: path, key: key, body: body)
    var attempts = 1
    while true {
      do {
        return try await exchange(request, withholding: secrets, read: read)
      } catch {
        guard method == .get, error.isPassing, !Task.isCancelled, let repetition,
          try await repetition.waits(beforeAttempt: attempts + 1)
        else { throw error }
        attempts += 1
      }
    }
  }

  private func exchange<Value>(
    _ request: HTTPRequest, withholding secrets: [Secret], read: (JSONValue) -> Value?
  ) async throws(APIFailure) -> Value {
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
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
