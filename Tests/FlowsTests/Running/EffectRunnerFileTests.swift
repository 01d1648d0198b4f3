import FoundationEssentials
import Synchronization
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import TelnyxAPI

/// The order in which files are written and requests sent.
@Suite struct EffectRunnerFileTests {
  /// A disk that takes its time, and says when it has written.
  private final class SlowStorage: FileStorage {
    let written = Mutex(false)

    func write(
      _ data: Data, to name: String, in folder: StorageFolder
    ) throws(StorageFailure) {
      Thread.pause()
      written.withLock { $0 = true }
    }
    func names(in folder: StorageFolder) throws(StorageFailure) -> [String] { [] }
    func read(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Data? { nil }
    func remove(_ name: String, in folder: StorageFolder) throws(StorageFailure) {}
    func setAside(
      _ name: String, as suffix: String, in folder: StorageFolder
    ) throws(StorageFailure) -> String { name }
    func claim(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool { true }
    func reserve(_ name: String, in folder: StorageFolder) throws(StorageFailure) -> Bool { true }
    func release(_ name: String, in folder: StorageFolder) {}
    func path(of name: String, in folder: StorageFolder) -> String { name }
  }

  @Test func `a draft is on the disk before the order is sent`() async throws {
    let storage = SlowStorage()
    let app = App.sample(.aws)
    let request = try app.form.draft.makeRequest()
    let runner = EffectRunner(
      context: .test(files: storage), baseURL: .telnyx, key: Secret("k"))
    let wasWritten = await withCheckedContinuation { continuation in
      for effect in [Effect.saveDraft(app.progress), .send(request)] {
        runner.start(effect) { message in
          guard case .submission(.orderSent) = message else { return }
          continuation.resume(returning: storage.written.withLock { $0 })
        }
      }
    }
    #expect(wasWritten)
  }

  @Test func `an order whose draft can't be written is not sent`() async throws {
    let failure = StorageFailure.system(path: "~/x", reason: "No space left on device")
    let app = App.sample(.aws)
    let request = try app.form.draft.makeRequest()
    // Its transport would fail an order that is sent.
    let runner = EffectRunner(
      context: .test(files: MemoryStorage(failing: failure)), baseURL: .telnyx, key: Secret("k"))
    let posted = Mutex<[App.Event]>([])
    for effect in [Effect.saveDraft(app.progress, isNeeded: true), .send(request)] {
      await runner.run(effect) { event in posted.withLock { $0.append(event) } }
    }
    let detail = "its draft could not be saved, \(failure.reason)"
    #expect(
      posted.withLock { $0 } == [
        .records(.draftNotSaved(failure)),
        .submission(
          .orderAnswered(.failure(.notSent(.unusable(detail: detail))), at: .answered)),
      ])
  }

  @Test func `files are written in order, and waited for at the end`() async {
    let disk = MemoryStorage.Disk()
    let runner = EffectRunner(
      context: .test(files: MemoryStorage(disk: disk)), baseURL: .telnyx, key: nil)
    var app = App.opened()
    for count in 1...200 {
      app.take(.form(.answerEdited(.name, "name \(count)")))
      runner.start(.saveDraft(app.progress)) { _ in }
    }
    await runner.finishFiles(within: .seconds(60))
    #expect(disk.files.count == 1)
    #expect(disk.files.values.first?.contains("name 200") == true)
  }

  @Test func `a disk that hangs is not waited for`() async {
    let work = SerialWork()
    let (stream, continuation) = AsyncStream<Void>.makeStream()
    work.add { for await _ in stream {} }
    await work.finish {}
    continuation.finish()
    await work.pending?.value
  }
}

/// A wait that nothing can cancel.
private enum Thread {
  static func pause() {
    let end = ContinuousClock.now + .milliseconds(50)
    while ContinuousClock.now < end {}
  }
}

extension EffectRunnerFileTests {
  @Test func `the draft of an order goes only once its receipt is there`() async throws {
    var app = App.sample(.aws)
    app.take(.form(.submitPressed), .noted, .submission(.orderSent(at: .sent)))
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let receipt = Effect.saveReceipt(Connection(connect, orderedAt: .answered), withholding: [])
    for isFull in [true, false] {
      let disk = MemoryStorage.Disk()
      let runner = EffectRunner(
        context: .test(
          files: MemoryStorage(disk: disk, failing: isFull ? .noHome : nil, in: [.receipts])),
        baseURL: .telnyx, key: nil)
      await runner.run(.saveDraft(app.progress)) { _ in }
      await runner.run(receipt) { _ in }
      #expect(disk.files.keys.contains { $0.hasPrefix("drafts") } == isFull)
      #expect(disk.files.keys.contains { $0.hasPrefix("receipts") } != isFull)
    }
  }

  @Test func `a receipt tells a later run what was ordered, when, and what was ticked`()
    async throws
  {
    let disk = MemoryStorage.Disk()
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let request = try Draft.sample(.aws).makeRequest()
    let context = Context.test(files: MemoryStorage(disk: disk))
    let first = EffectRunner(context: context, baseURL: .telnyx, key: nil)
    let ordered = Connection(connect, orderedAt: .answered, request: request)
    await first.run(.saveReceipt(ordered, withholding: [])) { _ in }
    await first.run(.keepTicks([.accepted], id: connect.id)) { _ in }
    await first.run(.keepTicks([.accepted], id: "another")) { _ in }
    #expect(disk.files.count == 1)

    let events = Mutex<[App.Event]>([])
    let second = EffectRunner(context: context, baseURL: .telnyx, key: nil)
    for id in [connect.id, "another"] {
      await second.run(.recall(id: id)) { event in events.withLock { $0.append(event) } }
    }
    let found = events.withLock { $0 }
    guard found.count == 1, case .connection(.recalled(let receipt)) = found[0] else {
      Issue.record("\(found)")
      return
    }
    var opened = Connection(connect, orderedAt: nil)
    _ = opened.update(.recalled(receipt))
    #expect(opened.orderedAt == .answered && opened.ticked == [.accepted])
    #expect(opened.request?["region_code"] == request["region_code"])
    let elsewhere = EffectRunner(context: context, baseURL: .loopback, key: nil)
    await elsewhere.run(.recall(id: connect.id)) { Issue.record("\($0)") }
  }
}
