public import CrossConnect

/// What there is to say about answers: by their own rules, and by what can be ordered.
public struct OrderCheck: Sendable {
  private let draft: Draft
  private let coverage: Coverage?

  /// A check of answers.
  ///
  /// - Parameters:
  ///   - draft: The answers.
  ///   - coverage: All that can be ordered; `nil` while that isn't known, or isn't to count.
  public init(_ draft: Draft, coverage: Coverage?) {
    self.draft = draft
    self.coverage = coverage?.isEmpty == false ? coverage : nil
  }

  /// What there is to say about one answer.
  public func problems(of field: FieldDescriptor) -> [Problem] {
    let own = draft.problems(of: field)
    // What can't be read is not compared with anything.
    return own.contains(where: \.isBlocking) ? own : own + [unoffered(field)].compactMap { $0 }
  }

  /// Why an answer doesn't fit what can be ordered, if it is known not to.
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
