public import Flows
import FoundationEssentials
internal import TelnyxAPI

extension Context {
  /// A world in which it is 2026-07-15 14:42:12 UTC, and nothing can be reached but files in memory.
  public static func test(files: any FileStorage = MemoryStorage()) -> Context {
    Context(
      now: { Date(timeIntervalSince1970: 1_784_126_532) },
      randomBits: { .random(in: .min ... .max) },
      pause: { try await Task.sleep(for: $0) },
      connect: { _ in Unreachable() },
      files: files,
      startDemo: { throw CancellationError() },
      executor: OwnQueue())
  }
}

private struct Unreachable: HTTPTransport {
  func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    throw .notSent(.unusable(detail: "no test needs it"))
  }
}
