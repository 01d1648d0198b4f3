public import FoundationEssentials

/// A cross connect as the API answers it: kept whole, since answers may hold more than is documented,
/// and `null` anywhere.
public struct VirtualCrossConnect: Hashable, Sendable {
  /// Every member of the answer.
  public let members: [String: JSONValue]
  /// The identifier.
  public let id: String
  private var orderedProvider: CloudProvider?

  /// Reads the answer's `data`; `nil` without an identifier.
  public init?(_ json: JSONValue) {
    guard let id = json["id"].text, !id.isEmpty else { return nil }
    members = json.members
    self.id = id
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

  /// The same, as what was ordered for a cloud.
  func ordered(for provider: CloudProvider?) -> VirtualCrossConnect {
    guard self.provider == nil else { return self }
    var connect = self
    connect.orderedProvider = provider
    return connect
  }

  /// Whether Telnyx has finished: routes can be announced.
  public var isProvisioned: Bool { status == "provisioned" }

  /// Whether the order is still unaccepted and unenabled.
  public var isJustCreated: Bool { status == "created" }

  /// When it was created, if the answer says so in ISO 8601.
  public var createdAt: Date? {
    guard let text = text("created_at") else { return nil }
    return (try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
      ?? (try? Date(text, strategy: .iso8601))
  }

  /// Members that must not be written to a file or shown unasked.
  public static let secretKeys: Set<String> = ["primary_bgp_key", "secondary_bgp_key"]
}

extension VirtualCrossConnect: CustomStringConvertible, CustomReflectable {
  /// The identifier and the status, since some of the members are secret.
  public var description: String { "<cross connect \(id), \(status)>" }

  /// A mirror without children, so that `dump` shows no secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
