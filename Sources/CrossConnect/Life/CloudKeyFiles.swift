extension VirtualCrossConnect {
  /// The files that the commands for the cloud's side read; none without a key that is known.
  public var cloudKeyFiles: [CloudKeyFile] {
    provider?.rules.keyFiles(self) ?? []
  }

  /// A circuit's key as the API answered it; `nil` if it is hidden or missing.
  func key(of circuit: Circuit) -> String? {
    text(circuit.keyWire).flatMap { Identifier.isMasked($0) ? nil : $0 }
  }
}
