/// The errors that scenarios refuse an order with.
enum SampleErrors {
  /// Several errors: some at fields, one at none.
  static let several = [
    ErrorEntry(
      code: .badRequest, detail: "'primary_cloud_ip' is already used on this network.",
      source: .pointer("/primary_cloud_ip")),
    ErrorEntry(
      code: .badRequest, detail: "'primary_bgp_key' is too weak.",
      source: .pointer("/data/primary_bgp_key")),
    ErrorEntry(
      code: .badRequest, detail: "'bgp_asn' is not registered to this account.",
      source: .pointer("bgp_asn")),
    ErrorEntry(
      code: .badRequest, detail: "The account has reached its limit of virtual cross connects."),
  ]

  /// One error for each style of pointer; the last two point at nothing that was sent.
  static let pointers = [
    ("/name", "A pointer into the body (RFC 6901)."),
    ("/data/region_code", "A pointer as JSON:API has it."),
    ("#/cloud_provider_region", "A pointer as a URI's fragment."),
    ("primary_cloud_account_id", "A property's plain name."),
    ("body.bandwidth_mbps", "A path with dots."),
    ("$.bgp_asn", "A JSONPath."),
    ("/virtual_cross_connect/network_id", "A pointer into a wrapped body."),
    ("/billing_group_id", "A property that was not sent."),
    ("", "A pointer to the whole body."),
  ].map { pointer, detail in
    ErrorEntry(code: .badRequest, detail: detail, source: .pointer(pointer))
  }

  /// More errors than any screen holds, and some longer than a screen.
  static let many = (1...200).map { number in
    ErrorEntry(
      code: .badRequest,
      detail: number.isMultiple(of: 50)
        ? "Error \(number) of 200: " + String(repeating: "a long story, ", count: 750) + "the end."
        : "Error \(number) of 200.",
      source: number.isMultiple(of: 20) ? .pointer("/bgp_asn") : nil)
  }

  static let hostile =
    HostileText.samples.map { text in
      ErrorEntry(code: .badRequest, detail: text, source: .pointer("/" + text))
    } + [.at("bgp_asn", HostileText.sample(0)), .at("name", HostileText.sample(9))]
}
