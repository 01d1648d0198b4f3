import CrossConnect
public import Flows
public import FoundationEssentials
internal import TelnyxAPI

/// An order of unknown outcome.
public struct UnknownPage: Hashable, Sendable {
  private let app: App
  private let unknown: UnknownOrder

  /// The page of an order of unknown outcome; `nil` if there is none.
  public init?(of app: App) {
    guard case .unknown(let unknown) = app.order else { return nil }
    self.app = app
    self.unknown = unknown
  }

  /// What stands on it.
  ///
  /// - Parameters:
  ///   - now: The time of day.
  ///   - most: The most candidates to show.
  /// - Returns: All of it.
  public func blocks(now: Date, most: Int) -> [Block] {
    // What a person has to decide, and when the next look is, stands where every window shows it.
    [Self.title, .gap] + candidates(most: most, offersActions: true)
      + [.text(unknown.sentSentence)]
      + (unknown.network == nil ? [] : [.text("Looking for it on network \(network)")])
      + unknown.looks.suffix(5).map { .detail(words(of: $0)) } + next(now: now) + [.gap] + advice
      + (app.caution == .ordersTwice
        ? [.gap, .caution(.ordersTwice, again: .createAgain)] : [])
      + [.gap, .actions(app.actions)]
  }

  /// That it was sent, and what may be done.
  public var sent: [Block] {
    [Self.title, .gap, .text(unknown.sentSentence)] + advice
  }

  private static let title = Block.warning(
    "We do not know whether the cross connect was created")

  private var advice: [Block] {
    unknown.reason.details.map { .detail(DisplayText.visible($0)) } + [.text(unknown.advice)]
  }

  /// Where it is looked for: the network's name, if it is known, and the beginning of its identifier.
  public var network: String {
    let id = unknown.network ?? ""
    guard let name = app.choices.networks.value?.choice(id)?.columns.first else {
      return DisplayText.visible(id)
    }
    return "\(name) (\(DisplayText.visible(String(id.prefix(8)))))"
  }

  /// What the last look has shown, and when the next one is.
  public func lastLook(now: Date, most: Int) -> [Block] {
    let found = unknown.candidates.isEmpty && !unknown.isOfOtherAccount
    return (unknown.looks.last.map { [.detail(words(of: $0))] } ?? [])
      + (found ? [] : [.text(unknown.advice)]) + candidates(most: most, offersActions: false)
      + next(now: now) + again
  }

  /// The candidates, numbered for the words of plain mode.
  public func candidates(most: Int, offersActions: Bool) -> [Block] {
    let shown = unknown.candidates.prefix(most)
    let rest = unknown.candidates.count - shown.count
    return shown.enumerated().flatMap { index, candidate -> [Block] in
      [.heading("\(index + 1). May be yours: \(candidate.title)")]
        + candidate.remarks.map { .detail($0) }
        + (offersActions ? [.actions(app.actions(for: candidate)), .gap] : [])
    } + (rest > 0 ? [.text("and \(rest) more"), .gap] : [])
  }

  private var again: [Block] {
    guard unknown.nextLook == nil, unknown.mayCreateAgain else { return [] }
    return [
      .text("It was not there \(UnknownOrder.looksNeeded) times; it can be created again.")
    ]
  }

  private func words(of look: UnknownOrder.Look) -> String {
    "\(look.at.clockTimeToSecond): \(look.words)"
  }

  private func next(now: Date) -> [Block] {
    if unknown.isLooking { return [.detail("looking ...")] }
    guard let next = unknown.nextLook else { return [] }
    let number = min(unknown.timesMissing + 1, UnknownOrder.looksNeeded)
    let left = WaitText.length(until: next, now: now)
    return [.detail("next look in \(left) (\(number) of \(UnknownOrder.looksNeeded))")]
  }
}
