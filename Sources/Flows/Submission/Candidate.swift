public import CrossConnect
public import FoundationEssentials
package import TelnyxAPI

/// A cross connect that may be an order of unknown outcome.
public struct Candidate: Hashable, Sendable {
  /// A value that differs from the order, or that the answer doesn't have.
  public struct Difference: Hashable, Sendable {
    /// Stands in the place of a key for the secondary circuit as a whole.
    public static let circuit = "secondary circuit"

    /// The JSON key.
    public let key: String
    /// The ordered value.
    public let ordered: String
    /// The value in the answer; `nil` if it has none.
    public let found: String?
  }

  /// The cross connect.
  public let connect: VirtualCrossConnect
  /// When it was created, by our clock, if the answer says so.
  public let createdAt: Date?
  /// The values that differ from the order, or are missing.
  public let differences: [Difference]
  /// Whether it is surely new: the whole list before the order didn't have it.
  let isNew: Bool
  /// When it was ordered at the earliest, by our clock: the time to accept it starts then.
  package let orderedAt: Date?

  /// Whether a value differs, and is not only missing.
  public var differs: Bool { differences.contains { $0.found != nil } }
}

extension Candidate {
  /// Compares a cross connect with an order, in every value that both have.
  ///
  /// The result is `nil` if the cross connect is surely not the order.
  ///
  /// - Parameters:
  ///   - connect: The cross connect.
  ///   - attempt: The order.
  ///   - receivedAt: When the list arrived, by our clock.
  package init?(_ connect: VirtualCrossConnect, of attempt: Attempt, receivedAt: Date) {
    guard !attempt.note.ids.contains(Identifier(connect.id)) else { return nil }
    // A server that doesn't filter its list sends other networks' cross connects, too.
    if let network = attempt.network, let other = connect.text("network_id"),
      Identifier(network) != Identifier(other)
    {
      return nil
    }
    self.connect = connect
    createdAt = connect.createdAt(receivedAt: receivedAt)
    differences =
      attempt.request.differences(from: connect) + attempt.request.additions(in: connect)
    isNew = attempt.note.isWhole
    // A time outside of the possible is a clock's error; then the earliest time is the safe one.
    let window = attempt.sentAt.map { $0...max($0, receivedAt) }
    orderedAt = createdAt.flatMap { window?.contains($0) ?? true ? $0 : nil } ?? attempt.sentAt
    guard isNew || mayBeNew(of: attempt) else { return nil }
  }

  /// Whether it may be as young as the order, by the server's clock with a wide margin.
  ///
  /// It matters only without a whole note. The margin is a day for a cross connect without a
  /// differing value, and a quarter of an hour for any other on the network.
  private func mayBeNew(of attempt: Attempt) -> Bool {
    guard let createdAt, let sentAt = attempt.sentAt else { return !differs }
    return createdAt > sentAt - (differs ? 900 : 86_400)
  }
}

extension UnknownOrder {
  /// The cross connects of a list that may be the order.
  ///
  /// - Parameters:
  ///   - list: The list.
  ///   - receivedAt: When the list arrived, by our clock.
  /// - Returns: The candidates, those with the fewest differences first.
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
  /// What a new cross connect has and this order has not asked for: a secondary circuit.
  fileprivate func additions(in connect: VirtualCrossConnect) -> [Candidate.Difference] {
    guard connect.provider?.rules.circuits == .optionalSecondary, connect.answersSecondary,
      !asksForSecondary
    else { return [] }
    return [Candidate.Difference(key: Candidate.Difference.circuit, ordered: "none", found: "one")]
  }

  /// The values in which a cross connect differs from this order, or that it doesn't have.
  ///
  /// A value that is missing, `null` or masked agrees with anything. Only for the members that tell
  /// one order from another, a missing value is a difference, for the person to judge.
  package func differences(from connect: VirtualCrossConnect) -> [Candidate.Difference] {
    members.compactMap { member in
      guard let ordered = known(member.key) else { return nil }
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

  /// Whether another request is the same order; what no file keeps only counts where both have it.
  package func ordersTheSame(as other: CreateVXCRequest) -> Bool {
    let provider = self["cloud_provider"]?.text.flatMap(CloudProvider.init(word:))
    guard asksForSecondary == other.asksForSecondary else { return false }
    return Set((members + other.members).map(\.key)).allSatisfy { key in
      switch (known(key), other.known(key)) {
      case (let one?, let another?): Self.agree(one, another, of: key)
      case (nil, nil): true
      case (nil, _), (_, nil): Confidentiality(of: key, for: provider) == .confidential
      }
    }
  }

  /// The text of a member, unless our own mask stands for it; a name may look like others' masks.
  private func known(_ key: String) -> String? {
    self[key]?.text.flatMap { $0 == MaskedText.mask ? nil : $0 }
  }

  /// The members that tell one order on a network from another.
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
  /// The code of Telnyx's location, from either place where an answer may have it.
  package var regionCode: String? { text("region_code") ?? members["region"]?["code"].text }
}

extension PeerAddress {
  /// An address without its prefix length.
  fileprivate static func host(of text: String) -> Substring {
    text.trimmed.split(separator: "/").first ?? ""
  }
}
