import Commands
import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

/// What `vxc create` says of answers before anything is ordered.
@Suite struct CheckTests {
  /// An API with the sample's network, and with this coverage.
  private func stage(
    coverage: ScriptedTransport.Answer = .data(Coverage.sample.json),
    networks: ScriptedTransport.Answer = .data(
      .array([.object(["id": .string(Network.sample.id), "name": .string("prod-core")])]))
  ) -> Stage {
    Stage { request, _ in
      switch request.path.prefix(while: { $0 != "?" }) {
      case "/networks": networks
      case "/virtual_cross_connects_coverage": coverage
      default: .refusal(404, code: "10005", "Not there.")
      }
    }
  }

  /// The options of an AWS order that is offered, for a check.
  private func options(_ changes: [FieldID: String] = [:]) -> OrderOptions {
    var options = OrderOptions()
    options.answers = [
      .network: Network.sample.id, .telnyxRegion: "ashburn-va", .cloudProvider: "aws",
      .cloudRegion: "us-east-1", .primaryAccount: "123456789012", .bandwidth: "50",
    ].merging(changes) { $1 }
    options.purpose = .check
    return options
  }

  @Test func `without coverage nothing is called offered`() async {
    let stage = stage(coverage: .data(.array([])))
    #expect(await stage.run.create(options()) == 2)
    #expect(stage.streams.results.isEmpty)
    #expect(
      stage.streams.words == [
        "vxc: Nothing was ordered. There is something to put right:",
        "  --region: Telnyx lists no coverage for this account.",
      ])
  }

  @Test func `an order without coverage is for Telnyx to check, and that is said`() async {
    var options = options()
    options.purpose = .order
    let stage = stage(coverage: .data(.array([])))
    #expect(await stage.run.create(options) == 2, "nobody confirms it")
    #expect(
      stage.streams.words.prefix(2) == [
        "Note: Telnyx lists no coverage for this account.",
        "  What is ordered is for Telnyx to check.",
      ])
  }

  @Test(arguments: [FieldID.telnyxRegion, .cloudRegion, .cloudProvider, .bandwidth, .network])
  func `a line break in an answer begins no line`(field: FieldID) async {
    let stage = stage()
    #expect(await stage.run.create(options([field: "x\nvxc: Ordered."])) == 2)
    #expect(!stage.streams.words.contains { $0.contains("\n") }, "\(stage.streams.words)")
  }

  @Test func `a network is looked up by its ID, too`() async {
    let stage = stage()
    #expect(await stage.run.create(options([.network: Draft.sampleUUID])) == 2)
    #expect(
      stage.streams.words.last
        == "  --network: This account has no network with the ID \(Draft.sampleUUID).")
  }

  @Test func `an unknown network is told with all other problems`() async {
    let stage = stage()
    let code = await stage.run.create(options([.network: "prod", .telnyxRegion: "atlantis-at"]))
    #expect(code == 2)
    #expect(
      stage.streams.words == [
        "vxc: Nothing was ordered. There is something to put right:",
        "  --network: This account has no network called \"prod\".",
        "  --region: Telnyx does not offer atlantis-at. Choose another region.",
      ])
  }

  @Test func `networks that could not be read make a check impossible`() async {
    let stage = stage(networks: .refusal(400, code: "10015", "No."))
    #expect(await stage.run.create(options()) == 4)
    #expect(
      stage.streams.words == [
        "vxc: Could not load the networks.", "  The API answered 400:", "  No. (code 10015)",
        "  Nothing was ordered.",
      ])
  }

  @Test func `letter case and blanks are no difference, and what is sent is as Telnyx has it`()
    async throws
  {
    let stage = stage()
    var options = options([
      .network: Network.sample.id.uppercased(), .telnyxRegion: "Ashburn-VA",
      .cloudRegion: "US-East-1",
    ])
    #expect(await stage.run.create(options) == 0, "\(stage.streams.words)")
    options.answers[.network] = "prod-core"
    options.purpose = .showRequest
    let shown = self.stage()
    #expect(await shown.run.create(options) == 0, "\(shown.streams.words)")
    let json = try JSONValue(parsing: Data(shown.streams.results.joined().utf8))
    #expect(json["network_id"] == .string(Network.sample.id))
    #expect(json["region_code"] == .string("ashburn-va"))
    #expect(json["cloud_provider_region"] == .string("us-east-1"))
  }

  @Test func `as JSON a check is one document, whatever it finds`() async {
    var options = options()
    options.result.form = .json
    let good = stage()
    #expect(await good.run.create(options) == 0)
    #expect(good.streams.results == [#"{"data":{"offered":true,"problems":[]}}"#])
    options.answers[.primaryAccount] = "12345"
    let bad = stage()
    #expect(await bad.run.create(options) == 2)
    #expect(
      bad.streams.results == [
        #"{"data":{"offered":false,"problems":["--account: An AWS account ID has 12 digits; this has 5."]}}"#
      ])
  }

  @Test func `an answer without a value is a problem, and no other answer`() async {
    let stage = stage()
    var options = options([.asn: "", .name: " ", .network: ""])
    options.keys[.primaryBGPKey] = Secret("")
    #expect(await stage.run.create(options) == 2)
    #expect(
      stage.streams.words == [
        "vxc: Nothing was ordered. There is something to put right:",
        "  --network: The value is empty. Give one, or leave the option out.",
        "  --name: The value is empty. Give one, or leave the option out.",
        "  --asn: The value is empty. Give one, or leave the option out.",
        "  --primary-bgp-key-file: The file is empty. Name another, or leave the option out.",
      ])
  }

  @Test func `keys to be made where there are keys are a problem`() async {
    let stage = stage()
    var options = options()
    options.keys[.primaryBGPKey] = Secret("yFV4wEPtPVPfDUGLWiyQzwga")
    options.generatesKeys = true
    #expect(await stage.run.create(options) == 2)
    #expect(
      stage.streams.words.last
        == "  --generate-bgp-keys: Every circuit has a key already. Leave it out.")
    let empty = self.stage()
    options.keys[.primaryBGPKey] = Secret("")
    #expect(await empty.run.create(options) == 2)
    #expect(
      empty.streams.words.dropFirst() == [
        "  --primary-bgp-key-file: The file is empty. Name another, or leave the option out."
      ])
  }

  @Test func `a missing secondary is put right by options, not by rows of the wizard`() async {
    let aws = stage()
    #expect(await aws.run.create(options([.wantsSecondary: "yes"])) == 2)
    #expect(
      aws.streams.words.last
        == "  --secondary: A secondary circuit needs an address pair or a BGP key here. Otherwise leave it out. Its options: --secondary-ips, --secondary-bgp-key-file, --generate-bgp-keys, --no-secondary."
    )
  }

  /// What is said of an order that shows its request only.
  private func words(_ answers: [FieldID: String], _ source: String? = nil) async -> [String] {
    var options = OrderOptions()
    options.answers = answers
    options.source = source.map { .init(name: "order.json", data: Data($0.utf8)) }
    options.purpose = .showRequest
    let stage = stage()
    _ = await stage.run.create(options)
    return stage.streams.words
  }

  @Test func `Azure's two circuits are no option, and that is said as it is`() async {
    let azure: [FieldID: String] = [
      .network: Network.sample.id, .telnyxRegion: "ashburn-va", .cloudProvider: "azure",
      .cloudRegion: "Frankfurt", .primaryAccount: Draft.sampleUUID, .wantsSecondary: "yes",
    ]
    #expect(
      await words(azure).contains(
        "Note: --secondary: Azure ExpressRoute always has both circuits."))
    let key = await words(azure.merging([.secondaryAccount: Draft.sampleUUID]) { $1 })
    #expect(
      key.last
        == "  --secondary-account: Azure ExpressRoute takes one Service key for both circuits. Leave it out."
    )
  }

  @Test func `an ASN that nobody gave is noted`() async {
    var answers = options().answers
    #expect(
      await words(answers).contains("Note: --asn: vxc sends 64512, the usual AWS-side ASN."))
    answers[.asn] = "auto"
    #expect(await words(answers).contains { $0.contains("--asn") } == false)
  }

  @Test func `without a cloud, what every cloud needs is missing, too`() async {
    #expect(
      await words([.network: Network.sample.id, .telnyxRegion: "ashburn-va"]).dropFirst() == [
        "  --provider: Choose a cloud provider.",
        "  --cloud-region: Every cloud needs it: AWS region, Azure region, Google Cloud region.",
        "  --account: Every cloud needs it: AWS account ID, Service key, Pairing key.",
      ])
    #expect(
      await words(
        [.network: Network.sample.id, .telnyxRegion: "ashburn-va", .cloudRegion: "us-east-1"],
        #"{"primary_cloud_account_id": "123456789012", "colour": 5}"#
      ).dropFirst() == [
        "  --from: colour does not belong to this order. Take it out of order.json.",
        "  --provider: Choose a cloud provider.",
      ])
  }

  @Test func `a remark about an address says which, and once`() async {
    var answers = options().answers
    answers[.primaryTelnyxIP] = "8.8.8.8"
    answers[.primaryCloudIP] = "8.8.8.9"
    answers[.wantsSecondary] = "yes"
    answers[.secondaryTelnyxIP] = "169.254.0.5"
    let words = await words(answers)
    let notes = words.filter { $0.contains("-ips") }
    #expect(Set(notes).count == notes.count && notes.count > 2, "\(words)")
    let azure: [FieldID: String] = [
      .network: Network.sample.id, .telnyxRegion: "ashburn-va", .cloudProvider: "azure",
      .cloudRegion: "Frankfurt", .primaryAccount: Draft.sampleUUID,
      .primaryTelnyxIP: "10.0.0.1", .primaryCloudIP: "10.0.0.2",
    ]
    #expect(
      await self.words(azure).contains(
        "Note: --secondary-ips: Only the primary circuit has addresses; Telnyx assigns the secondary's."
      ))
    #expect(
      notes.allSatisfy {
        $0.contains("Telnyx's address: ") || $0.contains("the cloud's address: ")
      },
      "\(words)")
  }

  @Test func `without a network no key is needed to say so`() async {
    var options = options()
    options.answers[.network] = nil
    options.purpose = .showRequest
    let stage = stage()
    #expect(await stage.run.create(options) == 2)
    #expect(
      stage.streams.words.last
        == "  --network: Choose a network, create one, or enter a network ID.")
    #expect(stage.transport.received.isEmpty)
  }
}
