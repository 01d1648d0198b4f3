import CrossConnect
import TestSupport
import Testing

/// What is said about the addresses of the circuits, each for itself and against the others.
@Suite struct AddressCheckTests {
  /// The findings at each address field, in the order of the form.
  private static func findings(_ draft: Draft) -> [FieldID: [Finding]] {
    let fields: [FieldID] = [
      .primaryTelnyxIP, .primaryCloudIP, .secondaryTelnyxIP, .secondaryCloudIP,
    ]
    return draft.problems(in: .circuits).filter { $0.field.map(fields.contains) == true }
      .reduce(into: [:]) { result, problem in
        guard let field = problem.field else { return }
        result[field, default: []].append(problem.finding)
      }
  }

  @Test(arguments: [CloudProvider.aws, .azure])
  func `one end alone warns at the cloud's`(provider: CloudProvider) {
    let plain = Draft.sample(provider)
    #expect(Self.findings(plain) == [:])
    let primary = Self.findings(plain.answering([.primaryTelnyxIP: "169.254.0.1"]))
    #expect(
      primary[.primaryCloudIP] == [
        .warns("\(provider.rules.shortName)'s address is empty; Telnyx assigns it.")
      ])
    let secondary = Self.findings(
      plain.answering([.wantsSecondary: "yes", .secondaryCloudIP: "169.254.0.6"]))
    #expect(
      secondary[.secondaryCloudIP] == [.warns("Telnyx's address is empty; Telnyx assigns it.")])
  }

  @Test(arguments: [CloudProvider.aws, .azure])
  func `addresses on one circuit of two warn at the other`(provider: CloudProvider) {
    let plain = Draft.sample(provider).answering([.wantsSecondary: "yes"])
    let sentences: (Circuit) -> Finding = {
      $0 == .primary
        ? .warns("Only the secondary circuit has addresses; Telnyx assigns the primary's.")
        : .warns("Only the primary circuit has addresses; Telnyx assigns the secondary's.")
    }
    #expect(
      Self.findings(
        plain.answering([.primaryTelnyxIP: "169.254.0.1", .primaryCloudIP: "169.254.0.2"]))
        == [.secondaryCloudIP: [sentences(.secondary)]])
    #expect(
      Self.findings(
        plain.answering([.secondaryTelnyxIP: "169.254.0.5", .secondaryCloudIP: "169.254.0.6"]))
        == [.primaryCloudIP: [sentences(.primary)]])
  }

  @Test(arguments: [
    ("10.0.0.1/30", "10.0.0.2/29", "The two ends have different prefix lengths: /30 and /29."),
    ("10.0.0.1/29", "10.0.0.2/30", "The two ends have different prefix lengths: /29 and /30."),
    ("10.0.0.1/29", "10.0.0.9/29", "The two ends are not in one /29: 10.0.0.0/29 and 10.0.0.8/29."),
    ("10.0.0.1", "10.0.0.6/30", "The two ends are not in one /30: 10.0.0.0/30 and 10.0.0.4/30."),
  ])
  func `prefix lengths and networks that don't go together warn`(
    telnyx: String, cloud: String, sentence: String
  ) {
    let draft = Draft.sample(.aws).answering([.primaryTelnyxIP: telnyx, .primaryCloudIP: cloud])
    #expect(Self.findings(draft) == [.primaryCloudIP: [.warns(sentence)]])
  }

  @Test(arguments: ["10.0.0.1/31", "10.0.0.1/32", "10.0.0.1/24", "10.0.0.1/0"])
  func `an odd prefix length warns`(text: String) {
    let length = text.split(separator: "/")[1]
    #expect(
      PeerAddress.finding(for: text)
        == .warns("\(text) has a /\(length); the two ends of a circuit usually share a /30."))
  }

  @Test func `ends in one /29 or with one prefix length between them are silent`() {
    for (telnyx, cloud) in [
      ("10.0.0.1/29", "10.0.0.6/29"), ("10.0.0.1/30", "10.0.0.2"), ("10.0.0.1", "10.0.0.2/30"),
    ] {
      let draft = Draft.sample(.aws).answering([.primaryTelnyxIP: telnyx, .primaryCloudIP: cloud])
      #expect(Self.findings(draft) == [:], "\(telnyx) \(cloud)")
    }
  }

  @Test(arguments: [CloudProvider.aws, .azure])
  func `both ends equal block at the cloud's`(provider: CloudProvider) {
    for cloud in ["169.254.0.1", "169.254.0.1/30"] {
      let draft = Draft.sample(provider).answering([
        .primaryTelnyxIP: "169.254.0.1", .primaryCloudIP: cloud,
      ])
      #expect(
        Self.findings(draft).filter { $0.key == .primaryCloudIP }
          == [
            .primaryCloudIP: [.blocks("Both ends have the address \(cloud); each needs its own.")]
          ])
    }
  }

  @Test(arguments: [CloudProvider.aws, .azure])
  func `ends that aren't in one /30 warn`(provider: CloudProvider) {
    let draft = Draft.sample(provider).answering([
      .primaryTelnyxIP: "169.254.0.1", .primaryCloudIP: "169.254.0.6",
    ])
    #expect(
      Self.findings(draft).filter { $0.key == .primaryCloudIP } == [
        .primaryCloudIP: [
          .warns("The two ends are not in one /30: 169.254.0.0/30 and 169.254.0.4/30.")
        ]
      ])
  }

  @Test(arguments: [CloudProvider.aws, .azure])
  func `an address of the primary circuit blocks on the secondary`(provider: CloudProvider) {
    for shared in ["169.254.0.1", "169.254.0.2", "169.254.0.1/30"] {
      for field in [FieldID.secondaryTelnyxIP, .secondaryCloudIP] {
        let draft = Draft.fullSample(provider).answering([field: shared])
        let blocking = Self.findings(draft)[field]?.filter(\.isBlocking)
        #expect(
          blocking == [.blocks("\(shared) is already used on the primary circuit.")],
          "\(field) \(shared)")
        #expect(throws: IncompleteDraft.self) { try draft.makeRequest() }
      }
    }
  }

  @Test func `the primary's addresses don't matter once the secondary is hidden`() throws {
    let draft = Draft.fullSample(.aws).answering([
      .secondaryTelnyxIP: "169.254.0.1", .wantsSecondary: "no",
    ])
    #expect(Self.findings(draft) == [:])
    #expect(try draft.makeRequest()["primary_telnyx_ip"] == .string("169.254.0.1"))
  }

  @Test func `Azure wants Telnyx at the first usable address`() {
    let telnyx: Finding = .warns("Azure expects Telnyx at the first usable address of the /30.")
    let draft = Draft.fullSample(.azure).answering([
      .primaryTelnyxIP: "169.254.0.2", .primaryCloudIP: "169.254.0.1",
      .secondaryTelnyxIP: "169.254.0.6", .secondaryCloudIP: "169.254.0.5",
    ])
    #expect(
      Self.findings(draft) == [.primaryTelnyxIP: [telnyx], .secondaryTelnyxIP: [telnyx]])
    let swapped = Draft.fullSample(.aws).answering([
      .primaryTelnyxIP: "169.254.0.2", .primaryCloudIP: "169.254.0.1",
    ])
    #expect(Self.findings(swapped) == [:])
  }

  @Test(arguments: ["169.254.0", "169.254.0.300", "fe80::1", "169.254.0.1/33"])
  func `a malformed address blocks with an example`(text: String) {
    let draft = Draft.fullSample(.aws).answering([.primaryTelnyxIP: text])
    #expect(
      Self.findings(draft) == [
        .primaryTelnyxIP: [
          .blocks("\"\(text)\" is not an IPv4 address; it looks like 169.254.0.1.")
        ]
      ])
  }

  @Test func `the reference's example only warns`() throws {
    let draft = Draft.sample(.aws).answering([
      .wantsSecondary: "yes", .primaryTelnyxIP: "169.254.0.1", .primaryCloudIP: "169.254.0.2",
      .secondaryTelnyxIP: "169.254.0.3", .secondaryCloudIP: "169.254.0.4",
    ])
    #expect(
      Self.findings(draft) == [
        .secondaryTelnyxIP: [
          .warns(
            "169.254.0.3 is the broadcast address of its /30; its hosts are 169.254.0.1 and 169.254.0.2."
          )
        ],
        .secondaryCloudIP: [
          .warns(
            "169.254.0.4 is the network address of its /30; its hosts are 169.254.0.5 and 169.254.0.6."
          ),
          .warns("The two ends are not in one /30: 169.254.0.0/30 and 169.254.0.4/30."),
        ],
      ])
    #expect(try draft.makeRequest()["secondary_cloud_ip"] == .string("169.254.0.4"))
  }
}
