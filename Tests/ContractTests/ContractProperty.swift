import CrossConnect

/// What the contract says about one property of the body of `POST /virtual_cross_connects`.
///
/// - SeeAlso: Telnyx's public OpenAPI document, schema `VirtualCrossConnectCreate`.
struct ContractProperty: Sendable {
  enum Kind: Sendable {
    case string
    case uuid
    case oneOf([String])
    case number
    case boolean
  }

  let name: String
  let kind: Kind
  var isRequired = false
  var isReadOnly = false
  /// Not in the schema, but in the guides: `null` lets Telnyx assign it.
  var mayBeNull = false

  /// Every property of the schema, inherited ones too.
  static let all = [
    ContractProperty(name: "id", kind: .uuid, isReadOnly: true),
    ContractProperty(name: "record_type", kind: .string, isReadOnly: true),
    ContractProperty(name: "created_at", kind: .string, isReadOnly: true),
    ContractProperty(name: "updated_at", kind: .string, isReadOnly: true),
    ContractProperty(
      name: "status", kind: .oneOf(["created", "provisioning", "provisioned", "deleting"]),
      isReadOnly: true),
    ContractProperty(name: "network_id", kind: .uuid, isRequired: true),
    ContractProperty(name: "name", kind: .string),
    ContractProperty(name: "region_code", kind: .string, isRequired: true),
    ContractProperty(
      name: "cloud_provider", kind: .oneOf(["aws", "azure", "gce"]), isRequired: true),
    ContractProperty(name: "cloud_provider_region", kind: .string, isRequired: true),
    ContractProperty(name: "bandwidth_mbps", kind: .number),
    ContractProperty(name: "bgp_asn", kind: .number, isRequired: true, mayBeNull: true),
    ContractProperty(name: "primary_cloud_account_id", kind: .string, isRequired: true),
    ContractProperty(name: "primary_telnyx_ip", kind: .string),
    ContractProperty(name: "primary_cloud_ip", kind: .string),
    ContractProperty(name: "primary_bgp_key", kind: .string),
    ContractProperty(name: "primary_enabled", kind: .boolean, isReadOnly: true),
    ContractProperty(name: "secondary_cloud_account_id", kind: .string),
    ContractProperty(name: "secondary_telnyx_ip", kind: .string),
    ContractProperty(name: "secondary_cloud_ip", kind: .string),
    ContractProperty(name: "secondary_bgp_key", kind: .string),
    ContractProperty(name: "secondary_enabled", kind: .boolean, isReadOnly: true),
  ]

  static let writable = Set(all.filter { !$0.isReadOnly }.map(\.name))
  static let readOnly = Set(all.filter(\.isReadOnly).map(\.name))
  static let required = Set(all.filter(\.isRequired).map(\.name))

  /// Whether the contract lets the property have this value.
  func allows(_ value: JSONValue) -> Bool {
    switch (kind, value) {
    case (_, .null): mayBeNull
    case (.string, .string(let text)): !text.isEmpty
    // The schema's format is no more than a remark: the API is the judge of an identifier.
    case (.uuid, .string(let text)): !text.isEmpty
    case (.oneOf(let words), .string(let text)): words.contains(text)
    case (.number, .integer): true
    case (.boolean, .bool): true
    default: false
    }
  }
}
