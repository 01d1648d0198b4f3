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
  /// The answer about each one cross connect.
  private let connect: [UInt8]

  /// A server of lists, none of which is written anew for an answer; `nil` without a port.
  ///
  /// - Parameters:
  ///   - networks: The networks, 10,000 unless told.
  ///   - connects: How many cross connects there are.
  init?(networks: [JSONValue] = CoreSection.networks, connects: Int = 0) {
    guard let (listener, port) = API.listener() else { return nil }
    self.listener = listener
    self.port = port
    pages = [
      "networks": Self.pages(of: networks),
      "virtual_cross_connects": Self.pages(of: (0..<connects).map(Self.connect)),
      "virtual_cross_connects_coverage": Self.pages(of: CoreSection.coverage),
    ]
    connect = Self.answer(.object(["data": Self.connect(0)]))
    guard ServerThread({ [self] in serve() }).starts() else { return nil }
  }

  /// Ends it.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
  }

  private static func pages(of records: [JSONValue]) -> [[UInt8]] {
    let count = (records.count + 249) / 250
    return (0..<count).map { number in
      answer(
        .object([
          "data": .array(Array(records.dropFirst(number * 250).prefix(250))),
          "meta": .object([
            "total_pages": .integer(Int64(count)), "total_results": .integer(Int64(records.count)),
            "page_number": .integer(Int64(number + 1)), "page_size": .integer(250),
          ]),
        ]))
    }
  }

  private static func answer(_ json: JSONValue) -> [UInt8] {
    let body = json.jsonText
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
      + "Content-Length: \(body.utf8.count)\r\n\r\n"
    return Array((head + body).utf8)
  }

  private static func connect(_ index: Int) -> JSONValue {
    .object([
      "id": .string("vxc-\(index)"), "name": .string("cross-connect-\(index)"),
      "status": .string("provisioned"), "cloud_provider": .string("aws"),
      "cloud_provider_region": .string("us-east-1"), "region_code": .string("ashburn-va"),
      "bandwidth_mbps": .integer(50), "created_at": .string("2026-07-15T14:42:10Z"),
      "primary_enabled": .bool(true), "primary_telnyx_ip": .string("169.254.0.1"),
      "primary_cloud_ip": .string("169.254.0.2"),
    ])
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
    let number = digits.flatMap { Int($0) } ?? 0
    let isOne = path.contains("/virtual_cross_connects/")
    guard isOne || list.indices.contains(number - 1) else { return false }
    let bytes = isOne ? connect : list[number - 1]
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
