internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation
internal import TelnyxAPI

extension CommandRun {
  /// Looks at everything that the program needs, and asks the API once.
  ///
  /// - Parameters:
  ///   - surroundings: What the machine shows.
  ///   - form: The form of the report.
  /// - Returns: The exit code; 1 if the program can't work.
  public func doctor(_ surroundings: Surroundings, _ form: OutputForm) async -> Int32 {
    let network = surroundings.address == nil ? [] : await askAPI(surroundings)
    let all = surroundings.before + network + surroundings.after
    switch form {
    case .text:
      for diagnosis in all {
        let level = diagnosis.level.rawValue
        let head = level + String(repeating: " ", count: 6 - level.count)
        let gap = String(repeating: " ", count: max(1, 16 - diagnosis.subject.count))
        let words = DisplayText.visible(diagnosis.words)
        let lines = streams.columns.map { TextLayout.folded(words, to: $0 - 23) } ?? [words]
        for (index, line) in lines.enumerated() {
          let margin = String(repeating: " ", count: 22)
          streams.result(index == 0 ? "\(head)\(diagnosis.subject)\(gap)\(line)" : margin + line)
        }
      }
    case .json:
      let entries = all.map { diagnosis -> JSONValue in
        .object([
          "subject": .string(diagnosis.subject), "level": .string(diagnosis.level.rawValue),
          "words": .string(diagnosis.words),
        ])
      }
      streams.result(JSONValue.array(entries).asAnswer)
    }
    return all.contains { $0.level == .fail } ? 1 : 0
  }

  /// Makes the smallest request, and reads from the answer how far it came.
  private func askAPI(_ surroundings: Surroundings) async -> [Diagnosis] {
    let path = Route.networks.path(query: [("page[size]", "1")])
    // The way to the API shows without a key, too: the API says that the key is missing.
    let key = world.key.isEmpty ? Secret("none") : world.key
    let transport = world.context.connect(world.destination.baseURL)
    do throws(TransportFailure) {
      let response = try await transport.send(HTTPRequest(method: .get, path: path, key: key))
      return reached(surroundings)
        + [answered(response), skew(response)].compactMap { $0 }
    } catch {
      let cause = APIFailure(error).cause
      if case .notSent(.nameNotResolved) = error { return [Diagnosis("DNS", .fail, cause)] }
      return resolved(surroundings, unless: error) + [Diagnosis("Connection", .fail, cause)]
    }
  }

  /// The finding that the host's name has an address, where this machine had to look it up.
  private func resolved(
    _ surroundings: Surroundings, unless failure: TransportFailure? = nil
  ) -> [Diagnosis] {
    guard let address = surroundings.address, surroundings.proxy == nil, !address.isLoopback,
      PeerAddress(address.host) == nil, !address.host.contains(":")
    else { return [] }
    switch failure {
    case .notSent(.nameNotResolved), .notSent(.proxyFailed), .notSent(.cancelled),
      .notSent(.unusable):
      return []
    case .notSent(.connectionFailed), .notSent(.connectTimedOut), .notSent(.tlsFailed),
      .outcomeUnknown, nil:
      return [Diagnosis("DNS", .ok, "\(address.host) has an address.")]
    }
  }

  private func reached(_ surroundings: Surroundings) -> [Diagnosis] {
    let host = surroundings.address?.host ?? ""
    let way = surroundings.proxy.map { " through \($0)" } ?? ""
    let isSafe = surroundings.address?.isSecure == true
    return resolved(surroundings) + [
      Diagnosis("Connection", .ok, "\(host) answers\(way).")
    ] + (isSafe ? [Diagnosis("TLS", .ok, "The certificate of \(host) is trusted.")] : [])
  }

  private func answered(_ response: HTTPResponse) -> Diagnosis? {
    let json = try? JSONValue(parsing: response.body)
    guard !(200..<300).contains(response.status) || json?["data"].isArray != true else {
      return world.key.isEmpty ? nil : Diagnosis("API key", .ok, "Telnyx accepts it.")
    }
    let failure = APIFailure(response, to: .get).masked(hiding: [world.key])
    let words = ([failure.cause] + failure.details).joined(separator: " ")
    if case .keyRejected = failure {
      guard !world.key.isEmpty else { return nil }
      return Diagnosis("API key", .fail, "\(words) Make another in the Telnyx portal.")
    }
    return Diagnosis("Answer", .fail, words)
  }

  private func skew(_ response: HTTPResponse) -> Diagnosis? {
    guard let there = response.servedAt else {
      return Diagnosis("Clock", .warn, "The answer does not tell the server's time.")
    }
    let seconds = there.timeIntervalSince(world.context.now())
    let words = WaitText.length(Int(abs(seconds).rounded()))
    guard abs(seconds) > 60 else { return Diagnosis("Clock", .ok, "\(words) from the server's.") }
    let way = seconds > 0 ? "behind" : "ahead of"
    return Diagnosis(
      "Clock", .warn,
      "This machine's clock is \(words) \(way) the server's. vxc allows for that. Set the clock.")
  }
}
