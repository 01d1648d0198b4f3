import NIOCore
import NIOHTTP1

/// Passes answers to the HTTP client only in the order that it takes without a trap.
///
/// The order is a head with a status that HTTP has, the body, the end.
///
/// The client skips every status below 200, and expects another head after it. The parser does so
/// only from 100 on: a body after "HTTP/1.1 000" ends the process.
///
/// - SeeAlso: RFC 9110, section 15 (a status is from 100 to 599, and others are taken as such);
///   `HTTPRequestStateMachine.swift` in async-http-client.
final class AnswerGuard: ChannelInboundHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias InboundOut = HTTPClientResponsePart

  /// An answer that the client never gets.
  enum Problem: Error, Hashable {
    /// Its status is below 100.
    case status(Int)
    /// Its parts came in an order that no answer has.
    case order

    /// What is wrong, to be read after a colon.
    var words: String {
      switch self {
      case .status(let code):
        "its status is \(String("00\(code)".suffix(3))), which HTTP does not know"
      case .order: "what came back is not HTTP"
      }
    }
  }

  /// Puts a guard between the parser and the client.
  static func add(to channel: any Channel) throws {
    let pipeline = channel.pipeline.syncOperations
    let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
    try pipeline.addHandler(AnswerGuard(), position: .after(parser))
  }

  private var isWithinAnswer = false
  private var isRefused = false

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    if let problem = problem(with: unwrapInboundIn(data)) {
      // The rest of this connection belongs to the answer that was refused.
      isRefused = true
      context.fireErrorCaught(problem)
      context.close(promise: nil)
    } else {
      context.fireChannelRead(data)
    }
  }

  private func problem(with part: HTTPClientResponsePart) -> Problem? {
    switch part {
    case .head(let head):
      guard head.status.code >= 100 else { return .status(Int(head.status.code)) }
      guard !isWithinAnswer else { return .order }
      isWithinAnswer = head.status.code >= 200 || head.status == .switchingProtocols
      return nil
    case .body:
      return isWithinAnswer ? nil : .order
    case .end:
      defer { isWithinAnswer = false }
      return isWithinAnswer ? nil : .order
    }
  }
}
