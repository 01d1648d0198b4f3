public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// Drafts and receipts: those of earlier runs, those that are offered, and those that are saved.
public struct Records: Hashable, Sendable {
  /// What can happen to them.
  public enum Event: Hashable, Sendable {
    /// The person pressed the first key; from then on no draft takes the place of the form.
    case began
    case draftsFound(FoundDrafts)
    /// Earlier runs have left orders that have to be accepted at their cloud.
    case waitingFound([WaitingOrder])
    case waitingChecked(id: String, Result<VirtualCrossConnect, APIFailure>)
    /// From now on, another account's key may be in use.
    case accountChanged
    case clockTicked(Date)
    case resumePressed
    case discardFoundPressed
    case leaveFoundPressed
    /// The answers may have changed.
    case progressed(DraftProgress)
    /// The order was created; its answer is kept without these secrets.
    case created(Connection, withholding: [Secret])
    case draftSaved(path: String, at: Date)
    case draftNotSaved(StorageFailure)
    case draftRemoved
    case draftNotRemoved(StorageFailure)
    case receiptSaved(path: String, at: Date)
    case receiptNotSaved(StorageFailure)
    /// The answers of the last order, as far as its receipt has them.
    case remembered(Draft)
    case requestSaved(path: String)
    case requestNotSaved(StorageFailure)
    /// From now on, everything is a demo's.
    case demoStarted
  }

  /// Whether drafts and receipts are written; those of a demo are not.
  public private(set) var keepsFiles: Bool
  /// The drafts of earlier runs that are offered, newest first; the first is offered now.
  public private(set) var offered: [SavedDraft] = []
  /// What was found of earlier runs.
  public private(set) var found = FoundDrafts()
  /// Where the draft was written, or why not.
  public private(set) var draftFile = KeptFile.notYet
  /// Where the receipt was written, or why not.
  public private(set) var receiptFile = KeptFile.notYet
  /// Whether the person has pressed a key.
  public private(set) var hasBegun = false
  /// The orders of earlier runs that have to be accepted, as far as is known; the most urgent
  /// first.
  public var waiting: [WaitingOrder] { foundWaiting.filter { !settled.contains($0.connect.id) } }
  private var foundWaiting: [WaitingOrder] = []
  /// The identifiers of those that were accepted or are gone, by the API's answer.
  private var settled: Set<String> = []
  private var savedProgress: DraftProgress?

  /// Whether the form begins with the answers of the last order.
  private let remembers: Bool
  /// Whether only drafts of orders that were sent are offered: others are for the form.
  private let offersOrdersOnly: Bool

  /// No records yet.
  init(keepsFiles: Bool, remembers: Bool = true, offersOrdersOnly: Bool = false) {
    self.keepsFiles = keepsFiles
    self.offersOrdersOnly = offersOrdersOnly
    self.remembers = remembers
  }

  /// Handles an event, and returns what comes of it.
  mutating func update(_ event: Event) -> Reaction {
    switch event {
    case .began:
      hasBegun = true
    case .draftsFound(let found):
      return draftsFound(found)
    case .waitingFound(let orders):
      foundWaiting = keepsFiles ? orders : []
      return .happened(.waitingChanged)
    case .waitingChecked(let id, let result):
      return checked(id, result)
    case .accountChanged:
      settled = []
    case .clockTicked(let now):
      guard foundWaiting.contains(where: { $0.deadline <= now }) else { break }
      foundWaiting.removeAll { $0.deadline <= now }
      return .happened(.waitingChanged)
    case .resumePressed:
      return resume()
    case .discardFoundPressed:
      return passOver { .discardDraft(id: $0) }
    case .leaveFoundPressed:
      return passOver { .releaseDrafts(ids: [$0]) }
    case .progressed(let progress):
      return save(progress)
    case .created(let connection, withholding: let secrets):
      guard keepsFiles else { break }
      savedProgress = nil
      return [.saveReceipt(connection, withholding: secrets)]
    case .draftSaved(let path, at: let date):
      return filedDraft(.written(path: path, at: date))
    case .draftNotSaved(let failure):
      savedProgress = nil
      return filedDraft(.failed(failure))
    case .draftRemoved:
      return filedDraft(.notYet)
    case .draftNotRemoved(let failure):
      return .happened(.noticed(.draftNotRemoved(failure)))
    case .receiptSaved(let path, at: let date):
      return filedReceipt(.written(path: path, at: date))
    case .receiptNotSaved(let failure):
      return filedReceipt(.failed(failure))
    case .remembered(let draft):
      guard remembers, keepsFiles, !hasBegun, offered.isEmpty else { break }
      return .happened(.remembered(draft))
    case .requestSaved(let path):
      return .happened(.noticed(.requestSaved(path: path)))
    case .requestNotSaved(let failure):
      return .happened(.noticed(.requestNotSaved(failure)))
    case .demoStarted:
      keepsFiles = false
      foundWaiting = []
    }
    return []
  }

  private mutating func draftsFound(_ found: FoundDrafts) -> Reaction {
    self.found = found
    let filed = found.failure.map { filedDraft(.failed($0)) } ?? []
    guard !hasBegun, keepsFiles else {
      let release: [Effect] =
        found.offered.isEmpty ? [] : [.releaseDrafts(ids: found.offered.map(\.id))]
      return Self.noticed(Self.notice(ofNotOffered: found.offered) ?? found.notice) + filed
        + Reaction(release)
    }
    offered = found.offered.filter { !offersOrdersOnly || $0.progress.mayBeOrdered }
    let others = found.offered.filter { !offered.contains($0) }.map(\.id)
    let release: [Effect] = others.isEmpty ? [] : [.releaseDrafts(ids: others)]
    return Self.noticed(found.notice) + filed + Reaction(release)
  }

  private static func noticed(_ notice: Notice?) -> Reaction {
    notice.map { .happened(.noticed($0)) } ?? []
  }

  private mutating func filedDraft(_ file: KeptFile) -> Reaction {
    guard draftFile != file else { return [] }
    draftFile = file
    return .happened(.draftFiled(file))
  }

  private mutating func filedReceipt(_ file: KeptFile) -> Reaction {
    guard receiptFile != file else { return [] }
    receiptFile = file
    return .happened(.receiptFiled(file))
  }

  private static func notice(ofNotOffered drafts: [SavedDraft]) -> Notice? {
    if let sent = drafts.compactMap(\.progress.orderedAt).max() {
      return .orderNotOffered(sentAt: sent)
    }
    return drafts.first.map { .draftNotOffered(savedAt: $0.savedAt) }
  }

  /// Drops an order that was accepted or is gone; after a failure nothing new is known.
  private mutating func checked(
    _ id: String, _ result: Result<VirtualCrossConnect, APIFailure>
  ) -> Reaction {
    switch result {
    case .success(let connect) where connect.isJustCreated:
      // The answer has what no receipt keeps, so it is what the person opens.
      for place in foundWaiting.indices where foundWaiting[place].connect.id == id {
        foundWaiting[place].connect = connect
      }
      return []
    case .success, .failure(.refused(status: 404, _)):
      settled.insert(id)
      return .happened(.waitingChanged)
    case .failure: return []
    }
  }

  private mutating func resume() -> Reaction {
    guard let draft = offered.first else { return [] }
    let others = offered.dropFirst().map(\.id)
    offered = []
    hasBegun = true
    savedProgress = draft.progress
    draftFile = .notYet
    let release: [Effect] = others.isEmpty ? [] : [.releaseDrafts(ids: others)]
    return Reaction([.adoptDraft(id: draft.id)] + release, [.draftResumed(draft)])
  }

  private mutating func passOver(_ effect: (String) -> Effect) -> Reaction {
    guard !offered.isEmpty else { return [] }
    return [effect(offered.removeFirst().id)]
  }

  /// Writes a draft if it has changed, and has anything that the person would miss.
  private mutating func save(_ progress: DraftProgress) -> Reaction {
    guard keepsFiles, progress != savedProgress,
      progress.isWorthKeeping || savedProgress != nil
    else { return [] }
    savedProgress = progress
    return [.saveDraft(progress)]
  }
}

extension FoundDrafts {
  /// The most important reason why something is not offered.
  fileprivate var notice: Notice? {
    if let failure { return .draftsNotKept(failure) }
    if let unreadable { return .draftUnreadable(unreadable) }
    if let file = setAside.first { return .setAside(file) }
    return inUse > 0 ? .inUse(inUse) : nil
  }
}
