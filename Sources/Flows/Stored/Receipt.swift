package import CrossConnect
internal import FoundationEssentials

/// The API's answer to an order, as it is kept on disk: everything but keys.
public struct Receipt: Hashable, Sendable {
  static let format = "vxc receipt"
  static let version = 1

  /// The cross connect's identifier.
  public let connectID: String
  /// When it was written.
  let writtenAt: Date
  /// When the API answered the order, by our clock.
  let answeredAt: Date
  /// The base URL where it was ordered.
  let destination: String
  /// The answer without anything confidential.
  package let members: [String: JSONValue]
  /// The names of the members that were left out.
  package let withheld: Set<String>

  /// A receipt for a cross connect.
  ///
  /// - Parameters:
  ///   - connect: The API's answer.
  ///   - secrets: The texts that must not be in it, under any name.
  ///   - answeredAt: When the API answered the order.
  ///   - writtenAt: The time now.
  ///   - destination: The base URL where it was ordered.
  init(
    of connect: VirtualCrossConnect, withholding secrets: [Secret], answeredAt: Date,
    writtenAt: Date, destination: String
  ) {
    let own = connect.members.filter { name, _ in
      Confidentiality(of: name, for: connect.provider) == .confidential
    }.compactMap { $0.value.text.map(Secret.init) }
    (members, withheld) = SecretFilter(secrets + own)
      .kept(of: connect.members, for: connect.provider)
    connectID = connect.id
    self.writtenAt = writtenAt
    self.answeredAt = answeredAt
    self.destination = destination
  }

  /// The bytes of its file.
  var data: Data {
    StoredJSON.data(
      format: Self.format, version: Self.version,
      [
        "written_at": JSONValue(writtenAt),
        "answered_at": JSONValue(answeredAt),
        "destination": .string(destination),
        "virtual_cross_connect": .object(members),
        "withheld": .array(withheld.sorted().map { .string($0) }),
      ])
  }

  /// Reads a receipt's file; unknown members are skipped.
  ///
  /// - Parameter data: The file's bytes.
  /// - Throws: `StoredJSON.Unusable` if this program can't read it.
  init(_ data: Data) throws(StoredJSON.Unusable) {
    let json = try StoredJSON.members(of: data, format: Self.format, version: Self.version)
    let connect = json["virtual_cross_connect"]
    guard let writtenAt = json["written_at"].date, let id = connect["id"].text else {
      throw .damaged
    }
    connectID = id
    self.writtenAt = writtenAt
    answeredAt = json["answered_at"].date ?? writtenAt
    destination = json["destination"].text ?? ""
    members = connect.members
    withheld = Set(json["withheld"].elements.compactMap(\.text))
  }

  /// The time by which the cloud's side had to accept, by our clock; `nil` if it need not.
  ///
  /// It goes by the answer to the order. Only the API can tell what has happened since.
  var acceptBefore: Date? {
    let provider = members["cloud_provider"]?.text.flatMap(CloudProvider.init(word:))
    guard members["status"]?.text == "created", let seconds = provider?.rules.acceptanceSeconds
    else {
      return nil
    }
    return answeredAt + Double(seconds)
  }

  /// The names that its file may have, best first: the identifier's first part, then all of it.
  ///
  /// An identifier comes from outside, so only its letters, digits and hyphens go into the name.
  package static func names(for id: String) -> [String] {
    let characters = id.utf8.filter { ASCII.isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    let whole = String(decoding: characters.prefix(64), as: UTF8.self)
    let short = whole.prefix { $0 != "-" }.prefix(8)
    return [String(short), whole].filter { !$0.isEmpty }.map { $0 + ".json" } + ["vxc.json"]
  }
}
