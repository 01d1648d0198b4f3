import Commands
import CrossConnect
import Flows
import FoundationEssentials
import NetworkTransport
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// The fault table once more, for `vxc create` without a screen.
@Suite struct CommandFaultTests {
  /// A network is made in the form only, so an account without one has nothing to order on.
  @Test(arguments: Fault.all.filter { $0.scenario != "no-networks" })
  func `an order out of a command line is sent once, and its exit code is true`(
    fault: Fault
  ) async throws {
    let clock = SettableClock()
    let key = Secret("KEY0123456789planted")
    let sandbox = try await Sandbox.start(
      SandboxConfiguration(key: key, scenario: Scenario(named: fault.scenario))
    ) { clock.now }
    let streams = RecordedStreams()
    let disk = MemoryStorage.Disk()
    let context = Context(
      now: { clock.now }, randomBits: { 4 },
      pause: { duration in clock.advance(by: duration / .seconds(1)) },
      connect: {
        NetworkTransport(baseURL: $0, options: .patient(totalSeconds: fault.totalSeconds))
      },
      files: MemoryStorage(disk: disk), startDemo: { throw CancellationError() })
    let run = CommandRun(
      in: CommandWorld(
        context: context, destination: Destination(baseURL: sandbox.baseURL, isDemo: false),
        key: key, streams: streams))
    let code = await run.create(Self.options)
    #expect(code == fault.exitCode, "\(streams.words)")
    #expect(sandbox.orderCount == 1)
    #expect(sandbox.crossConnects.count == fault.creates)
    if code == 0 {
      let line = try #require(streams.results.first)
      let json = try JSONValue(parsing: Data(line.utf8))
      #expect(sandbox.crossConnects.map(\.id) == [json["data"]["id"].text])
    } else {
      #expect(streams.results.isEmpty, "standard output has results only")
    }
    let written = streams.results + streams.words + disk.files.map { $0.key + $0.value }
    for secret in [key.revealed] + Self.options.keys.values.map(\.revealed) {
      #expect(!written.contains { $0.contains(secret) })
    }
    await sandbox.stop()
  }

  private static let options: OrderOptions = {
    let draft = Draft.fullSample(.aws)
    var options = OrderOptions()
    for field in draft.fields {
      if field.secrecy == .unseen {
        options.keys[field.id] = Secret(draft[field.id])
      } else {
        options.answers[field.id] = draft[field.id]
      }
    }
    options.isConfirmed = true
    options.result.form = .json
    return options
  }()
}
