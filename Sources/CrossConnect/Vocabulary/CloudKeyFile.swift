/// A file with a BGP key for one of the cloud's commands.
///
/// It is written only when the person asks for it.
public struct CloudKeyFile: Hashable, Sendable {
  /// The file's name, without a folder: "1582fa34-vif-primary.json".
  public let name: String
  /// The file's content.
  public let text: Secret

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = Secret(text)
  }
}
