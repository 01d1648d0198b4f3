package import CrossConnect
internal import FoundationEssentials
internal import TelnyxAPI

/// An order and the API's answer to it, as they are kept on disk: everything but keys.
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
  /// What was ordered, with masks for what is confidential, if that is known.
  let order: CreateVXCRequest?
  /// The steps that the person has done at the cloud, which no answer shows.
  private(set) var ticked: Set<LifeStep.Goal>

  /// A receipt for a cross connect.
  ///
  /// - Parameters:
  ///   - connect: The API's answer.
  ///   - secrets: The texts that must not be in it, under any name.
  ///   - answeredAt: When the API answered the order.
  ///   - writtenAt: The time now.
  ///   - destination: The base URL where it was ordered.
  ///   - order: What was ordered, if that is known.
  ///   - ticked: The steps that the person has done at the cloud.
  init(
    of connect: VirtualCrossConnect, withholding secrets: [Secret], answeredAt: Date,
    writtenAt: Date, destination: String, order: CreateVXCRequest? = nil,
    ticked: Set<LifeStep.Goal> = []
  ) {
    let own = connect.members.filter { name, _ in
      Confidentiality(of: name, for: connect.provider) == .confidential
    }.compactMap { $0.value.text.map(Secret.init) }
    let filter = SecretFilter(secrets + own)
    (members, withheld) = filter.kept(of: connect.members, for: connect.provider)
    self.order = order?.maskingConfidentialMembers(filter)
    self.ticked = ticked
    connectID = connect.id
    self.writtenAt = writtenAt
    self.answeredAt = answeredAt
    self.destination = destination
  }

  /// The receipt with other ticks.
  func with(ticked: Set<LifeStep.Goal>) -> Receipt {
    var receipt = self
    receipt.ticked = ticked
    return receipt
  }

  /// The bytes of its file.
  var data: Data {
    var json: [String: JSONValue] = [
      "written_at": JSONValue(writtenAt),
      "answered_at": JSONValue(answeredAt),
      "destination": .string(destination),
      "virtual_cross_connect": .object(members),
      "withheld": .array(withheld.sorted().map { .string($0) }),
    ]
    if let order {
      json["ordered"] = .object(
        Dictionary(order.members.map { ($0.key, $0.value) }, uniquingKeysWith: { one, _ in one }))
    }
    if !ticked.isEmpty {
      json["ticked"] = .array(ticked.map(\.rawValue).sorted().map { .string($0) })
    }
    return StoredJSON.data(format: Self.format, version: Self.version, json)
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
    let ordered = json["ordered"].members.sorted { $0.key < $1.key }
    order =
      ordered.isEmpty
      ? nil
      : CreateVXCRequest(
        members: ordered.map { .init(key: $0.key, value: $0.value, isSecret: false) })
    ticked = Set(json["ticked"].elements.compactMap { $0.text.flatMap(LifeStep.Goal.init) })
  }

  /// The receipts of what was ordered at a destination; one that can't be read is left out.
  static func all(in files: any FileStorage, for destination: BaseURL) -> [Receipt] {
    let names = (try? files.names(in: .receipts)) ?? []
    return names.filter { $0.hasSuffix(RecordKeeper.ending) }.compactMap { name in
      guard let data = (try? files.read(name, in: .receipts)) ?? nil,
        let receipt = try? Receipt(data), receipt.destination == destination.description
      else { return nil }
      return receipt
    }
  }

  /// The time by which the cloud's side had to accept, by our clock; `nil` if it need not.
  ///
  /// It goes by the answer to the order, and by what the person has ticked since.
  var acceptBefore: Date? {
    let provider = members["cloud_provider"]?.text.flatMap(CloudProvider.init(word:))
    guard members["status"]?.text == "created", !ticked.contains(.accepted),
      let seconds = provider?.rules.acceptanceSeconds
    else { return nil }
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
