/// A cloud that Telnyx links to.
///
/// The raw value is the API's word for it.
public enum CloudProvider: String, CaseIterable, Hashable, Sendable {
  case aws
  case azure
  case googleCloud = "gce"

  /// Reads the API's word for a cloud, in small or capital letters; `nil` for any other.
  public init?(word: String) {
    self.init(rawValue: word.trimmed.lowercased())
  }
}
