internal import CrossConnect

/// What a person has had of the BGP keys of an answer, which no file keeps.
public enum KeyExposure: Int, Comparable, Hashable, Sendable {
  case none
  /// They were handed to the terminal's clipboard.
  case copied
  /// They were shown because the person asked: then they are also printed at the end.
  case shown

  /// The more a person has had.
  public static func < (left: KeyExposure, right: KeyExposure) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a person asked for once, and what is done only when they ask for it again at once.
public enum Caution: Hashable, Sendable {
  /// To throw away the only record of an order whose outcome isn't known.
  case discardsOrder
  /// To leave with a BGP key that was never shown, and is kept nowhere.
  case leavesUnseenKey
}

extension Wizard {
  /// To leave, with the draft kept or removed; once asked where that loses what can't be had again.
  mutating func leave(_ message: Message) -> [Effect] {
    switch message {
    case .discardConfirmed where mayHaveOrdered && caution != .discardsOrder:
      caution = .discardsOrder
      return []
    case .discardConfirmed:
      return [.removeDraft, .leave]
    default:
      guard hasUnseenKey, !hasAskedForKeys else { return [.leave] }
      hasAskedForKeys = true
      caution = .leavesUnseenKey
      return []
    }
  }

  /// Whether the answer has a key that the person can't know, and was never shown.
  public var hasUnseenKey: Bool {
    guard case .created(let connect, at: _) = order, keepsFiles, keyExposure == .none else {
      return false
    }
    return Circuit.allCases.contains { circuit in
      guard let key = connect.text(circuit.keyWire), !Identifier.isMasked(key) else { return false }
      // One key may have been typed for both circuits.
      return !Circuit.allCases.contains {
        draft.value($0.keyField) == key && !generatedKeys.contains($0.keyField)
      }
    }
  }
}
