import CrossConnect
import Flows
import TestSupport
import Testing

/// What tickets, mails and consoles put around an answer.
@Suite struct TypedTextTests {
  /// What is typed into a field of a cloud, what is sent, and what is said of it.
  struct Typed: CustomTestStringConvertible, Sendable {
    let provider: CloudProvider
    let field: FieldID
    let text: String
    let sent: String
    let note: String?

    init(
      _ provider: CloudProvider, _ field: FieldID, _ text: String, _ sent: String,
      _ note: String? = nil
    ) {
      self.provider = provider
      self.field = field
      self.text = text
      self.sent = sent
      self.note = note
    }

    var testDescription: String { "\(field) \(text)" }
  }

  private static let uuid = Draft.sampleUUID

  @Test(arguments: [
    Typed(
      .aws, .primaryAccount, "1234\u{2011}5678\u{2011}9012", "123456789012",
      "Taken: 123456789012. \"\u{2011}\" (U+2011) read as \"-\"."),
    Typed(
      .aws, .primaryAccount, "1234\u{A0}5678\u{A0}9012", "123456789012",
      "Taken: 123456789012. U+00A0 (no-break space) read as a blank."),
    Typed(.aws, .primaryAccount, "1234-5678-9012", "123456789012"),
    Typed(.aws, .primaryAccount, "1234 5678 9012", "123456789012", "Taken: 123456789012."),
    Typed(.aws, .primaryAccount, "  123456789012\u{A0}", "123456789012"),
    Typed(
      .aws, .primaryAccount, "\u{FEFF}123456789012\u{200B}", "123456789012",
      "Left out: U+FEFF (byte order mark), U+200B (zero-width space)."),
    Typed(
      .aws, .primaryAccount, "１２3456789012", "123456789012",
      "\"１\" (U+FF11) read as \"1\", \"２\" (U+FF12) read as \"2\"."),
    Typed(
      .aws, .primaryAccount, "１２３４５６７８９０１２", "123456789012",
      "\"１\" (U+FF11) read as \"1\", and 9 others."),
    Typed(
      .aws, .primaryAccount, "AWS Account ID: 1234-5678-9012", "123456789012",
      "Taken: 123456789012. Left out: \"AWS Account ID:\"."),
    Typed(
      .aws, .primaryAccount, "\"123456789012\"", "123456789012",
      "Taken: 123456789012. Left out: the quotes around it."),
    Typed(
      .aws, .primaryAccount, "prod (1234-5678-9012)", "123456789012",
      "Taken: 123456789012. Left out: \"prod\"."),
    Typed(
      .aws, .primaryAccount, "arn:aws:iam::123456789012:root", "123456789012",
      "Taken: 123456789012. Left out: the rest of the line."),
    Typed(
      .aws, .primaryAccount, "123456789012 / us-east-1", "123456789012",
      "Taken: 123456789012. Left out: the rest of the line."),
    Typed(
      .aws, .primaryAccount, "{\"Account\":\"123456789012\",\"UserId\":\"AIDA\"}", "123456789012",
      "Taken: 123456789012. Left out: the rest of the line."),
    Typed(
      .aws, .primaryAccount,
      "{ \"UserId\": \"AIDA\", \"Account\": \"123456789012\", \"Arn\": \"arn:aws:iam::123456789012:user/a\" }",
      "123456789012", "Taken: 123456789012. Left out: the rest of the line."),
    Typed(
      .azure, .primaryAccount, "\(uuid)\u{200B}", uuid, "Left out: U+200B (zero-width space)."),
    Typed(
      .azure, .primaryAccount, "Service key: {\(uuid)},", uuid,
      "Taken: \(uuid). Left out: \",\", \"Service key:\"."),
    Typed(.azure, .primaryAccount, "{\(uuid)}", uuid, "Taken: \(uuid)."),
    Typed(
      .azure, .primaryAccount, "urn:uuid:\(uuid)", uuid,
      "Taken: \(uuid). Left out: \"urn:\", \"uuid:\"."),
    Typed(
      .azure, .primaryAccount, uuid.replacing("-4", with: "- 4"), uuid,
      "Taken: \(uuid). Left out: the blanks in it."),
    Typed(
      .googleCloud, .primaryAccount, "pairingKey = '\(uuid)/us-east4/1'", "\(uuid)/us-east4/1",
      "Taken: \(uuid)/us-east4/1. Left out: \"pairingKey =\", the quotes around it."),
    Typed(
      .googleCloud, .primaryAccount, "\(uuid)\u{2215}us\u{2010}east4/1", "\(uuid)/us-east4/1",
      "\"\u{2215}\" (U+2215) read as \"/\", \"\u{2010}\" (U+2010) read as \"-\"."),
    Typed(.aws, .asn, "AS64512", "64512", "Taken: 64512. Left out: \"AS\"."),
    Typed(.aws, .asn, "ASN: 64512", "64512", "Taken: 64512. Left out: \"ASN:\"."),
    Typed(
      .aws, .asn, "ASN: 64512 (16 bit)", "64512",
      "Taken: 64512. Left out: \"(16 bit)\", \"ASN:\"."),
    Typed(.aws, .asn, "64512\u{AD}", "64512", "Left out: U+00AD (soft hyphen)."),
    Typed(
      .aws, .primaryTelnyxIP, "Your router peer IP: 169.254.0.1/30", "169.254.0.1/30",
      "Taken: 169.254.0.1/30. Left out: \"Your router peer IP:\"."),
    Typed(
      .aws, .primaryTelnyxIP, "169.254.0.1;", "169.254.0.1",
      "Taken: 169.254.0.1. Left out: \";\"."),
    Typed(
      .aws, .primaryTelnyxIP, "169.254.0.1 255.255.255.252", "169.254.0.1/30",
      "Taken: 169.254.0.1/30."),
    Typed(
      .aws, .primaryTelnyxIP, "169.254.0.1/255.255.255.252", "169.254.0.1/30",
      "Taken: 169.254.0.1/30."),
    Typed(
      .aws, .primaryTelnyxIP, "169.254.0.1 mask 255.255.255.252", "169.254.0.1/30",
      "Taken: 169.254.0.1/30."),
    Typed(
      .aws, .primaryTelnyxIP, "ip address 169.254.0.1 255.255.255.252", "169.254.0.1/30",
      "Taken: 169.254.0.1/30. Left out: \"ip address\"."),
    Typed(.aws, .primaryTelnyxIP, "169.254.0.1 /30", "169.254.0.1/30", "Taken: 169.254.0.1/30."),
    Typed(
      .aws, .cloudRegion, "us-east-1 (N. Virginia)", "us-east-1",
      "Taken: us-east-1. Left out: \"(N. Virginia)\"."),
    Typed(
      .aws, .cloudRegion, "US East (N. Virginia) us-east-1", "us-east-1",
      "Taken: us-east-1. Left out: \"US East (N. Virginia)\"."),
    Typed(.azure, .cloudRegion, "Newport(Wales)", "Newport(Wales)"),
    Typed(
      .aws, .telnyxRegion, "ashburn\u{2013}va (Ashburn VA, US)", "ashburn-va",
      "Taken: ashburn-va. Left out: \"(Ashburn VA, US)\". \"\u{2013}\" (U+2013) read as \"-\"."),
    Typed(
      .aws, .primaryAccount, "VLAN 301, account 1234-5678-9012, us-east-1", "123456789012",
      "Taken: 123456789012. Left out: the rest of the line."),
    Typed(
      .aws, .primaryAccount, "prod\t123456789012\t50 Mbps", "123456789012",
      "Taken: 123456789012. Left out: the rest of the line."),
    Typed(
      .aws, .primaryAccount, "account 123456789012 VLAN 301", "123456789012",
      "Taken: 123456789012. Left out: the rest of the line."),
    Typed(
      .azure, .primaryAccount, "\(uuid) | Frankfurt | 200 Mbps", uuid,
      "Taken: \(uuid). Left out: the rest of the line."),
    Typed(.azure, .primaryAccount, uuid.replacing("-", with: ""), uuid, "Taken: \(uuid)."),
    Typed(
      .googleCloud, .primaryAccount, "key \(uuid)/us-east4/1 zone 1", "\(uuid)/us-east4/1",
      "Taken: \(uuid)/us-east4/1. Left out: the rest of the line."),
    Typed(.aws, .network, "ID: \(uuid)", uuid, "Taken: \(uuid). Left out: \"ID:\"."),
    Typed(.aws, .bandwidth, "50 Mbps", "50", "Taken: 50."),
    Typed(
      .aws, .name, "prod\u{200B}\u{A0}core", "prod core",
      "Left out: U+200B (zero-width space). U+00A0 (no-break space) read as a blank."),
    Typed(.aws, .name, "a – \"b\" (c): d", "a – \"b\" (c): d"),
    Typed(.aws, .name, "👩‍👩‍👧", "👩‍👩‍👧"),
  ])
  func `what has one meaning is taken, and both this and what was left out are said`(
    typed: Typed
  ) throws {
    let draft = Draft.sample(typed.provider).answering([typed.field: typed.text])
    let field = try #require(draft.field(typed.field))
    #expect(draft.value(of: field) == typed.sent)
    let notes = draft.problems(of: field).map(\.finding).filter { $0.word == "Note" }
    #expect(notes == (typed.note.map { [.notes($0)] } ?? []))
    #expect(draft.problems(of: field).filter(\.isBlocking) == [])
    let key = try #require(field.wire.key)
    #expect(try draft.makeRequest()[key]?.text == typed.sent)
  }

  @Test(
    arguments: [
      (.aws, .primaryAccount, "12345678901٢", "U+0662 (digit of another script)"),
      (.azure, .primaryAccount, "\(uuid)é", "U+00E9 (letter beyond ASCII)"),
      (.aws, .asn, "6451②", "U+2461 (sign beyond ASCII)"),
      (.aws, .primaryTelnyxIP, "٣.1.1.1", "U+0663 (digit of another script)"),
    ] as [(CloudProvider, FieldID, String, String)])
  func `a character that can't be meant is named`(
    provider: CloudProvider, id: FieldID, text: String, name: String
  ) throws {
    let draft = Draft.sample(provider).answering([id: text])
    let field = try #require(draft.field(id))
    #expect(
      draft.problems(of: field) == [
        Problem(field: id, .blocks("\(field.label): remove \(name); it is not allowed here."))
      ])
  }

  @Test(
    arguments: [
      (.asn, "64512 64513"), (.asn, "VLAN 301 ASN 64512"), (.asn, "VLAN:301,ASN:64512"),
      (.primaryAccount, "123456789012 210987654321"), (.primaryAccount, "1234 56789012 x"),
      (.asn, "645 12"), (.primaryTelnyxIP, "169.254.0.1 0"),
      (.primaryTelnyxIP, "169.254.0.1:179"),
      (.asn, "64512:100"), (.asn, "64512 (64513)"),
      (.primaryTelnyxIP, "169.254.0.1 (left) 169.254.0.2 (right)"), (.asn, "fe80::1"),
      (.primaryAccount, "1234:56789012"),
      (.primaryTelnyxIP, "169.254.0.1 0.0.0.3"),
      (.primaryTelnyxIP, "fe80::1"), (.primaryTelnyxIP, "169.254.0.1 - 169.254.0.2"),
      (.primaryAccount, "x12345"),
    ] as [(FieldID, String)])
  func `what has two meanings is refused`(id: FieldID, text: String) throws {
    let draft = Draft.sample(.aws).answering([id: text])
    let field = try #require(draft.field(id))
    #expect(draft.problems(of: field).filter(\.isBlocking) != [])
    #expect(throws: IncompleteDraft.self) { try draft.makeRequest() }
  }

  @Test(arguments: ["Zürich (West)", "eu: \u{1B}x", "Zone 5", "a\u{200B}b\u{1B}", ""])
  func `the API's own words stay as they are`(word: String) throws {
    let draft = Draft.sample(.aws).answering([.telnyxRegion: word])
    let field = try #require(draft.field(.telnyxRegion))
    #expect(draft.value(of: field) == word)
  }

  @Test(arguments: ["us\u{2011}east\u{2011}1", "DC2 ashburn", "us-east-1\u{200B}"])
  func `a filter finds what was pasted with look-alikes`(text: String) throws {
    let app = App.opened()
    let field = try #require(app.form.draft.field(.telnyxRegion))
    guard case .choices(let list) = app.asking(of: field) else { return }
    #expect(list.places(passing: ChoiceFilter(text)) == [0])
  }
}
