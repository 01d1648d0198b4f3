public import CrossConnect
public import TelnyxAPI
internal import Testing

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

extension APIClient {
  /// How an order ends with an answer that is no success.
  ///
  /// - Parameters:
  ///   - status: The answer's status.
  ///   - headers: The answer's headers.
  ///   - text: The answer's body.
  ///   - key: The API key that it is ordered with.
  /// - Returns: The failure.
  /// - Throws: If it is a success.
  public static func failure(
    ordering status: Int, headers: [String: String], _ text: String, key: Secret = Secret("KEY")
  ) async throws -> APIFailure {
    let request = try Draft.sample(.aws).makeRequest()
    return try await withTransport(expecting: [
      .init(
        "POST /virtual_cross_connects", sends: try JSONValue(parsing: request.body),
        status: status, headers: headers, text: text)
    ]) { transport in
      let client = APIClient(transport: transport, key: key)
      return try #require(
        await #expect(throws: APIFailure.self) { _ = try await client.create(request) })
    }
  }
}
