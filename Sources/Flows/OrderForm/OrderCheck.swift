public import CrossConnect

/// The check of answers, by their own rules, by coverage, and by the account's networks.
public struct OrderCheck: Sendable {
  private let draft: Draft
  private let coverage: Coverage?
  private let networks: ChoiceList?

  /// A check of answers.
  ///
  /// - Parameters:
  ///   - draft: The answers.
  ///   - coverage: All of the coverage; `nil` while it isn't known, or if it shouldn't count.
  ///   - networks: All networks of the account; `nil` while they aren't known, or if they shouldn't
  ///     count.
  public init(_ draft: Draft, coverage: Coverage?, networks: ChoiceList? = nil) {
    self.draft = draft
    self.networks = networks
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
    let value = draft.value(of: field)
    if field.choices == .networks, !value.isEmpty, let networks, networks.choice(value) == nil {
      let words = "This account has no network with the ID \(DisplayText.visible(value))."
      return Problem(field: field.id, .blocks(words))
    }
    guard !value.isEmpty, let coverage else { return nil }
    return sentence(for: field.choices, value, in: coverage).map {
      Problem(field: field.id, .blocks($0))
    }
  }

  private func sentence(
    for source: FieldDescriptor.ChoiceSource?, _ value: String, in coverage: Coverage
  ) -> String? {
    let region = draft[.telnyxRegion]
    // From nowhere nothing can be reached, and that is told at the region.
    guard source == .locations || coverage.location(region) != nil else { return nil }
    let shown = DisplayText.visible(value)
    let from = DisplayText.visible(region)
    switch source {
    case .locations:
      guard coverage.location(value) == nil else { return nil }
      return "Telnyx does not offer \(shown). Choose another region."
    case .providers:
      guard let provider = CloudProvider(rawValue: value),
        coverage.cloudRegions(of: provider, from: region).isEmpty
      else { return nil }
      return Choice.Obstacle.unreachable(provider, from: region).finding.sentence
    case .cloudRegions:
      let reached = draft.provider.map { coverage.cloudRegions(of: $0, from: region) } ?? []
      guard !reached.contains(value) else { return nil }
      return "\(shown) can't be reached from \(from). Choose another."
    case .bandwidths:
      let to = draft[.cloudRegion]
      let speeds = draft.provider.map { coverage.bandwidths(of: $0, to: to, from: region) } ?? []
      guard !speeds.contains(where: { String($0.mbps) == value }) else { return nil }
      return
        "\(shown) Mbps is not offered from \(from) to \(DisplayText.visible(to)). Choose another."
    case .networks, .secondaryCircuit, nil:
      return nil
    }
  }
}

extension Draft {
  /// The answers in coverage's own spelling, where only letter case, blanks or Unicode form differ.
  ///
  /// - Parameter coverage: All of the coverage.
  /// - Returns: The answers as the API writes them.
  public func spelled(asIn coverage: Coverage) -> Draft {
    var draft = self
    draft.spell(.telnyxRegion, as: coverage.locations.map(\.code))
    if let provider {
      draft.spell(
        .cloudRegion, as: coverage.cloudRegions(of: provider, from: draft[.telnyxRegion]))
    }
    return draft
  }

  private mutating func spell(_ id: FieldID, as words: [String]) {
    let typed = value(id)
    guard !words.contains(typed),
      let word = words.first(where: { Identifier($0) == Identifier(typed) })
    else { return }
    self[id] = word
  }
}
