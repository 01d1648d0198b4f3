import Commands
import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

/// Every command over every way for a call to go wrong: what it ends with, what was sent, what stands where.
@Suite struct FaultTableTests {
  /// A way for a call to go wrong.
  struct Fault: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let answer: ScriptedTransport.Answer
    /// The exit code after a call that only asks, and after one that was to change something.
    let codes: (asking: Int32, changing: Int32)

    static let all = [
      Fault("not resolved", .failure(.notSent(.nameNotResolved(host: "api.telnyx.com"))), (5, 5)),
      Fault("no TLS", .failure(.notSent(.tlsFailed(host: "x", detail: "expired"))), (5, 5)),
      Fault("no proxy", .failure(.notSent(.proxyFailed(proxy: "p", detail: "407"))), (5, 5)),
      Fault("timed out", .failure(.outcomeUnknown(.timedOut(seconds: 30))), (1, 6)),
      Fault("cut", .failure(.outcomeUnknown(.connectionLost(detail: "reset"))), (1, 6)),
      Fault("too large", .failure(.outcomeUnknown(.tooLarge(limit: 8))), (1, 6)),
      Fault("401", .refusal(401, code: "10009", "No."), (3, 3)),
      Fault("403", .refusal(403, code: "10010", "No."), (3, 3)),
      Fault("404", .refusal(404, code: "10005", "No."), (4, 4)),
      Fault("409", .refusal(409, code: "10012", "No."), (4, 4)),
      Fault("422", .refusal(422, code: "10015", "\(Stage.key.revealed)"), (4, 4)),
      Fault("429", .json(.object(["errors": .array([])]), status: 429), (4, 4)),
      Fault("500", .refusal(500, code: "10007", "No."), (1, 6)),
      Fault(
        "filter",
        .success(
          HTTPResponse(
            status: 403, headers: ["content-type": "text/html"], body: Data("<p>No</p>".utf8))),
        (5, 5)),
      Fault("not JSON", .success(HTTPResponse(status: 200, body: Data("<p>".utf8))), (1, 6)),
      Fault("empty", .success(HTTPResponse(status: 200)), (1, 6)),
      Fault("wrong shape", .json(.object(["data": .array([.null])])), (1, 6)),
    ]

    init(
      _ name: String, _ answer: ScriptedTransport.Answer, _ codes: (asking: Int32, changing: Int32)
    ) {
      testDescription = name
      self.answer = answer
      self.codes = codes
    }
  }

  private func expectClean(_ stage: Stage, isEmpty: Bool = true, _ name: String) {
    stage.expectNoKey(["yFV4wEPtPVPfDUGLWiyQzwga"])
    #expect(!stage.streams.words.isEmpty, "\(name) says why")
    if isEmpty { #expect(stage.streams.results.isEmpty, "\(name)") }
    for line in stage.streams.results {
      #expect((try? JSONValue(parsing: Data(line.utf8))) != nil, "\(name): \(line)")
    }
  }

  private var json: ResultOptions {
    var options = ResultOptions()
    options.form = .json
    return options
  }

  @Test(arguments: Fault.all)
  func `what only asks ends with the failure's code, and changes nothing`(fault: Fault) async {
    let list = Stage { _, _ in fault.answer }
    #expect(await list.run.list(json) == fault.codes.asking)
    expectClean(list, "list")
    for words in [JSONValue.sampleID, "name"] {
      let show = Stage { _, _ in fault.answer }
      let code = await show.run.show(words, json)
      #expect(code == fault.codes.asking, "\(words) \(show.streams.words)")
      expectClean(show, "show")
      #expect(show.transport.changes.isEmpty)
    }
  }

  @Test(arguments: Fault.all)
  func `what could not be looked up before a change was not sent`(fault: Fault) async {
    let code = fault.codes.asking == 1 ? 5 : fault.codes.asking
    let act = Stage { _, _ in fault.answer }
    #expect(
      await act.run.act(.enable([]), on: JSONValue.sampleID, isConfirmed: true, json) == code,
      "\(act.streams.words)")
    #expect(act.transport.changes.isEmpty && act.streams.words.contains("  Nothing was sent."))
    var options = OrderOptions()
    options.answers = [.network: "prod-core", .cloudProvider: "aws"]
    options.isConfirmed = true
    let order = Stage { _, _ in fault.answer }
    #expect(await order.run.create(options) == code, "\(order.streams.words)")
    #expect(order.transport.changes.isEmpty)
  }

  @Test(arguments: Fault.all)
  func `waiting survives what passes, and ends with what does not`(fault: Fault) async {
    let stage = Stage { _, number in number == 2 ? fault.answer : .data(.connect()) }
    let code = await stage.run.wait(
      JSONValue.sampleID, for: .status("provisioned"), atMost: 20, json)
    let ends: [String: Int32] = ["401": 3, "403": 3, "404": 7, "409": 4, "422": 4]
    #expect(code == ends[fault.testDescription] ?? 7, "\(stage.streams.words)")
    #expect((stage.transport.received.count > 2) == (ends[fault.testDescription] == nil))
    expectClean(stage, isEmpty: false, "wait")
  }

  @Test(arguments: Fault.all, [Act.enable([]), .delete(confirmed: "test interface")])
  func `what changes something is sent once, and what is open is looked up`(
    fault: Fault, act: Act
  ) async {
    let stage = Stage { request, _ in request.method == .get ? .data(.connect()) : fault.answer }
    let code = await stage.run.act(act, on: JSONValue.sampleID, isConfirmed: true, json)
    #expect(stage.transport.changes.count == 1)
    let isGone = fault.testDescription == "404" && act != .enable([])
    #expect(code == (isGone ? 0 : fault.codes.changing), "\(stage.streams.words)")
    let isLookedUp = fault.codes.changing == 6
    #expect(stage.transport.received.count == (isLookedUp ? 3 : 2))
    expectClean(stage, isEmpty: !isGone, "\(act)")
  }
}
