public import CrossConnect

/// The addresses that a cloud tells only after the order, as a person enters them.
public struct AddressForm: Hashable, Sendable {
  /// The field for one of the addresses.
  public struct Field: Hashable, Sendable {
    /// The circuit.
    public let circuit: Circuit
    /// Whether it is the cloud's end; otherwise it is Telnyx's.
    public let isCloud: Bool

    /// An end of a circuit.
    public init(_ circuit: Circuit, isCloud: Bool) {
      self.circuit = circuit
      self.isCloud = isCloud
    }
  }

  /// The addresses to enter, in their order: the cloud's first.
  public private(set) var fields: [Field] = []
  private var texts: [Field: String] = [:]
  private var provider: CloudProvider?

  /// An empty form for the addresses that a cross connect lacks.
  init(for connect: VirtualCrossConnect) {
    follow(connect)
  }

  /// An address as typed.
  public internal(set) subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue }
  }

  /// Whether anything was typed.
  var hasAnswers: Bool { fields.contains { !self[$0].isEmpty } }

  /// Asks for what a cross connect lacks now.
  mutating func follow(_ connect: VirtualCrossConnect) {
    provider = connect.provider
    fields = connect.lackingAddresses.flatMap {
      [Field($0, isCloud: true), Field($0, isCloud: false)]
    }
  }

  /// Answers both ends of a circuit.
  mutating func fill(_ circuit: Circuit, with pair: ConnectionAction.AddressPair) {
    self[Field(circuit, isCloud: true)] = pair.cloud
    self[Field(circuit, isCloud: false)] = pair.telnyx
  }

  /// Gives each of two addresses in one field to its own end, the cloud's first as in the form.
  ///
  /// - Parameter field: The field that may have both.
  /// - Returns: Whether it had.
  mutating func takeApart(_ field: Field) -> Bool {
    guard let rules = provider?.rules,
      let ends = AddressFields.ends(
        in: self[field], telnyx: ["BGP peer"], cloud: [rules.shortName], isCloudFirst: true)
    else { return false }
    self[Field(field.circuit, isCloud: true)] = ends.cloud
    self[Field(field.circuit, isCloud: false)] = ends.telnyx
    return true
  }

  /// The addresses of each circuit.
  var pairs: [Circuit: ConnectionAction.AddressPair] {
    var pairs: [Circuit: ConnectionAction.AddressPair] = [:]
    for field in fields {
      var pair = pairs[field.circuit] ?? ConnectionAction.AddressPair()
      if field.isCloud { pair.cloud = value(of: field) } else { pair.telnyx = value(of: field) }
      pairs[field.circuit] = pair
    }
    return pairs
  }

  private func value(of field: Field) -> String { AddressFields.read(self[field]).value }

  /// The address as it is sent; where none is, what was typed.
  public func shown(_ field: Field) -> String {
    let value = value(of: field)
    return value.isEmpty ? self[field] : value
  }

  /// What has to be put right in an address before it can be sent; `nil` if nothing.
  public func problem(in field: Field) -> SheetProblem? {
    let value = value(of: field)
    guard let address = PeerAddress(value) else {
      let finding = value.isEmpty ? nil : PeerAddress.finding(for: value)
      return SheetProblem(field, finding.map { .finding($0) } ?? .noCIDR)
    }
    guard address.prefixLength != nil else { return SheetProblem(field, .noCIDR) }
    return findings(in: field).first(where: \.isBlocking).map { SheetProblem(field, .finding($0)) }
  }

  /// The order form's own findings about an address; the second end of a circuit has those about
  /// both.
  public func findings(in field: Field) -> [Finding] {
    let value = value(of: field)
    guard let address = PeerAddress(value) else { return [] }
    let note = AddressFields.read(self[field]).note.map { Finding.notes($0) }
    var findings = [note, PeerAddress.finding(for: value)].compactMap(\.self)
    let cloud = self.value(of: Field(field.circuit, isCloud: true))
    if !field.isCloud { findings += AddressFields.across(cloud, telnyx: value) }
    if field.circuit == .secondary {
      let primary = [true, false].map { self.value(of: Field(.primary, isCloud: $0)) }
      findings += [AddressFields.sharing(address, with: primary)].compactMap(\.self)
    }
    return findings
  }
}
