/// A cloud that Telnyx links to.
///
/// The raw value is the API's word for it.
public enum CloudProvider: String, CaseIterable, Hashable, Sendable {
  case aws
  case azure
  case googleCloud = "gce"
}
