public import CrossConnect
public import Flows
internal import FoundationEssentials
internal import TelnyxAPI

/// The state of the order, in sentences that both front ends show.
public struct OutcomeText: Hashable, Sendable {
  private let app: App

  /// Words for a wizard's order.
  public init(of app: App) {
    self.app = app
  }

  /// The sentences on leaving, true whatever happens next.
  public var leaving: [String] {
    app.connections.flatMap(\.openSentences) + ofOrder
  }

  private var ofOrder: [String] {
    switch app.order {
    case .created(let connect, at: _):
      return Self.before(app.orderedBefore) + [Self.exists(connect)]
    case .gone(let connect, wasAwaited: _):
      return Self.before(app.orderedBefore) + [Self.gone(connect)]
    case .open, .preparing, .sending, .unknown:
      guard app.mayHaveOrdered else {
        return app.orderedBefore.isEmpty
          ? ["Nothing was ordered."]
          : Self.before(app.orderedBefore) + ["Nothing else was ordered."]
      }
      return Self.before(app.orderedBefore) + [
        "\(app.orderedBefore.isEmpty ? "The" : "Another") order was sent. We do not know whether the cross connect was created.",
        "Look for it in the Telnyx portal before you create it again; a second is billed.",
      ]
    }
  }

  private static func exists(_ connect: VirtualCrossConnect) -> String {
    "The cross connect \(DisplayText.visible(connect.id)) exists."
  }

  private static func before(_ earlier: [Connection]) -> [String] {
    earlier.filter { !$0.isGone }.map { exists($0.connect) }
  }

  /// How an order of unknown outcome was found, or taken by the person.
  public var found: String {
    guard !app.submission.isTakenInDoubt else {
      return "Taken as your order, as you said. Look in the portal if there may be another."
    }
    guard app.submission.isOrderedAgain else {
      return "vxc found it on its network: the order was created."
    }
    return
      "vxc found it on its network. It was sent more than once: look for another in the portal."
  }

  /// What a demo's cloud has done; `nil` for an unknown cloud.
  public static func played(_ connection: Connection) -> String? {
    connection.connect.provider.map { "The demo's \($0.rules.shortName) has accepted it." }
  }

  /// Why a cross connect is gone, as far as that is known.
  public static func gone(_ connect: VirtualCrossConnect) -> String {
    let id = DisplayText.visible(connect.id)
    guard connect.isJustCreated, connect.provider?.rules.acceptanceSeconds != nil else {
      return "The cross connect \(id) is gone: it was deleted."
    }
    return "The cross connect \(id) is gone: it was not accepted in time, or was deleted."
  }
}

extension UnknownOrder {
  /// When the order was sent, and why its outcome is unknown.
  public var sentSentence: String {
    let time = sentAt.map { " at \($0.clockTimeToSecond)" } ?? ""
    guard attempts.count > 1 else { return "The request was sent\(time). \(cause)" }
    let times = attempts.compactMap { $0.sentAt?.clockTimeToSecond }.joined(separator: " and ")
    return "The request was sent \(attempts.count) times, at \(times). \(cause)"
  }

  /// Why its outcome is unknown; of an order of an earlier run, also what that run was told.
  private var cause: String {
    guard isFromDraft, let earlier = attempts.last?.reason else { return reason.cause }
    return "\(APIFailure.outcomeUnknown(earlier).cause) \(reason.cause)"
  }

  /// What the person may do, and should not do.
  public var advice: String {
    guard network != nil else {
      return "Its record does not say on which network: look for it in the Telnyx portal."
    }
    if isOfOtherAccount {
      return "Sign in with the API key of the order's account, so that vxc can look for it."
    }
    guard candidates.isEmpty else {
      return "One of these may be your order. Say which, or that none is."
    }
    return mayCreateAgain
      ? "It may still appear. If you order again, Telnyx bills both."
      : "Do not create it again yet: a second VXC is billed separately."
  }
}

extension UnknownOrder.Look {
  /// The time of the look, and its finding.
  public var words: String {
    switch finding {
    case .missing: "not there"
    case .candidates(1): "1 cross connect may be yours"
    case .candidates(let count): "\(count) cross connects may be yours"
    case .failed(.incomplete(let read, let total)):
      "not among the \(read)\(total.map { " of \($0)" } ?? "") records that could be read"
    case .failed(let failure): "could not look: \(failure.cause)"
    case .otherAccount: "did not look: the account of this API key has no such network"
    }
  }
}

extension Candidate {
  /// The name, the beginning of the identifier, the status and the age.
  public var title: String {
    let name = connect.text("name").map(DisplayText.visible) ?? "(no name)"
    let created = createdAt.map { ", created \($0.clockTimeToSecond)" } ?? ""
    return
      "\(name), \(DisplayText.visible(connect.id)), \(DisplayText.visible(connect.status))\(created)"
  }

  /// Each difference to the order in a sentence; one sentence if there is none.
  public var remarks: [String] {
    guard !differences.isEmpty else {
      return ["Every value matches. Somebody else's identical order would match, too."]
    }
    return differences.map { $0.remark(in: connect) }
  }
}

extension Candidate.Difference {
  /// One difference between a cross connect and the order, in a sentence.
  func remark(in connect: VirtualCrossConnect) -> String {
    guard key != Self.circuit else { return "It has a secondary circuit; you ordered none." }
    let label = ResponseReport.label(of: key, in: connect)
    let unit = key == "bandwidth_mbps" ? " Mbps" : ""
    let ordered = DisplayText.visible(ordered) + unit
    guard let found else { return "\(label): not in the answer; you ordered \(ordered)." }
    guard found != self.ordered else { return "\(label): not as ordered." }
    return "\(label): \(DisplayText.visible(found) + unit); you ordered \(ordered)."
  }
}
