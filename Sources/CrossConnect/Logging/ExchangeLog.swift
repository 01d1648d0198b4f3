public import FoundationEssentials
internal import Synchronization

/// A record of every request and what came of it, without secrets and harmless to read.
///
/// One log serves all connections of a run: what it has learned to be secret stays so.
public final class ExchangeLog: Sendable {
  private struct State {
    var redaction = Redaction()
    var requests = 0
  }

  private let state = Mutex(State())
  private let now: @Sendable () -> Date
  private let write: @Sendable (String) -> Void

  /// A log that takes the time from `now` and hands whole lines to `write`.
  public init(now: @escaping @Sendable () -> Date, write: @escaping @Sendable (String) -> Void) {
    self.now = now
    self.write = write
  }

  /// Makes secrets known before any request carries them.
  public func learn(_ secrets: [Secret]) {
    state.withLock { state in
      for secret in secrets { state.redaction.learn(secret.revealed) }
    }
  }

  /// Writes a line of its own, such as what the log is of.
  public func note(_ text: String) {
    state.withLock { state in
      write("\(timestamp(now())) \(LogText.line(state.redaction.text(text)))\n")
    }
  }

  /// A request that was written to the log.
  struct Entry: Sendable {
    fileprivate var number: Int
    fileprivate var sentAt: Date
  }

  /// Writes a request before it is sent.
  func begin(_ request: HTTPRequest, to address: String, headers: [HTTPRequest.Header]) -> Entry {
    state.withLock { state in
      state.redaction.learn(request.key.revealed)
      state.requests += 1
      let entry = Entry(number: state.requests, sentAt: now())
      let body = request.body.map { Self.text(of: $0, &state.redaction) }
      let lines = headers.map { "\($0.name): \(state.redaction.header($0.name, $0.value))" }
      let title = "\(request.method.rawValue) \(state.redaction.text(address))"
      write(block("#\(entry.number) \(title)", at: entry.sentAt, ">", lines, body))
      return entry
    }
  }

  /// Writes the answer to a request.
  func end(_ entry: Entry, with response: HTTPResponse) {
    state.withLock { state in
      let date = now()
      let body = response.body.isEmpty ? nil : Self.text(of: response.body, &state.redaction)
      let lines = response.headers.sorted { $0.key < $1.key }
        .map { "\($0.key): \(state.redaction.header($0.key, $0.value))" }
      let title = "#\(entry.number) \(response.status) after \(duration(entry, date))"
      write(block(title, at: date, "<", lines, body))
    }
  }

  /// Writes why no answer came to a request.
  func end(_ entry: Entry, with failure: TransportFailure) {
    state.withLock { state in
      let date = now()
      let words =
        switch failure {
        case .notSent(let reason): "not sent: \(reason.sentence)"
        case .outcomeUnknown(let reason): "outcome unknown: \(reason.sentence)"
        }
      let title =
        "#\(entry.number) no answer after \(duration(entry, date)), \(state.redaction.text(words))"
      write(block(title, at: date, "<", [], nil))
    }
  }
}

// MARK: - Form

extension ExchangeLog {
  /// The most bytes a body may have to be written; the API's largest pages have a tenth of it.
  private static let bodyLimit = 1 << 20

  private func block(
    _ title: String, at date: Date, _ mark: String, _ lines: [String], _ body: String?
  ) -> String {
    let contents = lines + (body.map { [$0] } ?? [])
    let all = ["\(timestamp(date)) \(title)"] + contents.map { "  \(mark) \($0)" }
    return all.map { LogText.line($0) + "\n" }.joined()
  }

  private static func text(of body: Data, _ redaction: inout Redaction) -> String {
    body.count > bodyLimit ? "(\(body.count) bytes, not written)" : redaction.body(body)
  }

  private func timestamp(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }

  private func duration(_ entry: Entry, _ end: Date) -> String {
    "\(max(0, Int((end.timeIntervalSince(entry.sentAt) * 1000).rounded()))) ms"
  }
}
