public import CrossConnect
internal import Flows

/// The words before and after an action on a cross connect.
extension ConnectionAction {
  /// The question that confirms it, with its consequence.
  ///
  /// - Parameter name: The cross connect's name.
  /// - Returns: The question.
  public func question(about name: String) -> String {
    switch self {
    case .enable: "Enable \(object) of \(name)?"
    case .disable: "Disable \(object) of \(name)? Traffic over it ends."
    case .announce: "Announce your network's routes over \(object) of \(name)?"
    case .withdraw: "Withdraw the routes over \(object) of \(name)? Traffic over it ends."
    case .addSecondary:
      "Add a secondary circuit to \(name)? Telnyx chooses its addresses and its key, and bills it."
    case .setAddresses: "Set the addresses of \(name), and enable \(object)?"
    case .delete: "Delete \(name)? Traffic over it ends."
    }
  }

  /// The sentence once a look has shown that it is done, though no answer said so.
  public var settledSentence: String { "No usable answer came, but it is done: \(doneSentence)" }

  /// What is done, after "Not" and "whether it was".
  var participle: String {
    switch self {
    case .enable: "enabled"
    case .disable: "disabled"
    case .announce: "announced"
    case .withdraw: "withdrawn"
    case .addSecondary: "added"
    case .setAddresses: "changed"
    case .delete: "deleted"
    }
  }

  /// The sentence once it is done.
  public var doneSentence: String {
    switch self {
    case .enable: "Telnyx has enabled \(object)."
    case .disable: "Telnyx has disabled \(object)."
    case .announce: "Telnyx announces the routes over \(object)."
    case .withdraw: "Telnyx has withdrawn the routes over \(object)."
    case .addSecondary: "Telnyx has added a secondary circuit."
    case .setAddresses: "Telnyx has the addresses, and has enabled \(object)."
    case .delete: "Telnyx is deleting it."
    }
  }
}

extension Connection {
  /// The sentences for a person who leaves before it is known what has become of an action.
  var openSentences: [String] {
    openActions.map { action in
      let id = DisplayText.visible(connect.id)
      let name = connect.text("name").map(DisplayText.visible) ?? id
      let doubt = "We do not know whether it was \(action.participle)."
      return "\(name): \(doubt) Check with vxc show \(id)."
    }
  }
}
