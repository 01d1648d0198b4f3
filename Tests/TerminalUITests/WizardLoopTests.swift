import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// The loop over a window that changes while the program isn't looking.
@MainActor @Suite struct WizardLoopTests {
  /// Runs the wizard on a terminal to which things happen, up to the end.
  private func run(_ terminal: FakeTerminal, _ app: App? = nil) async {
    let context = Context.test()
    let runner = EffectRunner(context: context, baseURL: .telnyx, key: Secret("KEY"))
    let loop = WizardLoop(terminal: terminal, runner: runner, context: context)
    _ = await loop.run(
      app ?? App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true))
  }

  @Test(arguments: [(100, 30), (80, 25), (79, 24), (132, 24), (60, 16), (20, 3), (1, 1)])
  func `a window that changes while the program is stopped is drawn anew`(
    columns: Int, rows: Int
  ) async {
    let new = Size(rows: rows, columns: columns)
    let terminal = FakeTerminal(
      size: Size(rows: 24, columns: 80),
      [.resizeMeanwhile(new), .events([.key(.control("z"))]), .events([.key(.tab)])])
    await run(terminal)
    #expect(terminal.timesGiven == 1)
    #expect(terminal.faults == [])
  }

  @Test(arguments: [(100, 30), (80, 25), (60, 16)])
  func `a window that changes while the result is read plainly is drawn anew`(
    columns: Int, rows: Int
  ) async throws {
    var app = App.sample(.aws)
    let connect = try #require(Sample.connect)
    app.take(
      .form(.submitPressed), .noted,
      .submission(.orderAnswered(.success(connect), at: Sample.morning)))
    let terminal = FakeTerminal(
      size: Size(rows: 24, columns: 80),
      [
        .resizeMeanwhile(Size(rows: rows, columns: columns)), .events([.key(.character("p"))]),
        .events([.key(.tab)]),
      ])
    await run(terminal, app)
    #expect(terminal.timesGiven == 1)
    #expect(terminal.faults == [])
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `whatever happens, the window shows the frame made for it`(seed: UInt64) async {
    var random = SeededGenerator(seed: seed)
    var happenings: [FakeTerminal.Happening] = []
    for _ in 0..<300 {
      let size = Size(
        rows: .random(in: 1...50, using: &random), columns: .random(in: 1...150, using: &random))
      switch Int.random(in: 0..<10, using: &random) {
      case 0: happenings.append(.resize(size))
      case 1: happenings += [.resizeMeanwhile(size), .events([.key(.control("z"))])]
      default:
        if case .key(let key) = RandomEvent.any(using: &random, sizesStay: true),
          key != .control("c")
        {
          happenings.append(.events([.key(key)]))
        }
      }
    }
    let terminal = FakeTerminal(size: Size(rows: 24, columns: 80), happenings)
    await run(terminal)
    #expect(terminal.timesGiven > 5)
    #expect(terminal.faults == [], "seed \(seed)")
  }
}
