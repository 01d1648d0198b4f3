package import CrossConnect
package import FoundationEssentials

/// The frame of every file of ours: its format and its version.
enum StoredJSON {
  /// Why a file can't be used.
  enum Unusable: Error, Hashable, Sendable {
    /// The content isn't a file of this format.
    case damaged
    /// A later version of the program wrote it.
    case newer(version: Int)
  }

  /// The bytes of a file, readable for people, too.
  static func data(format: String, version: Int, _ members: [String: JSONValue]) -> Data {
    let head: [String: JSONValue] = [
      "format": .string(format), "version": .integer(Int64(version)),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let object = JSONValue.object(members.merging(head) { _, head in head })
    // A JSON value always has bytes. Without any, the file would count as damaged.
    return ((try? encoder.encode(object)) ?? Data()) + Data("\n".utf8)
  }

  /// Reads a file of `format` that is not newer than `version`.
  ///
  /// - Parameters:
  ///   - data: The file's bytes.
  ///   - format: The format that the file must have.
  ///   - version: The newest version that this program can read.
  /// - Returns: The whole object.
  /// - Throws: `Unusable` if the file is damaged or newer.
  package static func members(
    of data: Data, format: String, version: Int
  ) throws(Unusable) -> JSONValue {
    guard let json = try? JSONValue(parsing: data), json["format"] == .string(format),
      case .integer(let written) = json["version"], written > 0
    else { throw .damaged }
    guard written <= version else { throw .newer(version: Int(written)) }
    return json
  }
}

extension JSONValue {
  /// A time in UTC, to the second.
  package init(_ date: Date) {
    self = .string(date.formatted(.iso8601))
  }

  /// The time in a text, if it is ISO 8601.
  package var date: Date? {
    text.flatMap { try? Date($0, strategy: .iso8601) }
  }
}
