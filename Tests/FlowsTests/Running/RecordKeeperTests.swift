import FoundationEssentials
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import TelnyxAPI

/// Several runs over one disk.
@Suite struct RecordKeeperTests {
  private let disk = MemoryStorage.Disk()

  /// The drafts and receipts of one more run of the program.
  private func run(failing failure: StorageFailure? = nil) -> RecordKeeper {
    RecordKeeper(context: .test(files: MemoryStorage(disk: disk, failing: failure)))
  }

  private func progress(_ name: String, to url: BaseURL = .telnyx) -> DraftProgress {
    var app = App(destination: Destination(baseURL: url, isDemo: false), hasKey: true)
    app.take(.form(.answerEdited(.name, name)))
    return app.progress
  }

  private func names(_ found: FoundDrafts) -> [String] {
    found.offered.map { $0.progress.draft[.name] }
  }

  @Test func `a draft that a running program has open is counted, and offered when it has ended`() {
    do {
      let first = run()
      _ = first.saveDraft(progress("one"), withholding: Secret(""))
      let second = run().findDrafts(for: .telnyx)
      #expect(names(second) == [])
      #expect(second.inUse == 1)
      first.releaseDrafts(disk.files.keys.map { String($0.dropFirst(7).dropLast(5)) })
    }
    #expect(names(run().findDrafts(for: .telnyx)) == ["one"])
  }

  @Test func `the drafts of several runs are kept apart`() {
    _ = run().saveDraft(progress("one"), withholding: Secret(""))
    _ = run().saveDraft(progress("two"), withholding: Secret(""))
    #expect(disk.files.count == 2)
  }

  @Test func `one run writes one draft`() {
    let run = run()
    _ = run.saveDraft(progress("one"), withholding: Secret(""))
    _ = run.saveDraft(progress("two"), withholding: Secret(""))
    #expect(disk.files.count == 1)
    #expect(disk.files.values.first?.contains("two") == true)
    #expect(run.removeDraft() == .draftRemoved)
    #expect(disk.files == [:])
    #expect(run.removeDraft() == nil)
  }

  @Test func `a draft that was adopted is gone on with`() throws {
    let id = "0123456789ab"
    let saved = SavedDraft(id: id, savedAt: .sent, progress: progress("one"))
    disk.put(String(decoding: saved.data(withholding: Secret("")), as: UTF8.self), at: path(id))
    let run = run()
    let found = try #require(run.findDrafts(for: .telnyx).offered.first)
    #expect(found == saved)
    run.adoptDraft(found.id)
    let message = run.saveDraft(progress("two"), withholding: Secret(""))
    #expect(message == .draftSaved(path: path(id), at: .answered))
    #expect(disk.files.count == 1)
  }

  @Test func `a draft for another destination is left alone`() throws {
    let other = try BaseURL(parsing: "http://127.0.0.1:8080/v2")
    let saved = SavedDraft(id: "a", savedAt: .sent, progress: progress("one", to: other))
    disk.put(String(decoding: saved.data(withholding: Secret("")), as: UTF8.self), at: path("a"))
    #expect(run().findDrafts(for: .telnyx) == FoundDrafts())
    #expect(names(run().findDrafts(for: other)) == ["one"], "and was given free")
  }

  @Test func `what can't be used is set aside and kept`() {
    disk.put("{", at: path("a"))
    disk.put(#"{"format":"vxc draft","version":9}"#, at: path("b"))
    let found = run().findDrafts(for: .telnyx)
    #expect(
      found.setAside == [
        .init(path: path("a") + ".damaged", isNewer: false),
        .init(path: path("b") + ".newer", isNewer: true),
      ])
    #expect(disk.files[path("a") + ".damaged"] == "{")
    #expect(run().findDrafts(for: .telnyx) == FoundDrafts(), "and not looked at again")
  }

  @Test func `a disk that takes nothing is told`() {
    let full = StorageFailure.system(path: "drafts", reason: "the disk is full")
    let run = run(failing: full)
    #expect(run.saveDraft(progress("one"), withholding: Secret("")) == .draftNotSaved(full))
    #expect(run.removeDraft() == .draftNotRemoved(full))
  }

  @Test func `a receipt never takes another's place`() throws {
    let ids = ["0ccc7b54-1", "0ccc7b54-2"]
    let run = run()
    for id in ids + ids {
      let connect = try #require(VirtualCrossConnect.sample(.aws, ["id": .string(id)]))
      let message = run.saveReceipt(
        Receipt(
          of: connect, withholding: [], answeredAt: .answered, writtenAt: .answered,
          destination: ""))
      let name = id == ids[0] ? "0ccc7b54" : id
      #expect(message == .receiptSaved(path: "receipts/\(name).json", at: .answered))
    }
    #expect(disk.files.count == 2)
  }

  @Test(arguments: [Draft.fullSample(.aws), .fullSample(.azure), .fullSample(.googleCloud)])
  func `saved answers have masks in the place of keys`(draft: Draft) throws {
    let request = try draft.makeRequest()
    _ = run().saveRequest(request, withholding: Secret(""))
    let text = try #require(disk.files.values.first)
    for secret in draft.confidentialAnswers where !secret.isEmpty {
      #expect(!text.contains(secret.revealed))
    }
    let json = try JSONValue(parsing: Data(text.utf8))
    #expect(Set(json.members.keys) == Set(request.members.map(\.key)))
    let read = Draft.answers(inRequest: json)
    #expect(read.draft.field(.wantsSecondary) == nil || read.draft.wantsSecondary)
    #expect(read.masked.count == draft.confidentialAnswers.count { !$0.isEmpty })
  }

  private func path(_ id: String) -> String { "drafts/\(id).json" }
}
