import TelnyxAPI

extension SandboxAPI {
  func listNetworks(_ request: SandboxRequest) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    let name = query.text("filter[name]")
    let page = Page(&query, largest: largestPage)
    try query.finish()
    let networks = store.read(at: now()) { $0.networks }
      .filter { name == nil || $0.name == name }
    return .response(.page(page, of: networks.map(\.json)))
  }

  func createNetwork(_ request: SandboxRequest) throws(Refusal) -> Outcome {
    let name = try networkName(request)
    let now = now()
    let network = store.change(at: now) { $0.addNetwork(named: name, at: now) }
    return .response(.record(network.json))
  }

  func showNetwork(_ id: String, _ request: SandboxRequest) throws(Refusal) -> Outcome {
    var query = QueryReader(request.query)
    try query.finish()
    guard let network = store.read(at: now(), { $0.network(id) }) else { throw .notFound }
    return .response(.record(network.json))
  }

  func renameNetwork(_ id: String, _ request: SandboxRequest) throws(Refusal) -> Outcome {
    let name = try networkName(request)
    let now = now()
    let network = store.change(at: now) { $0.renameNetwork(id, to: name, at: now) }
    guard let network else { throw .notFound }
    return .response(.record(network.json))
  }

  func deleteNetwork(_ id: String, _ request: SandboxRequest) throws(Refusal) -> Outcome {
    let outcome = store.change(at: now()) { $0.removeNetwork(id) }
    switch outcome {
    case .removed(let network):
      return .response(.record(network.json))
    case .inUse:
      throw .unprocessable([
        ErrorEntry(
          code: .resourceInUse,
          detail: "The network has virtual cross connects; delete these first.")
      ])
    case .unknown:
      throw .notFound
    }
  }

  private func networkName(_ request: SandboxRequest) throws(Refusal) -> String {
    var body = try BodyReader(request.body)
    let name = body.text("name", isRequired: true)
    try body.finish()
    return name ?? ""
  }
}
