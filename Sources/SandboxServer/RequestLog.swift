import Synchronization

/// The latest requests in order of arrival; older ones are forgotten.
final class RequestLog: Sendable {
  /// How many requests are kept.
  static let capacity = 500

  private let kept = Mutex<[RecordedRequest]>([])

  var requests: [RecordedRequest] {
    kept.withLock { $0 }
  }

  func append(_ request: RecordedRequest) {
    kept.withLock { requests in
      if requests.count == Self.capacity { requests.removeFirst() }
      requests.append(request)
    }
  }
}
