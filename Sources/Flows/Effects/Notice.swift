public import CrossConnect
public import FoundationEssentials

/// Something about drafts that is told on this page, as a case.
public enum Notice: Hashable, Sendable {
  /// A draft of this time was resumed; these fields' answers are in no draft.
  case resumed(savedAt: Date, toRepeat: [FieldID])
  /// An order sent at this time has no known outcome, and is not looked for now.
  case orderNotOffered(sentAt: Date)
  /// A draft of this time is kept for the next start.
  case draftNotOffered(savedAt: Date)
  /// The form begins with answers of the last order.
  case remembered
  case draftNotRemoved(StorageFailure)
  /// The answers are in this file, without what is confidential.
  case requestSaved(path: String)
  case requestNotSaved(StorageFailure)
  case demoSavesNothing
  case draftsNotKept(StorageFailure)
  case draftUnreadable(StorageFailure)
  /// A draft's file was put aside.
  case setAside(FoundDrafts.SetAside)
  /// Other runs of the program have this many drafts open.
  case inUse(Int)
}
