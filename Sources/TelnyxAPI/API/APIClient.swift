public import CrossConnect
internal import FoundationEssentials

/// The calls that the wizard makes, each tried once but for those that only ask.
public struct APIClient: Sendable {
  private let transport: any HTTPTransport
  private let key: Secret
  private let secrets: [Secret]
  private let retryPolicy: RetryPolicy?

  /// A client that sends through `transport` with an API key.
  ///
  /// - Parameters:
  ///   - transport: What carries the requests.
  ///   - key: The API key.
  ///   - secrets: What else is known to be secret, and no error must repeat.
  ///   - retryPolicy: How calls that only ask are made again; `nil` if they are not.
  public init(
    transport: any HTTPTransport, key: Secret, withholding secrets: [Secret] = [],
    retryPolicy: RetryPolicy? = nil
  ) {
    self.transport = transport
    self.key = key
    self.secrets = secrets
    self.retryPolicy = retryPolicy
  }

  /// Makes sure that the key is accepted, with one small request.
  public func checkKey() async throws(APIFailure) {
    _ = try await call(.get, Route.networks.path(query: [("page[size]", "1")])) { json, _ in json }
  }

  /// Reads all networks of the account.
  ///
  /// - Parameter arrived: Takes the next ones, and whether they are the last.
  /// - Throws: Why some could not be had; those before them have arrived.
  public func networks(
    _ arrived: ([Network], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    try await list(.networks) { record, _ in Network(record) }.read(arrived)
  }

  /// Creates a network; it is one more each time it succeeds.
  public func createNetwork(named name: String) async throws(APIFailure) -> Network {
    let body = Data(JSONValue.object(["name": .string(name)]).jsonText.utf8)
    return try await call(.post, Route.networks.path, body: body) { json, _ in Network(json["data"])
    }
  }

  /// Reads everything that can be ordered, under whichever of its two names the API knows.
  ///
  /// - Parameter arrived: Takes the next records, and whether they are the last.
  /// - Throws: Why some could not be had; those before them have arrived.
  public func coverage(
    _ arrived: ([Coverage.Record], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    do {
      try await list(.crossConnectCoverage) { row, _ in Coverage.Record(row) }.read(arrived)
    } catch {
      guard error.status == 404 else { throw error }
      var hasArrived = false
      do {
        try await list(.crossConnectCoverageRenamed) { row, _ in Coverage.Record(row) }
          .read { rows, areLast in
            hasArrived = true
            arrived(rows, areLast)
          }
      } catch let second {
        throw hasArrived ? second : error
      }
    }
  }

  /// Orders a cross connect, which costs money: to be called once for one decision of a person.
  public func create(_ request: CreateVXCRequest) async throws(APIFailure) -> VirtualCrossConnect {
    try await call(
      .post, Route.crossConnects.path, body: request.body, withholding: request.secrets
    ) { VirtualCrossConnect($0["data"], servedAt: $1) }
  }

  /// The cross connects on a network, as far as they can be read.
  public func crossConnects(onNetwork id: String) async -> CrossConnectList {
    var records: [VirtualCrossConnect?] = []
    var failure: APIFailure?
    do throws(APIFailure) {
      try await list(.crossConnects, filter: [("filter[network_id]", id)]) { record, servedAt in
        Optional(VirtualCrossConnect(record, servedAt: servedAt))
      }.read { next, _ in records += next }
    } catch {
      failure = error
    }
    return CrossConnectList(records: records, failure: failure)
  }

  /// Whether the account of this key has a network.
  ///
  /// - Parameter id: The network's identifier, compared as identifiers are.
  /// - Returns: Whether it is in the account's list.
  /// - Throws: Why it isn't known: the list could not be read to its end, and it is not in what came.
  public func seesNetwork(_ id: String) async throws(APIFailure) -> Bool {
    var isThere = false
    do throws(APIFailure) {
      try await networks { next, _ in
        isThere = isThere || next.contains { Identifier($0.id) == Identifier(id) }
      }
    } catch {
      guard isThere else { throw error }
    }
    return isThere
  }

  /// One cross connect as it is now.
  public func crossConnect(id: String) async throws(APIFailure) -> VirtualCrossConnect {
    try await call(.get, Route.crossConnect(id: id).path) {
      VirtualCrossConnect($0["data"], servedAt: $1)
    }
  }

  /// Does something with a cross connect: one PATCH of what changes, or one DELETE.
  ///
  /// - Parameters:
  ///   - action: What to do; to be called once for one decision of a person.
  ///   - id: The cross connect.
  ///   - provider: Its cloud.
  /// - Returns: The cross connect as it is then.
  /// - Throws: Why it isn't known to be done.
  public func perform(
    _ action: ConnectionAction, id: String, provider: CloudProvider?
  ) async throws(APIFailure) -> VirtualCrossConnect {
    let body = action.body(for: provider).map { Data($0.utf8) }
    return try await call(
      body == nil ? .delete : .patch, Route.crossConnect(id: id).path, body: body
    ) {
      VirtualCrossConnect($0["data"], servedAt: $1)
    }
  }

  /// Reads all cross connects of the account.
  ///
  /// - Parameter arrived: Takes the next ones, and whether they are the last.
  /// - Throws: Why some could not be had; those before them have arrived.
  public func crossConnects(
    _ arrived: ([VirtualCrossConnect], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    try await list(.crossConnects) { VirtualCrossConnect($0, servedAt: $1) }.read(arrived)
  }

  /// Lets the cloud's side of a practice API accept a cross connect.
  ///
  /// - Parameter id: The cross connect.
  /// - Returns: The addresses that the cloud tells then, by circuit.
  /// - Throws: Why it could not be done, such as by an API that is not for practice.
  public func acceptForPractice(
    id: String
  ) async throws(APIFailure) -> [Circuit: ConnectionAction.AddressPair] {
    try await call(.post, Route.practiceAcceptance(id: id).path) { json, _ in
      guard json["data"].isObject else { return nil }
      var pairs: [Circuit: ConnectionAction.AddressPair] = [:]
      for circuit in Circuit.allCases {
        let attachment = json["data"][circuit.rawValue]
        guard let cloud = attachment["cloud_router_ip_address"].text,
          let telnyx = attachment["customer_router_ip_address"].text
        else { continue }
        pairs[circuit] = ConnectionAction.AddressPair(telnyx: telnyx, cloud: cloud)
      }
      return pairs
    }
  }

  /// A list with its elements, but for those that can't be read.
  private func list<Element>(
    _ route: Route, filter: [(name: String, value: String)] = [],
    _ element: @escaping @Sendable (JSONValue, _ servedAt: Date?) -> Element?
  ) -> PagedList<Element> {
    PagedList { number throws(APIFailure) in
      let paging = [
        ("page[number]", String(number)), ("page[size]", String(PagedList<Element>.pageSize)),
      ]
      return try await call(.get, route.path(query: filter + paging)) { json, servedAt in
        guard json["data"].isArray else { return nil }
        return PagedList.Page(json["data"].elements, meta: json["meta"]) { element($0, servedAt) }
      }
    }
  }

  /// Makes one call, whose answer can be read if `read` finds in it what was asked for.
  private func call<Value>(
    _ method: HTTPMethod, _ path: String, body: Data? = nil, withholding secrets: [Secret] = [],
    read: (JSONValue, _ servedAt: Date?) -> Value?
  ) async throws(APIFailure) -> Value {
    let request = HTTPRequest(method: method, path: path, key: key, body: body)
    var attempts = 1
    while true {
      do {
        return try await exchange(request, withholding: secrets, read: read)
      } catch {
        guard method == .get, error.isPassing, !Task.isCancelled, let retryPolicy,
          try await retryPolicy.waits(beforeAttempt: attempts + 1)
        else { throw error }
        attempts += 1
      }
    }
  }

  private func exchange<Value>(
    _ request: HTTPRequest, withholding secrets: [Secret],
    read: (JSONValue, _ servedAt: Date?) -> Value?
  ) async throws(APIFailure) -> Value {
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
    } catch {
      throw APIFailure(error)
    }
    guard (200..<300).contains(response.status),
      let json = try? JSONValue(parsing: response.body), json.isObject,
      let value = read(json, response.servedAt)
    else {
      // What an answer repeats of the request is on its way to the screen.
      let mask = SecretMask([key] + secrets + self.secrets)
      throw APIFailure(response, to: request.method).masked(by: mask)
    }
    return value
  }
}
