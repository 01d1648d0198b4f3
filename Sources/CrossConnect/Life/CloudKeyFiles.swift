extension VirtualCrossConnect {
  /// The files that the commands for the cloud's side read; none if no key is known.
  public var cloudKeyFiles: [CloudKeyFile] {
    provider?.rules.keyFiles(self) ?? []
  }

  /// A circuit's key from the API's answer; `nil` if it is masked or missing.
  func key(of circuit: Circuit) -> String? {
    text(circuit.keyWire).flatMap { Identifier.isMasked($0) ? nil : $0 }
  }
}
