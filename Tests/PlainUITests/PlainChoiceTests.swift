import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import PlainUI

/// Choosing from lists: by number, name and default, with filters and pages.
@Suite struct PlainChoiceTests {
  @Test func `a line that begins with a space is a name at a list too`() {
    let networks = [Network.sample, Network(id: Draft.sampleUUID, name: "new")]
    var session = PlainSession.opened(networks: networks)
    session.type(" new")
    #expect(session.app.form.draft[.network] == Draft.sampleUUID)
    #expect(session.dialogue.question == .field(.name))
    session = .opened(networks: [Network.sample, Network(id: Draft.sampleUUID, name: "1")])
    session.type(" 1")
    #expect(session.app.form.draft[.network] == Draft.sampleUUID)
    session = .opened(networks: networks)
    session.type(" /x")
    #expect(session.answer.first?.hasPrefix("Error: nothing here begins with \"/x\"") == true)
  }

  @Test(arguments: [
    "us-east-1 (N. Virginia)", "Region: us-east-1", "us\u{2011}east\u{2011}1", "\"us-east-1\"",
  ])
  func `a name is found without what a ticket puts around it`(text: String) {
    var session = PlainSession.asking(.cloudRegion, .sample(.aws).answering([.cloudRegion: ""]))
    session.type(text)
    #expect(session.app.form.draft[.cloudRegion] == "us-east-1")
    #expect(session.answer.first?.hasPrefix("Note: ") == true)
  }

  @Test func `a filter finds the row of a name from a ticket`() {
    var session = PlainSession.asking(.telnyxRegion, Draft([.network: Network.sample.id]))
    session.type("/Ashburn, VA")
    #expect(session.answer.filter { $0.contains("-") }.map { $0.contains("ashburn-va") } == [true])
    session.type("!", "/Equinix DC2")
    #expect(session.answer.first == "Note: Taken: DC2. Left out: \"Equinix\".")
    session.type("!", "/San Jose, IL")
    #expect(
      session.answer == ["Error: nothing fits \"San Jose, IL\"; the list is unchanged."])
  }

  @Test func `letters before a number don't make it a row's number`() {
    var session = PlainSession.asking(.cloudRegion, .sample(.aws).answering([.cloudRegion: ""]))
    session.type("x2")
    #expect(session.answer.first?.hasPrefix("Error: nothing here begins with \"x2\"") == true)
  }

  private static let places = Draft([
    .network: Network.sample.id, .telnyxRegion: "ashburn-va", .cloudProvider: "aws",
  ])

  @Test func `the first question names its default`() {
    let session = PlainSession.opened()
    #expect(
      session.log == [
        "Telnyx VXC, new cross connect. Requests go to https://api.telnyx.com/v2.",
        "? helps, < goes back, q leaves; in the form, list shows all VXCs.", "",
        "Step 1 of 6: Network", "Which network should the cross connect belong to?",
        "Network: loading the choices ... (! stops, q leaves)",
        "Network: prod-core (the only one)",
      ])
    #expect(session.prompt == "VXC name, Enter for none (no name), < back, ? help: ")
  }

  @Test func `a wait is told every ten seconds`() {
    var session = PlainSession(
      App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true))
    #expect(session.dialogue.deadline == PlainSession.now + 10)
    session.wait(seconds: 9)
    #expect(session.answer == [])
    session.wait(seconds: 1)
    #expect(session.answer == ["Still waiting, 10 s."])
    session.wait(seconds: 10)
    #expect(session.answer == ["Still waiting, 20 s."])
    session.receive(.choices(.networksLoaded(.success([.sample, Network(id: "b", name: "lab")]))))
    session.receive(.choices(.coverageLoaded(.success(.sample))))
    #expect(session.dialogue.deadline == nil)
  }

  @Test func `a list is read out once all of it is here, or can't be had`() {
    let other = Network(id: "b", name: "lab")
    let app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    var session = PlainSession(app)
    session.receive(.choices(.networksArrived([.sample])))
    #expect(session.prompt == "", "what is read out is not to grow while it is being read")
    session.receive(.choices(.networksArrived([other])))
    session.receive(.choices(.networksLoaded(.failure(.outcomeUnknown(.status(501, []))))))
    #expect(
      session.log.suffix(5) == [
        "Network", "  1. prod-core, 6a09cdc3-8948-47f0-aa62-74ac943d6c58", "  2. lab, b",
        "Warning: Could not load all of the networks. The API answered 501.",
        "  new creates a network, id lets you type it, reload asks the API again.",
      ])
  }

  @Test(arguments: [
    ("1", "aws"), ("2", "azure"), ("3", "gce"), ("", "aws"), ("gce", "gce"), ("GCE", "gce"),
    ("azu", "azure"), ("Google Partner Interconnect", "gce"), (" 2 ", "azure"),
  ])
  func `a number, a name, its beginning or nothing chooses`(line: String, value: String) {
    var session = PlainSession.asking(
      .cloudProvider, Draft([.network: Network.sample.id, .telnyxRegion: "ashburn-va"]))
    session.type(line)
    #expect(session.app.form.draft[.cloudProvider] == value)
    // AWS has two regions there; the others' one answers itself.
    #expect(
      session.dialogue.question == .field(value == "aws" ? .cloudRegion : .primaryAccount))
  }

  @Test(arguments: [
    ("0", "Error: enter a number from 1 to 3."), ("7", "Error: enter a number from 1 to 3."),
    (
      "\u{0662}", "Error: nothing here begins with \"?\"; /? looks inside the names."
    ), ("x", "Error: nothing here begins with \"x\"; /x looks inside the names."),
    ("a", "Error: 2 begin with \"a\": AWS Direct Connect, Azure ExpressRoute."),
    ("99999999999999999999", "Error: enter a number from 1 to 3."),
  ])
  func `what chooses nothing is explained`(line: String, words: String) {
    var session = PlainSession.asking(
      .cloudProvider, Draft([.network: Network.sample.id, .telnyxRegion: "ashburn-va"]))
    session.type(line)
    #expect(session.answer == [words])
    #expect(session.app.form.draft[.cloudProvider] == "")
    #expect(session.dialogue.question == .field(.cloudProvider))
  }

  @Test func `what can't be reached says why and is not chosen`() {
    var session = PlainSession.asking(
      .cloudProvider, Draft([.network: Network.sample.id, .telnyxRegion: "frankfurt-de"]))
    #expect(session.prompt.contains("Enter for 2 (Azure ExpressRoute)"))
    session.type("1")
    #expect(
      session.answer.joined(separator: " ").hasPrefix(
        "Error: AWS Direct Connect can't be reached from frankfurt-de."))
    #expect(session.dialogue.question == .field(.cloudProvider))
  }

  @Test func `a filter leaves what fits, numbers count what is left, and ! clears it`() {
    var session = PlainSession.asking(.telnyxRegion, Draft([.network: Network.sample.id]))
    session.type("/us-east-2")
    #expect(
      session.answer == [
        "  1. ashburn-va, Ashburn VA, US, DC2, AMER, AWS Azure Google",
        "  2. chicago-il, Chicago IL, US, CH1, AMER, AWS Google",
      ])
    session.type("/nowhere")
    #expect(session.answer == ["Error: nothing fits \"nowhere\"; the list is unchanged."])
    session.type("!")
    #expect(session.answer.count == 3)
    session.type("/chicago", "1")
    #expect(session.app.form.draft[.telnyxRegion] == "chicago-il")
  }

  @Test func `a long list is read out in pages`() {
    let networks = (1...45).map { Network(id: "id-\($0)", name: "net-\($0)") }
    var session = PlainSession.opened(networks: networks)
    #expect(session.log.contains("  (20 of 45; more shows the next, /text filters)"))
    session.type("more")
    #expect(session.answer.first == "  21. net-21, id-21")
    #expect(session.answer.last == "  (40 of 45; more shows the next, /text filters)")
    session.type("more")
    #expect(session.answer.last == "  (45 of 45; that was all)")
    session.type("45")
    #expect(session.app.form.draft[.network] == "id-45")
  }

  @Test func `a value of digits is not mistaken for a number that there is`() {
    var draft = Self.places
    draft.answer([.cloudRegion: "us-east-1", .primaryAccount: "123456789012"])
    var session = PlainSession.asking(.bandwidth, draft)
    session.type("500")
    #expect(session.app.form.draft[.bandwidth] == "500")
  }

  @Test func `choices that can't be loaded are asked for again, or typed`() {
    var session = PlainSession(
      App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true))
    session.receive(
      .choices(.networksLoaded(.failure(.notSent(.nameNotResolved(host: "api.telnyx.com"))))))
    #expect(session.log.contains("Error: Could not load the networks."))
    #expect(session.prompt == "Enter to ask again, new, id, ? help: ")
    session.type("")
    #expect(session.effects == [.loadNetworks])
    let other = Network(id: "b", name: "lab")
    session.receive(.choices(.networksLoaded(.success([.sample, other]))))
    #expect(session.prompt.hasPrefix("Number, Enter for 1 (prod-core)"))
  }

  @Test func `what is typed while loading answers the question, and ! stops it`() {
    var session = PlainSession(
      App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true))
    session.type("!")
    #expect(session.effects == [.cancel([.loadNetworks, .loadCoverage])])
    session.type("prod")
    session.receive(.choices(.networksLoaded(.success([.sample]))))
    #expect(session.app.form.draft[.network] == Network.sample.id)
    #expect(session.dialogue.question == .field(.name))
  }

  @Test func `what answers itself is said, and can be gone back to`() {
    var session = PlainSession.asking(
      .cloudProvider, Draft([.network: Network.sample.id, .telnyxRegion: "ashburn-va"]))
    session.type("Google")
    #expect(session.answer.contains("Google Cloud region: us-east4 (the only one)"))
    #expect(session.dialogue.question == .field(.primaryAccount))
    session.type("<")
    #expect(session.dialogue.question == .field(.cloudRegion))
  }

  @Test func `a cloud region that was a filter is chosen with its cloud`() {
    var session = PlainSession.asking(.telnyxRegion, Draft([.network: Network.sample.id]))
    session.type("/us-east-1", "1")
    #expect(session.answer.contains("AWS region: us-east-1 (from your filter)"))
    #expect(session.dialogue.question == .field(.primaryAccount))
  }

  @Test func `the review waits for a key that is being made`() {
    var session = PlainSession.asking(.wantsSecondary, .sample(.aws))
    session.type("2")
    #expect(session.effects == [.generateKey(.secondaryBGPKey)])
    #expect(session.dialogue.prompt == nil)
    session.receive(.form(.keyGenerated(.secondaryBGPKey, Secret("Abcdefghij0123456789"))))
    let key = "Secondary BGP key: a key of 20 letters and digits was generated."
    #expect(session.answer.first == key)
    #expect(session.log.contains { $0.contains("Secondary BGP key: 20 characters") })
    #expect(!session.log.contains { $0.contains("Secondary BGP key: (Telnyx assigns)") })
  }

  @Test func `the last list goes on, and says what is left alone`() {
    var session = PlainSession.asking(.wantsSecondary, .sample(.aws))
    #expect(
      session.log.contains(
        "Telnyx assigns what you leave empty. The ASN must match your AWS gateway's."))
    session.type("")
    #expect(session.app.step == .review)
    #expect(session.answer.first == "Secondary circuit: No")
    #expect(
      session.answer[1...2].joined(separator: " ").hasPrefix(
        "Not asked: AWS-side ASN, Primary Telnyx IP, Primary AWS IP, Primary BGP key."))
  }

  @Test func `two addresses on a line answer both ends`() {
    var session = PlainSession.asking(.primaryTelnyxIP, .sample(.aws))
    session.type("169.254.0.1, 169.254.0.2")
    #expect(
      session.answer.first
        == "Taken: 169.254.0.1 as Primary Telnyx IP, 169.254.0.2 as Primary AWS IP.")
    #expect(session.prompt.hasPrefix("Primary AWS IP, Enter for 169.254.0.2"))
  }
}
