import TestSupport
import Testing

/// The steps that many tests begin with.
extension Stage {
  /// Answers the first step: prod-core, and a name for the cross connect.
  func nameIt(
    _ name: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.choose("prod-core", of: "Network", sourceLocation: location)
    try await terminal.enter(name, into: "VXC name", sourceLocation: location)
    try await terminal.goOn(to: "2 Region", sourceLocation: location)
  }

  /// Answers the second step.
  func chooseRegion(
    _ code: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.choose(code, of: "Telnyx region", sourceLocation: location)
    try await terminal.goOn(to: "3 Provider", sourceLocation: location)
  }

  /// Answers the third step for AWS in us-east-1.
  func chooseAWS(
    account: String = "123456789012", sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.choose("AWS", of: "Cloud provider", sourceLocation: location)
    try await terminal.choose("us-east-1", of: "AWS region", sourceLocation: location)
    try await terminal.enter(account, into: "AWS account ID", sourceLocation: location)
    try await terminal.goOn(to: "4 Bandwidth", sourceLocation: location)
  }

  /// Answers the fourth step.
  func chooseBandwidth(
    _ words: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.choose(words, of: "Bandwidth", sourceLocation: location)
    try await terminal.goOn(to: "5 Circuits", sourceLocation: location)
  }

  /// Leaves the circuits of the fifth step to Telnyx, and goes on to the review.
  func leaveCircuitsToTelnyx(
    sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await terminal.pressButton("Next", sourceLocation: location)
    try await terminal.wait(for: "[6 Review]", sourceLocation: location)
  }

  /// Answers everything for an AWS cross connect from ashburn-va, up to the review.
  func fillInAWS(
    name: String, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    try await nameIt(name, sourceLocation: location)
    try await chooseRegion("ashburn-va", sourceLocation: location)
    try await chooseAWS(sourceLocation: location)
    try await chooseBandwidth("50 Mbps", sourceLocation: location)
    try await leaveCircuitsToTelnyx(sourceLocation: location)
  }
}
