public import CrossConnect
public import FoundationEssentials
internal import Synchronization

/// A log of every request and its result, with only what is known to be harmless.
///
/// Nobody waits for it: it makes and writes lines in the background, in the order of events. One
/// log serves all connections of a run, so a secret that it has learned stays one.
public final class ExchangeLog: Sendable {
  private let mask = Mutex(SecretMask())
  private let requests = Mutex(0)
  /// The work of writing.
  let work = SerialWork()
  private let now: @Sendable () -> Date
  private let write: @Sendable (String) -> Void

  /// A log with the time of `now` that hands whole lines to `write`.
  public init(now: @escaping @Sendable () -> Date, write: @escaping @Sendable (String) -> Void) {
    self.now = now
    self.write = write
  }

  /// Learns secrets before any request carries them.
  public func learn(_ secrets: [Secret]) {
    work.add { [self] in
      mask.withLock { mask in
        for secret in secrets { mask.learn(secret) }
      }
    }
  }

  /// Writes a line that is about no request.
  public func note(_ text: String) {
    add(at: now()) { _ in [text] }
  }

  /// Waits until everything is written, or until `patience` ends.
  public func finish(orUntil patience: @escaping @Sendable () async -> Void) async {
    await work.finish(orUntil: patience)
  }

  /// A request in the log.
  package struct Entry: Sendable {
    fileprivate var number: Int
    fileprivate var sentAt: Date
  }

  /// Records a request that is about to be sent.
  package func begin(_ request: HTTPRequest, to address: String, headers: [HTTPRequest.Header])
    -> Entry
  {
    let number = requests.withLock { count in
      count += 1
      return count
    }
    let sentAt = now()
    add(at: sentAt) { [self] mask in
      mask.learn(request.key)
      return lines(
        "#\(number) \(request.method.rawValue) \(address)", ">", headers, request.body, &mask)
    }
    return Entry(number: number, sentAt: sentAt)
  }

  /// Records the answer to a request.
  package func end(_ entry: Entry, with response: HTTPResponse) {
    let date = now()
    let title = "#\(entry.number) \(response.status) after \(Self.duration(entry, date))"
    let headers = response.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    add(at: date) { [self] mask in lines(title, "<", headers, response.body, &mask) }
  }

  /// Records why a request has no answer.
  package func end(_ entry: Entry, with failure: TransportFailure) {
    let date = now()
    let words =
      switch failure {
      case .notSent(let reason): "not sent: \(reason.sentence)"
      case .outcomeUnknown(let reason): "outcome unknown: \(reason.sentence)"
      }
    add(at: date) { _ in
      ["#\(entry.number) no answer after \(Self.duration(entry, date)), \(words)"]
    }
  }
}

// MARK: - Form

extension ExchangeLog {
  /// The most bytes of a body that the log looks into; the API's largest pages have a tenth of it.
  private static let bodyLimit = 1 << 20
  private static let longestHeader = 200

  /// The header fields whose values anyone may read.
  private static let openHeaders: Set = [
    "accept", "user-agent", "connection", "content-type", "content-length", "content-encoding",
    "date", "location", "retry-after", "server", "via", "x-ratelimit-limit",
    "x-ratelimit-remaining", "x-ratelimit-reset", "x-request-id",
  ]

  /// Adds a record; its words are made only when those before it are written.
  private func add(at date: Date, _ lines: @escaping @Sendable (inout SecretMask) -> [String]) {
    work.add { [self] in
      let lines = mask.withLock { mask in
        lines(&mask).map { DisplayText.visible(mask.masked($0)) + "\n" }
      }
      let time = date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
      write("\(time) \(lines.joined())")
    }
  }

  private func lines(
    _ title: String, _ mark: String, _ headers: [HTTPRequest.Header], _ body: Data?,
    _ mask: inout SecretMask
  ) -> [String] {
    let open = headers.filter { Self.openHeaders.contains($0.name.lowercased()) }
    var lines = open.map { name, value in
      let value = name.lowercased() == "location" ? URLText.shown(value) : value
      let isShort = value.utf8.count <= Self.longestHeader
      return "\(name): \(isShort ? value : "<\(value.utf8.count) bytes>")"
    }
    if open.count < headers.count { lines.append("<\(headers.count - open.count) more>") }
    if let body, !body.isEmpty { lines.append(Self.text(of: body, isOwn: mark == ">", &mask)) }
    return [title] + lines.map { "  \(mark) \($0)" }
  }

  private static func text(of body: Data, isOwn: Bool, _ mask: inout SecretMask) -> String {
    guard body.count <= bodyLimit, let json = try? JSONValue(parsing: body) else {
      return "<\(body.count) bytes>"
    }
    for secret in json.confidentialTexts { mask.learn(secret, isOwn: isOwn) }
    return LoggedJSON.text(of: json)
  }

  private static func duration(_ entry: Entry, _ end: Date) -> String {
    "\(max(0, Int((end.timeIntervalSince(entry.sentAt) * 1000).rounded()))) ms"
  }
}
