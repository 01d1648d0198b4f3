import Synchronization
import TelnyxAPI

/// The latest requests in order of arrival; older ones are forgotten.
final class RequestLog: Sendable {
  /// How many requests are kept.
  static let capacity = 500

  private struct State {
    var requests: [RecordedRequest] = []
    var orders = 0
  }

  private let state = Mutex(State())

  var requests: [RecordedRequest] {
    state.withLock { $0.requests }
  }

  /// How many orders of cross connects have come, forgotten ones included.
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
