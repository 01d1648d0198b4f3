import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import PlainUI

/// From the review to what became of the order.
@Suite struct PlainOrderTests {
  private static func sent() -> PlainSession {
    var session = PlainSession.reviewing(.sample(.aws))
    session.type("create")
    session.receive(.submission(.orderSent(at: PlainSession.now)))
    return session
  }

  private static func failed(_ failure: APIFailure) -> PlainSession {
    var session = sent()
    session.receive(.submission(.orderAnswered(.failure(failure), at: PlainSession.now + 2)))
    return session
  }

  @Test func `the review reads out every answer and the price`() {
    let session = PlainSession.reviewing(.sample(.aws))
    #expect(session.log.contains("  1. Network"))
    #expect(session.log.contains("     AWS account ID: 123456789012"))
    #expect(session.log.contains("     AWS-side ASN: 64512, to Telnyx's 63440"))
    #expect(session.log.contains("     Telnyx assigns: Primary Telnyx IP, AWS IP, BGP key"))
    #expect(
      session.log.suffix(2) == [
        "  Price: $100 a month (list price, 2026-07, without the cloud provider's",
        "    charges)",
      ])
    #expect(
      session.prompt == "Type create, a number to change, r for the request, < back, ? help: ")
  }

  @Test(arguments: ["", "y", "yes", "creat", "create it", ">", "!", "0", "7", "e1"])
  func `nothing but the word creates`(line: String) {
    var session = PlainSession.reviewing(.sample(.aws))
    session.type(line)
    #expect(session.effects == [])
    #expect(session.answer.first?.hasPrefix("Error: ") == true)
    #expect(session.app.place == .step(.review))
  }

  @Test func `what was typed ahead of the review is thrown away`() {
    var session = PlainSession.asking(.asn, .sample(.aws))
    session.readsFirst = false
    session.type(">")
    #expect(session.app.step == .review)
    var dialogue = session.dialogue
    let first = dialogue.takeDiscardsInput()
    let second = dialogue.takeDiscardsInput()
    #expect([first, second] == [true, false])
  }

  @Test func `what something in between answers is read out, and blames no key`() {
    let answer = Interception(
      status: 403, contentType: "text/html",
      words: [APIError(code: "", message: "Access denied", source: nil)])
    let refused = Self.failed(.intercepted(answer))
    #expect(refused.app.place == .step(.review))
    #expect(
      refused.answer.prefix(5) == [
        "Error: Not created: refused on the way.",
        "  A filter, proxy or portal in between answered 403 (text/html), not Telnyx.",
        "  It says: Access denied",
        "  This says nothing about the API key. Ask who runs this network.",
        "  Telnyx itself did not answer. Check the Telnyx portal before you try again.",
      ])
    let unknown = Self.failed(
      .outcomeUnknown(.intercepted(Interception(status: 302, location: "http://portal.example/"))))
    #expect(unknown.app.place == .outcomeUnknown)
    #expect(
      unknown.log.contains(
        "  If this network has a sign-in page, open it in a browser; then try again."))
  }

  @Test func `lines that come before the review could be read order nothing, and are told`() {
    var session = PlainSession.asking(.asn, .sample(.aws))
    session.readsFirst = false
    session.type(">", "create")
    #expect(session.answer == ["What was typed before this could be read was dropped."])
    #expect(session.dialogue.prompt == nil)
    session.wait(seconds: 0.29)
    session.type("create", "create")
    #expect(session.answer == [], "it is told once, and each line puts the prompt off")
    session.wait(seconds: 0.29)
    #expect(session.dialogue.prompt == nil)
    var dialogue = session.dialogue
    _ = dialogue.takeDiscardsInput()
    session.wait(seconds: 0.01)
    #expect(session.prompt.hasPrefix("Type create, "))
    dialogue = session.dialogue
    let discards = dialogue.takeDiscardsInput()
    #expect(discards, "what the terminal still holds was typed too early as well")
    #expect(session.app.place == .step(.review))
    session.type("create")
    #expect(session.app.place == .sending)
  }

  @Test func `an answer to the order is read before a line acts on it`() throws {
    var session = Self.sent()
    session.readsFirst = false
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    session.receive(.submission(.orderAnswered(.success(connect), at: PlainSession.now + 2)))
    session.type("enable")
    #expect(session.effects == [])
    #expect(session.answer == ["What was typed before this could be read was dropped."])
    session.wait(seconds: 0.3)
    session.type("enable")
    #expect(session.effects == [.perform(.enable([.primary]), id: connect.id, provider: .aws)])
  }

  @Test func `the request is read out exactly, its keys only when asked for`() throws {
    let draft = Draft.sample(.aws).answering([.primaryBGPKey: "yFV4wEPtPVPfDUGLWiyQzwga"])
    var session = PlainSession.reviewing(draft)
    session.type("r")
    #expect(session.answer.first == "POST https://api.telnyx.com/v2/virtual_cross_connects")
    #expect(session.answer.contains("  \"bandwidth_mbps\": 50,"))
    #expect(session.answer.contains("  \"primary_bgp_key\": \"************************\""))
    session.type("r show")
    #expect(session.answer.contains("  \"primary_bgp_key\": \"yFV4wEPtPVPfDUGLWiyQzwga\""))
  }

  @Test func `a group is changed and comes straight back`() {
    var session = PlainSession.reviewing(.sample(.aws))
    session.type("4")
    #expect(session.dialogue.question == .field(.bandwidth))
    session.type("100")
    #expect(session.app.place == .step(.review))
    #expect(session.app.form.draft[.bandwidth] == "100")
    session.type("1", ">")
    #expect(session.app.place == .step(.review))
    session.type("1", "<")
    #expect(session.app.place == .step(.review))
  }

  @Test func `creating sends once, and lines typed meanwhile do nothing`() throws {
    var session = PlainSession.reviewing(.sample(.aws))
    session.type("create")
    #expect(session.effects == [.send(try Draft.sample(.aws).makeRequest())])
    #expect(session.dialogue.prompt == nil)
    session.type("create", "", "enable")
    #expect(session.effects == [])
    let created = try #require(VirtualCrossConnect.sample(.aws))
    session.receive(.submission(.orderAnswered(.success(created), at: PlainSession.now)))
    #expect(session.effects == [])
    #expect(session.answer.contains("Created, not active yet."))
    #expect(
      session.answer.contains(
        "Warning: Accept it before 15:42 UTC (59 min left), or Telnyx deletes this VXC."))
    #expect(!session.answer.joined().contains("yFV4wEPtPVPfDUGLWiyQzwga"))
    #expect(
      session.prompt.hasPrefix("Enter for the status, accepted, enable primary, wait, ? help"))
    session.type("show")
    #expect(session.answer.joined().contains("yFV4wEPtPVPfDUGLWiyQzwga"))
    session.type("q")
    #expect(session.dialogue.ending?.code == 0)
  }

  @Test func `what the API refuses is numbered and leads to its field`() {
    var session = Self.failed(
      .refused(
        status: 422,
        [
          APIError(
            code: "10015", message: "Account is unknown", source: "/primary_cloud_account_id"),
          APIError(code: "", message: "Limit reached", source: nil),
        ]))
    #expect(
      Array(session.answer.prefix(3)) == [
        "Error: Not created. There are 2 problems.",
        "  e1. AWS account ID: Account is unknown",
        "  e2. Limit reached",
      ])
    session.type("e2")
    #expect(
      session.answer == [
        "e2. Limit reached",
        "Telnyx did not say which answer is wrong.",
      ])
    session.type("e1")
    #expect(session.answer.contains("Error: Account is unknown"))
    #expect(session.dialogue.question == .field(.primaryAccount))
    session.type("210987654321")
    #expect(session.app.place == .step(.review))
  }

  @Test func `many long errors are read out in pages, and one whole when asked for`() {
    let long = String(repeating: "word ", count: 400)
    // What is said once more is shown once.
    let errors = (0..<45).flatMap { number in
      let error = APIError(code: "", message: long + "\(number)", source: nil)
      return [error, error]
    }
    var session = Self.failed(.refused(status: 422, errors))
    #expect(session.answer.first == "Error: Not created. There are 45 problems.")
    #expect(session.answer.count == 1 + 20 * 6 + 2)
    #expect(session.answer[6] == "      ... (24 more lines)")
    #expect(session.answer.contains("  (e20 of e45; more shows the next)"))
    session.type("more", "more")
    #expect(session.answer.count == 5 * 6)
    #expect(session.answer.first?.hasPrefix("  e41. word word") == true)
    session.type("e45")
    #expect(session.answer.joined().split(separator: " ").count { $0 == "word" } == 400)
  }

  @Test func `a wait that the API asks for is told, and its end`() {
    var session = Self.failed(.tooManyRequests(.seconds(17), []))
    #expect(session.answer.first == "Error: Not created.")
    #expect(session.answer.contains("  Wait 19 s, until 14:42:29 UTC."))
    #expect(session.dialogue.deadline == PlainSession.now + 19)
    session.wait(seconds: 20)
    #expect(session.answer == ["The wait is over; create may be tried again."])
    #expect(session.dialogue.deadline == nil)
  }

  @Test func `a rejected key is asked for again, and the same review comes back`() {
    var session = Self.failed(.keyRejected(status: 401, []))
    #expect(session.answer.first == "Error: The API key was not accepted. Nothing was created.")
    #expect(session.prompt == "Telnyx API key, ? help, q leave: ")
    session.type("KEY0123456789")
    #expect(session.effects == [.checkKey(Secret("KEY0123456789"))])
    session.receive(.session(.keyChecked(nil)))
    #expect(session.app.place == .step(.review))
    session.type("create")
    #expect(session.effects == [.send(session.app.form.draft.requestSoFar)])
  }

  @Test func `an unknown outcome is looked into three times before again is offered`() {
    var session = Self.failed(.outcomeUnknown(.lost(.timedOut(seconds: 30))))
    #expect(session.effects == [.look(onNetwork: Network.sample.id)])
    #expect(
      session.answer.contains("Warning: We do not know whether the cross connect was created"))
    for look in 1...3 {
      #expect(!session.prompt.contains("again"))
      session.receive(.submission(.lookAnswered(CrossConnectList([]), at: session.time)))
      guard look < 3 else { break }
      #expect(session.answer.last?.hasSuffix("(\(look + 1) of 3)") == true)
      session.wait(seconds: 15)
      #expect(session.effects == [.look(onNetwork: Network.sample.id)])
    }
    #expect(session.prompt == "Enter to look now, again to create it again, ? help, q leave: ")
    session.type("again")
    #expect(session.effects == [])
    session.type("", "again")
    #expect(session.effects == [], "the second question is asked anew after something else")
    session.receive(.submission(.lookAnswered(CrossConnectList([]), at: session.time)))
    session.type("again")
    #expect(session.effects == [])
    session.type("again")
    #expect(session.effects == [.send(session.app.form.draft.requestSoFar)])
  }

  @Test func `of what may be the order it is said how to tell`() throws {
    var session = Self.failed(.outcomeUnknown(.status(502, [])))
    let other = try #require(VirtualCrossConnect.sample(.aws, ["bandwidth_mbps": .integer(100)]))
    session.receive(.submission(.lookAnswered(CrossConnectList([other]), at: session.time)))
    #expect(session.dialogue.question == .outcomeUnknown)
    session.type("list")
    #expect(
      session.answer.joined(separator: " ").contains(
        "take 1 says that the first is yours, not 1 that it isn't."))
  }

  @Test func `an order that is found is adopted`() throws {
    var session = Self.failed(.outcomeUnknown(.status(502, [])))
    let found = try #require(VirtualCrossConnect.sample(.aws))
    session.receive(.submission(.lookAnswered(CrossConnectList([found]), at: session.time)))
    #expect(session.answer.first == "vxc found it on its network: the order was created.")
    #expect(session.dialogue.question == .result)
  }

  @Test func `waiting for the answer is stopped, and left, only when asked twice`() {
    var session = Self.sent()
    session.type("stop")
    #expect(session.answer.first?.hasPrefix("Warning: The request was sent") == true)
    session.type("stop")
    #expect(session.effects == [.cancel([.send(session.app.form.draft.requestSoFar)])])

    session = Self.sent()
    session.interrupt()
    #expect(session.dialogue.ending == nil)
    session.interrupt()
    #expect(session.dialogue.ending?.code == 6)
  }
}
