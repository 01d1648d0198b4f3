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

  private static let patience = 500

  let streams: RecordedStreams
  let transport: ScriptedTransport
  let files: MemoryStorage
  let standing = Standing()
  private let clock = Mutex(Date(timeIntervalSince1970: 1_784_126_532))

  init(
    answers: [String] = [], canAsk: Bool = false, columns: Int? = nil, reading most: Int = .max,
    files: MemoryStorage = MemoryStorage(),
    _ answer: @escaping @Sendable (HTTPRequest, Int) -> ScriptedTransport.Answer?
  ) {
    streams = RecordedStreams(
      answers: answers, canAsk: canAsk, columns: columns, reading: most)
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
            // Time passes once nobody has anything else to do.
            for _ in 1...Self.patience {
              await Task.yield()
              try Task.checkCancellation()
            }
            self.clock.withLock { $0 += duration / .seconds(1) }
          },
          connect: { _ in self.transport }, files: files,
          startDemo: { throw CancellationError() }, executor: OwnQueue()),
        destination: Destination(baseURL: .telnyx, isDemo: false), key: Self.key,
        streams: streams, standing: standing))
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

extension OrderOptions {
  /// The options that answer what a draft does.
  init(for draft: Draft) {
    self.init()
    for field in draft.fields {
      let text = draft[field.id]
      if field.secrecy == .unseen {
        keys[field.id] = text.isEmpty ? nil : Secret(text)
      } else if field.id == .wantsSecondary {
        answers[field.id] = draft.wantsSecondary ? "yes" : nil
      } else if field.id == .asn {
        answers[field.id] = text.isEmpty ? "auto" : text
      } else {
        answers[field.id] = text.isEmpty ? nil : text
      }
      answersOutOfFiles.insert(field.id)
    }
    isConfirmed = true
  }
}
