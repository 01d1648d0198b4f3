public import CrossConnect

extension APIClient {
  /// All networks, once the last is here.
  public func networks() async throws(APIFailure) -> [Network] {
    var all: [Network] = []
    try await networks { next, _ in all += next }
    return all
  }

  /// The whole coverage, once the last of it is here.
  public func coverage() async throws(APIFailure) -> Coverage {
    var all: [Coverage.Record] = []
    try await coverage { next, _ in all += next }
    return Coverage(records: all)
  }
}
