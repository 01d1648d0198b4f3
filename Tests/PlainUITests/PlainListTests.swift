import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import PlainUI

/// The list of all cross connects and what is told of it, line by line.
@Suite struct PlainListTests {
  private static func connects() throws -> [VirtualCrossConnect] {
    try CloudProvider.allCases.map { provider in
      try #require(
        VirtualCrossConnect.sample(
          provider, ["id": .string("\(provider)-1"), "name": .string("\(provider)")]))
    }
  }

  @Test(arguments: [FieldID.network, .name, .telnyxRegion, .asn, .primaryBGPKey])
  func `the word list opens it at every question, and back is the same question`(
    field: FieldID
  ) throws {
    var session = PlainSession.asking(field, .sample(.aws))
    let draft = session.app.form.draft
    session.type("list")
    #expect(session.effects == [.loadConnects])
    session.receive(
      .inventory(.connectsLoaded(.success(try Self.connects()), at: PlainSession.now)))
    #expect(
      session.answer == [
        "", "Cross connects",
        "  1. aws, created, AWS us-east-1, ashburn-va, 50M, prod-core, 2026-07-15",
        "  2. azure, created, Azure Washington DC, ashburn-va, prod-core, 2026-07-15",
        "  3. googleCloud, created, Google us-east4, ashburn-va, 50M, prod-core,",
        "     2026-07-15",
      ])
    session.type("<")
    #expect(session.dialogue.question == .field(field))
    #expect(session.app.form.draft == draft)
  }

  @Test func `before the API wants to be asked the list stands as it was, and hears of its end`()
    throws
  {
    var session = PlainSession.opened()
    session.type("list")
    let connects = try Self.connects()
    session.receive(.inventory(.connectsLoaded(.success(connects), at: PlainSession.now)))
    session.type("1")
    session.receive(
      .connection(
        .followAnswered(.failure(.tooManyRequests(.seconds(60), [])), at: session.time)))
    session.type("<")
    #expect(session.app.place == .inventory && session.effects == [])
    let end = try #require(session.app.heldBackUntil)
    #expect(session.dialogue.deadline == end)
    session.receive(.clockTicked(end))
    #expect(session.app.heldBackUntil == nil && session.dialogue.deadline == nil)
  }

  @Test func `it is opened from the review too, and the review is back`() {
    var session = PlainSession.reviewing(.sample(.aws))
    session.type("list")
    #expect(session.app.place == .inventory)
    session.receive(.inventory(.connectsLoaded(.success([]), at: PlainSession.now)))
    session.type("<")
    #expect(session.dialogue.question == .review)
  }

  @Test func `a name that is called list begins with a space`() {
    var session = PlainSession.asking(.name, .sample(.aws))
    session.type(" list")
    #expect(session.app.form.draft[.name] == "list")
  }

  @Test func `what waits to be accepted is said at the start, and one word opens it`() throws {
    var session = PlainSession.opened()
    let order = try WaitingOrder.sample()
    session.receive(.records(.waitingFound([order])))
    #expect(
      session.answer == ["Warning: 1 VXC waits to be accepted, 60 min left. open opens it."])
    session.type("open")
    let id = order.connect.id
    #expect(session.effects == [.recall(id: id), .checkStatus(id: id)])
    session.receive(
      .connection(.followAnswered(.success(order.connect), at: PlainSession.now)))
    #expect(session.answer.contains("Created, not active yet."))
    session.type("<")
    session.receive(.inventory(.connectsLoaded(.success([]), at: PlainSession.now)))
    session.type("<")
    #expect(
      session.answer.contains("Warning: 1 VXC waits to be accepted, 60 min left. open opens it."))
    #expect(session.dialogue.question == .field(.name), "where it was opened")
  }
}
