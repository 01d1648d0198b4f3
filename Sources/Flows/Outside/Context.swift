public import CrossConnect
public import FoundationEssentials
public import TelnyxAPI

/// Everything outside that the core needs; tests hand in their own.
public struct Context: Sendable {
  /// The time now.
  public let now: @Sendable () -> Date
  /// 64 random bits, from a source good enough for keys.
  public let randomBits: @Sendable () -> UInt64
  /// Waits; ends early, by throwing, if the task is cancelled.
  public let pause: @Sendable (Duration) async throws -> Void
  /// Opens the way to an API; nothing is sent by opening it.
  public let connect: @Sendable (BaseURL) -> any HTTPTransport
  /// Where drafts and receipts are kept.
  public let files: any FileStorage
  /// Starts the demo's API in this process, and tells where it is and its key.
  public let startDemo: @Sendable () async throws -> (baseURL: BaseURL, key: Secret)
  /// Where tasks run; `nil` for where Swift runs them.
  public let executor: (any TaskExecutor)?

  /// A world to work in.
  public init(
    now: @escaping @Sendable () -> Date, randomBits: @escaping @Sendable () -> UInt64,
    pause: @escaping @Sendable (Duration) async throws -> Void,
    connect: @escaping @Sendable (BaseURL) -> any HTTPTransport,
    files: any FileStorage,
    startDemo: @escaping @Sendable () async throws -> (baseURL: BaseURL, key: Secret),
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
  /// A generator over the world's random bits, good enough for keys.
  public func makeGenerator() -> some RandomNumberGenerator { ContextGenerator(context: self) }
}

private struct ContextGenerator: RandomNumberGenerator {
  let context: Context

  mutating func next() -> UInt64 { context.randomBits() }
}
