import Commands
import CrossConnect
import Flows
import FoundationEssentials
import Synchronization
import TelnyxAPI
import TestSupport
import Testing

/// What other runs have ordered, or are ordering, when a command comes to its own order.
@Suite struct OtherOrderTests {
  private static let path = CreateTests.path
  private let disk = MemoryStorage.Disk()

  /// A run of the program of its own, over the same disk.
  private func stage(
    answers: [String] = [], connects: [JSONValue] = [], order: ScriptedTransport.Answer? = nil,
    _ meanwhile: @escaping @Sendable (HTTPRequest) -> Void = { _ in }
  ) -> Stage {
    Stage(answers: answers, canAsk: !answers.isEmpty, files: MemoryStorage(disk: disk)) {
      request, _ in
      meanwhile(request)
      return CreateTests.answer(request, connects: connects, order: order)
    }
  }

  /// Leaves an order of unknown outcome, whose draft the run that sent it has open.
  private func loseAnOrder(_ draft: Draft = .sample(.aws)) async {
    let lost = stage(order: .failure(.outcomeUnknown(.timedOut(seconds: 30))))
    #expect(await lost.run.create(OrderOptions(for: draft)) == 6)
  }

  private var drafts: [String] {
    disk.files.keys.filter { $0.hasPrefix("drafts/") && $0.hasSuffix(".json") }
  }

  @Test(arguments: [Draft.sample(.aws), .sample(.azure), .sample(.googleCloud)])
  func `an order that another program has open is not ordered again`(draft: Draft) async {
    await loseAnOrder(draft)
    let again = stage()
    #expect(await again.run.create(OrderOptions(for: draft)) == 2, "\(again.streams.words)")
    #expect(again.transport.changes.isEmpty)
    let first = again.streams.words.first ?? ""
    #expect(first.hasPrefix("vxc: The outcome of an earlier order is not known: "), "\(first)")
    #expect(first.hasSuffix(" Another vxc has it open."))
    #expect(again.streams.words.contains("  Nothing was ordered."))
    #expect(drafts.count == 1)

    var asking = OrderOptions(for: draft)
    asking.isConfirmed = false
    let asked = stage(answers: ["create"])
    #expect(await asked.run.create(asking) == 0, "a person may")
    #expect(asked.streams.words.first?.hasSuffix(" Another vxc has it open.") == true)
  }

  @Test func `another order is ordered, whatever other programs have open`() async {
    await loseAnOrder()
    var other = OrderOptions(for: .sample(.aws))
    other.answers[.name] = "another"
    let another = stage()
    #expect(await another.run.create(other) == 0, "\(another.streams.words)")
    #expect(
      another.streams.words.contains("Note: Another vxc has a draft open, or an order under way."))
  }

  @Test(arguments: [OrderOptions.Purpose.check, .showRequest, .showCurl])
  func `what orders nothing tells of an earlier order, and holds no draft`(
    purpose: OrderOptions.Purpose
  ) async {
    await loseAnOrder()
    var options = OrderOptions(for: .sample(.aws))
    options.purpose = purpose
    let files = MemoryStorage(disk: disk)
    let stage = Stage(files: files) { request, _ in CreateTests.answer(request) }
    #expect(await stage.run.create(options) == 0)
    let first = stage.streams.words.first ?? ""
    #expect(first.hasPrefix("Note: The outcome of an earlier order is not known: "), "\(first)")
    #expect(first.hasSuffix(" vxc create looks for it before it orders."))
  }

  @Test(arguments: [
    (FieldID.network, "prod-core"), (.network, Network.sample.id.uppercased()),
    (.telnyxRegion, "ASHBURN-VA"), (.cloudRegion, "US-EAST-1"),
  ])
  func `an order is claimed as it is sent, however it is written`(
    field: FieldID, text: String
  ) async {
    let claims = Mutex<[String]>([])
    for isWrittenSo in [false, true] {
      var options = OrderOptions(for: .sample(.aws))
      if isWrittenSo { options.answers[field] = text }
      let disk = disk
      let stage = stage { request in
        guard request.method == .post else { return }
        claims.withLock { $0 += disk.files.keys.filter { $0.hasPrefix("drafts/.order-") } }
      }
      #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
    }
    claims.withLock { claims in
      #expect(claims.count == 2 && Set(claims).count == 1, "\(claims)")
    }
    #expect(!disk.files.keys.contains { $0.hasPrefix("drafts/") }, "a claim ends")
  }

  @Test func `an order that another command has claimed is not sent`() async throws {
    let claim = Mutex("")
    let disk = disk
    let first = stage { request in
      guard request.method == .post else { return }
      claim.withLock { $0 = disk.files.keys.first { $0.hasPrefix("drafts/.order-") } ?? "" }
    }
    #expect(await first.run.create(OrderOptions(for: .sample(.aws))) == 0)
    let name = claim.withLock { String($0.dropFirst("drafts/".count)) }
    let other = MemoryStorage(disk: disk)
    #expect(try other.reserve(name, in: .drafts))
    var options = OrderOptions(for: .sample(.aws))
    options.generatesKeys = true
    let second = stage()
    #expect(await second.run.create(options) == 2)
    #expect(second.transport.changes.isEmpty)
    #expect(
      second.streams.words.first
        == "vxc: Another vxc is at work on the same order now. A second one is billed, too.")
    #expect(disk.files["drafts/" + name] != nil, "it is the other's")
    options.isConfirmed = false
    #expect(await stage(answers: ["no"]).run.create(options) == 130)
    let again = stage()
    #expect(await again.run.create(OrderOptions(for: .sample(.aws))) == 2, "it is still there")
    #expect(again.transport.changes.isEmpty)
    #expect(await stage(answers: ["create"]).run.create(options) == 0, "a person may")
  }

  @Test func `what another command has ordered meanwhile is not ordered again`() async throws {
    let first = stage()
    #expect(await first.run.create(OrderOptions(for: .sample(.aws))) == 0)
    let receipt = try #require(disk.files.first { $0.key.hasPrefix("receipts/") })
    let again = stage()
    #expect(await again.run.create(OrderOptions(for: .sample(.aws))) == 0, "one after the other")

    let other = MemoryStorage.Disk()
    let second = Stage(files: MemoryStorage(disk: other)) { request, _ in
      if request.path.contains("coverage") { other.put(receipt.value, at: receipt.key) }
      return CreateTests.answer(request)
    }
    #expect(await second.run.create(OrderOptions(for: .sample(.aws))) == 2)
    #expect(second.transport.changes.isEmpty)
    #expect(
      second.streams.words.first
        == "vxc: Another vxc has just ordered the same: \(JSONValue.sampleID). A second one is billed, too."
    )
  }

  @Test(arguments: ["{\"format\":", #"{"format":"vxc draft","version":99}"#])
  func `a draft that can't be read is told before an order, each time`(text: String) async throws {
    await loseAnOrder()
    let path = try #require(drafts.first)
    disk.put(text, at: path)
    for _ in 1...2 {
      let again = stage()
      #expect(await again.run.create(OrderOptions(for: .sample(.aws))) == 2)
      #expect(again.transport.changes.isEmpty)
      #expect(
        again.streams.words.first
          == "vxc: A draft can't be read, and may be the record of an order: \(path).")
    }
    var options = OrderOptions(for: .sample(.aws))
    options.isConfirmed = false
    #expect(await stage(answers: ["create"]).run.create(options) == 0, "a person may")
  }

  @Test func `an earlier order that is being deleted ends with 7`() async throws {
    let files = MemoryStorage(disk: disk)
    let lost = Stage(files: files) { request, _ in
      CreateTests.answer(request, order: .failure(.outcomeUnknown(.timedOut(seconds: 30))))
    }
    #expect(await lost.run.create(OrderOptions(for: .sample(.aws))) == 6)
    let order = try Draft.sample(.aws).makeRequest()
    let members = Dictionary(uniqueKeysWithValues: order.members.map { ($0.key, $0.value) })
    let there = JSONValue.connect(.aws, members.merging(["status": .string("deleting")]) { $1 })
    let again = Stage(files: files) { request, _ in
      CreateTests.answer(request, connects: [there])
    }
    #expect(await again.run.create(OrderOptions(for: .sample(.aws))) == 7)
    #expect(again.transport.changes.isEmpty)
    #expect(again.streams.words.contains("vxc: Telnyx is deleting it."))
  }

  // MARK: An end before its time

  @Test func `a signal before the order leaves no keys and no draft`() async {
    let left = Mutex<[[String]]>([])
    let disk = disk
    let standing = Mutex<Standing?>(nil)
    let stage = stage { request in
      // While it notes what is on the network, and while the order is under way.
      guard request.path.hasPrefix(Self.path + "?") || request.method == .post else { return }
      standing.withLock { $0 }?.end { _, isOpen in
        let kept = disk.files.keys.filter { !$0.hasPrefix("seen/") }
        left.withLock { $0.append(kept.map { String($0.prefix { $0 != "/" }) } + ["\(isOpen)"]) }
      }
    }
    standing.withLock { $0 = stage.standing }
    var options = OrderOptions(for: .sample(.aws))
    options.generatesKeys = true
    #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
    left.withLock { left in
      #expect(left.first == ["false"])
      #expect(left.last?.contains("true") == true && left.last?.contains("drafts") == true)
    }
  }

  @Test func `a signal while a program waits for its order leaves it the last state`() async throws
  {
    let standing = Mutex<Standing?>(nil)
    let told = Mutex<[String]>([])
    let streams = Mutex<RecordedStreams?>(nil)
    let stage = stage { request in
      guard request.path.hasSuffix(JSONValue.sampleID) else { return }
      standing.withLock { $0 }?.end { _, _ in
        told.withLock { $0 = streams.withLock { $0 }?.results ?? [] }
      }
    }
    standing.withLock { $0 = stage.standing }
    streams.withLock { $0 = stage.streams }
    var options = OrderOptions(for: .sample(.aws))
    options.waitsSeconds = 10
    options.result.form = .json
    _ = await stage.run.create(options)
    let documents = told.withLock { $0 }
    #expect(documents.count == 1)
    let json = try JSONValue(parsing: Data(documents.joined().utf8))
    #expect(json["data"]["id"] == .string(JSONValue.sampleID))
  }
}
