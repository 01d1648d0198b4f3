public import Flows

extension AnswerOrigin {
  /// How the answer came about, as it stands beside it.
  public var words: String {
    switch self {
    case .onlyChoice: "(the only one)"
    case .regionFilter: "(as you typed for the region)"
    }
  }
}
