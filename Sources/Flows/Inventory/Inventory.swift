public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// All cross connects of the account, to pick one from.
public struct Inventory: Hashable, Sendable {
  /// What can happen to it.
  public enum Event: Hashable, Sendable {
    /// To show the list, and ask for it.
    case opened
    /// To show the list, which is asked for once there is an account.
    case shown
    /// It is wanted, unless somebody has asked for it with this key.
    case needed
    case reloadPressed
    /// To go back to what was before.
    case closed
    /// Some of the cross connects are here; others follow.
    case connectsArrived([VirtualCrossConnect], at: Date)
    /// The last ones are here, or can't be had.
    case connectsLoaded(Result<[VirtualCrossConnect], APIFailure>, at: Date)
    /// These are all the networks, whose names stand beside the cross connects.
    case networksKnown(ChoiceList)
    /// To open the cross connect of this identifier.
    case chosen(String)
    /// They are another account's from now on.
    case accountChanged
  }

  /// Whether the list is before the person.
  public private(set) var isShown = false
  /// The rows of the list.
  public private(set) var list = Loadable<ChoiceList>.notAsked
  private var connects: [String: Heard] = [:]
  private var networks = ChoiceList([])
  /// What is to be opened once the list is here: an identifier, its beginning, or a name.
  private var wanted: String?

  /// A cross connect, and when it was told of: its age is of then, so that nothing wakes the list.
  private struct Heard: Hashable {
    let connect: VirtualCrossConnect
    let at: Date
  }

  /// A list that opens what is `wanted`, if that is one cross connect.
  init(wanted: String? = nil) {
    self.wanted = wanted
  }

  /// Takes in what happened and returns what comes of it.
  mutating func update(_ event: Event) -> Reaction {
    switch event {
    case .opened:
      isShown = true
      return Reaction(load().effects, [.movedOn])
    case .shown:
      isShown = true
    case .needed:
      return list.isNotAsked ? load() : []
    case .reloadPressed:
      return Reaction(load().effects, [.movedOn])
    case .closed:
      isShown = false
      return .happened(.movedOn)
    case .connectsArrived(let more, at: let date):
      list.take(add(more, at: date))
    case .connectsLoaded(let result, at: let date):
      list.finish(result.map { add($0, at: date) })
      guard case .failure(let failure) = result else { return openWanted() }
      return .happened(.notListed(failure))
    case .networksKnown(let networks):
      self.networks = networks
      guard let choices = list.value?.choices else { break }
      list.replace(with: rows(of: choices.compactMap { connects[$0.value] }))
    case .chosen(let id):
      guard let connect = connects[id]?.connect else { return [] }
      isShown = false
      return .happened(.movedOn, .chosen(connect))
    case .accountChanged:
      list = .notAsked
      connects = [:]
      networks = ChoiceList([])
    }
    return []
  }

  private mutating func load() -> Reaction {
    guard !list.isLoading else { return [] }
    list = .loading(nil)
    connects = [:]
    return [.loadConnects]
  }

  /// Opens what was asked for from the start, unless it is none or several: then the list says which there are.
  private mutating func openWanted() -> Reaction {
    guard let wanted else { return [] }
    self.wanted = nil
    let found = connects.values.map(\.connect).called(wanted)
    guard isShown, found.count == 1 else {
      return .happened(.failed(.notFound(wanted, several: found.count > 1)))
    }
    isShown = false
    return .happened(.movedOn, .chosen(found[0]))
  }

  private mutating func add(_ more: [VirtualCrossConnect], at date: Date) -> ChoiceList {
    let heard = more.map { Heard(connect: $0, at: date) }
    for one in heard { connects[one.connect.id] = one }
    return rows(of: heard)
  }

  private func rows(of heard: [Heard]) -> ChoiceList {
    var rows = ChoiceList(
      heard.map { Choice(connect: $0.connect, heardAt: $0.at, networks: networks) })
    rows.dispensable = VirtualCrossConnect.dispensableColumns
    return rows
  }

  /// How the list is put to the person now.
  public var asking: Asking {
    var rows = list.value ?? ChoiceList([])
    switch list {
    case .notAsked:
      return .loading
    case .loading:
      rows.rest = .loading
      return rows.choices.isEmpty ? .loading : .choices(rows)
    case .failed(let failure, _):
      let report = Report.connectsNotLoaded(isInPart: !rows.choices.isEmpty, failure)
      rows.rest = .failed(report)
      return rows.choices.isEmpty ? .failed(report) : .choices(rows)
    case .loaded:
      return rows.choices.isEmpty ? .nothing(.connects) : .choices(rows)
    }
  }
}

extension [VirtualCrossConnect] {
  /// Those that a person means by an identifier, a name, or the beginning of an identifier.
  ///
  /// What fits more closely outweighs all else: a name that is also the beginning of an identifier is a name.
  public func called(_ words: String) -> [VirtualCrossConnect] {
    guard !words.isEmpty else { return [] }
    let beginning = Identifier(words).text
    return [
      filter { $0.id == words }, filter { $0.text("name") == words },
      filter { Identifier($0.id).text.hasPrefix(beginning) },
    ].first { !$0.isEmpty } ?? []
  }
}

extension VirtualCrossConnect {
  /// What a list shows of it: its name, status, cloud with its region, Telnyx region, speed, network and age.
  ///
  /// - Parameters:
  ///   - heardAt: When it was told of, by our clock: its age is of then.
  ///   - networks: The networks whose names are known.
  /// - Returns: A text a column.
  public func listColumns(heardAt: Date, networks: ChoiceList = ChoiceList([])) -> [String] {
    let cloud = provider?.rules.shortName ?? text("cloud_provider") ?? "?"
    return [
      text("name") ?? String(id.prefix(8)), status,
      "\(cloud) \(text("cloud_provider_region") ?? "")", regionCode ?? "",
      text("bandwidth_mbps").map { "\($0)M" } ?? "",
      networks.networkName(text("network_id") ?? ""), age(at: heardAt),
    ]
  }

  /// Which of these a narrow window does without, the first to go first: network, Telnyx region, speed.
  public static let dispensableColumns = [5, 3, 4]
}

extension Choice {
  /// A cross connect in the list: its name or the beginning of its identifier, and what tells it from others.
  fileprivate init(connect: VirtualCrossConnect, heardAt: Date, networks: ChoiceList) {
    self.init(
      value: connect.id, columns: connect.listColumns(heardAt: heardAt, networks: networks),
      keywords: [connect.id, connect.text("network_id") ?? ""])
  }
}

extension ChoiceList {
  /// What a network is called, or the beginning of its identifier where nobody knows.
  fileprivate func networkName(_ id: String) -> String {
    guard let title = choice(id)?.title, title != Self.namelessNetwork else {
      return String(id.prefix(8))
    }
    return title
  }
}

extension VirtualCrossConnect {
  /// How old it is, or the day that it was created on, if nobody knows what time the server has.
  fileprivate func age(at date: Date) -> String {
    let age = createdAt(receivedAt: date).flatMap { Age(seconds: date.timeIntervalSince($0)) }
    return age?.description ?? String((text("created_at") ?? "").prefix(10))
  }
}
