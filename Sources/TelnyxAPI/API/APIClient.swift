public import CrossConnect
internal import FoundationEssentials

/// The calls that the wizard makes; only calls that read may be tried more than once.
public struct APIClient: Sendable {
  private let transport: any HTTPTransport
  private let key: Secret
  private let secrets: [Secret]
  private let retryPolicy: RetryPolicy?

  /// A client that sends through `transport` with an API key.
  ///
  /// - Parameters:
  ///   - transport: Carries the requests.
  ///   - key: The API key.
  ///   - secrets: Other secrets that no error may repeat.
  ///   - retryPolicy: How calls that read are tried again; `nil` if they are not.
  public init(
    transport: any HTTPTransport, key: Secret, withholding secrets: [Secret] = [],
    retryPolicy: RetryPolicy? = nil
  ) {
    self.transport = transport
    self.key = key
    self.secrets = secrets
    self.retryPolicy = retryPolicy
  }

  /// Checks that the API accepts the key, with one small request.
  ///
  /// - Throws: `APIFailure`; `keyRejected` if the API rejects the key.
  public func checkKey() async throws(APIFailure) {
    try await call(.get, Route.networks.path(query: [("page[size]", "1")])) { json, _ in
      // A portal answers anything with JSON of its own.
      json["data"].isArray ? () : nil
    }
  }

  /// Reads all networks of the account.
  ///
  /// - Parameter arrived: Takes the next networks, and whether they are the last.
  /// - Throws: `APIFailure` if the list could not be read to its end; what came before has arrived.
  public func networks(
    _ arrived: ([Network], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    try await list(.networks) { _ in { Network($0) } }.read(arrived)
  }

  /// Creates a network; each success creates one more.
  ///
  /// - Parameter name: The network's name.
  /// - Returns: The new network.
  /// - Throws: `APIFailure` if it isn't known that the network was created.
  public func createNetwork(named name: String) async throws(APIFailure) -> Network {
    let body = Data(JSONValue.object(["name": .string(name)]).jsonText.utf8)
    return try await call(.post, Route.networks.path, body: body) { json, _ in Network(json["data"])
    }
  }

  /// Reads the whole coverage, under whichever of its two paths the API knows.
  ///
  /// - Parameter arrived: Takes the next records, and whether they are the last.
  /// - Throws: `APIFailure` if the list could not be read to its end; what came before has arrived.
  public func coverage(
    _ arrived: ([Coverage.Record], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    do {
      try await list(.crossConnectCoverage) { _ in { Coverage.Record($0) } }.read(arrived)
    } catch {
      guard error.status == 404 else { throw error }
      var hasArrived = false
      do {
        try await list(.crossConnectCoverageRenamed) { _ in { Coverage.Record($0) } }
          .read { rows, areLast in
            hasArrived = true
            arrived(rows, areLast)
          }
      } catch let second {
        throw hasArrived ? second : error
      }
    }
  }

  /// Orders a cross connect: `POST /virtual_cross_connects`, which costs money.
  ///
  /// One decision of a person allows one call.
  ///
  /// - Parameter request: The order.
  /// - Returns: The cross connect.
  /// - Throws: `APIFailure` if it isn't known that it was created.
  public func create(_ request: CreateVXCRequest) async throws(APIFailure) -> VirtualCrossConnect {
    try await call(
      .post, Route.crossConnects.path, body: request.body, withholding: request.secrets
    ) { VirtualCrossConnect($0["data"], servedAt: $1.servedAt) }
  }

  /// The cross connects on a network, as far as they can be read.
  public func crossConnects(onNetwork id: String) async -> CrossConnectList {
    var connects: [VirtualCrossConnect] = []
    do throws(APIFailure) {
      try await list(.crossConnects, filter: [("filter[network_id]", id)], Self.connects)
        .read { next, _ in connects += next }
      return CrossConnectList(connects)
    } catch {
      return CrossConnectList(connects, failure: error)
    }
  }

  /// Whether the account of this key has a network.
  ///
  /// - Parameter id: The network's identifier; letter case and blanks don't count.
  /// - Returns: Whether it is in the account's list.
  /// - Throws: `APIFailure` if the list could not be read to its end, and the network isn't in what
  ///   came.
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

  /// Reads one cross connect.
  ///
  /// - Parameter id: Its identifier.
  /// - Returns: Its present state.
  /// - Throws: `APIFailure` if it could not be read.
  public func crossConnect(id: String) async throws(APIFailure) -> VirtualCrossConnect {
    try await call(.get, Route.crossConnect(id: id).path) {
      VirtualCrossConnect($0["data"], servedAt: $1.servedAt).flatMap { $0.isCalled(id) ? $0 : nil }
    }
  }

  /// Changes or deletes a cross connect: one PATCH of what changes, or one DELETE.
  ///
  /// One decision of a person allows one call.
  ///
  /// - Parameters:
  ///   - action: What to do.
  ///   - id: The cross connect's identifier.
  ///   - provider: Its cloud.
  /// - Returns: The cross connect after it.
  /// - Throws: `APIFailure` if it isn't known that it was done.
  public func perform(
    _ action: ConnectionAction, id: String, provider: CloudProvider?
  ) async throws(APIFailure) -> VirtualCrossConnect {
    let body = action.body(for: provider).map { Data($0.utf8) }
    return try await call(
      body == nil ? .delete : .patch, Route.crossConnect(id: id).path, body: body
    ) {
      VirtualCrossConnect($0["data"], servedAt: $1.servedAt).flatMap { $0.isCalled(id) ? $0 : nil }
    }
  }

  /// Reads all cross connects of the account.
  ///
  /// - Parameter arrived: Takes the next cross connects, and whether they are the last.
  /// - Throws: `APIFailure` if the list could not be read to its end; what came before has arrived.
  public func crossConnects(
    _ arrived: ([VirtualCrossConnect], _ areLast: Bool) -> Void
  ) async throws(APIFailure) {
    try await list(.crossConnects, Self.connects).read(arrived)
  }

  /// Lets the cloud's side of the sandbox accept a cross connect.
  ///
  /// - Parameter id: The cross connect's identifier.
  /// - Returns: The addresses that the cloud then tells, by circuit.
  /// - Throws: `APIFailure` if it failed, such as at an API that is no sandbox.
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

  /// Reads the cross connects of an answer.
  private static let connects: ElementReader<VirtualCrossConnect> = { response in
    let servedAt = response.servedAt
    return { VirtualCrossConnect($0, servedAt: servedAt) }
  }

  /// What reads the elements of an answer.
  private typealias ElementReader<Element> =
    @Sendable (HTTPResponse) -> (JSONValue) -> Element?

  /// A list; an element that can't be read leaves it incomplete.
  private func list<Element>(
    _ route: Route, filter: [(name: String, value: String)] = [],
    _ reader: @escaping ElementReader<Element>
  ) -> PagedList<Element> {
    PagedList { number throws(APIFailure) in
      let paging = [
        ("page[number]", String(number)), ("page[size]", String(PagedList<Element>.pageSize)),
      ]
      return try await call(.get, route.path(query: filter + paging)) { json, response in
        guard json["data"].isArray else { return nil }
        return PagedList.Page(json["data"].elements, meta: json["meta"], reader(response))
      }
    }
  }

  /// Makes one call; its answer counts as a success if `read` finds the value in it.
  private func call<Value>(
    _ method: HTTPMethod, _ path: String, body: Data? = nil, withholding secrets: [Secret] = [],
    read: (JSONValue, HTTPResponse) -> Value?
  ) async throws(APIFailure) -> Value {
    let request = HTTPRequest(method: method, path: path, key: key, body: body)
    var attempts = 1
    while true {
      do {
        return try await exchange(request, withholding: secrets, read: read)
      } catch {
        guard method == .get, error.isPassing, !Task.isCancelled, let retryPolicy,
          try await retryPolicy.waits(beforeAttempt: attempts + 1, wish: error.wait)
        else { throw error }
        attempts += 1
      }
    }
  }

  private func exchange<Value>(
    _ request: HTTPRequest, withholding secrets: [Secret],
    read: (JSONValue, HTTPResponse) -> Value?
  ) async throws(APIFailure) -> Value {
    let response: HTTPResponse
    do {
      response = try await transport.send(request)
    } catch {
      throw APIFailure(error)
    }
    guard (200..<300).contains(response.status),
      let json = try? JSONValue(parsing: response.body), json.isObject,
      let value = read(json, response)
    else {
      // The answer may repeat secrets of the request, and goes to the screen.
      let mask = SecretMask([key] + secrets + self.secrets)
      throw APIFailure(response, to: request.method).masked(by: mask)
    }
    return value
  }
}
