public import CrossConnect

/// The check of answers, by their own rules and by coverage.
public struct OrderCheck: Sendable {
  private let draft: Draft
  private let coverage: Coverage?

  /// A check of answers.
  ///
  /// - Parameters:
  ///   - draft: The answers.
  ///   - coverage: All of the coverage; `nil` while it isn't known, or if it shouldn't count.
  public init(_ draft: Draft, coverage: Coverage?) {
    self.draft = draft
    self.coverage = coverage?.isEmpty == false ? coverage : nil
  }

  /// The problems of one answer.
  public func problems(of field: FieldDescriptor) -> [Problem] {
    let own = draft.problems(of: field)
    // An answer that can't be read can't be compared with coverage.
    return own.contains(where: \.isBlocking) ? own : own + [unoffered(field)].compactMap { $0 }
  }

  /// The problem of an answer that coverage doesn't offer; `nil` if it does, or nobody knows.
  func unoffered(_ field: FieldDescriptor) -> Problem? {
    let value = draft[field.id]
    guard !value.isEmpty, let coverage else { return nil }
    return sentence(for: field.choices, value, in: coverage).map {
      Problem(field: field.id, .blocks($0))
    }
  }

  private func sentence(
    for source: FieldDescriptor.ChoiceSource?, _ value: String, in coverage: Coverage
  ) -> String? {
    let region = draft[.telnyxRegion]
    switch source {
    case .locations:
      guard coverage.location(value) == nil else { return nil }
      return "Telnyx does not offer \(value). Choose another region."
    case .providers:
      guard let provider = CloudProvider(rawValue: value),
        coverage.cloudRegions(of: provider, from: region).isEmpty
      else { return nil }
      return Choice.Obstacle.unreachable(provider, from: region).finding.sentence
    case .cloudRegions:
      let reached = draft.provider.map { coverage.cloudRegions(of: $0, from: region) } ?? []
      guard !reached.contains(value) else { return nil }
      return "\(value) can't be reached from \(region). Choose another."
    case .bandwidths:
      let to = draft[.cloudRegion]
      let speeds = draft.provider.map { coverage.bandwidths(of: $0, to: to, from: region) } ?? []
      guard !speeds.contains(where: { String($0.mbps) == value }) else { return nil }
      return "\(value) Mbps is not offered from \(region) to \(to). Choose another."
    case .networks, .secondaryCircuit, nil:
      return nil
    }
  }
}
