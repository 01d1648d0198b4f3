import Commands
import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

/// What a file of answers may hold.
@Suite struct SourceTests {
  /// What is said of a file, in the place of the problems of the order.
  private func problems(
    in text: String, _ change: (inout OrderOptions) -> Void = { _ in }
  ) async -> [String] {
    let stage = Stage { _, _ in .refusal(404, code: "10005", "Not there.") }
    var options = OrderOptions()
    options.source = .init(name: "order.json", data: Data(text.utf8))
    options.purpose = .showRequest
    change(&options)
    let code = await stage.run.create(options)
    #expect(stage.transport.received.isEmpty)
    stage.expectNoKey(["yFV4wEPtPVPfDUGLWiyQzwga"])
    guard code == 2 else { return [] }
    #expect(
      stage.streams.words.first == "vxc: Nothing was ordered. There is something to put right:")
    return stage.streams.words.dropFirst().map(\.trimmed)
  }

  /// A request for AWS, with other members.
  private func request(_ changes: [String: JSONValue] = [:]) -> String {
    let members = Dictionary(
      Draft.sample(.aws).requestSoFar.members.map { ($0.key, $0.value) },
      uniquingKeysWith: { first, _ in first })
    return JSONValue.object(members.merging(changes) { $1 }).jsonText
  }

  @Test func `asterisks in the place of a key are no key`() async {
    let masked = request(["primary_bgp_key": .string("********************")])
    #expect(
      await problems(in: masked) == [
        "--from: primary_bgp_key in order.json is masked. Give the key with --primary-bgp-key-file, or have one made with --generate-bgp-keys."
      ])
    #expect(
      await problems(in: masked) { $0.keys[.primaryBGPKey] = Secret("yFV4wEPtPVPfDUGLWiyQzwga") }
        == [])
    #expect(await problems(in: masked) { $0.generatesKeys = true } == [])
  }

  @Test func `a secondary of the file can be left out`() async {
    let both = request(["secondary_bgp_key": .string("********************")])
    let said = await problems(in: both)
    #expect(said.contains { $0.hasSuffix("--generate-bgp-keys.") }, "\(said)")
    let without = await problems(in: both) { $0.answers[.wantsSecondary] = "no" }
    #expect(without == [])
  }

  @Test func `what a dry run shows with masked keys is not ordered`() async {
    var options = OrderOptions()
    let full = Draft.fullSample(.azure).requestSoFar
    options.source = .init(name: "dry.json", data: Data(full.text(showingSecrets: false).utf8))
    options.isConfirmed = true
    let stage = Stage { _, _ in .refusal(404, code: "10005", "Not there.") }
    #expect(await stage.run.create(options) == 2)
    #expect(
      stage.streams.words.contains {
        $0.hasPrefix("  --from: primary_bgp_key in dry.json is masked.")
      })
    #expect(stage.transport.changes.isEmpty)
  }

  @Test func `values of another type are problems, each by its key`() async {
    let odd = request([
      "bandwidth_mbps": .string("50"), "name": .integer(5), "bgp_asn": .bool(true),
      "network_id": .array([]),
    ])
    #expect(
      await problems(in: odd).filter { $0.hasPrefix("--from") } == [
        "--from: network_id in order.json takes a text in quotes.",
        "--from: name in order.json takes a text in quotes.",
        "--from: bandwidth_mbps in order.json takes a whole number without quotes.",
        "--from: bgp_asn in order.json takes a whole number without quotes, or null.",
      ])
  }

  @Test func `null is no answer, and none of another type`() async {
    #expect(await problems(in: request(["name": .null, "bgp_asn": .null])) == [])
  }

  @Test func `a member that is there twice is a problem`() async {
    #expect(
      await problems(in: "{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}") == [
        "--from: order.json has \"name\" twice, again in line 3. Keep one."
      ])
  }

  @Test(arguments: [
    ("{\n  \"name\": \"a\",\n}", "--from: order.json is not JSON from line 3, character 1 on."),
    ("{", "--from: order.json is not JSON from line 1, character 2 on."),
    ("", "--from: order.json is empty."),
    ("[]", "--from: order.json holds no JSON object."),
  ])
  func `what is no order is said, and where`(text: String, sentence: String) async {
    #expect(await problems(in: text) == [sentence])
  }

  @Test func `a key in a file that can't be used is not repeated`() async {
    let key = "\"yFV4wEPtPVPfDUGLWiyQzwga\""
    for text in [
      "{\"primary_bgp_key\": \(key), \"primary_bgp_key\": \(key)}", "{\"primary_bgp_key\": \(key)",
      "[\(key)]", "\(key)", "{\"cloud_provider\": \"aws\", \"other\": \(key), \"name\": [\(key)]}",
    ] {
      #expect(await problems(in: text) != [], "\(text.count)")
    }
  }

  @Test func `without a cloud nothing is called no part of the order`() async {
    #expect(
      await problems(in: request(["cloud_provider": .string("ibm")])) == [
        "--provider: \"ibm\" is not a cloud provider. Use one of: aws, azure, gce."
      ])
  }
}
