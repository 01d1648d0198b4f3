import CrossConnect
import Flows
import TelnyxAPI
import TestSupport
import Testing

@testable import PlainUI

/// Typing answers: defaults, checks, going back, clearing, repeating, secrets.
@Suite struct PlainAnswerTests {
  @Test func `an error keeps the question, a warning does not`() {
    var session = PlainSession.asking(.primaryAccount, .sample(.aws))
    session.type("12345")
    #expect(session.answer == ["Error: An AWS account ID has 12 digits; this has 5."])
    #expect(session.dialogue.question == .field(.primaryAccount))
    session.type("1234-5678-9012")
    #expect(session.app.step == .bandwidth)

    session = .asking(.asn, .sample(.aws))
    session.type("65000")
    #expect(session.answer.first?.hasPrefix("Warning: Usually 64512;") == true)
    #expect(session.dialogue.question == .field(.primaryTelnyxIP))
  }

  @Test func `a line that can't be an answer is not taken, and that is said`() {
    for field in [FieldID.name, .primaryBGPKey, .telnyxRegion] {
      var session = PlainSession.asking(field, .sample(.aws))
      let before = session.app.form.draft
      session.type(String(repeating: "/x", count: 30_000))
      #expect(
        session.answer == ["Error: Not taken: that is 60000 characters; the limit is 4096."])
      #expect(session.app.form.draft == before)
      #expect(session.dialogue.question == .field(field))
    }
  }

  @Test func `what is needed can't be passed over`() {
    var session = PlainSession.asking(.primaryAccount, .sample(.aws))
    session.type("!")
    #expect(session.answer == ["Cleared: AWS account ID."])
    session.type("")
    #expect(session.answer == ["Error: Enter the AWS account ID."])
  }

  @Test func `a refused answer is never the default`() {
    var session = PlainSession.asking(.primaryAccount, .sample(.aws))
    session.type("12345")
    #expect(session.prompt == "AWS account ID, < back, ? help: ")
    session.type("")
    #expect(
      session.answer == [
        "Error: this answer was refused; enter another, or ! to clear it."
      ])
    session.type("!")
    #expect(session.app.form.draft[.primaryAccount] == "")
  }

  @Test(
    arguments: [("/bandwidth_mbps", .bandwidth), ("/bgp_asn", .asn)] as [(String, FieldID)])
  func `what the API refused is no default either`(source: String, id: FieldID) {
    var session = PlainSession.reviewing(.sample(.aws))
    session.type("create")
    let error = APIError(code: "10015", message: "not now", source: source)
    session.receive(
      .submission(.orderAnswered(.failure(.refused(status: 422, [error])), at: PlainSession.now)))
    session.receive(.choices(.coverageLoaded(.success(.sample))))
    session.type("e1")
    #expect(session.dialogue.question == .field(id))
    #expect(!session.prompt.contains("Enter for"))
    session.type("")
    #expect(session.answer.first?.hasPrefix("Error: this answer was refused;") == true)
    #expect(session.dialogue.question == .field(id))
  }

  @Test func `a key is taken with every blank in it, and refused for one at its end`() {
    var session = PlainSession.asking(.primaryBGPKey, .sample(.aws))
    session.type("abcdef123 ")
    #expect(
      session.answer == [
        "Received 10 characters.",
        "Error: This BGP key ends with a space. Remove it.",
      ])
    session.type(" generate")
    #expect(session.app.form.draft[.primaryBGPKey] == "generate")
  }

  @Test func `what was left out of an answer is said`() {
    var session = PlainSession.asking(.primaryAccount, .sample(.aws))
    session.type("AWS Account ID: 1234-5678-9012")
    #expect(session.answer.first == "Note: Taken: 123456789012. Left out: \"AWS Account ID:\".")
    #expect(session.app.step == .bandwidth)
  }

  @Test func `Enter keeps the answer that is named, ! takes it away`() {
    var session = PlainSession.asking(.asn, .sample(.aws))
    #expect(session.prompt == "AWS-side ASN, Enter for 64512, < back, ? help: ")
    session.type("!")
    #expect(session.prompt == "AWS-side ASN, Enter for none (Telnyx assigns), < back, ? help: ")
    session.type("")
    #expect(session.app.form.draft[.asn] == "")
    #expect(session.dialogue.question == .field(.primaryTelnyxIP))
  }

  @Test func `back goes question by question, also to the page before`() {
    var session = PlainSession.asking(.cloudRegion, .sample(.aws))
    session.type("<")
    #expect(session.dialogue.question == .field(.cloudProvider))
    session.type("<")
    #expect(session.dialogue.question == .field(.telnyxRegion))
    session.type("<")
    #expect(session.dialogue.question == .field(.name))
    session.type("<", "<")
    #expect(session.answer == ["Error: this is the first question; q leaves."])
    #expect(session.app.form.draft == .sample(.aws))
  }

  @Test func `the question is repeated whole, and help says what can be typed`() {
    var session = PlainSession.asking(.cloudProvider, .sample(.aws))
    let prompt = session.prompt
    session.type(".")
    #expect(session.answer.first == "Cloud provider")
    #expect(session.answer.count == 4)
    session.type("?")
    #expect(
      session.answer.first?.hasPrefix("Cloud provider: the cloud that the link goes to.") == true)
    #expect(session.answer.contains("< goes back, > on to the next step, ! clears, . repeats."))
    #expect(session.prompt == prompt)
  }

  @Test func `a line that begins with a space is taken as it is`() {
    var session = PlainSession.asking(.name, .sample(.aws))
    session.type(" q")
    #expect(session.app.form.draft[.name] == "q")
    #expect(session.dialogue.ending == nil)
  }

  @Test func `a secret is counted, and shown only when asked for`() {
    let key = "yFV4wEPtPVPfDUGLWiyQzwga"
    var session = PlainSession.asking(.primaryBGPKey, .sample(.aws))
    #expect(session.dialogue.prompt?.isSecret == true)
    session.type(key)
    #expect(session.answer.first == "Received 24 characters.")
    session.type("<")
    #expect(session.prompt.contains("Enter for the 24 characters given"))
    #expect(!session.log.joined().contains(key))
    session.type("show")
    #expect(session.answer == ["Primary BGP key: \(key)"])
  }

  @Test func `a generated key replaces another only when asked twice`() {
    var session = PlainSession.asking(.primaryBGPKey, .sample(.aws))
    session.type("generate")
    #expect(session.effects == [.generateKey(.primaryBGPKey)])
    #expect(session.dialogue.prompt == nil)
    session.receive(.form(.keyGenerated(.primaryBGPKey, Secret("Abcdefghij0123456789"))))
    #expect(session.answer == ["A key of 20 letters and digits was generated; show shows it."])
    session.type("generate")
    #expect(session.effects == [])
    session.type("generate")
    #expect(session.effects == [.generateKey(.primaryBGPKey)])
  }

  @Test func `a secondary without anything of its own is sent back to`() {
    var session = PlainSession.asking(.wantsSecondary, .sample(.aws))
    session.type("yes", "", "", "")
    #expect(session.dialogue.question == .field(.wantsSecondary))
    #expect(session.log.contains("Error: There is a problem."))
    session.type("no")
    #expect(session.app.step == .review)
  }

  @Test func `the end of the input leaves`() {
    var session = PlainSession.asking(.name, .sample(.aws))
    session.end()
    #expect(session.answer == ["Nothing was ordered."])
    #expect(session.dialogue.ending?.code == 130)
    #expect(session.dialogue.prompt == nil)
  }

  @Test func `names are shown as the character set can`() {
    let network = Network(id: "x", name: "caf\u{E9} \u{65E5}\u{672C}\u{1B}[31m\u{202E}")
    let plain = PlainSession.opened(networks: [network])
    #expect(plain.log.contains("Network: caf? ????^[[31m<U+202E> (the only one)"))
    var unicode = PlainSession(
      App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true),
      showsUnicode: true)
    unicode.receive(.choices(.networksLoaded(.success([network]))))
    #expect(
      unicode.answer.contains("Network: caf\u{E9} \u{65E5}\u{672C}^[[31m<U+202E> (the only one)"))
  }
}
