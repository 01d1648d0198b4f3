import CrossConnect
import FoundationEssentials
import TestSupport
import Testing

/// The order against the contract's facts.
@Suite struct ContractCreateRequestTests {
  /// The descriptors that a wizard may ask with for a cloud, shown or hidden.
  private static func fields(of provider: CloudProvider) -> [FieldDescriptor] {
    Draft.fullSample(provider).fields
  }

  @Test func `every writable property has a field for some cloud`() {
    let keys = CloudProvider.allCases.flatMap(Self.fields(of:)).flatMap(\.wireKeys)
    #expect(Set(keys) == ContractProperty.writable)
  }

  @Test(arguments: CloudProvider.allCases)
  func `every required property has a field for each cloud, and no property has two`(
    provider: CloudProvider
  ) {
    let keys = Self.fields(of: provider).flatMap(\.wireKeys)
    #expect(ContractProperty.required.isSubset(of: keys))
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: CloudProvider.allCases)
  func `no descriptor, shown or hidden, has a read-only property`(provider: CloudProvider) {
    let keys = (provider.rules.fields + Self.fields(of: provider)).flatMap(\.wireKeys)
    #expect(ContractProperty.readOnly.isDisjoint(with: keys))
  }

  @Test func `the clouds are the contract's`() throws {
    let property = try #require(ContractProperty.all.first { $0.name == "cloud_provider" })
    #expect(CloudProvider.allCases.allSatisfy { property.allows(.string($0.rawValue)) })
    guard case .oneOf(let words) = property.kind else { return }
    #expect(Set(words) == Set(CloudProvider.allCases.map(\.rawValue)))
  }

  @Test(arguments: CloudProvider.allCases)
  func `Google's addresses and the others' second account can't be asked for`(
    provider: CloudProvider
  ) {
    let keys = Set(provider.rules.fields.compactMap(\.wire.key))
    let addresses: Set = [
      "primary_telnyx_ip", "primary_cloud_ip", "secondary_telnyx_ip", "secondary_cloud_ip",
    ]
    #expect(keys.isDisjoint(with: addresses) == (provider == .googleCloud))
    #expect(keys.contains("secondary_cloud_account_id") == (provider == .googleCloud))
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `whatever was typed, an order that is made keeps the contract`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let draft = Draft.random(using: &generator)
    guard let request = try? draft.makeRequest() else { return }
    try expectContract(request, draft, seed: seed)
  }

  @Test func `random drafts make an order often enough to prove something`() {
    let made = (1...200 as ClosedRange<UInt64>).filter { seed in
      var generator = SeededGenerator(seed: seed)
      return (try? Draft.random(using: &generator).makeRequest()) != nil
    }
    #expect(made.count > 40)
  }

  private func expectContract(_ request: CreateVXCRequest, _ draft: Draft, seed: UInt64) throws {
    let keys = request.members.map(\.key)
    #expect(Set(keys).isSubset(of: ContractProperty.writable), "seed \(seed)")
    #expect(ContractProperty.required.isSubset(of: keys), "seed \(seed)")
    #expect(Set(keys).count == keys.count, "seed \(seed)")
    for property in ContractProperty.all {
      guard let value = request[property.name] else { continue }
      #expect(property.allows(value), "\(property.name) = \(value), seed \(seed)")
    }
    let shown = Set(draft.fields.flatMap(\.wireKeys))
    #expect(Set(keys).isSubset(of: shown), "nothing hidden is sent, seed \(seed)")
    let sent = try JSONValue(parsing: request.body)
    let members = Dictionary(
      request.members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(sent == .object(members), "what is shown is what is sent, seed \(seed)")
  }
}
