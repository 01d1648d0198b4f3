import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1

/// What the sandbox stands: `vxc sandbox` as a process of its own, asked from this one.
struct SandboxSection {
  let stage: Stage
  let orders: Int

  func measure(into figures: inout Figures) async throws {
    let sandbox = try TerminalProgram(
      stage.program, ["sandbox"], environment: Stage.environment(home: stage.folder))
    let reply = sandbox.reply(since: sandbox.startedAt, until: "TELNYX_API_KEY")
    let text = String(decoding: reply.bytes, as: UTF8.self)
    guard let address = text.firstMatch(of: /http:\S+/)?.output else { return }
    let load = Load(baseURL: String(address))
    figures.add(sandbox.process.memory, to: .sandboxMemory)
    // Connections are made, and code is run for the first time.
    _ = await load.ask(Load.networks, times: 500)
    for _ in 0..<3 { await measure(load, Load.networks, times: 3000, .sandboxRate, &figures) }
    await measure(load, Load.order, times: orders, .sandboxRate100000, &figures)
    figures.add(sandbox.process.peakMemory, to: .sandboxMemory100000)
  }

  private func measure(
    _ load: Load, _ request: Load.Request, times: Int, _ measure: Measure,
    _ figures: inout Figures
  ) async {
    let start = ContinuousClock.now
    let errors = await load.ask(request, times: times)
    let seconds = start.duration(to: .now) / .seconds(1)
    figures.add(Double(times) / seconds, to: measure)
    figures.add(Double(errors), to: .sandboxErrors)
  }
}

/// Many requests, some at a time, over connections that are kept.
struct Load: Sendable {
  /// A request that is sent again and again.
  struct Request: Sendable {
    let path: String
    var body: String?
  }

  static let networks = Request(path: "/networks?page%5Bsize%5D=20")
  static let order = Request(
    path: "/virtual_cross_connects",
    body: """
      {"network_id": "6a09cdc3-8948-47f0-aa62-74ac943d6c58", "name": "load",
       "region_code": "ashburn-va", "cloud_provider": "aws", "cloud_provider_region": "us-east-1",
       "primary_cloud_account_id": "123456789012", "bandwidth_mbps": 50, "bgp_asn": 64512}
      """)

  let baseURL: String
  private static let atOnce = 8

  /// Sends a request some times.
  ///
  /// - Returns: How many were not answered with success.
  func ask(_ request: Request, times: Int) async -> Int {
    await withTaskGroup(of: Int.self) { group in
      for worker in 0..<Self.atOnce {
        group.addTask { [self] in
          var errors = 0
          for _ in stride(from: worker, to: times, by: Self.atOnce) where await !succeeds(request) {
            errors += 1
          }
          return errors
        }
      }
      return await group.reduce(0, +)
    }
  }

  private func succeeds(_ request: Request) async -> Bool {
    var outgoing = HTTPClientRequest(url: baseURL + request.path)
    outgoing.headers.add(name: "authorization", value: "Bearer KEY-SANDBOX")
    if let body = request.body {
      outgoing.method = .POST
      outgoing.headers.add(name: "content-type", value: "application/json")
      outgoing.body = .bytes(ByteBuffer(string: body))
    }
    guard let response = try? await HTTPClient.shared.execute(outgoing, timeout: .seconds(30)),
      let body = try? await response.body.collect(upTo: 1 << 24)
    else { return false }
    return response.status.code < 300 && body.readableBytes > 0
  }
}
