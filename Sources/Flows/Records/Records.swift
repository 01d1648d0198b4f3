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
    /// Earlier runs have left orders that have to be accepted at their cloud; of others their
    /// receipts say that they were accepted.
    case waitingFound([WaitingOrder], accepted: Set<String> = [])
    /// Ask the API what has to be accepted, unless somebody has asked with this key already.
    case waitingNeeded
    case waitingListed(Result<[WaitingOrder], APIFailure>)
    /// What the cross connect's page knows of it.
    case waitingSeen(id: String, isWaiting: Bool)
    /// From now on, another account's key may be in use.
    case accountChanged
    case clockTicked(Date)
    case resumePressed
    case discardFoundPressed
    case leaveFoundPressed
    /// The answers may have changed; an order may be sent only if its draft is written.
    case progressed(DraftProgress, isNeeded: Bool = false)
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
    /// Another order begins, with a draft and a receipt of its own; the one before may have to be
    /// accepted.
    case anotherBegan(after: WaitingOrder?)
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
  /// The cross connects that have to be accepted, as far as is known; the most urgent first.
  ///
  /// The receipts of earlier runs tell of them at once, the API's list when it comes.
  public var waiting: [WaitingOrder] {
    (listed ?? unaccepted).filter { !settled.contains($0.connect.id) }
  }
  /// Those of the receipts.
  private var unaccepted: [WaitingOrder] = []
  /// Those of the API's list, once it is here.
  private var listed: [WaitingOrder]?
  /// Whether the account itself has told of them.
  var isWaitingListed: Bool { listed != nil }
  /// The identifiers of those that were accepted or are gone, by their receipts or pages.
  private var settled: Set<String> = []
  private var isWaitingAsked = false
  @OnHeap private var savedProgress: DraftProgress?

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
    case .waitingFound(let orders, accepted: let accepted):
      guard keepsFiles else { break }
      unaccepted = orders
      settled.formUnion(accepted)
      return orders.isEmpty ? [] : .happened(.waitingChanged)
    case .waitingNeeded where !isWaitingAsked:
      isWaitingAsked = true
      return [.listWaiting]
    case .waitingListed(.success(let orders)):
      return changeWaiting { $0.list(orders) }
    case .waitingSeen(let id, let isWaiting):
      return changeWaiting { records in
        if isWaiting { records.settled.remove(id) } else { records.settled.insert(id) }
      }
    case .waitingNeeded, .waitingListed(.failure):
      // After a failure nothing new is known.
      break
    case .accountChanged:
      isWaitingAsked = false
      listed = nil
    case .clockTicked(let now):
      return changeWaiting { records in
        records.unaccepted.removeAll { $0.deadline <= now }
        records.listed?.removeAll { $0.deadline <= now }
      }
    case .resumePressed:
      return resume()
    case .discardFoundPressed:
      return passOver { .discardDraft(id: $0) }
    case .leaveFoundPressed:
      return passOver { .releaseDrafts(ids: [$0]) }
    case .progressed(let progress, isNeeded: let isNeeded):
      // Where no draft can be saved the person was asked, and wants the order all the same.
      return save(progress, isNeeded: isNeeded && !draftFile.isFailure)
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
    case .anotherBegan(after: let before):
      receiptFile = .notYet
      guard let before else { break }
      isWaitingAsked = false
      return changeWaiting { records in
        records.unaccepted.removeAll { $0.connect.id == before.connect.id }
        records.unaccepted.append(before)
        // Until the API's list is here anew.
        guard let listed = records.listed else { return }
        records.list(listed.filter { $0.connect.id != before.connect.id } + [before])
      }
    case .demoStarted:
      keepsFiles = false
      unaccepted = []
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

  /// Changes what is known of waiting orders, and tells if others wait then.
  private mutating func changeWaiting(_ change: (inout Records) -> Void) -> Reaction {
    let before = waiting.map(\.connect.id)
    change(&self)
    return waiting.map(\.connect.id) == before ? [] : .happened(.waitingChanged)
  }

  /// Takes the API's list: what is not in it waits no longer.
  private mutating func list(_ orders: [WaitingOrder]) {
    let receipts = Dictionary(unaccepted.map { ($0.connect.id, $0) }) { first, _ in first }
    listed = orders.map { order in
      guard let receipt = receipts[order.connect.id] else { return order }
      // The hour counts from our own answer; the list has the keys, which no receipt keeps.
      return WaitingOrder(
        order.connect, orderedAt: receipt.orderedAt, deadline: receipt.deadline)
    }.sorted { $0.deadline < $1.deadline }
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
  private mutating func save(_ progress: DraftProgress, isNeeded: Bool) -> Reaction {
    guard keepsFiles, progress != savedProgress,
      progress.isWorthKeeping || savedProgress != nil
    else { return [] }
    savedProgress = progress
    return [.saveDraft(progress, isNeeded: isNeeded)]
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
