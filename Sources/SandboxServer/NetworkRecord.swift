import CrossConnect
import FoundationEssentials

/// A network as the sandbox keeps it.
struct NetworkRecord: Hashable, Sendable {
  let id: String
  var name: String
  let createdAt: Date
  var updatedAt: Date

  /// The network in the API's JSON.
  var json: JSONValue {
    .object([
      "id": .string(id),
      "record_type": .string("network"),
      "name": .string(name),
      "created_at": .timestamp(createdAt),
      "updated_at": .timestamp(updatedAt),
    ])
  }
}

extension JSONValue {
  /// A time in the API's form: `2018-02-02T22:25:27.521Z`.
  static func timestamp(_ date: Date) -> JSONValue {
    .string(date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)))
  }
}
