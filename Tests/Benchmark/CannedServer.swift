import CrossConnect
import FoundationEssentials
import Glibc

/// An API that answers lists at once, with pages that were written beforehand.
///
/// What the sandbox needs to write a page would be most of what is measured.
final class CannedServer: Sendable {
  let port: UInt16
  private let listener: Int32
  /// Whole answers by the path's last part and the number of the page.
  private let pages: [String: [[UInt8]]]

  /// A server of 10,000 networks and 5,000 rows of coverage; `nil` without a port.
  init?() {
    guard let (listener, port) = API.listener() else { return nil }
    self.listener = listener
    self.port = port
    pages = [
      "networks": Self.pages(of: CoreSection.networks),
      "virtual_cross_connects_coverage": Self.pages(of: CoreSection.coverage),
    ]
    guard ServerThread({ [self] in serve() }).starts() else { return nil }
  }

  /// Ends it.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private static func pages(of records: [JSONValue]) -> [[UInt8]] {
    let count = (records.count + 249) / 250
    return (0..<count).map { number in
      let body = JSONValue.object([
        "data": .array(Array(records.dropFirst(number * 250).prefix(250))),
        "meta": .object([
          "total_pages": .integer(Int64(count)), "total_results": .integer(Int64(records.count)),
          "page_number": .integer(Int64(number + 1)), "page_size": .integer(250),
        ]),
      ]).jsonText
      let head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n"
      return Array((head + body).utf8)
    }
  }

  /// Answers everybody from one thread, until it is stopped.
  private func serve() {
    var all = [pollfd(fd: listener, events: Int16(POLLIN), revents: 0)]
    var buffer = [UInt8](repeating: 0, count: 8192)
    while poll(&all, nfds_t(all.count), -1) > 0 {
      for ready in all where ready.revents != 0 {
        if ready.fd == listener {
          let connection = accept(listener, nil, nil)
          guard connection >= 0 else {
            all.dropFirst().forEach { close($0.fd) }
            close(listener)
            return
          }
          all.append(pollfd(fd: connection, events: Int16(POLLIN), revents: 0))
        } else {
          let count = read(ready.fd, &buffer, buffer.count)
          if count > 0, answer(buffer.prefix(count), on: ready.fd) { continue }
          close(ready.fd)
          all.removeAll { $0.fd == ready.fd }
        }
      }
    }
  }

  private func answer(_ request: ArraySlice<UInt8>, on connection: Int32) -> Bool {
    // GET /v2/networks?page%5Bnumber%5D=3&page%5Bsize%5D=250 HTTP/1.1
    let path = String(decoding: request.prefix { $0 != 0x0D }, as: UTF8.self)
    let list = pages.first { path.contains("/" + $0.key + "?") }?.value ?? []
    let digits = path.firstRange(of: "number%5D=").map {
      path[$0.upperBound...].prefix { $0.isNumber }
    }
    guard let number = digits.flatMap({ Int($0) }), list.indices.contains(number - 1) else {
      return false
    }
    let bytes = list[number - 1]
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        send(
          connection, bytes.baseAddress?.advanced(by: sent), bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }
}
