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
