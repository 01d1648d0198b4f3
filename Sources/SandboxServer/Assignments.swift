import FoundationEssentials

/// What Telnyx assigns: identifiers, BGP keys and address pairs, the same in every run.
struct Assignments: Sendable {
  private static let keyAlphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")

  private var generator = SeededGenerator(seed: 1)
  /// The network of the next address pair; 169.254.0.0/24 is reserved by RFC 3927, 2.1.
  private var nextPair: UInt32 = 0xA9FE_0A00

  /// A random UUID in lower case, version 4.
  mutating func makeIdentifier() -> String {
    let high = generator.next() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000
    let low = generator.next() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
    let digits = hexadecimal(high) + hexadecimal(low)
    let ends = [8, 12, 16, 20, 32]
    return zip([0] + ends, ends)
      .map { String(digits.dropFirst($0).prefix($1 - $0)) }
      .joined(separator: "-")
  }

  /// A BGP key of 24 letters and digits, as Telnyx makes them.
  mutating func makeBGPKey() -> String {
    String((0..<24).map { _ in Self.keyAlphabet.randomElement(using: &generator) ?? "0" })
  }

  /// The record of an order, with what it leaves to Telnyx filled in.
  mutating func makeRecord(_ order: CrossConnectOrder, at now: Date) -> CrossConnectRecord {
    let id = makeIdentifier()
    let given = order.secondary ?? CircuitRecord()
    let primary = filled(order.primary, for: order.policy, besides: given)
    let secondary = order.secondary.map { circuit in
      var circuit = circuit
      // A pair has one key: the cloud's side takes no second.
      if order.policy.secondary == .paired { circuit.bgpKey = circuit.bgpKey ?? primary.bgpKey }
      return filled(circuit, for: order.policy, besides: primary)
    }
    return CrossConnectRecord(
      id: id, networkID: order.networkID, name: order.name, location: order.location,
      policy: order.policy, cloudRegion: order.cloudRegion, bandwidth: order.bandwidth,
      asn: order.asn ?? order.policy.usualASN, primary: primary, secondary: secondary,
      events: LifeCycle.Events(created: now), updatedAt: now)
  }

  /// A circuit with the addresses and the key that it lacks.
  ///
  /// - Parameters:
  ///   - circuit: The ordered circuit.
  ///   - policy: The provider's policy; Google assigns the addresses itself, after it has accepted.
  ///   - other: The other circuit, whose addresses must not be used again.
  /// - Returns: The complete circuit.
  mutating func filled(
    _ circuit: CircuitRecord, for policy: ProviderPolicy, besides other: CircuitRecord
  ) -> CircuitRecord {
    var circuit = circuit
    circuit.bgpKey = circuit.bgpKey ?? makeBGPKey()
    guard policy.takesAddressesAtCreation else { return circuit }
    let taken = (other.addresses + circuit.addresses).compactMap { IPv4Address($0.text)?.number }
    let given = circuit.addresses.first.flatMap { IPv4Address($0.text) }
    var network = given.map { $0.number & ~3 } ?? makePair(avoiding: taken)
    var usable = [network + 1, network + 2].filter { !taken.contains($0) }
    if circuit.addresses.count + usable.count < 2 {
      // The other circuit has the rest of the pair that one given end belongs to.
      network = makePair(avoiding: taken)
      usable = [network + 1, network + 2]
    }
    let suffix = given?.suffix ?? ""
    circuit.telnyxIP = circuit.telnyxIP ?? dotted(usable.removeFirst()) + suffix
    circuit.cloudIP = circuit.cloudIP ?? dotted(usable.removeFirst()) + suffix
    return circuit
  }

  /// The two usable addresses of a pair that nothing uses yet.
  mutating func makeEnds() -> (String, String) {
    let network = makePair(avoiding: [])
    return (dotted(network + 1), dotted(network + 2))
  }

  /// The record of a cross connect that exists from the start; `nil` if there is no such location.
  mutating func makeRecord(
    _ sample: SampleCrossConnect, onNetwork network: String, at now: Date
  ) -> CrossConnectRecord? {
    guard let location = SampleLocation.all.first(where: { $0.code == sample.location }),
      let policy = ProviderPolicy.all.first(where: { $0.provider == sample.provider })
    else { return nil }
    let created = now - sample.age
    let account = CircuitRecord(account: sample.account)
    var primary = filled(account, for: policy, besides: CircuitRecord())
    var secondary: CircuitRecord? =
      policy.secondary == .paired ? filled(CircuitRecord(), for: policy, besides: primary) : nil
    primary.isEnabled = sample.isEnabled
    secondary?.isEnabled = sample.isEnabled
    primary.announcesRoutes = sample.announcesRoutes
    secondary?.announcesRoutes = sample.announcesRoutes
    var events = LifeCycle.Events(created: created)
    if sample.isEnabled { events.enabled = created + 600 }
    return CrossConnectRecord(
      id: makeIdentifier(), networkID: network, name: sample.name, location: location,
      policy: policy, cloudRegion: sample.cloudRegion, bandwidth: sample.bandwidth,
      asn: policy.usualASN, primary: primary, secondary: secondary, events: events,
      updatedAt: created)
  }

  /// The network of a /30 that nothing uses yet.
  private mutating func makePair(avoiding taken: [UInt32]) -> UInt32 {
    repeat {
      nextPair += 4
      // 169.254.169.252/30 holds the clouds' metadata service; RFC 3927 reserves the last /24.
      if nextPair == 0xA9FE_A9FC { nextPair += 4 }
      if nextPair >= 0xA9FE_FF00 { nextPair = 0xA9FE_0A00 }
    } while taken.contains { $0 & ~3 == nextPair }
    return nextPair
  }

  private func dotted(_ address: UInt32) -> String {
    [24, 16, 8, 0].map { String(address >> $0 & 0xFF) }.joined(separator: ".")
  }

  private func hexadecimal(_ word: UInt64) -> String {
    let digits = String(word, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
