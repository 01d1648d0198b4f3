public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// Everything that the core needs from outside; tests pass their own.
public struct Context: Sendable {
  /// The time now.
  public let now: @Sendable () -> Date
  /// 64 random bits from a source that is good enough for keys.
  public let randomBits: @Sendable () -> UInt64
  /// Waits; throws early if the task is cancelled.
  public let pause: @Sendable (Duration) async throws -> Void
  /// The transport to an API; making it sends nothing.
  public let connect: @Sendable (BaseURL) -> any HTTPTransport
  /// The storage of drafts and receipts.
  public let files: any FileStorage
  /// A demo's API: its address, its key, and how many times as fast as the real one it is.
  public typealias Demo = (baseURL: BaseURL, key: Secret, speed: Double)
  /// Starts the demo's API in this process, or throws.
  public let startDemo: @Sendable () async throws -> Demo
  /// Where tasks run; `nil` for Swift's own choice.
  public let executor: (any TaskExecutor)?

  /// A context of these parts.
  public init(
    now: @escaping @Sendable () -> Date, randomBits: @escaping @Sendable () -> UInt64,
    pause: @escaping @Sendable (Duration) async throws -> Void,
    connect: @escaping @Sendable (BaseURL) -> any HTTPTransport,
    files: any FileStorage,
    startDemo: @escaping @Sendable () async throws -> Demo,
    executor: (any TaskExecutor)? = nil
  ) {
    self.now = now
    self.randomBits = randomBits
    self.pause = pause
    self.connect = connect
    self.files = files
    self.startDemo = startDemo
    self.executor = executor
  }
}

extension Context {
  /// A generator of random bits that are good enough for keys.
  public func makeGenerator() -> some RandomNumberGenerator { ContextGenerator(context: self) }
}

private struct ContextGenerator: RandomNumberGenerator {
  let context: Context

  mutating func next() -> UInt64 { context.randomBits() }
}
