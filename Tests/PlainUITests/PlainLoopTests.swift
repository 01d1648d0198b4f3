import CrossConnect
import Flows
import TelnyxAPI
import TestSupport
import Testing

@testable import PlainUI

/// The loop between a terminal of lines and the dialogue.
@MainActor @Suite struct PlainLoopTests {
  /// Runs the wizard on a terminal at which things happen, up to the end.
  private func run(_ terminal: FakePlainTerminal, _ app: App) async -> Ending {
    let context = Context.test()
    let runner = EffectRunner(context: context, baseURL: .telnyx, key: nil)
    return await PlainLoop(terminal: terminal, runner: runner, context: context).run(app)
  }

  private var signedOut: App {
    App(destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: false)
  }

  @Test func `what a line sets going in the background comes back, and the person is asked again`()
    async
  {
    let terminal = FakePlainTerminal([
      .init(prompt: "Telnyx API key", events: [.line(.text("KEY"))]),
      .init(prompt: "Telnyx API key", events: [.line(.unreadable)]),
    ])
    let ending = await run(terminal, signedOut)
    #expect(ending.code == 143)
    #expect(terminal.log.contains("Received 3 characters."))
    #expect(terminal.log.contains { $0.hasPrefix("Error: That line is not UTF-8 text.") })
    #expect(terminal.prompt == nil, "the line of the prompt is ended")
  }

  @Test(
    arguments: [
      (.inputEnded, 130), (.interrupted, 130), (.closed, 129), (.terminated(signal: 15), 143),
    ] as [(LineEvent, Int32)])
  func `every way to leave has its exit code`(event: LineEvent, code: Int32) async {
    let terminal = FakePlainTerminal([.init(prompt: "Telnyx API key", events: [.resumed, event])])
    #expect(await run(terminal, signedOut).code == code)
    #expect(terminal.log.contains("Nothing was ordered."))
  }

  @Test func `lines of a reading that is thrown away are dropped, and a signal in it counts`() async
  {
    let terminal = FakePlainTerminal([
      .init(events: [.woken, .line(.text("create")), .terminated(signal: 1)])
    ])
    let ending = await run(terminal, .reviewing(.sample(.aws)))
    #expect(ending.code == 129)
    #expect(terminal.timesDiscarded == 1)
  }
}
