import Commands
import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@Suite struct WaitTests {
  /// Waits over these statuses, one an answer; `gone` is a 404, a number another failure.
  private func wait(
    _ states: [String], for goal: String = "provisioned", atMost seconds: Int = 600,
    form: OutputForm = .text
  ) async throws -> (stage: Stage, code: Int32) {
    let stage = Stage { request, number in
      let state = states[min(number, states.count) - 1]
      switch state {
      case "gone": return .refusal(404, code: "10005", "Not there.")
      case "429":
        return .json(
          .object(["errors": .array([])]), status: 429, headers: ["retry-after": "120"])
      case "lost": return .failure(.outcomeUnknown(.connectionLost(detail: "reset")))
      case "unsent": return .failure(.notSent(.connectionFailed(host: "x", detail: "refused")))
      case "500": return .refusal(500, code: "10007", "No.")
      case "401": return .refusal(401, code: "10009", "No.")
      default: return .data(.connect(.aws, ["status": .string(state)]))
      }
    }
    var options = ResultOptions()
    options.form = form
    let goal = try #require(WaitGoal(goal))
    let code = await stage.run.wait(JSONValue.sampleID, for: goal, atMost: seconds, options)
    return (stage, code)
  }

  @Test func `a failure at the first look up of a name is told each time`() async throws {
    let stage = Stage { request, number in
      number < 4
        ? .refusal(503, code: "10007", "No.")
        : request.path.hasSuffix(JSONValue.sampleID)
          ? .data(.connect(.aws, ["status": .string("provisioned")]))
          : .data(.array([.connect(.aws, ["status": .string("provisioned")])]))
    }
    let code = await stage.run.wait(
      "test interface", for: .status("provisioned"), atMost: 600, ResultOptions())
    #expect(code == 0)
    #expect(stage.streams.words.count { $0.hasSuffix("Asking again.") } == 3)
  }

  @Test func `each change is a line, and the last state the result`() async throws {
    let (stage, code) = try await wait(["created", "created", "provisioning", "provisioned"])
    #expect(code == 0)
    #expect(stage.streams.results == ["provisioned"])
    #expect(
      stage.streams.words.map { $0.suffix(12) } == [
        "UTC  created", "provisioning", " provisioned",
      ])
  }

  @Test(arguments: [JSONValue.sampleID, "test interface"])
  func `a server that is silent does not hold up the deadline`(words: String) async throws {
    for first in [false, true] {
      let stage = Stage { request, number in
        guard first, number == 1 else { return nil }
        return .data(request.path.hasSuffix(JSONValue.sampleID) ? .connect() : .array([.connect()]))
      }
      let begun = stage.now
      let code = await stage.run.wait(
        words, for: .status("provisioned"), atMost: 3, ResultOptions())
      #expect(code == 7 && stage.streams.results == (first ? ["created"] : []))
      #expect(stage.now.timeIntervalSince(begun) < 4)
      #expect(!stage.streams.words.contains { $0.hasSuffix("Asking again.") })
    }
  }

  @Test func `a reader of changes that goes away ends it`() async throws {
    let stage = Stage(reading: 1) { _, _ in .data(.connect()) }
    var options = ResultOptions()
    options.form = .json
    let code = await stage.run.wait(
      JSONValue.sampleID, for: .status("provisioned"), atMost: 600, options)
    #expect(code == 7 && stage.streams.results.count == 1)
    #expect(stage.transport.received.count == 1)
  }

  @Test func `as JSON each change is a document of its own`() async throws {
    let (stage, code) = try await wait(["created", "provisioned"], form: .json)
    #expect(code == 0 && stage.streams.words.isEmpty)
    #expect(
      stage.streams.results == [
        #"{"at":"2026-07-15T14:42:12Z","status":"created"}"#,
        #"{"at":"2026-07-15T14:42:14Z","status":"provisioned"}"#,
      ])
  }

  @Test(arguments: [
    (["created", "gone"], "provisioned", 7), (["created", "deleting"], "provisioned", 7),
    (["deleting", "gone"], "gone", 0), (["gone"], "gone", 0), (["provisioned"], "created", 0),
    (["deleting"], "deleting", 0), (["created", "gone"], "deleting", 0),
    (["created", "401"], "provisioned", 3), (["created"], "provisioned", 7),
    (["created", "lost", "provisioned"], "provisioned", 0),
    (["strange", "provisioned"], "provisioned", 0), (["gone"], "provisioned", 4),
  ])
  func `it ends by what was waited for`(
    states: [String], goal: String, code: Int32
  ) async throws {
    let (stage, ended) = try await wait(states, for: goal)
    #expect(ended == code, "\(states) \(stage.streams.words)")
    #expect(stage.transport.changes.isEmpty)
    stage.expectNoKey()
  }

  @Test func `it asks after 2 s, then less often, and never before the API wants`() async throws {
    let (stage, _) = try await wait(["created"], atMost: 60)
    #expect((6...12).contains(stage.transport.received.count))
    let (limited, code) = try await wait(["created", "429", "provisioned"])
    #expect(code == 0 && limited.transport.received.count == 3)
    #expect(limited.now.timeIntervalSince1970 >= 1_784_126_532 + 122)
    #expect(limited.streams.words[1].hasSuffix("Asking again."))
  }

  @Test(arguments: [JSONValue.sampleID, "test interface"])
  func `a server that asks for a pause gets it, and that is told`(words: String) async throws {
    let stage = Stage { request, number in
      guard number > 1 else {
        return .json(
          .object(["errors": .array([.object(["code": .string("10007")])])]), status: 503,
          headers: ["retry-after": "120"])
      }
      let connect = JSONValue.connect(.aws, ["status": .string("provisioned")])
      return request.path.hasSuffix(JSONValue.sampleID) ? .data(connect) : .data(.array([connect]))
    }
    let begun = stage.now
    let code = await stage.run.wait(
      words, for: .status("provisioned"), atMost: 600, ResultOptions())
    #expect(code == 0 && stage.transport.received.count == 2, "\(stage.streams.words)")
    #expect(stage.now.timeIntervalSince(begun) >= 120)
    #expect(
      stage.streams.words.first?.hasSuffix(
        "The API answered 503, and asks to wait 120 s before the next request. Asking again.")
        == true, "\(stage.streams.words)")
  }

  @Test func `several of a name are told at once, as elsewhere`() async {
    let two = JSONValue.array([.connect(), .connect(.azure, ["id": .string("2d")])])
    let stage = Stage { _, _ in .data(two) }
    let code = await stage.run.wait(
      "test interface", for: .status("provisioned"), atMost: 600, ResultOptions())
    #expect(code == 2 && stage.transport.received.count == 1, "\(stage.streams.words)")
  }

  @Test func `several of a name are several, whatever a list lacks`() async {
    let stage = Stage { request, _ in
      request.path.contains("number%5D=1")
        ? .json(
          .object([
            "data": .array([.connect(), .connect(.azure, ["id": .string("2d")])]),
            "meta": .object(["total_pages": .integer(2)]),
          ]))
        : .refusal(503, code: "10007", "No.")
    }
    let code = await stage.run.wait(
      "test interface", for: .status("provisioned"), atMost: 600, ResultOptions())
    #expect(code == 2, "\(stage.streams.words)")
  }

  @Test func `a deadline ends it with the last state`() async throws {
    let (stage, code) = try await wait(["created", "provisioning"], atMost: 30)
    #expect(code == 7 && stage.streams.results == ["provisioning"])
    #expect(stage.streams.words.last == "vxc: Not provisioned within 30 s.")
  }

  @Test func `a deadline while it is being deleted does not call being gone out of reach`()
    async throws
  {
    let (stage, code) = try await wait(["deleting"], for: "gone", atMost: 30)
    #expect(code == 7 && stage.streams.results == ["deleting"])
    #expect(stage.streams.words.last == "vxc: Not gone within 30 s.")
  }

  @Test func `as JSON it says so too that it was gone already`() async throws {
    let (stage, code) = try await wait(["gone"], for: "gone", form: .json)
    #expect(code == 0)
    #expect(stage.streams.results == [#"{"at":"2026-07-15T14:42:12Z","status":"gone"}"#])
  }

  @Test(arguments: ["500", "lost", "unsent", "429"])
  func `a first question without an answer is asked again`(failure: String) async throws {
    let (stage, code) = try await wait([failure, failure, "provisioned"])
    #expect(code == 0, "\(stage.streams.words)")
    #expect(stage.streams.words.count == 3 && stage.streams.words[0].hasSuffix("Asking again."))
  }

  @Test func `without any answer the deadline ends it, and nothing is called its state`()
    async throws
  {
    let (stage, code) = try await wait(["unsent"], atMost: 30)
    #expect(code == 7 && stage.streams.results.isEmpty)
    #expect(
      stage.streams.words.last
        == "vxc: Not provisioned within 30 s, as far as is known: no answer came.")
  }

  @Test func `a name is asked for again, too`() async throws {
    let stage = Stage { request, number in
      number < 8
        ? .refusal(500, code: "10007", "No.")
        : request.path.hasSuffix(JSONValue.sampleID)
          ? .data(.connect(.aws, ["status": .string("provisioned")]))
          : .data(.array([.connect(.aws, ["status": .string("provisioned")])]))
    }
    let code = await stage.run.wait(
      "test interface", for: .status("provisioned"), atMost: 600, ResultOptions())
    #expect(code == 0, "\(stage.streams.words)")
  }

  @Test(arguments: ["created", ""]) func `a rejected key is called rejected`(first: String)
    async throws
  {
    let (stage, code) = try await wait([first, "401"].filter { !$0.isEmpty })
    #expect(code == 3)
    #expect(
      stage.streams.words.suffix(3) == [
        "vxc: The API key was not accepted.", "  No. (code 10009)",
        "  Give another key by TELNYX_API_KEY, TELNYX_API_KEY_FILE, --key-file or --key-command.",
      ])
  }

  @Test func `a name that nothing has is not called gone`() async throws {
    let stage = Stage { _, _ in .data(.array([])) }
    #expect(await stage.run.wait("aws-prod", for: .gone, atMost: 600, ResultOptions()) == 4)
    #expect(stage.streams.results.isEmpty)
    #expect(
      stage.streams.words == [
        "vxc: This account has no cross connect called \"aws-prod\".",
        "  It may be gone, or never have been there: only a whole ID tells.",
      ])
  }
}
