internal import CrossConnect
import TelnyxAPI

extension SandboxAPI {
  func listCrossConnects(_ request: SandboxRequest) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    let networkID = query.text("filter[network_id]")
    let page = Page(&query, largest: largestPage)
    try query.finish()
    let now = now()
    let connects = store.read(at: now) { $0.crossConnects }
      .filter { networkID == nil || $0.networkID == networkID }
    return .response(.page(page, of: connects.map { $0.json(store.lifeCycle, at: now) }))
  }

  func listInterfaces(
    ofNetwork id: String, _ request: SandboxRequest
  ) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    let name = query.text("filter[name]")
    let status = query.word("filter[status]", of: LifeCycle.Status.allCases.map(\.rawValue))
    let type = query.text("filter[type]")
    let page = Page(&query, largest: largestPage)
    try query.finish()
    let now = now()
    let account = store.read(at: now) { $0 }
    guard account.network(id) != nil else { throw .notFound }
    let interfaces = account.crossConnects.filter { $0.networkID == id }
      .map { $0.interfaceJSON(store.lifeCycle, at: now) }
      .filter { interface in
        [("name", name), ("status", status), ("type", type)]
          .allSatisfy { $1 == nil || interface[$0].text == $1 }
      }
    return .response(.page(page, of: interfaces))
  }

  func createCrossConnect(_ request: SandboxRequest) throws(Refusal) -> Outcome {
    let body = try BodyReader(request.body)
    let now = now()
    let fault =
      scenario?.order ?? body.peek("name").flatMap { Scenario(named: $0) }?.order
    if let outcome = fault?.outcome(of: request, at: now) { return outcome }
    let connect = try store.change(at: now) { account throws(Refusal) in
      let order = try CrossConnectOrder(body, in: account)
      if fault == .acceptsWithTwin { _ = account.add(order, at: now) }
      return account.add(order, at: now)
    }
    let response = APIResponse.record(connect.json(store.lifeCycle, at: now))
    if fault == .acceptsWithTwin { return .silence }
    guard case .accepts(let responseFault) = fault else { return .response(response) }
    return responseFault.applied(to: response)
  }

  func showCrossConnect(_ id: String, _ request: SandboxRequest) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    try query.finish()
    let now = now()
    guard let connect = store.read(at: now, { $0.crossConnect(id) }) else { throw .notFound }
    meddle(with: id, at: now)
    return .response(.record(connect.json(store.lifeCycle, at: now)))
  }

  func changeCrossConnect(_ id: String, _ request: SandboxRequest) throws(Refusal) -> Outcome {
    let body = try BodyReader(request.body)
    let now = now()
    let connect = try store.change(at: now) { account throws(Refusal) in
      guard let connect = account.crossConnect(id) else { throw Refusal.notFound }
      let status = connect.status(store.lifeCycle, at: now)
      let changed = try CrossConnectChange.applied(body, to: connect, status: status, at: now)
      return account.replace(changed)
    }
    return .response(.record(connect.json(store.lifeCycle, at: now)))
  }

  /// Lets the cloud's side accept a cross connect, for practice: no customer of the API can do so.
  ///
  /// The answer has what a cloud tells only then, under the names of the cloud's own API.
  func acceptCrossConnect(_ id: String, _ request: SandboxRequest) throws(Refusal) -> Outcome {
    let now = now()
    let told = store.change(at: now) { account -> JSONValue? in
      guard var connect = account.crossConnect(id) else { return nil }
      connect.events.accepted = connect.events.accepted ?? now
      _ = account.replace(connect)
      guard !connect.policy.takesAddressesAtCreation else { return .object([:]) }
      let sides =
        connect.secondary == nil ? [CircuitRecord.Side.primary] : CircuitRecord.Side.allCases
      return .object(
        Dictionary(uniqueKeysWithValues: sides.map { ($0.rawValue, account.makeAttachment()) }))
    }
    guard let told else { throw .notFound }
    return .response(.record(told))
  }

  func deleteCrossConnect(_ id: String, _ request: SandboxRequest) throws(Refusal) -> Outcome {
    let now = now()
    let connect = store.change(at: now) { account -> CrossConnectRecord? in
      guard var connect = account.crossConnect(id) else { return nil }
      if connect.events.deleted == nil {
        connect.events.deleted = now
        connect.updatedAt = now
      }
      return account.replace(connect)
    }
    guard let connect else { throw .notFound }
    return .response(.record(connect.json(store.lifeCycle, at: now)))
  }
}
