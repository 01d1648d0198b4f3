import CrossConnect
import FoundationEssentials

/// The networks and cross connects of the account, in order of creation.
struct Account: Sendable {
  /// The result of deleting a network.
  enum Removal: Sendable {
    case removed(NetworkRecord)
    case inUse
    case unknown
  }

  private(set) var networks: [NetworkRecord]
  private(set) var crossConnects: [CrossConnectRecord] = []
  private var assignments = Assignments()

  /// An account with this many networks, or with the sample networks.
  init(networkCount: Int? = nil) {
    networks = networkCount == nil ? SampleNetworks.all : []
    for number in 0..<max(0, networkCount ?? 0) {
      let digits = String(number + 1)
      let zeros = String(repeating: "0", count: max(0, 5 - digits.count))
      networks.append(
        SampleNetworks.network(
          assignments.makeIdentifier(), "network-\(zeros)\(digits)",
          createdAt: 1_741_253_581 + Double(number)))
    }
  }

  func network(_ id: String) -> NetworkRecord? {
    networks.first { $0.id == id }
  }

  func crossConnect(_ id: String) -> CrossConnectRecord? {
    crossConnects.first { $0.id == id }
  }

  mutating func addNetwork(named name: String, at now: Date) -> NetworkRecord {
    let network = NetworkRecord(
      id: assignments.makeIdentifier(), name: name, createdAt: now, updatedAt: now)
    networks.append(network)
    return network
  }

  mutating func renameNetwork(_ id: String, to name: String, at now: Date) -> NetworkRecord? {
    guard let index = networks.firstIndex(where: { $0.id == id }) else { return nil }
    networks[index].name = name
    networks[index].updatedAt = now
    return networks[index]
  }

  mutating func removeNetwork(_ id: String) -> Removal {
    guard let index = networks.firstIndex(where: { $0.id == id }) else { return .unknown }
    guard !crossConnects.contains(where: { $0.networkID == id }) else { return .inUse }
    return .removed(networks.remove(at: index))
  }

  /// Adds an order, with what it leaves to Telnyx filled in.
  mutating func add(_ order: CrossConnectOrder, at now: Date) -> CrossConnectRecord {
    let connect = assignments.makeRecord(order, at: now)
    crossConnects.append(connect)
    return connect
  }

  /// Replaces the cross connect of the same identifier by a changed one.
  ///
  /// - Returns: The cross connect, with a newly ordered secondary circuit filled in.
  mutating func replace(_ connect: CrossConnectRecord) -> CrossConnectRecord {
    var connect = connect
    if let secondary = connect.secondary, secondary.bgpKey == nil {
      connect.secondary = assignments.filled(
        secondary, for: connect.policy, besides: connect.primary)
    }
    if let index = crossConnects.firstIndex(where: { $0.id == connect.id }) {
      crossConnects[index] = connect
    }
    return connect
  }

  /// The two addresses of an attachment, with Google's names.
  mutating func makeAttachment() -> JSONValue {
    let (customer, cloud) = assignments.makeEnds()
    return .object([
      "customer_router_ip_address": .string(customer + "/29"),
      "cloud_router_ip_address": .string(cloud + "/29"),
    ])
  }

  /// Adds cross connects that exist from the start.
  mutating func take(_ orders: [SampleCrossConnect], at now: Date) {
    for order in orders {
      guard let network = networks.first(where: { $0.name == order.network }),
        let record = assignments.makeRecord(order, onNetwork: network.id, at: now)
      else { continue }
      crossConnects.append(record)
    }
  }

  /// Forgets one cross connect.
  mutating func forget(_ id: String) {
    crossConnects.removeAll { $0.id == id }
  }

  /// Forgets the cross connects whose life has ended.
  mutating func forgetGone(_ lifeCycle: LifeCycle, at now: Date) {
    crossConnects.removeAll { $0.status(lifeCycle, at: now) == nil }
  }
}
