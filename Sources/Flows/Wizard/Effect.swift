public import CrossConnect
public import FoundationEssentials

/// An order to the world outside; what comes of it returns as a `Message`.
public indirect enum Effect: Hashable, Sendable {
  case checkKey(Secret)
  case startDemo
  case loadNetworks
  case loadCoverage
  case createNetwork(named: String)
  case generateKey(FieldID)
  /// Asks what is on a network before an order is sent.
  case noteConnects(onNetwork: String)
  /// Sends the order: exactly one POST.
  case send(CreateVXCRequest)
  /// Looks for an order whose outcome isn't known.
  case look(onNetwork: String)
  /// Asks whether the account of the key in use has a network.
  case checkAccount(hasNetwork: String)
  case checkStatus(id: String)
  /// Enables circuits: exactly one PATCH.
  case enable([Circuit], id: String)
  /// Looks for drafts of earlier runs.
  case findDrafts
  /// Goes on with a draft that was found.
  case adoptDraft(id: String)
  /// Leaves drafts that were found for another time.
  case releaseDrafts(ids: [String])
  /// Removes a draft that was found.
  case discardDraft(id: String)
  case saveDraft(DraftProgress)
  /// Removes this run's draft, if there is one.
  case removeDraft
  /// Keeps the answer to the order, but for these secrets and those that the answer has itself; once it is
  /// kept, this run's draft is removed.
  case saveReceipt(VirtualCrossConnect, answeredAt: Date, withholding: [Secret])
  /// Stops what is under way; an order that was sent is not undone by it.
  case cancel([Effect])
  /// The program ends.
  case leave

  /// Whether it reads or writes drafts and receipts, which is done one after the other.
  var isAboutFiles: Bool {
    switch self {
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt:
      true
    case .checkKey, .startDemo, .loadNetworks, .loadCoverage, .createNetwork, .generateKey,
      .noteConnects, .send, .look, .checkAccount, .checkStatus, .enable, .cancel, .leave:
      false
    }
  }
}
