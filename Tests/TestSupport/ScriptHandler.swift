import NIOCore
import NIOPosix
import NIOSSL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Plays a script of `FaultyServer` to one connection.
final class ScriptHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private var steps: ArraySlice<FaultyServer.Step>
  private var pending: [UInt8] = []
  private let received: (String) -> Void

  /// A handler for `steps` that hands each request it was told to read to `received`.
  init(_ steps: [FaultyServer.Step], received: @escaping (String) -> Void) {
    self.steps = steps[...]
    self.received = received
  }

  func channelActive(context: ChannelHandlerContext) {
    advance(context)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    pending += unwrapInboundIn(data).readableBytesView
    advance(context)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A client that goes away in the middle is what many scripts are for.
    context.close(promise: nil)
  }

  /// Does the steps up to the first that has to wait.
  private func advance(_ context: ChannelHandlerContext) {
    while let step = steps.first, context.channel.isActive {
      guard perform(step, context) else { return }
      steps = steps.dropFirst()
    }
    if steps.isEmpty { context.close(promise: nil) }
  }

  /// Does one step; false if it isn't over yet.
  private func perform(_ step: FaultyServer.Step, _ context: ChannelHandlerContext) -> Bool {
    switch step {
    case .readRequest:
      guard let request = nextRequest() else { return false }
      received(request)
    case .read(let count):
      guard pending.count >= count else { return false }
      pending.removeFirst(count)
    case .write(let text):
      write(Array(text.utf8), context)
    case .writeBytes(let bytes):
      write(bytes, context)
    case .drip(let text, let interval):
      drip(Array(text.utf8), every: TimeAmount(interval), context)
      steps = [.waitForClose]
      return false
    case .waitForClose:
      return false
    case .reset:
      // A second call to this function can't come in between: on the event loop it is done at once.
      _ = (context.channel as? any SocketOptionProvider)?
        .setSoLinger(linger(l_onoff: 1, l_linger: 0))
    case .startTLS(let certificate, let text):
      write(Array(text.utf8), context)
      do {
        let tls = NIOSSLServerHandler(context: try certificate.serverContext())
        try context.pipeline.syncOperations.addHandler(tls, position: .first)
      } catch {
        context.close(promise: nil)
      }
    }
    return true
  }

  private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    guard !bytes.isEmpty else { return }
    context.writeAndFlush(NIOAny(ByteBuffer(bytes: bytes)), promise: nil)
  }

  private func drip(_ bytes: [UInt8], every interval: TimeAmount, _ context: ChannelHandlerContext)
  {
    guard context.channel.isActive else { return }
    write(bytes, context)
    context.eventLoop.assumeIsolated().scheduleTask(in: interval) {
      self.drip(bytes, every: interval, context)
    }
  }

  /// Takes a whole request out of what was read.
  private func nextRequest() -> String? {
    let text = String(decoding: pending, as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n")?.upperBound else { return nil }
    let head = text[..<end]
    let name = "content-length:"
    let bodyLength =
      head.split(separator: "\r\n").lazy
      .filter { $0.lowercased().hasPrefix(name) }
      .compactMap { Int($0.dropFirst(name.count).drop { $0 == " " }) }.first ?? 0
    let length = head.utf8.count + bodyLength
    guard pending.count >= length else { return nil }
    defer { pending.removeFirst(length) }
    return String(decoding: pending.prefix(length), as: UTF8.self)
  }
}

extension TestCertificate {
  fileprivate func serverContext() throws -> NIOSSLContext {
    let key = try NIOSSLPrivateKey(bytes: Array(Self.privateKeyPEM.utf8), format: .pem)
    return try NIOSSLContext(
      configuration: .makeServerConfiguration(
        certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
  }
}
