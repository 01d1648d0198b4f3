public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// The list of all cross connects of the account.
public struct Inventory: Hashable, Sendable {
  /// What can happen to it.
  public enum Event: Hashable, Sendable {
    /// To show the list and load it.
    case opened
    /// To show the list; it is loaded once there is an account.
    case shown
    /// Load it, unless somebody has asked with this key already.
    case needed
    case reloadPressed
    /// To go back to the place before.
    case closed
    /// Some of the cross connects are here; others follow.
    case connectsArrived([VirtualCrossConnect], at: Date)
    /// The last ones are here, or the rest could not be loaded.
    case connectsLoaded(Result<[VirtualCrossConnect], APIFailure>, at: Date)
    /// The cross connect of the identifier that was wanted, or why it could not be had.
    case found(Result<VirtualCrossConnect, APIFailure>, at: Date)
    /// All networks are known; their names stand beside the cross connects.
    case networksKnown(ChoiceList)
    /// To open the cross connect of this identifier.
    case chosen(String)
    /// From now on, they are another account's.
    case accountChanged
  }

  /// Whether the list is before the person.
  public private(set) var isShown = false
  /// The rows of the list.
  public private(set) var list = Loadable<ChoiceList>.notAsked
  private var connects: [String: Heard] = [:]
  private var networks = ChoiceList([])
  /// The names that several have.
  private var twins: Set<String> = []
  /// What to open once the list is here: an identifier, its beginning, or a name.
  private var wanted: String?
  /// Whether it is asked for by itself.
  private var isFinding = false

  /// A cross connect, and when it came: its age stays as of then, so that no clock wakes the list.
  private struct Heard: Hashable {
    let connect: VirtualCrossConnect
    let at: Date
  }

  /// A list that opens the cross connect called `wanted`, if exactly one is.
  init(wanted: String? = nil) {
    self.wanted = wanted
  }

  /// Handles an event, and returns what comes of it.
  mutating func update(_ event: Event) -> Reaction {
    switch event {
    case .opened:
      isShown = true
      return Reaction(load().effects, [.movedOn])
    case .shown:
      isShown = true
    case .needed:
      guard list.isNotAsked, !isFinding else { return [] }
      // A whole identifier needs no list.
      guard let wanted, CloudAccount.isUUID(wanted) else { return load() }
      isFinding = true
      return [.find(id: wanted)]
    case .found(.success(let connect), at: let date):
      isFinding = false
      wanted = nil
      connects[connect.id] = Heard(connect: connect, at: date)
      guard isShown else { break }
      isShown = false
      return .happened(.movedOn, .chosen(connect))
    case .found(.failure, at: _):
      // The list tells what there is instead.
      isFinding = false
      return load()
    case .reloadPressed:
      return Reaction(load().effects, [.movedOn])
    case .closed:
      isShown = false
      wanted = nil
      return .happened(.movedOn)
    case .connectsArrived(let more, at: let date):
      list.take(add(more, at: date))
    case .connectsLoaded(let result, at: let date):
      list.finish(result.map { add($0, at: date) })
      tellTwinsApart()
      guard case .failure(let failure) = result else { return openWanted() }
      return .happened(.notListed(failure))
    case .networksKnown(let networks):
      self.networks = networks
      guard let choices = list.value?.choices else { break }
      list.replace(with: rows(of: choices.compactMap { connects[$0.value] }))
    case .chosen(let id):
      guard let connect = connects[id]?.connect else { return [] }
      isShown = false
      wanted = nil
      return .happened(.movedOn, .chosen(connect))
    case .accountChanged:
      isFinding = false
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

  /// Opens what was wanted from the start; if none or several fit, the list reports it.
  private mutating func openWanted() -> Reaction {
    guard let wanted else { return [] }
    self.wanted = nil
    let found = connects.values.map(\.connect).called(wanted)
    guard found.count == 1 else {
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

  /// Gives the rows whose names are alike the beginning of their identifiers, too.
  private mutating func tellTwinsApart() {
    guard let choices = list.value?.choices else { return }
    var seen: Set<String> = []
    let names = choices.compactMap { connects[$0.value]?.connect.text("name") }
    let twins = Set(names.filter { !seen.insert($0).inserted })
    guard twins != self.twins else { return }
    self.twins = twins
    list.replace(with: rows(of: choices.compactMap { connects[$0.value] }))
  }

  private func rows(of heard: [Heard]) -> ChoiceList {
    var rows = ChoiceList(
      heard.map { one in
        let isTwin = one.connect.text("name").map(twins.contains) ?? false
        return Choice(
          connect: one.connect, heardAt: one.at, networks: networks, tellingApart: isTwin)
      })
    rows.dispensable = VirtualCrossConnect.dispensableColumns
    return rows
  }

  /// How the list is shown now.
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
  /// The cross connects that a person means by an identifier, a name, or an identifier's beginning.
  ///
  /// Only a whole identifier outweighs the rest: a name that is also the beginning of another's
  /// identifier may mean either. A row that the API lists twice is one cross connect.
  public func called(_ words: String) -> [VirtualCrossConnect] {
    let identifier = Identifier(words)
    var seen: Set<Identifier> = []
    let each = filter { seen.insert(Identifier($0.id)).inserted }
    guard !identifier.text.isEmpty else { return each.filter { $0.text("name") == words } }
    let whole = each.filter { Identifier($0.id) == identifier }
    guard whole.isEmpty else { return whole }
    return each.filter {
      $0.text("name") == words || Identifier($0.id).text.hasPrefix(identifier.text)
    }
  }
}

extension VirtualCrossConnect {
  /// The list's columns: name, status, cloud and region, Telnyx region, speed, network and age.
  ///
  /// - Parameters:
  ///   - heardAt: When its answer came, by our clock: the age is as of then.
  ///   - networks: The networks whose names are known.
  /// - Returns: One text for each column.
  public func listColumns(heardAt: Date, networks: ChoiceList = ChoiceList([])) -> [String] {
    let cloud = provider?.rules.shortName ?? text("cloud_provider") ?? "?"
    return [
      text("name") ?? String(id.prefix(8)), status,
      "\(cloud) \(text("cloud_provider_region") ?? "")", regionCode ?? "",
      text("bandwidth_mbps").map { "\($0)M" } ?? "",
      networks.networkName(text("network_id") ?? ""), age(at: heardAt),
    ]
  }

  /// The titles of the list's columns.
  public static let columnTitles = [
    "Name", "Status", "Cloud", "Telnyx region", "Speed", "Network", "Age",
  ]

  /// The columns that a narrow window leaves out, in this order: network, Telnyx region, speed.
  public static let dispensableColumns = [5, 3, 4]
}

extension Choice {
  /// A row of the list, which a filter also finds by its identifiers.
  fileprivate init(
    connect: VirtualCrossConnect, heardAt: Date, networks: ChoiceList, tellingApart: Bool
  ) {
    var columns = connect.listColumns(heardAt: heardAt, networks: networks)
    if tellingApart { columns[0] += " (\(connect.id.prefix(8)))" }
    self.init(
      value: connect.id, columns: columns,
      keywords: [connect.id, connect.text("network_id") ?? ""])
  }
}

extension ChoiceList {
  /// A network's name, or the beginning of its identifier if the name isn't known.
  fileprivate func networkName(_ id: String) -> String {
    guard let title = choice(id)?.title, title != Self.namelessNetwork else {
      return String(id.prefix(8))
    }
    return title
  }
}

extension VirtualCrossConnect {
  /// The age, or the day of creation if the server's time isn't known.
  fileprivate func age(at date: Date) -> String {
    let age = createdAt(receivedAt: date).flatMap { Age(seconds: date.timeIntervalSince($0)) }
    return age?.description ?? String((text("created_at") ?? "").prefix(10))
  }
}
