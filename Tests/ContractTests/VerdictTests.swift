import CrossConnect
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@testable import SandboxServer

/// The form and the sandbox each have rules of their own: on the same texts they come to the same verdict.
@Suite struct VerdictTests {
  @Test(arguments: CloudProvider.allCases)
  func `what the form lets pass the API takes, and what it blocks the API refuses there`(
    provider: CloudProvider
  ) {
    let good = Draft.fullSample(provider)
    #expect(blocked(in: good) == [])
    #expect(refused(good.requestSoFar.body) == [])
    for field in good.fields where Self.judged.contains(field.id) {
      let texts = Self.texts + Self.texts(near: [good[field.id]], count: 20)
      var taken = 0
      var disagreements: [String] = []
      for text in texts {
        let draft = good.answering([field.id: text])
        let api = refused(draft.requestSoFar.body)
        if api.isEmpty { taken += 1 }
        // A blank at the end of a key can't be seen, and counts: there the form alone is strict.
        let value = draft.value(of: field)
        let isUnseen = field.secrecy == .unseen && (value.hasPrefix(" ") || value.hasSuffix(" "))
        let expected = isUnseen ? api.union(field.wireKeys) : api
        let form = blocked(in: draft)
        if form != expected {
          disagreements.append("\(text.debugDescription): form \(form), API \(api)")
        }
      }
      #expect(disagreements == [], "\(provider), \(field.label)")
      #expect((10..<texts.count - 4).contains(taken), "\(provider), \(field.label)")
    }
  }

  /// The members of the request that the form blocks.
  private func blocked(in draft: Draft) -> Set<String> {
    let fields = draft.fields.filter { draft.problems(of: $0).contains(where: \.isBlocking) }
    return Set(fields.flatMap(\.wireKeys))
  }

  /// The members of a request that the API refuses.
  private func refused(_ body: Data) -> Set<String> {
    do throws(Refusal) {
      _ = try CrossConnectOrder(BodyReader(body), in: Account())
      return []
    } catch {
      return Set(
        error.errors.map { entry in
          guard case .pointer(let pointer) = entry.source else { return entry.detail }
          return String(pointer.dropFirst())
        })
    }
  }

  /// The questions whose answers both sides judge without a list to look them up in.
  private static let judged: Set<FieldID> = [
    .name, .asn, .primaryAccount, .secondaryAccount, .primaryBGPKey, .secondaryBGPKey,
    .primaryTelnyxIP, .primaryCloudIP, .secondaryTelnyxIP, .secondaryCloudIP,
  ]

  /// Every border of every rule, and random texts near them; each is tried as an answer to each question.
  private static let texts: [String] = {
    let borders = numbers + addresses + accounts + keys + Draft.oddAnswers
    var generator = TestSupport.SeededGenerator(seed: 1)
    let anyNumber = (0..<33).map { String(UInt64.random(in: 0...(1 << $0), using: &generator)) }
    return borders + texts(near: borders, count: 60) + anyNumber
  }()

  private static func texts(near examples: [String], count: Int) -> [String] {
    var generator = TestSupport.SeededGenerator(seed: 12)
    return (0..<count).map { _ in String.random(near: examples, using: &generator) }
  }

  private static let numbers =
    [
      0, 23_456, 63_440, 64_496, 64_511, 65_535, 65_551, 4_200_000_000, 4_294_967_295,
      9_223_372_036_854_775_806,
    ].flatMap { [$0 - 1, $0, $0 + 1].map(String.init) } + ["064512", "9223372036854775808"]

  private static let addresses = [
    "0.0.0.0", "255.255.255.255", "256.0.0.1", "1.2.3", "1.2.3.4.5", "1..2.3", "01.2.3.4",
    "1.2.3.+4",
    "10.0.0.1/0", "10.0.0.1/32", "10.0.0.1/33", "10.0.0.1/030", "10.0.0.1/", "10.0.0.1/-1", "::1",
    "10.0.0.1/30/30", "169.254.0.2", "169.254.0.2/30", "169.254.0.5", "169.254.0.6/29",
    "169.254.169.254",
  ]

  private static let accounts =
    ["000000000000", "12345678901", "1234567890123", "12345678901٢"]
    + [Draft.sampleUUID, "6a09cdc3-8948-47f0-aa62-74ac943d6c58"].flatMap { uuid in
      [
        uuid, uuid.uppercased(), "\(uuid)/us-east4/1", "\(uuid.uppercased())/us-east4/2",
        "\(uuid)/us-east4/any", "\(uuid)/us-east4/3", "\(uuid)/us-east4/ANY", "\(uuid)/us-east4/",
        "\(uuid)/us-west1/1", "\(uuid)/US-EAST4/1", "\(uuid)//1", "\(uuid)/us-east4",
        "\(uuid)/us-east4/1/1", "\(uuid)0/us-east4/1", "\(uuid.dropLast())g/us-east4/1",
        "\(uuid.filter { $0 != "-" })/us-east4/1",
      ]
    }

  private static let keys =
    [1, 5, 6, 7, 24, 25, 26, 79, 80, 81].flatMap { count in
      ["k", "~", "0"].map { String(repeating: $0, count: count) }
    } + [
      "with blank", " leading", "trailing ", "with\ttab", "del\u{7F}eted", "c1\u{85}c1", "grüße1",
    ]
}
