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
    for id in [FieldID.primaryBGPKey, .secondaryBGPKey] {
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
    let letters: Finding = .blocks("A BGP key is made of letters and digits only here.")
    let printable: Finding = .blocks("A BGP key is made of printable ASCII characters.")
    let isAzure = provider == .azure
    for key in ["key-with-dash", "key with space", "~!@#$%^&*()", "\"quoted\\\"", "under_score"] {
      #expect(BGPKey.finding(for: key, limits: limits) == (isAzure ? letters : nil), "\(key)")
    }
    for key in ["schlüssel", "ключик", "key٥٥٥٥", "tab\tkey", "key\u{7F}keys", "１２３４５６"] {
      #expect(
        BGPKey.finding(for: key, limits: limits) == (isAzure ? letters : printable), "\(key)")
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `a finding never quotes the key`(provider: CloudProvider) throws {
    let limits = try #require(Self.limits[provider])
    for key in [String(repeating: "hush", count: 30), "hush\u{7}hush", "hüsh-hush"] {
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
