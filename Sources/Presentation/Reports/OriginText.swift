public import Flows

extension AnswerOrigin {
  /// How an answer came about, for the words beside it.
  public var words: String {
    switch self {
    case .onlyChoice: "(the only one)"
    case .lastOrder: "(last order)"
    case .regionFilter: "(from your filter)"
    }
  }
}
