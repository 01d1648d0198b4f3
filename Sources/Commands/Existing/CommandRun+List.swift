internal import CrossConnect
internal import Flows
internal import Presentation

/// The form of results.
public struct ResultOptions: Sendable {
  /// Text or JSON.
  public var form = OutputForm.text
  /// Whether a table's first line names its columns.
  public var hasTitles = true
  /// Whether BGP keys are readable.
  public var showsKeys = false

  /// Results as text, without keys.
  public init() {}
}

extension CommandRun {
  /// Writes all cross connects of the account.
  ///
  /// - Returns: The exit code.
  public func list(_ options: ResultOptions) async -> Int32 {
    await carriedOut { () async throws(CommandFailure) -> Int32 in
      let (connects, failure) = await allConnects()
      if let failure, connects.isEmpty {
        throw CommandFailure(asking: failure, .connectsNotLoaded(isInPart: false, failure))
      }
      switch options.form {
      case .json:
        // Half a list is no document, since a program would take it for the whole.
        guard failure == nil else { break }
        streams.result(
          JSONValue.array(connects.map { $0.json(showsKeys: options.showsKeys) }).asAnswer)
      case .text:
        lines(of: connects, options).forEach(streams.result)
        if connects.isEmpty { streams.note("This account has no cross connects yet.") }
      }
      guard let failure else { return 0 }
      throw CommandFailure(asking: failure, .connectsNotLoaded(isInPart: true, failure))
    }
  }

  /// The rows: for a person the columns of the screen's list, by the beginnings of identifiers; for a program whole values.
  private func lines(of connects: [VirtualCrossConnect], _ options: ResultOptions) -> [String] {
    guard let columns = streams.columns else {
      return Table(titles: Self.titles, rows: connects.map(Self.row))
        .tabbed(hasTitles: options.hasTitles)
    }
    let beginnings = connects.map { String($0.id.prefix { $0 != "-" }) }
    let areUnique = Set(beginnings).count == beginnings.count
    let now = world.context.now()
    let rows = zip(connects, beginnings).map { connect, beginning in
      [areUnique ? beginning : connect.id] + connect.listColumns(heardAt: now)
    }
    return Table(titles: Self.titlesForPeople, rows: rows).aligned(
      columns: columns, dispensable: VirtualCrossConnect.dispensableColumns.map { $0 + 1 },
      hasTitles: options.hasTitles)
  }

  private static let titlesForPeople =
    ["ID"] + VirtualCrossConnect.columnTitles.map { $0.uppercased() }

  private static let titles = [
    "ID", "NAME", "STATUS", "CLOUD", "CLOUD REGION", "TELNYX REGION", "MBPS", "NETWORK", "CREATED",
  ]

  private static func row(_ connect: VirtualCrossConnect) -> [String] {
    [
      connect.id, connect.text("name") ?? "", connect.status,
      connect.provider?.rules.shortName ?? connect.text("cloud_provider") ?? "",
      connect.text("cloud_provider_region") ?? "", connect.regionCode ?? "",
      connect.text("bandwidth_mbps") ?? "", connect.text("network_id") ?? "",
      connect.text("created_at") ?? "",
    ]
  }

  /// Writes one cross connect: the API's answer, and the next steps.
  ///
  /// - Parameters:
  ///   - words: The identifier, its beginning, or the name.
  ///   - options: The form of the result.
  /// - Returns: The exit code.
  public func show(_ words: String, _ options: ResultOptions) async -> Int32 {
    await carriedOut { () async throws(CommandFailure) -> Int32 in
      write(try await connect(called: words), options)
      return 0
    }
  }

  /// Writes that a cross connect is gone.
  func writeGone(id: String, _ options: ResultOptions) {
    switch options.form {
    case .text: streams.result("gone")
    case .json:
      streams.result(
        JSONValue.object(["id": .string(id), "status": .string("gone")]).asAnswer)
    }
  }

  /// Writes a cross connect.
  func write(_ connect: VirtualCrossConnect, _ options: ResultOptions) {
    switch options.form {
    case .json: streams.result(connect.json(showsKeys: options.showsKeys).asAnswer)
    case .text:
      let now = world.context.now()
      let connection = Connection(connect, orderedAt: connect.createdAt(receivedAt: now))
      ReportText.lines(for: connection, now: now, showingSecrets: options.showsKeys)
        .flatMap { ReportText.folded($0) }.forEach(streams.result)
    }
  }
}
