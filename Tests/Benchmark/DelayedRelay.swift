import Glibc

/// A line to a server of this machine, on which every answer takes its time.
final class DelayedRelay: Sendable {
  /// One connection through it.
  private struct Line {
    let client: Int32
    let server: Int32
    /// What the server has said, and when the client is to have it.
    var waiting: [(due: ContinuousClock.Instant, bytes: [UInt8])] = []
  }

  let port: UInt16
  private let listener: Int32
  private let target: UInt16
  private let delay: Duration

  /// A relay to a port of the loopback interface; `nil` without a port of its own.
  init?(to target: UInt16, delay: Duration) {
    guard let (listener, port) = API.listener() else { return nil }
    self.listener = listener
    self.port = port
    self.target = target
    self.delay = delay
    guard ServerThread({ [self] in relay() }).starts() else { return nil }
  }

  /// Ends it.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private func relay() {
    var lines: [Line] = []
    defer {
      close(listener)
      lines.forEach(hangUp)
    }
    while true {
      var ready = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
      for line in lines {
        ready.append(pollfd(fd: line.client, events: Int16(POLLIN), revents: 0))
        ready.append(pollfd(fd: line.server, events: Int16(POLLIN), revents: 0))
      }
      poll(&ready, nfds_t(ready.count), patience(of: lines))
      if ready[0].revents != 0 {
        guard let line = accepted() else { return }
        lines.append(line)
      }
      // A connection that came just now has nothing to say yet.
      for index in stride(from: ready.count - 2, to: 0, by: -2) {
        let place = index / 2
        if !serve(&lines[place], hears: ready[index].revents, answers: ready[index + 1].revents) {
          hangUp(lines.remove(at: place))
        }
      }
    }
  }

  /// The milliseconds until something is due; -1 if nothing waits.
  private func patience(of lines: [Line]) -> Int32 {
    guard let due = lines.compactMap({ $0.waiting.first?.due }).min() else { return -1 }
    return max(0, Int32((ContinuousClock.now.duration(to: due) / .milliseconds(1)).rounded(.up)))
  }

  private func accepted() -> Line? {
    let client = accept(listener, nil, nil)
    let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = API.loopback(port: target)
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard client >= 0, result == 0 else { return nil }
    return Line(client: client, server: server)
  }

  /// Passes on what is there and due; false when one end has hung up.
  private func serve(_ line: inout Line, hears: Int16, answers: Int16) -> Bool {
    if hears != 0 {
      guard let bytes = received(from: line.client), sent(bytes, to: line.server) else {
        return false
      }
    }
    if answers != 0 {
      guard let bytes = received(from: line.server) else { return false }
      line.waiting.append((.now + delay, bytes))
    }
    while let next = line.waiting.first, next.due <= .now {
      line.waiting.removeFirst()
      guard sent(next.bytes, to: line.client) else { return false }
    }
    return true
  }

  private func received(from descriptor: Int32) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }

  private func sent(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func hangUp(_ line: Line) {
    close(line.client)
    close(line.server)
  }
}
