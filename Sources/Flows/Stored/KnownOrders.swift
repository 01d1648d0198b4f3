package import CrossConnect
internal import FoundationEssentials
package import TelnyxAPI

/// The orders that the files of this machine tell of, whoever has them open: reading holds none.
package struct KnownOrders: Sendable {
  /// The drafts of orders whose outcome is not known, newest first.
  package private(set) var open: [SavedDraft] = []
  /// The paths of drafts that can't be read, also those set aside: each may be the only record of an order.
  package private(set) var unreadable: [String] = []
  private var created: [Receipt] = []

  /// No orders.
  package init() {}

  /// Reads what there is of orders at one destination.
  ///
  /// - Parameters:
  ///   - files: The files of this machine.
  ///   - destination: Where the orders were sent.
  /// - Throws: `StorageFailure` if it can't be known which drafts there are.
  package init(in files: any FileStorage, for destination: BaseURL) throws(StorageFailure) {
    for name in try files.names(in: .drafts) {
      // Being set aside makes a draft no more readable.
      guard !name.contains(RecordKeeper.ending + ".") else {
        unreadable.append(files.path(of: name, in: .drafts))
        continue
      }
      guard name.hasSuffix(RecordKeeper.ending) else { continue }
      do {
        guard let data = try files.read(name, in: .drafts) else { continue }
        let draft = try SavedDraft(data, id: String(name.dropLast(RecordKeeper.ending.count)))
        guard draft.progress.mayBeOrdered,
          draft.progress.destination == destination.description
        else { continue }
        open.append(draft)
      } catch {
        unreadable.append(files.path(of: name, in: .drafts))
      }
    }
    open.sort { $0.savedAt > $1.savedAt }
    created = Receipt.all(in: files, for: destination)
  }

  /// The cross connect that somebody has ordered since an earlier look, with the same order.
  ///
  /// - Parameters:
  ///   - request: The order.
  ///   - earlier: The earlier look.
  /// - Returns: Its identifier; `nil` if there is none.
  package func created(by request: CreateVXCRequest, since earlier: KnownOrders) -> String? {
    let before = Set(earlier.created.map(\.connectID))
    return created.first {
      !before.contains($0.connectID) && $0.order?.ordersTheSame(as: request) == true
    }?.connectID
  }
}

extension SavedDraft {
  /// Whether one of its orders is for the same as a request.
  package func ordersTheSame(as request: CreateVXCRequest) -> Bool {
    progress.attempts.contains { $0.request.ordersTheSame(as: request) }
  }
}
