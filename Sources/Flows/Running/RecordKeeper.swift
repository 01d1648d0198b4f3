internal import CrossConnect
internal import FoundationEssentials
internal import Synchronization
internal import TelnyxAPI

/// Reads and writes the drafts and receipts of one run.
final class RecordKeeper: Sendable {
  private let storage: any FileStorage
  private let context: Context
  /// The draft of this run, once there is one.
  private let draftID = Mutex<String?>(nil)

  init(context: Context) {
    self.context = context
    storage = context.files
  }

  /// Looks for drafts, and claims those that can be offered.
  func findDrafts(for destination: BaseURL) -> FoundDrafts {
    var found = FoundDrafts()
    do throws(StorageFailure) {
      let names = try storage.names(in: .drafts).filter { $0.hasSuffix(Self.ending) }
      for name in names { look(at: name, for: destination, in: &found) }
    } catch {
      found.failure = error
    }
    found.offered.sort { $0.savedAt > $1.savedAt }
    return found
  }

  /// Looks for orders that have to be accepted, the most urgent first, and for the identifiers of
  /// those that were, by the person's own tick.
  func findWaiting(
    for destination: BaseURL
  ) -> (waiting: [WaitingOrder], accepted: Set<String>) {
    let now = context.now()
    let receipts = Receipt.all(in: storage, for: destination)
    let waiting = receipts.compactMap { receipt -> WaitingOrder? in
      guard let deadline = receipt.acceptBefore, deadline > now,
        let connect = VirtualCrossConnect(.object(receipt.members))
      else { return nil }
      return WaitingOrder(connect, orderedAt: receipt.answeredAt, deadline: deadline)
    }
    let accepted = receipts.filter { $0.ticked.contains(.accepted) }.map(\.connectID)
    return (waiting.sorted { $0.deadline < $1.deadline }, Set(accepted))
  }

  /// The answers of the last order, as far as its receipt has them.
  func findLastOrder(for destination: BaseURL) -> Draft? {
    Receipt.all(in: storage, for: destination).max { $0.answeredAt < $1.answeredAt }
      .flatMap { VirtualCrossConnect(.object($0.members)) }
      .map { Draft(resembling: $0) }
  }

  /// The receipt of a cross connect, if one was kept.
  func receipt(of id: String, for destination: BaseURL) -> Receipt? {
    for name in Receipt.names(for: id) {
      guard let data = (try? storage.read(name, in: .receipts)) ?? nil,
        let receipt = try? Receipt(data), receipt.connectID == id,
        receipt.destination == destination.description
      else { continue }
      return receipt
    }
    return nil
  }

  /// Keeps what the person has ticked in a receipt; a failure costs only the ticks.
  func keep(_ ticked: Set<LifeStep.Goal>, inReceiptOf id: String, for destination: BaseURL) {
    guard let receipt = receipt(of: id, for: destination)?.with(ticked: ticked),
      let name = try? name(for: receipt)
    else { return }
    try? storage.write(receipt.data, to: name, in: .receipts)
  }

  /// Looks at one file; its failure doesn't keep the others from being offered.
  private func look(at name: String, for destination: BaseURL, in found: inout FoundDrafts) {
    do throws(StorageFailure) {
      try examine(name, for: destination, in: &found)
    } catch {
      storage.release(name, in: .drafts)
      found.unreadable = error
    }
  }

  private func examine(
    _ name: String, for destination: BaseURL, in found: inout FoundDrafts
  ) throws(StorageFailure) {
    guard try storage.claim(name, in: .drafts) else {
      found.inUse += 1
      return
    }
    guard let data = try storage.read(name, in: .drafts) else {
      return storage.release(name, in: .drafts)
    }
    do throws(StoredJSON.Unusable) {
      let draft = try SavedDraft(data, id: String(name.dropLast(Self.ending.count)))
      if draft.progress.destination == destination.description {
        found.offered.append(draft)
      } else {
        storage.release(name, in: .drafts)
      }
    } catch {
      let isNewer = error != .damaged
      let aside = try storage.setAside(name, as: isNewer ? "newer" : "damaged", in: .drafts)
      found.setAside.append(
        .init(path: storage.path(of: aside, in: .drafts), isNewer: isNewer))
    }
  }

  /// Makes a draft that was found this run's own.
  func adoptDraft(_ id: String) {
    draftID.withLock { $0 = id }
  }

  /// Releases drafts that were found, for other runs.
  func releaseDrafts(_ ids: [String]) {
    for id in ids { storage.release(id + Self.ending, in: .drafts) }
  }

  /// Writes this run's draft.
  func saveDraft(_ progress: DraftProgress, withholding key: Secret) -> Records.Event {
    let id = draftID.withLock { id in
      let own = id ?? newID()
      id = own
      return own
    }
    let draft = SavedDraft(id: id, savedAt: context.now(), progress: progress)
    let name = id + Self.ending
    do throws(StorageFailure) {
      try storage.write(draft.data(withholding: key), to: name, in: .drafts)
      return .draftSaved(path: storage.path(of: name, in: .drafts), at: draft.savedAt)
    } catch {
      return .draftNotSaved(error)
    }
  }

  /// Removes a draft that was found.
  ///
  /// - Returns: The event if it failed.
  func discardDraft(_ id: String) -> Records.Event? {
    do throws(StorageFailure) {
      try storage.remove(id + Self.ending, in: .drafts)
      return nil
    } catch {
      return .draftNotRemoved(error)
    }
  }

  /// Removes this run's draft, if one was written.
  func removeDraft() -> Records.Event? {
    let own = draftID.withLock { own in
      defer { own = nil }
      return own
    }
    return own.map { discardDraft($0) ?? .draftRemoved }
  }

  /// Writes a receipt, under a name that no other cross connect's receipt has.
  func saveReceipt(_ receipt: Receipt) -> Records.Event {
    do throws(StorageFailure) {
      let name = try name(for: receipt)
      try storage.write(receipt.data, to: name, in: .receipts)
      return .receiptSaved(path: storage.path(of: name, in: .receipts), at: context.now())
    } catch {
      return .receiptNotSaved(error)
    }
  }

  /// Writes the files with keys for a cross connect's cloud.
  ///
  /// - Returns: The paths of the files.
  func writeKeyFiles(_ connect: VirtualCrossConnect) -> Result<[String], StorageFailure> {
    do throws(StorageFailure) {
      var paths: [String] = []
      for file in connect.cloudKeyFiles {
        try storage.write(Data(file.text.revealed.utf8), to: file.name, in: .keys)
        paths.append(storage.path(of: file.name, in: .keys))
      }
      return .success(paths)
    } catch {
      return .failure(error)
    }
  }

  /// Keeps the names in the coverage, if they have changed; a failure costs only completion.
  func keepSeen(_ coverage: Coverage) {
    let seen = SeenCoverage(coverage)
    guard seen != SeenCoverage(in: storage) else { return }
    try? storage.write(seen.data, to: SeenCoverage.fileName, in: .seen)
  }

  /// Writes a request for `vxc create --from`, named after its cross connect; masks stand for what is
  /// confidential, so that its circuits stay asked for.
  func saveRequest(_ request: CreateVXCRequest, withholding key: Secret) -> Records.Event {
    let kept = request.maskingConfidentialMembers(SecretFilter(request.secrets + [key]))
    let letters = (request["name"]?.text ?? "").utf8.map {
      ASCII.isLetterOrDigit($0) ? $0 : UInt8(ascii: "-")
    }
    let words = String(decoding: letters.prefix(40), as: UTF8.self)
    let name = (words.contains { $0 != "-" } ? words : "order") + Self.ending
    do throws(StorageFailure) {
      let text = kept.text(showingSecrets: false) + "\n"
      try storage.write(Data(text.utf8), to: name, in: .requests)
      return .requestSaved(path: storage.path(of: name, in: .requests))
    } catch {
      return .requestNotSaved(error)
    }
  }

  private func name(for receipt: Receipt) throws(StorageFailure) -> String {
    let names = Receipt.names(for: receipt.connectID)
    for name in names {
      guard let data = try storage.read(name, in: .receipts) else { return name }
      if let other = try? Receipt(data), other.connectID == receipt.connectID { return name }
    }
    let last = names[names.count - 1]
    _ = try storage.setAside(last, as: "other", in: .receipts)
    return last
  }

  private func newID() -> String {
    let digits = String(context.randomBits() >> 16, radix: 16)
    return String(repeating: "0", count: 12 - digits.count) + digits
  }

  /// What the names of all files of ours end with.
  static let ending = ".json"
}
