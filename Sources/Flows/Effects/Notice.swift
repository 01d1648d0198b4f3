public import CrossConnect
public import FoundationEssentials

/// Something to say about drafts and saved answers on this page, as a case.
public enum Notice: Hashable, Sendable {
  /// A draft of this time was resumed; the answers of these fields are in no draft.
  case resumed(savedAt: Date, toRepeat: [FieldID], madeAnew: [FieldID])
  /// The order sent at this time has an unknown outcome; this run doesn't look for it.
  case orderNotOffered(sentAt: Date)
  /// The draft of this time stays for the next start.
  case draftNotOffered(savedAt: Date)
  /// The form begins with answers of the last order.
  case remembered
  case draftNotRemoved(StorageFailure)
  /// The answers are in this file, without anything confidential.
  case requestSaved(path: String)
  case requestNotSaved(StorageFailure)
  case demoSavesNothing
  case draftsNotKept(StorageFailure)
  case draftUnreadable(StorageFailure)
  /// A draft's file was renamed, since it can't be used.
  case setAside(FoundDrafts.SetAside)
  /// Other running programs have this many drafts open.
  case inUse(Int)
}
