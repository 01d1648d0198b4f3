/// One page of the wizard, in the order in which a person goes through them.
public enum Step: Int, CaseIterable, Comparable, Hashable, Sendable {
  case network = 1
  case region
  case provider
  case bandwidth
  case circuits
  case review

  /// The step's name in the trail.
  public var title: String {
    switch self {
    case .network: "Network"
    case .region: "Region"
    case .provider: "Provider"
    case .bandwidth: "Bandwidth"
    case .circuits: "Circuits"
    case .review: "Review"
    }
  }

  /// The step after this one, if there is one.
  public var next: Step? { Step(rawValue: rawValue + 1) }

  /// The step before this one, if there is one.
  public var previous: Step? { Step(rawValue: rawValue - 1) }

  /// Orders earlier before later.
  public static func < (one: Step, other: Step) -> Bool {
    one.rawValue < other.rawValue
  }
}
