import AsyncHTTPClient
import FoundationEssentials
import NIOCore
import NIOHTTP1
import TelnyxAPI

/// One request on its way, and how that ended.
struct Exchange: Sendable {
  var request: HTTPClient.Request
  var seconds: Int
  var bodyLimit: Int

  enum Ending: Sendable {
    case answered(HTTPResponse)
    case failed(any Error)
    case timedOut
    case cancelled
  }

  /// Sends the request with `client` and collects the answer before the time is over.
  ///
  /// The library's own time-out ends with the answer's head, so this one goes around everything. An
  /// answer that is complete at the very moment of a time-out or a cancellation counts.
  func run(with client: HTTPClient) async -> Ending {
    await withTaskGroup(of: Ending.self) { group in
      group.addTask { await answer(from: client) }
      group.addTask {
        do {
          try await Pause.pass(.seconds(seconds))
          return .timedOut
        } catch {
          return .cancelled
        }
      }
      let first = await group.next() ?? .cancelled
      group.cancelAll()
      let second = await group.next() ?? .cancelled
      if case .answered = second { return second }
      return first
    }
  }

  /// It uses the library's futures: its way for tasks begins a task of its own, elsewhere, for each
  /// request.
  private func answer(from client: HTTPClient) async -> Ending {
    do {
      let delegate = ResponseAccumulator(request: request, maxBodySize: bodyLimit)
      let task = client.execute(request: request, delegate: delegate, deadline: .distantFuture)
      let response = try await withTaskCancellationHandler {
        try await task.futureResult.get()
      } onCancel: {
        task.fail(reason: CancellationError())
      }
      let body = response.body ?? ByteBuffer()
      var headers: [String: String] = [:]
      for field in response.headers { headers[field.name.lowercased()] = field.value }
      return .answered(
        HTTPResponse(
          status: Int(response.status.code), headers: headers, body: Data(body.readableBytesView)))
    } catch {
      return Task.isCancelled ? .cancelled : .failed(error)
    }
  }
}
