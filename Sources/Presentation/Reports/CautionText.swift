internal import CrossConnect
public import Flows
internal import TelnyxAPI

extension Destination {
  /// Where requests go, and through what, as a sentence.
  public var sentence: String {
    "Requests go to \(baseURL)\(proxy.map { " through the proxy \($0)" } ?? "")."
  }

  /// What a title says of it.
  public var title: String {
    isDemo ? "DEMO: nothing is created or billed" : baseURL.authority
  }
}

extension Connection {
  /// How many BGP keys the last answer has.
  public var keyCount: Int {
    isGone ? 0 : Circuit.allCases.count { connect.text($0.keyWire) != nil }
  }
}

extension Caution {
  /// What it means for a cross connect, in a sentence.
  public func sentence(for connection: Connection?) -> String {
    if [.leavesUnseenKey, .ordersAnotherWithoutKey].contains(self), connection?.keyCount == 2 {
      return
        "The BGP keys were never shown, and no file keeps them. Without them the BGP sessions can't be set up."
    }
    guard case .acts(let action) = self, let connect = connection?.connect else { return sentence }
    let isRouted = action.circuits.contains(where: connect.announces)
    switch action {
    case .disable where isRouted:
      return "Routes are announced over \(action.object): disabling ends its traffic."
    case .disable: return "This disables \(action.object); no routes use it."
    case .withdraw: return "This withdraws the routes: traffic over \(action.object) ends."
    case .enable, .announce, .addSecondary, .setAddresses, .delete: return sentence
    }
  }

  /// What it means, and which button does it all the same.
  public func sentence(again action: PageAction) -> String {
    "\(sentence) Press [ \(action.title) ] again to do it."
  }

  /// What it means, in a sentence.
  public var sentence: String {
    switch self {
    case .discardsOrder:
      "This is the only record of an order that may exist and be billed: without it vxc can't look for it."
    case .leavesUnseenKey, .ordersAnotherWithoutKey:
      "The BGP key was never shown, and no file keeps it. Without it the BGP session can't be set up."
    case .ordersUnrecorded:
      "No draft can be saved: if the answer is lost, only this run can look for the order."
    case .ordersTwice:
      "If the first order was created too, Telnyx bills both."
    case .acts(.addSecondary):
      "This orders a secondary circuit. Telnyx bills it."
    case .acts(let action):
      "Traffic over \(action.circuits.count > 1 ? "both circuits" : "the \(action.circuits.first?.rawValue ?? "") circuit") ends."
    case .leavesAction:
      "The request was sent: Telnyx may still carry it out."
    case .replacesAnswers:
      "This replaces the answers in the form."
    case .replacesKey:
      "There is a key already."
    case .stopsWaiting, .leavesOrder:
      "The request was sent: the cross connect may still be created, and billed."
    }
  }
}
