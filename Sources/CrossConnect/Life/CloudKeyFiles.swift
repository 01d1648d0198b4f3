extension VirtualCrossConnect {
  /// The files that the commands for the cloud's side read; none if no key is known.
  public var cloudKeyFiles: [CloudKeyFile] {
    provider?.rules.keyFiles(self) ?? []
  }

  /// The name of a file with a key for this cross connect: "1582fa34-vif-primary.json".
  ///
  /// An identifier comes from outside, so only letters and digits of its first part go into the name.
  func keyFileName(_ end: String) -> String {
    let start = id.utf8.prefix { $0 != UInt8(ascii: "-") }.filter(ASCII.isLetterOrDigit).prefix(8)
    return (start.isEmpty ? "vxc" : String(decoding: start, as: UTF8.self)) + "-" + end
  }

  /// A circuit's key from the API's answer; `nil` if it is masked or missing.
  func key(of circuit: Circuit) -> String? {
    text(circuit.keyWire).flatMap { Identifier.isMasked($0) ? nil : $0 }
  }
}
