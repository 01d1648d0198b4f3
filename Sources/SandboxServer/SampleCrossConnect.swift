import FoundationEssentials

/// A cross connect that a demo's account has from the start.
struct SampleCrossConnect: Hashable, Sendable {
  let name: String
  /// The name of its network.
  let network: String
  /// The code of its location.
  let location: String
  let provider: String
  let cloudRegion: String
  let account: String
  let bandwidth: Int?
  /// The seconds between its order and the start.
  private(set) var age: TimeInterval
  var isEnabled = false
  var announcesRoutes = false

  /// The same with an age that leaves the cloud as much of its hour, where that is shorter.
  func aged(at speed: Double) -> SampleCrossConnect {
    var sample = self
    if !isEnabled { sample.age /= speed }
    return sample
  }

  /// Cross connects in different states: carrying traffic, provisioned, waiting for the cloud.
  static let all = [
    SampleCrossConnect(
      name: "aws-prod-use1", network: "prod-core", location: "ashburn-va", provider: "aws",
      cloudRegion: "us-east-1", account: "123456789012", bandwidth: 500, age: 86_400 * 90,
      isEnabled: true, announcesRoutes: true),
    SampleCrossConnect(
      name: "azure-dr", network: "disaster-recovery", location: "chicago-il", provider: "azure",
      cloudRegion: "Chicago", account: "2f0c5d1e-4a77-4b58-9d38-6f1d0a9c7e21", bandwidth: nil,
      age: 86_400 * 30, isEnabled: true),
    SampleCrossConnect(
      name: "aws-staging", network: "staging", location: "ashburn-va", provider: "aws",
      cloudRegion: "us-east-2", account: "123456789012", bandwidth: 50, age: 1_140),
  ]
}
