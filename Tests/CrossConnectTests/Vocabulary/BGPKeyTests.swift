import CrossConnect
import TestSupport
import Testing

@Suite struct BGPKeyTests {
  private static let limits: [CloudProvider: BGPKey.Limits] = [
    .aws: BGPKey.Limits(length: 6...80, alphabet: .printable),
    .azure: BGPKey.Limits(length: 1...25, alphabet: .lettersAndDigits),
    .googleCloud: BGPKey.Limits(length: 1...80, alphabet: .printable),
  ]

  @Test(
    arguments: [
      (.aws, 5, "A BGP key has 6 to 80 characters here; this has 5."),
      (.aws, 6, nil), (.aws, 80, nil),
      (.aws, 81, "A BGP key has 6 to 80 characters here; this has 81."),
      (.azure, 1, nil), (.azure, 25, nil),
      (.azure, 26, "A BGP key has at most 25 characters here; this has 26."),
      (.googleCloud, 1, nil), (.googleCloud, 80, nil),
      (.googleCloud, 81, "A BGP key has at most 80 characters here; this has 81."),
    ] as [(CloudProvider, Int, String?)])
  func `each cloud has its limits on length`(
    provider: CloudProvider, count: Int, sentence: String?
  ) throws {
    let key = String(repeating: "k", count: count)
    for id in [FieldID.primaryBGPKey, .secondaryBGPKey]
    where provider.rules.descriptor(id) != nil {
      let draft = Draft.fullSample(provider).answering([id: key])
      let field = try #require(draft.field(id))
      #expect(
        draft.problems(of: field) == (sentence.map { [Problem(field: id, .blocks($0))] } ?? []))
    }
    let limits = try #require(Self.limits[provider])
    #expect(BGPKey.finding(for: key, limits: limits) == sentence.map { .blocks($0) })
  }

  @Test(arguments: CloudProvider.allCases)
  func `each cloud has its alphabet`(provider: CloudProvider) throws {
    let limits = try #require(Self.limits[provider])
    let letters = "A BGP key is made of letters and digits only here"
    let printable = "A BGP key is made of printable ASCII characters"
    let isAzure = provider == .azure
    for (key, name) in [
      ("key-with-dash", "U+002D (\"-\")"), ("key_under", "U+005F (\"_\")"),
      ("~!@#$%^&*()", "U+007E (\"~\")"), ("under_score", "U+005F (\"_\")"),
    ] {
      let refusal = Finding.blocks("\(letters); this has \(name).")
      #expect(BGPKey.finding(for: key, limits: limits) == (isAzure ? refusal : nil), "\(key)")
    }
    for (key, name) in [
      ("schlüssel", "U+00FC (letter beyond ASCII)"), ("ключик", "U+043A (letter beyond ASCII)"),
      ("key٥٥٥٥", "U+0665 (digit of another script)"), ("tab\tkey", "U+0009 (tab)"),
      ("key\u{7F}keys", "U+007F (control character)"),
      ("１２３４５６", "U+FF11 (full-width character)"),
      ("key\u{200B}keys", "U+200B (zero-width space)"),
    ] {
      let refusal = Finding.blocks("\(isAzure ? letters : printable); this has \(name).")
      #expect(BGPKey.finding(for: key, limits: limits) == refusal, "\(key)")
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `a blank at an end and quotes around a key are told, never taken off`(
    provider: CloudProvider
  ) throws {
    let field = try #require(Draft.fullSample(provider).field(.primaryBGPKey))
    for (key, end) in [("abcdef123 ", "ends"), (" abcdef123", "begins")] {
      let draft = Draft.fullSample(provider).answering([.primaryBGPKey: key])
      #expect(draft.value(of: field) == key)
      let finding = Finding.blocks(
        "This BGP key \(end) with a space. Remove it.")
      #expect(draft.problems(of: field) == [Problem(field: .primaryBGPKey, finding)])
      #expect(throws: IncompleteDraft.self) { try draft.makeRequest() }
    }
    let line = Draft.fullSample(provider).answering([.primaryBGPKey: "\tabcdef123\n"])
    #expect(line.value(of: field) == "abcdef123", "a line that was copied whole")
    let limits = try #require(Self.limits[provider])
    guard limits.alphabet == .printable else { return }
    #expect(
      BGPKey.finding(for: "\"abcdef\"", limits: limits)
        == .warns("The quotes are part of this key. Remove them if you do not mean them."))
  }

  @Test(arguments: [
    "authKey: abcdef1234567890", "authKey=abcdef", "MD5:abcdef", "BGP authentication key: abcdef",
    "\"authKey\": \"abcdef\"", "primary_bgp_key = abcdef", "password:abcdef", "Secret= abcdef",
  ])
  func `a label before a key is told, and sent`(key: String) throws {
    let warning = Finding.warns(
      "This BGP key begins like a label. All \(key.count) characters are sent, the label too.")
    try Self.expect(key, warning)
  }

  @Test(arguments: ["abc def", "password 7 094F471A1A0A", "ab: cdef"])
  func `blanks in a key are told, and sent`(key: String) throws {
    try Self.expect(
      key,
      .warns("This BGP key has a blank in it. All \(key.count) characters are sent, blanks too."))
  }

  @Test(arguments: [
    "abcdef1234567890", "c2VjcmV0LWtleQ==", "a:b=c;d", "key:", "md5=", "monkey", "+key/:", "pass:",
  ])
  func `other signs in a key are silent`(key: String) throws {
    try Self.expect(key, nil)
  }

  private static func expect(_ key: String, _ finding: Finding?) throws {
    let limits = BGPKey.Limits(length: 1...80, alphabet: .printable)
    #expect(BGPKey.finding(for: key, limits: limits) == finding)
    let draft = Draft.fullSample(.googleCloud).answering([.primaryBGPKey: key])
    #expect(try draft.makeRequest()["primary_bgp_key"]?.text == key)
  }

  @Test(arguments: CloudProvider.allCases)
  func `a finding never quotes the key`(provider: CloudProvider) throws {
    let limits = try #require(Self.limits[provider])
    for key in [String(repeating: "hush", count: 30), "hush\u{7}hush", "hüsh-hush", "key: hush"] {
      let finding = try #require(BGPKey.finding(for: key, limits: limits))
      #expect(!finding.sentence.contains("hush"))
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a generated key is good for every cloud`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let key = BGPKey.generated(using: &generator)
    #expect(key.count == 20)
    #expect(key.revealed.utf8.allSatisfy(ASCII.isLetterOrDigit), "seed \(seed)")
    for (provider, limits) in Self.limits {
      #expect(BGPKey.finding(for: key.revealed, limits: limits) == nil, "\(provider) seed \(seed)")
    }
    #expect(BGPKey.generated(using: &generator) != key, "seed \(seed)")
  }

  @Test func `generated keys use every letter and digit`() {
    var generator = SeededGenerator(seed: 7)
    let keys = (0..<200).map { _ in BGPKey.generated(using: &generator).revealed }
    #expect(Set(keys.joined()).count == 62)
  }
}
