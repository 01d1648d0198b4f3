public import FoundationEssentials

/// A cross connect with every member of the API's answer.
///
/// Answers may hold more than is documented, and `null` anywhere.
public struct VirtualCrossConnect: Hashable, Sendable {
  /// Every member of the answer.
  public let members: [String: JSONValue]
  /// The identifier.
  public let id: String
  /// The server's time when it answered: the `Date` header, if it came.
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

  /// Whether this is its identifier; letter case and blanks don't count.
  public func isCalled(_ id: String) -> Bool { Identifier(self.id) == Identifier(id) }

  /// A member's text; `nil` if it is missing, `null`, or not a single value.
  public func text(_ key: String) -> String? {
    guard let text = members[key]?.text, !text.isEmpty else { return nil }
    return text
  }

  /// Telnyx's word for the status, such as `created` or `provisioned`; `unknown` without one.
  public var status: String { text("status") ?? "unknown" }

  /// The cloud in the answer; if the answer names no known cloud, the one in the order.
  ///
  /// An unknown word in an answer must not hide the next step and its deadline.
  public var provider: CloudProvider? {
    text("cloud_provider").flatMap(CloudProvider.init(word:)) ?? orderedProvider
  }

  /// The later answer, with what only the order told.
  package func updated(by later: VirtualCrossConnect) -> VirtualCrossConnect {
    var connect = later
    connect.orderedProvider = orderedProvider
    connect.wasOrderedWithSecondary = wasOrderedWithSecondary
    return connect
  }

  /// The circuits: the secondary if it was ordered, or if the answer has values for it.
  public var circuits: [Circuit] {
    wasOrderedWithSecondary || answersSecondary ? [.primary, .secondary] : [.primary]
  }

  /// Whether the answer itself has a secondary circuit.
  package var answersSecondary: Bool {
    let keys = ["bgp_key", "telnyx_ip", "cloud_ip", "cloud_account_id"]
    return members["secondary_enabled"] == .bool(true)
      || keys.contains { text("secondary_" + $0) != nil }
  }

  /// Whether Telnyx has finished: routes can be announced.
  public var isProvisioned: Bool { status == "provisioned" }

  /// Whether the status is a documented one.
  public var hasKnownStatus: Bool {
    ["created", "provisioning", "provisioned", "deleting"].contains(status)
  }

  /// Whether Telnyx is deleting it.
  public var isDeleting: Bool { status == "deleting" }

  /// Whether the status is `created`: Telnyx has not begun to set it up.
  ///
  /// The cloud's side may have accepted it all the same, which no answer shows.
  public var isJustCreated: Bool { status == "created" }

  /// When it was created, by the server's clock; `nil` unless the answer says so in ISO 8601.
  private var createdThere: Date? {
    guard let text = text("created_at") else { return nil }
    return (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
      ?? (try? Date(text, strategy: .iso8601))
  }

  /// When it was created, by our clock.
  ///
  /// - Parameter receivedAt: When the answer arrived, by our clock.
  /// - Returns: `nil` if the answer lacks the time of creation, or the server's own time.
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
