import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// Random steps before the built program: it neither crashes nor hangs, nor orders unasked.
///
/// `VXC_WALK_SECONDS=600` walks on with further seeds for so long, and prints what it came to.
@Suite struct TerminalWalkTests {
  @Test(arguments: [1, 2] as [UInt64])
  func `whatever is typed, resized and signalled, the program goes on or ends well`(
    seed: UInt64
  ) async throws {
    try await walk(seed: seed) { $0 < 60 }
  }

  @Test(.enabled(if: seconds > 0))
  func `it goes on for long`() async throws {
    let end = ContinuousClock.now + .seconds(Self.seconds)
    var seed: UInt64 = 1000
    while ContinuousClock.now < end {
      try await walk(seed: seed) { $0 < 400 && ContinuousClock.now < end }
      seed += 1
    }
  }

  private static var seconds: Int {
    ProcessInfo.processInfo.environment["VXC_WALK_SECONDS"].flatMap { Int($0) } ?? 0
  }

  private func walk(seed: UInt64, while goesOn: (Int) -> Bool) async throws {
    let sandbox = try await Sandbox.start(.init()) { Date.now }
    let environment = [
      "VXC": try BuiltProgram.path, "TELNYX_API_KEY": sandbox.key.revealed,
      "TELNYX_BASE_URL": sandbox.baseURL.description,
    ]
    do {
      try await TmuxSession.run(
        "sh", ["-c", TerminalWalk.script], environment: environment
      ) { terminal in
        try await terminal.wait(for: "prod-core")
        let walk = TerminalWalk(terminal, seed: seed)
        while goesOn(walk.steps) {
          let event = try await walk.step()
          let confirmed = walk.createPresses + walk.againPresses / 2
          let orders = sandbox.orderCount
          #expect(orders <= confirmed, "seed \(seed), step \(walk.steps): \(event)")
        }
        let statuses = try await walk.end()
        let bad = statuses.filter { !Self.endings.contains($0) }
        #expect(bad == [], "seed \(seed)")
        #expect(!walk.modesDiffered, "seed \(seed): the terminal was given back otherwise")
        if Self.seconds > 0 {
          print(
            "walked seed \(seed): \(walk.steps) steps, \(statuses.count) runs, "
              + "\(sandbox.orderCount) orders of \(walk.createPresses)+\(walk.againPresses) presses, "
              + "\(sandbox.crossConnects.count) created, \(walk.stops) stops, "
              + "slowest answer \(walk.slowestAnswer)")
        }
      }
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  /// The exit codes of the program, and of HUP, INT and TERM.
  private static let endings: Set = ["0", "3", "4", "5", "6", "7", "129", "130", "143"]
}
