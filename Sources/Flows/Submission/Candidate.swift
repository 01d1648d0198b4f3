public import CrossConnect
public import FoundationEssentials
package import TelnyxAPI

/// A cross connect that may be an order whose outcome isn't known.
public struct Candidate: Hashable, Sendable {
  /// Something in which it is another than what was ordered, or doesn't tell.
  public struct Difference: Hashable, Sendable {
    /// The JSON key.
    public let key: String
    /// What was ordered.
    public let ordered: String
    /// What the answer says; `nil` if it doesn't tell.
    public let found: String?
  }

  /// The cross connect.
  public let connect: VirtualCrossConnect
  /// When it was created, by our clock, if the answer tells.
  public let createdAt: Date?
  /// In what it is another than what was ordered.
  public let differences: [Difference]
  /// Whether it is surely new: it was not on the network before the order was sent.
  let isNew: Bool
  /// When it was created at the earliest, by our clock: the time to accept it counts from then.
  package let orderedAt: Date?

  /// Whether it is another in something, and not only silent about it.
  public var differs: Bool { differences.contains { $0.found != nil } }
}

extension Candidate {
  /// Compares a cross connect with an order, in every value that both have; `nil` if it is surely not it.
  ///
  /// - Parameters:
  ///   - connect: The cross connect.
  ///   - attempt: The order.
  ///   - receivedAt: When the list was here, by our clock.
  package init?(_ connect: VirtualCrossConnect, of attempt: Attempt, receivedAt: Date) {
    guard !attempt.note.ids.contains(Identifier(connect.id)) else { return nil }
    // A list that was not filtered has other networks' too.
    if let network = attempt.network, let other = connect.text("network_id"),
      Identifier(network) != Identifier(other)
    {
      return nil
    }
    self.connect = connect
    createdAt = connect.createdAt(receivedAt: receivedAt)
    differences = attempt.request.differences(from: connect)
    isNew = attempt.note.isWhole
    // A time outside of what can be is a clock's mistake, and the earliest is the safe one.
    let window = attempt.sentAt.map { $0...max($0, receivedAt) }
    orderedAt = createdAt.flatMap { window?.contains($0) ?? true ? $0 : nil } ?? attempt.sentAt
    guard isNew || mayBeNew(of: attempt) else { return nil }
  }

  /// Whether the server's clock, read generously, lets it be as young as the order.
  ///
  /// Only asked where nothing was noted: then a twin in every value stays in doubt for a day, anything
  /// else on the network for a quarter of an hour.
  private func mayBeNew(of attempt: Attempt) -> Bool {
    guard let createdAt, let sentAt = attempt.sentAt else { return !differs }
    return createdAt > sentAt - (differs ? 900 : 86_400)
  }
}

extension UnknownOrder {
  /// What in a list may be the order.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - receivedAt: When it was here, by our clock.
  /// - Returns: The candidates, those that agree most first.
  package func candidates(in list: CrossConnectList, receivedAt: Date) -> [Candidate] {
    let found = list.connects.filter { !dismissed.contains(Identifier($0.id)) }
      .compactMap { connect in
        attempts.compactMap { Candidate(connect, of: $0, receivedAt: receivedAt) }
          .min { $0.differences.count < $1.differences.count }
      }
    return found.sorted {
      ($0.differs ? 1 : 0, $0.differences.count) < ($1.differs ? 1 : 0, $1.differences.count)
    }
  }
}

extension CreateVXCRequest {
  /// In what a cross connect is another than this order, or doesn't tell.
  ///
  /// A value that is missing, null or masked agrees with anything; but of what tells one order from
  /// another, silence is a doubt for the person to decide.
  package func differences(from connect: VirtualCrossConnect) -> [Candidate.Difference] {
    members.compactMap { member in
      guard let ordered = member.value.text else { return nil }
      let found = member.key == "region_code" ? connect.regionCode : connect.text(member.key)
      let shown = member.isSecret ? "another" : ordered
      guard let found, !Identifier.isMasked(found) else {
        guard Self.tellingKeys.contains(member.key) else { return nil }
        return Candidate.Difference(key: member.key, ordered: shown, found: nil)
      }
      guard !Self.agree(ordered, found, of: member.key) else { return nil }
      return Candidate.Difference(
        key: member.key, ordered: shown, found: member.isSecret ? "another" : found)
    }
  }

  /// What tells one order on a network from another.
  private static let tellingKeys: Set = [
    "name", "region_code", "cloud_provider", "cloud_provider_region", "primary_cloud_account_id",
  ]

  private static func agree(_ ordered: String, _ found: String, of key: String) -> Bool {
    if key.hasSuffix("_ip") {
      return PeerAddress.host(of: ordered) == PeerAddress.host(of: found)
    }
    if key.hasSuffix("_account_id") {
      return Identifier(ordered.filter { $0 != "-" }) == Identifier(found.filter { $0 != "-" })
    }
    if let ordered = Double(ordered), let found = Double(found),
      ["bandwidth_mbps", "bgp_asn"].contains(key)
    {
      return ordered == found
    }
    // A key is no identifier: its letter case counts.
    if key.hasSuffix("_bgp_key") { return ordered == found }
    return Identifier(ordered) == Identifier(found)
  }
}

extension VirtualCrossConnect {
  /// The code of Telnyx's location, wherever the answer has it.
  package var regionCode: String? { text("region_code") ?? members["region"]?["code"].text }
}

extension PeerAddress {
  /// An address without its prefix length.
  fileprivate static func host(of text: String) -> Substring {
    text.trimmed.split(separator: "/").first ?? ""
  }
}
