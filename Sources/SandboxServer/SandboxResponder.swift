import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore
internal import TelnyxAPI

/// Connects Hummingbird and the API: reads a whole request, and sends its outcome.
struct SandboxResponder: HTTPResponder {
  /// The most bytes of a body that are read; the API's own bodies are below 2 kB.
  static let bodyLimit = 1 << 20

  let api: SandboxAPI
  let log: RequestLog

  func respond(to request: Request, context: SandboxContext) async throws -> Response {
    let uri = request.uri
    var received = SandboxRequest(
      method: request.method.rawValue, path: uri.path, query: uri.query ?? "",
      authorization: request.headers[.authorization])
    do {
      received.body = Data(
        try await request.body.collect(upTo: Self.bodyLimit).readableBytesView)
    } catch is NIOTooManyBytesError {
      return makeResponse(to: received, .refusing(.bodyTooLarge(limit: Self.bodyLimit)))
    }
    if let recorded = received.recorded { log.append(recorded) }
    switch api.respond(to: received) {
    case .response(let response):
      return makeResponse(to: received, response)
    case .lateResponse(let response, let delay):
      try await pass(delay, on: context.channel)
      return makeResponse(to: received, response)
    case .drippedResponse(let response, let pause):
      return makeResponse(
        to: received, response, body: dripped(response.body, pause: pause, on: context.channel))
    case .halfResponse(let response):
      return makeResponse(to: received, response, body: halved(response.body, on: context.channel))
    case .silence:
      try await context.channel.close()
      return Response(status: .noContent)
    }
  }

  private func makeResponse(
    to request: SandboxRequest, _ response: APIResponse, body: ResponseBody? = nil
  ) -> Response {
    var headers = HTTPFields()
    for (name, value) in response.headers {
      guard let name = HTTPField.Name(name) else { continue }
      headers[name] = value
    }
    // RFC 9110, 9.3.2: an answer to HEAD has no content.
    let whole = request.method == "HEAD" ? Data() : response.body
    return Response(
      status: .init(code: response.status), headers: headers,
      body: body ?? ResponseBody(byteBuffer: ByteBuffer(bytes: whole)))
  }

  /// A body that is announced whole, and comes byte by byte.
  private func dripped(
    _ body: Data, pause: Duration, on channel: any Channel
  ) -> ResponseBody {
    ResponseBody(contentLength: body.count) { writer in
      for byte in body {
        try await writer.write(ByteBuffer(bytes: [byte]))
        try await pass(pause, on: channel)
      }
      try await writer.finish(nil)
    }
  }

  /// Waits on the connection's own thread.
  private func pass(_ duration: Duration, on channel: any Channel) async throws {
    let end = channel.eventLoop.scheduleTask(in: TimeAmount(duration)) {}
    try await withTaskCancellationHandler {
      try await end.futureResult.get()
    } onCancel: {
      end.cancel()
    }
  }

  /// A body that is announced whole, of which half comes.
  private func halved(_ body: Data, on channel: any Channel) -> ResponseBody {
    ResponseBody(contentLength: body.count) { writer in
      try await writer.write(ByteBuffer(bytes: body.prefix(body.count / 2)))
      try await channel.close()
    }
  }
}

/// A request's context from Hummingbird, with the connection, which some answers close.
struct SandboxContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
  }
}
