public import CrossConnect

/// Work for the world outside, as a value; its result comes back as an event.
public indirect enum Effect: Hashable, Sendable {
  case checkKey(Secret)
  case startDemo
  case loadNetworks
  case loadCoverage
  case createNetwork(named: String)
  case generateKey(FieldID)
  /// Asks which cross connects are on a network, before an order is sent.
  case noteConnects(onNetwork: String)
  /// Sends the order: exactly one POST.
  case send(CreateVXCRequest)
  /// Looks for an order of unknown outcome.
  case look(onNetwork: String)
  /// Asks whether the account of the key in use has a network.
  case checkAccount(hasNetwork: String)
  case checkStatus(id: String)
  /// Asks for the cross connect that the program was started for.
  case find(id: String)
  /// Asks which cross connects of the account have to be accepted at their cloud.
  case listWaiting
  /// Changes or deletes a cross connect: exactly one PATCH or DELETE.
  case perform(ConnectionAction, id: String, provider: CloudProvider?)
  /// Lets the cloud's side of a demo accept a cross connect.
  case playCloud(id: String)
  /// Asks for all cross connects of the account.
  case loadConnects
  /// Looks for the drafts of earlier runs.
  case findDrafts
  /// Goes on with a draft that was found.
  case adoptDraft(id: String)
  /// Releases drafts that were found, for a later run.
  case releaseDrafts(ids: [String])
  /// Removes a draft that was found.
  case discardDraft(id: String)
  /// Writes this run's draft; if that fails, an order that needs it is not sent.
  case saveDraft(DraftProgress, isNeeded: Bool = false)
  /// Removes this run's draft, if there is one.
  case removeDraft
  /// Writes a receipt: the answer to the order without these secrets, and without its own.
  ///
  /// Once it is written, this run's draft is removed.
  case saveReceipt(Connection, withholding: [Secret])
  /// Reads what the receipt of a cross connect tells, if there is one.
  case recall(id: String)
  /// Keeps the steps that the person has ticked in the receipt of a cross connect, if there is one.
  case keepTicks(Set<LifeStep.Goal>, id: String)
  /// Writes the files with BGP keys for the cloud's commands, because the person asked for it.
  case writeKeyFiles(VirtualCrossConnect)
  /// Writes a request to a file without anything confidential, because the person asked for it.
  case saveRequest(CreateVXCRequest)
  /// Stops effects under way; an order that was sent stays sent.
  case cancel([Effect])
  /// Ends the program.
  case leave

  /// The cross connect on whose page the answer belongs; `nil` if it belongs on no such page.
  var connectID: String? {
    switch self {
    case .checkStatus(let id), .perform(_, let id, _), .playCloud(let id): id
    case .checkKey, .startDemo, .loadNetworks, .loadCoverage, .createNetwork, .generateKey,
      .noteConnects, .send, .look, .checkAccount, .find, .listWaiting, .loadConnects, .findDrafts,
      .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft, .saveReceipt, .recall,
      .keepTicks, .writeKeyFiles, .saveRequest, .cancel, .leave:
      nil
    }
  }

  /// The kind of an effect: it decides how the effect is carried out, and whose answer counts.
  enum Kind: Hashable, Sendable {
    /// Asks the account of the key in use; answers to an earlier key don't count.
    case account
    /// Tries a key, or sends the order; its answer counts whatever happens meanwhile.
    case once
    /// Reads or writes files, one after the other.
    case files
    /// Needs nothing from outside.
    case here
  }

  var kind: Kind {
    switch self {
    case .loadNetworks, .loadCoverage, .loadConnects, .createNetwork, .noteConnects, .look,
      .checkAccount, .checkStatus, .find, .listWaiting, .perform, .playCloud:
      .account
    case .checkKey, .startDemo, .send:
      .once
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt, .recall, .keepTicks, .writeKeyFiles, .saveRequest:
      .files
    case .generateKey, .cancel, .leave:
      .here
    }
  }
}

/// One start of an effect; the events that come of it carry the ticket.
///
/// An answer counts only while its ticket is the newest of its effect, and its key is in use.
public struct Ticket: Hashable, Sendable {
  let effect: Effect
  let serial: Int
}
