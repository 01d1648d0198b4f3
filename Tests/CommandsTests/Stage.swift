import Commands
import CrossConnect
import Flows
import FoundationEssentials
import Synchronization
import TelnyxAPI
import TestSupport
import Testing

/// A command's world in a test: a clock that pauses move, files in memory, and everything that is said.
final class Stage: Sendable {
  static let key = Secret("KEY0123456789planted")

  let streams: RecordedStreams
  let transport: ScriptedTransport
  let files: MemoryStorage
  private let clock = Mutex(Date(timeIntervalSince1970: 1_784_126_532))

  init(
    answers: [String] = [], canAsk: Bool = false, columns: Int? = nil,
    files: MemoryStorage = MemoryStorage(),
    _ answer: @escaping @Sendable (HTTPRequest, Int) -> ScriptedTransport.Answer
  ) {
    streams = RecordedStreams(answers: answers, canAsk: canAsk, columns: columns)
    transport = ScriptedTransport(answer)
    self.files = files
  }

  var now: Date { clock.withLock { $0 } }

  /// Lets time pass, as between one command and the next.
  func pass(seconds: Double) { clock.withLock { $0 += seconds } }

  /// The command, in this world.
  var run: CommandRun {
    CommandRun(
      in: CommandWorld(
        context: Context(
          now: { self.now }, randomBits: { 0x0123_4567_89AB_CDEF },
          pause: { duration in
            self.clock.withLock { $0 += duration / .seconds(1) }
            await Task.yield()
          },
          connect: { _ in self.transport }, files: files,
          startDemo: { throw CancellationError() }, executor: OwnQueue()),
        destination: Destination(baseURL: .telnyx, isDemo: false), key: Self.key,
        streams: streams))
  }

  /// The files that are kept of orders.
  var kept: [String] { files.disk.files.keys.filter { !$0.hasPrefix("seen/") } }

  /// Fails where a key is to be read.
  func expectNoKey(_ keys: [String] = [], sourceLocation: SourceLocation = #_sourceLocation) {
    let all = streams.results + streams.words
    for key in keys + [Self.key.revealed] {
      #expect(!all.contains { $0.contains(key) }, sourceLocation: sourceLocation)
    }
  }
}

extension JSONValue {
  /// A cross connect as the API answers it.
  static func connect(
    _ provider: CloudProvider = .aws, _ changes: [String: JSONValue] = [:]
  ) -> JSONValue {
    .object(VirtualCrossConnect.sampleMembers(provider).merging(changes) { $1 })
  }

  static let sampleID = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"
}
