import FoundationEssentials
import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Puts the sandbox's own time into the `Date` header, where the HTTP library puts this machine's.
final class ServerDateHandler: ChannelOutboundHandler, RemovableChannelHandler {
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let now: @Sendable () -> Date

  init(_ now: @escaping @Sendable () -> Date) {
    self.now = now
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(var head) = unwrapOutboundIn(data) else {
      return context.write(data, promise: promise)
    }
    head.headerFields[.date] = now().httpText
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }
}
