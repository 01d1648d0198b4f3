import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// Thousands of random steps over the sandbox's faults: no crash, no hang, no order too many.
///
/// `VXC_WALK_SECONDS=600` walks on with further seeds for so long, and prints what it came to.
@Suite struct WalkTests {
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `whatever a person does, an order is sent only when it was confirmed`(
    seed: UInt64
  ) async throws {
    _ = try await walk(seed: seed, steps: 400)
  }

  @Test(.enabled(if: seconds > 0))
  func `it goes on for long`() async throws {
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var total = Walk.Figures()
    total.runs = 0
    var seed: UInt64 = 1000
    while ContinuousClock.now < end {
      total.add(try await walk(seed: seed, steps: 1000))
      seed += 1
    }
    print("walked \(Self.seconds) s: \(total)")
  }

  private static var seconds: Int {
    ProcessInfo.processInfo.environment["VXC_WALK_SECONDS"].flatMap { Int($0) } ?? 0
  }

  private func walk(seed: UInt64, steps: Int) async throws -> Walk.Figures {
    var random = SeededGenerator(seed: seed)
    let scenario =
      Bool.random(using: &random) ? nil : Scenario.all.randomElement(using: &random)
    return try await Walk.take(seed: seed, scenario: scenario) { walk in
      for number in 0..<steps {
        let event = await walk.step()
        guard let fault = walk.fault else { continue }
        Issue.record(
          "seed \(seed) (\(scenario?.name ?? "no scenario")), step \(number), after \("\(event)".prefix(200)): \(fault)\n\(walk.screen.frame.text)"
        )
        return walk.figures
      }
      #expect(await walk.settle(), "seed \(seed): something is never answered")
      let fault = walk.fault
      #expect(fault == nil, "seed \(seed)")
      let leaks = walk.leaksOnDisk
      #expect(leaks == [], "seed \(seed)")
      return walk.figures
    }
  }
}

extension Walk {
  /// What is wrong now, if anything is.
  var fault: String? {
    let confirmed = figures.createPresses + figures.againPresses / 2
    let posts = sandbox.orderCount
    if posts > confirmed { return "\(posts) orders arrived, \(confirmed) were confirmed" }
    if posts > figures.orders { return "\(posts) orders arrived of \(figures.orders) sent" }
    if let id = phantoms.first { return "\(id) was told of, and does not exist" }
    return unfitRow
  }

  private var unfitRow: String? {
    let frame = screen.frame
    guard frame.rows.count == screen.size.rows else { return "\(frame.rows.count) rows" }
    for row in frame.rows.map(\.text) {
      if TextLayout.width(of: row) > screen.size.columns { return "too wide: \(row)" }
      if row.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
        return "a control character: \(row)"
      }
      if row.contains(Walk.key.revealed), screen.revealed.isEmpty { return "the API key is shown" }
      if row.contains(Walk.bgpKey), screen.revealed.isEmpty { return "a BGP key is shown" }
    }
    return nil
  }

  /// The secrets in drafts and receipts.
  var leaksOnDisk: [String] {
    [Walk.key.revealed, Walk.bgpKey].filter { secret in
      disk.files.contains { $0.key.contains(secret) || $0.value.contains(secret) }
    }
  }
}

extension Walk.Figures {
  mutating func add(_ other: Walk.Figures) {
    steps += other.steps
    runs += other.runs
    orders += other.orders
    created += other.created
    unknown += other.unknown
    createPresses += other.createPresses
    againPresses += other.againPresses
    if other.slowestEvent > slowestEvent {
      (slowestEvent, slowest) = (other.slowestEvent, other.slowest)
    }
  }
}
