import TelnyxAPI

extension Route {
  /// The routes whose paths hold no identifier.
  private static let fixed: [Route] = [
    .networks, .regions, .networkCoverage, .crossConnectCoverage, .crossConnectCoverageRenamed,
    .crossConnects,
  ]

  /// Finds the route with this path.
  ///
  /// - Parameter path: The path below the base URL, percent-encoded, without its query.
  init?(path: String) {
    // Fixed paths first: the renamed coverage looks like a cross connect named "coverage".
    if let route = Self.fixed.first(where: { $0.path == path }) {
      self = route
    } else if let id = Self.identifier(in: path, below: .networks) {
      self = .network(id: id)
    } else if let id = Self.identifier(in: path, below: .networks, above: "/network_interfaces") {
      self = .networkInterfaces(network: id)
    } else if path.hasPrefix("/practice"),
      let id = Self.identifier(
        in: String(path.dropFirst(9)), below: .crossConnects, above: "/acceptance")
    {
      self = .practiceAcceptance(id: id)
    } else if let id = Self.identifier(in: path, below: .crossConnects) {
      self = .crossConnect(id: id)
    } else {
      return nil
    }
  }

  private static func identifier(
    in path: String, below collection: Route, above end: String = ""
  ) -> String? {
    guard path.hasPrefix(collection.path + "/"), path.hasSuffix(end) else { return nil }
    let rest = path.dropFirst(collection.path.count + 1).dropLast(end.count)
    guard !rest.isEmpty, !rest.contains("/") else { return nil }
    return String(percentDecoding: rest)
  }
}
