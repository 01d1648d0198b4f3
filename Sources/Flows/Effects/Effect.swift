public import CrossConnect
public import FoundationEssentials

/// An order to the world outside; what comes of it returns as an event.
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
  /// Asks for a cross connect that had yet to be accepted when it was ordered.
  case checkWaiting(id: String)
  /// Does something with a cross connect: exactly one PATCH or DELETE.
  case perform(ConnectionAction, id: String, provider: CloudProvider?)
  /// Lets the cloud's side of a demo accept a cross connect.
  case playCloud(id: String)
  /// Asks for all cross connects of the account.
  case loadConnects
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
  /// Writes the files with BGP keys that the cloud's commands read: the person has asked for it.
  case writeKeyFiles(VirtualCrossConnect)
  /// Writes a request to a file, without what is confidential: the person has asked for it.
  case saveRequest(CreateVXCRequest)
  /// Stops what is under way; an order that was sent is not undone by it.
  case cancel([Effect])
  /// The program ends.
  case leave

  /// What it is about, by which it is decided how it is carried out and whose answer counts.
  enum Kind: Hashable, Sendable {
    /// It asks the account of the key in use: another key's answers are not for it.
    case account
    /// It tries a key, or sends the order: its answer counts whatever happens meanwhile.
    case once
    /// It reads or writes drafts and receipts, which is done one after the other.
    case files
    /// It is done here.
    case here
  }

  var kind: Kind {
    switch self {
    case .loadNetworks, .loadCoverage, .loadConnects, .createNetwork, .noteConnects, .look,
      .checkAccount, .checkStatus, .checkWaiting, .perform, .playCloud:
      .account
    case .checkKey, .startDemo, .send:
      .once
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt, .writeKeyFiles, .saveRequest:
      .files
    case .generateKey, .cancel, .leave:
      .here
    }
  }
}

/// One time that something was asked of the world outside; it comes back with the answer.
///
/// An answer counts only while its ticket is the newest of its effect, and of the key that was asked with.
public struct Ticket: Hashable, Sendable {
  let effect: Effect
  let serial: Int
}
