import Synchronization
import TelnyxAPI

/// The latest requests, in order of arrival.
final class RequestLog: Sendable {
  /// The most requests that are kept.
  static let capacity = 500

  private struct State {
    var requests: [RecordedRequest] = []
    var orders = 0
  }

  private let state = Mutex(State())

  var requests: [RecordedRequest] {
    state.withLock { $0.requests }
  }

  /// The number of orders that have come, even if their requests are forgotten.
  var orders: Int {
    state.withLock { $0.orders }
  }

  func append(_ request: RecordedRequest) {
    state.withLock { state in
      if state.requests.count == Self.capacity { state.requests.removeFirst() }
      state.requests.append(request)
      if request.method == .post, request.path == Route.crossConnects.path { state.orders += 1 }
    }
  }
}
