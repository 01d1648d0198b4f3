import Flows
import FoundationEssentials
import Synchronization
import TestSupport
@testable import CrossConnect
@testable import TelnyxAPI

/// An API that loses answers to orders, and lists them in every way there is.
///
/// Somebody else orders on the same network too: twins of our order before it is sent or at the same time,
/// and others whenever they like.
final class RandomServer: HTTPTransport {
  struct State {
    var generator: SeededGenerator
    /// Every cross connect as it really is.
    var records: [[String: JSONValue]] = []
    /// The orders of ours that exist.
    var ours: Set<String> = []
    /// How many orders have arrived.
    var posts = 0

    mutating func chance(_ percent: Int) -> Bool {
      Int.random(in: 0..<100, using: &generator) < percent
    }

    mutating func add(_ members: [String: JSONValue], createdAt: Date) -> String {
      let id = "id-\(records.count)"
      let own: [String: JSONValue] = [
        "id": .string(id), "status": .string("created"), "created_at": JSONValue(createdAt),
      ]
      records.append(members.merging(own) { _, own in own })
      return id
    }
  }

  let state: Mutex<State>
  private let now: @Sendable () -> Date
  private let skew: Double
  private let tellsTime: Bool
  private let pageSize: Int
  private let metaStyle: Int
  private let spelling: Int

  init(seed: UInt64, now: @escaping @Sendable () -> Date) {
    var generator = SeededGenerator(seed: seed)
    self.now = now
    skew = [0, 90, -90, 10_800, -10_800].randomElement(using: &generator) ?? 0
    tellsTime = Bool.random(using: &generator)
    pageSize = Int.random(in: 1...4, using: &generator)
    metaStyle = Int.random(in: 0..<4, using: &generator)
    spelling = Int.random(in: 0..<6, using: &generator)
    state = Mutex(State(generator: generator))
  }

  func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    if request.path.hasPrefix("/networks") {
      return answer(
        .object([
          "data": .array([
            .object(["id": .string(Network.sample.id), "name": .string("prod-core")])
          ]),
          "meta": .object(["total_pages": .integer(1), "total_results": .integer(1)]),
        ]))
    }
    guard request.path.hasPrefix("/virtual_cross_connects") else {
      return answer(.null, status: 404)
    }
    return request.method == .post ? try order(request) : list(request.path)
  }

  /// Somebody else orders: the same as ours, or something of their own.
  func orderOfOthers(_ twin: CreateVXCRequest?) {
    let created = now() + skew
    state.withLock { state in
      var members = Dictionary(
        (twin?.members ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      if twin == nil {
        members = [
          "network_id": .string(Network.sample.id), "name": .string("theirs"),
          "cloud_provider": .string("aws"), "cloud_provider_region": .string("us-east-1"),
          "region_code": .string("ashburn-va"), "bandwidth_mbps": .integer(50),
          "primary_cloud_account_id": .string("123456789012"),
        ]
      }
      _ = state.add(members, createdAt: created)
    }
  }

  private func order(_ request: HTTPRequest) throws(TransportFailure) -> HTTPResponse {
    let json = (try? JSONValue(parsing: request.body ?? Data())) ?? .null
    let created = now() + skew
    let (outcome, id) = state.withLock { state in
      state.posts += 1
      let outcome = Int.random(in: 0..<7, using: &state.generator)
      guard state.chance(50) else { return (outcome, String?.none) }
      if state.chance(20) { _ = state.add(json.members, createdAt: created) }
      let id = state.add(json.members, createdAt: created)
      state.ours.insert(id)
      return (outcome, id)
    }
    switch outcome {
    case 0: throw .outcomeUnknown(.connectionLost(detail: "reset by peer"))
    case 1: throw .outcomeUnknown(.timedOut(seconds: 30))
    case 2:
      return answer(
        .null, status: [301, 302, 303, 307, 308][Int(created.timeIntervalSince1970) % 5])
    case 3: return answer(.null, status: 502)
    case 4: return answer(.string("<html>"), status: 200)
    case 5 where id == nil:
      return answer(.object(["errors": .array([.object(["title": .string("No")])])]), status: 422)
    default: throw .outcomeUnknown(.cancelled)
    }
  }

  private func list(_ path: String) -> HTTPResponse {
    let number =
      path.split(separator: "&").compactMap { part -> Int? in
        guard part.hasPrefix("page%5Bnumber%5D=") else { return nil }
        return Int(part.dropFirst("page%5Bnumber%5D=".count))
      }.first ?? 1
    return state.withLock { state in
      guard !state.chance(10) else { return answer(.null, status: 503) }
      let page = state.records.dropFirst((number - 1) * pageSize).prefix(pageSize)
        .map { JSONValue.object(spelled($0)) }
      let count = state.records.count
      let pages = max(1, (count + pageSize - 1) / pageSize)
      let meta: [String: JSONValue] =
        switch metaStyle {
        case 0:
          [
            "total_pages": .integer(Int64(pages)), "total_results": .integer(Int64(count)),
            "page_size": .integer(Int64(pageSize)),
          ]
        case 1: ["total_results": .string(String(count)), "total_pages": .null]
        case 2: ["page_size": .integer(Int64(pageSize)), "total_pages": .integer(1)]
        default: [:]
        }
      return answer(.object(["data": .array(page), "meta": .object(meta)]))
    }
  }

  /// A record as this server's lists have it.
  private func spelled(_ record: [String: JSONValue]) -> [String: JSONValue] {
    var record = record
    switch spelling {
    case 0:
      for (key, value) in record where key != "id" {
        if case .string(let text) = value { record[key] = .string(text.uppercased()) }
      }
    case 1: record["name"] = .null
    case 2: record["primary_cloud_account_id"] = .string("********9012")
    case 3: record["cloud_provider_region"] = .null
    case 4: record["created_at"] = .null
    default: break
    }
    return record
  }

  private func answer(_ json: JSONValue, status: Int = 200) -> HTTPResponse {
    let date = now() + skew
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let iso = date.formatted(.iso8601).split { "-T:Z".contains($0) }.map(String.init)
    let day = days[Int(date.timeIntervalSince1970 / 86_400) % 7]
    let text = "\(day), \(iso[2]) Jul \(iso[0]) \(iso[3]):\(iso[4]):\(iso[5]) GMT"
    return HTTPResponse(
      status: status,
      headers: ["content-type": "application/json"].merging(tellsTime ? ["date": text] : [:]) {
        $1
      },
      body: Data(json.jsonText.utf8))
  }
}
