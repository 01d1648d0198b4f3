public import FoundationEssentials

/// A cross connect as the API answers it: kept whole, since answers may hold more than is documented,
/// and `null` anywhere.
public struct VirtualCrossConnect: Hashable, Sendable {
  /// Every member of the answer.
  public let members: [String: JSONValue]
  /// The identifier.
  public let id: String
  /// The server's time when it answered, if it told.
  private let servedAt: Date?
  var orderedProvider: CloudProvider?
  var wasOrderedWithSecondary = false

  /// Reads the answer's `data`; `nil` without an identifier.
  ///
  /// - Parameters:
  ///   - json: The cross connect.
  ///   - servedAt: The server's time when it answered: the `Date` header.
  public init?(_ json: JSONValue, servedAt: Date? = nil) {
    guard let id = json["id"].text, !id.isEmpty else { return nil }
    members = json.members
    self.id = id
    self.servedAt = servedAt
  }

  /// A member's text; `nil` if it is missing, `null`, or not a single value.
  public func text(_ key: String) -> String? {
    guard let text = members[key]?.text, !text.isEmpty else { return nil }
    return text
  }

  /// The status word, such as `created` or `provisioned`; others may come.
  public var status: String { text("status") ?? "unknown" }

  /// The cloud, by the answer, or by the order where the answer names none that is known.
  ///
  /// What is to be done next, and by when, must not be lost by an odd word in an answer.
  public var provider: CloudProvider? {
    text("cloud_provider").flatMap(CloudProvider.init(word:)) ?? orderedProvider
  }

  /// The same cross connect as a later answer has it.
  package func updated(by later: VirtualCrossConnect) -> VirtualCrossConnect {
    var connect = later
    connect.orderedProvider = orderedProvider
    connect.wasOrderedWithSecondary = wasOrderedWithSecondary
    return connect
  }

  /// The circuits it has: the secondary where it was ordered, or the answer has values for it.
  public var circuits: [Circuit] {
    let keys = ["bgp_key", "telnyx_ip", "cloud_ip", "cloud_account_id"]
    let isThere =
      wasOrderedWithSecondary || members["secondary_enabled"] == .bool(true)
      || keys.contains { text("secondary_" + $0) != nil }
    return isThere ? [.primary, .secondary] : [.primary]
  }

  /// Whether Telnyx has finished: routes can be announced.
  public var isProvisioned: Bool { status == "provisioned" }

  /// Whether the status is one that is documented.
  public var hasKnownStatus: Bool {
    ["created", "provisioning", "provisioned", "deleting"].contains(status)
  }

  /// Whether it is on its way out.
  public var isDeleting: Bool { status == "deleting" }

  /// Whether the order is still unaccepted and unenabled.
  public var isJustCreated: Bool { status == "created" }

  /// When it was created, by the server's clock, if the answer says so in ISO 8601.
  private var createdThere: Date? {
    guard let text = text("created_at") else { return nil }
    return (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
      ?? (try? Date(text, strategy: .iso8601))
  }

  /// When it was created, by our clock.
  ///
  /// - Parameter receivedAt: When the answer was here, by our clock.
  /// - Returns: `nil` if the answer doesn't say when, or not what time the server has.
  public func createdAt(receivedAt: Date) -> Date? {
    guard let skew = ClockSkew(servedAt: servedAt, receivedAt: receivedAt) else { return nil }
    return createdThere.map(skew.here)
  }
}

extension VirtualCrossConnect: CustomStringConvertible, CustomReflectable {
  /// The identifier and the status, since some of the members are secret.
  public var description: String { "<cross connect \(id), \(status)>" }

  /// A mirror without children, so that `dump` shows no secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
