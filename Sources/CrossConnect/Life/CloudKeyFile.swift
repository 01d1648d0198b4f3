/// A file with a BGP key that one of the cloud's commands reads, written only when the person asks for it.
public struct CloudKeyFile: Hashable, Sendable {
  /// Its name, without a folder: "vif-primary.json".
  public let name: String
  /// What it holds.
  public let text: Secret

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = Secret(text)
  }
}

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
