public import CrossConnect

/// The words for what has changed at Telnyx between two looks.
public enum ChangesText {
  /// One line for each value that has changed, with its label; keys are masked.
  ///
  /// The status and the time of the change have places of their own.
  ///
  /// - Parameters:
  ///   - earlier: What the look before found.
  ///   - later: What the last look found.
  /// - Returns: The lines in the order of the whole answer.
  public static func lines(
    from earlier: VirtualCrossConnect, to later: VirtualCrossConnect
  ) -> [String] {
    let known = Dictionary(
      ResponseReport(of: earlier).lines.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    return ResponseReport(of: later).lines.filter { line in
      known[line.key] != line.value && !["status", "updated_at"].contains(line.key)
    }.map { line in
      "\(line.label): \(line.isSecret ? MaskedText.masked(line.value) : line.value)"
    }
  }

  /// The first changes in a sentence; `nil` if nothing has changed that both looks have.
  ///
  /// - Parameters:
  ///   - earlier: What the look before found.
  ///   - later: What the last look found.
  ///   - action: What the person has done in between, which is no news.
  /// - Returns: The sentence.
  public static func sentence(
    from earlier: VirtualCrossConnect, to later: VirtualCrossConnect,
    besides action: ConnectionAction? = nil
  ) -> String? {
    let switches = action?.circuits.flatMap { [$0.enabledWire, $0.announcementWire] } ?? []
    let own = Set(switches + (action?.changes(for: later.provider)?.map(\.key) ?? []))
    let shared = earlier.members.filter { later.members[$0.key] != nil && !own.contains($0.key) }
    let both = later.members.filter { earlier.members[$0.key] != nil && !own.contains($0.key) }
    guard let before = VirtualCrossConnect(.object(shared)),
      let after = VirtualCrossConnect(.object(both))
    else { return nil }
    let changes = lines(from: before, to: after)
    guard !changes.isEmpty else { return nil }
    let more = changes.count > 2 ? ", and \(changes.count - 2) more" : ""
    let told = changes.prefix(2).map { TextLayout.truncated($0, to: 56) }.joined(separator: ", ")
    return "Changed at Telnyx: \(told)\(more)."
  }
}
