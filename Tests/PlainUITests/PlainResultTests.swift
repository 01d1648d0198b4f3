import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@testable import PlainUI

/// What can be done once the cross connect exists.
@Suite struct PlainResultTests {
  private static func created(_ provider: CloudProvider) throws -> PlainSession {
    var session = PlainSession.reviewing(.sample(provider))
    session.type("create")
    let created = try #require(VirtualCrossConnect.sample(provider))
    session.receive(.submission(.orderAnswered(.success(created), at: PlainSession.now)))
    return session
  }

  @Test(arguments: CloudProvider.allCases)
  func `every line of the answer and every next step is read out`(provider: CloudProvider) throws {
    let session = try Self.created(provider)
    let text = session.answer.joined(separator: "\n")
    let connect = try #require(VirtualCrossConnect.sample(provider))
    for line in ResponseReport(of: connect).lines { #expect(text.contains("  \(line.label): ")) }
    for (step, progress) in connect.steps() {
      #expect(text.contains(". \(step.title) ("))
      #expect(progress != .due || text.contains(step.words(progress).prefix(30)))
    }
    let asksForAddresses = provider == .googleCloud
    #expect(session.prompt.contains("addresses") == asksForAddresses)
    #expect(session.prompt.contains("enable") == !asksForAddresses)
  }

  @Test func `a status tells what has changed`() throws {
    var session = try Self.created(.aws)
    session.type("enable")
    let id = try #require(VirtualCrossConnect.sample(.aws)).id
    #expect(session.effects == [.perform(.enable([.primary]), id: id, provider: .aws)])
    #expect(session.dialogue.prompt == nil)
    let enabled = try #require(
      VirtualCrossConnect.sample(
        .aws, ["status": .string("provisioning"), "primary_enabled": .bool(true)]))
    session.receive(
      .connection(.performed(.enable([.primary]), .success(enabled), at: session.time)))
    #expect(
      session.answer == [
        "14:42:10 UTC: the status is provisioning.", "  Primary enabled: yes",
        "Telnyx has enabled the primary circuit.",
      ])
    session.type("")
    #expect(session.effects == [.checkStatus(id: id)])
    session.receive(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: session.time)))
    #expect(session.answer.joined(separator: " ").contains("\(id) is gone"))
    #expect(session.prompt == "list, another, ? help, q leave: ")
  }

  @Test func `a word that was sent twice at once does not answer its own question`() throws {
    var session = try Self.created(.aws)
    session.readsFirst = false
    session.type("secondary", "secondary")
    #expect(session.effects == [])
    #expect(session.log.contains("What was typed before this could be read was dropped."))
    session.wait(seconds: 0.3)
    session.type("secondary")
    let id = try #require(VirtualCrossConnect.sample(.aws)).id
    #expect(session.effects == [.perform(.addSecondary, id: id, provider: .aws)])
  }

  @Test func `waiting asks soon, then less often, until it is provisioned`() throws {
    var session = try Self.created(.azure)
    let id = try #require(VirtualCrossConnect.sample(.azure)).id
    session.type("wait")
    #expect(session.effects == [.checkStatus(id: id)])
    let created = try #require(VirtualCrossConnect.sample(.azure))
    session.receive(.connection(.followAnswered(.success(created), at: session.time)))
    #expect(session.answer == [], "the status is told when it changes")
    #expect(session.dialogue.deadline == session.time + 2)
    #expect(session.prompt.contains("wait to stop"))
    session.wait(seconds: 2)
    #expect(session.effects == [.checkStatus(id: id)])
    let done = try #require(
      VirtualCrossConnect.sample(.azure, ["status": .string("provisioned")]))
    session.receive(.connection(.followAnswered(.success(done), at: session.time)))
    #expect(
      session.answer == ["14:42:12 UTC: the status is provisioned.", "Provisioned after 2 s."])
    #expect(session.dialogue.deadline == nil)
  }

  @Test func `Google's addresses are sent by a word of their own, never by a repeated Enter`()
    throws
  {
    var session = try Self.created(.googleCloud)
    session.type("addresses", "169.254.1.2")
    #expect(session.answer.joined(separator: " ").contains("with its prefix length"))
    session.type("169.254.1.2/29", "169.254.1.2/29")
    #expect(session.answer.joined(separator: " ").contains("Both ends have the address"))
    #expect(session.dialogue.question == .address(.init(.primary, isCloud: false)))
    session.type("169.254.1.1/29", "")
    #expect(session.effects == [])
    #expect(session.answer.joined(separator: " ").contains("type set to give them to Telnyx"))
    session.type("<", "<")
    #expect(session.prompt.contains("Cloud Router BGP IP, Enter for 169.254.1.2/29, < back"))
    session.type("169.254.1.3/29 169.254.1.4/29", "set")
    let pair = ConnectionAction.AddressPair(telnyx: "169.254.1.4/29", cloud: "169.254.1.3/29")
    let id = try #require(session.app.connection?.connect.id)
    #expect(
      session.effects
        == [.perform(.setAddresses([.primary: pair]), id: id, provider: .googleCloud)])
  }

  @Test func `without a key one is asked for, and the demo offered`() {
    let destination = Destination(baseURL: .telnyx, isDemo: false)
    var session = PlainSession(App(destination: destination, hasKey: false))
    #expect(session.dialogue.prompt?.isSecret == true)
    #expect(
      session.prompt == "Telnyx API key, demo for practice, ? help, q leave: ")
    session.type("KEY-WRONG")
    #expect(session.answer == ["Received 9 characters.", "One moment ..."])
    session.receive(.session(.keyChecked(.keyRejected(status: 401, []))))
    #expect(session.answer.first == "Error: The API key was not accepted.")
    session.type("demo")
    #expect(session.effects == [.startDemo])
    #expect(!session.log.joined().contains("KEY-WRONG"))
  }
}
