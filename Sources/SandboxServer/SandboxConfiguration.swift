public import CrossConnect

/// The setup of a sandbox.
public struct SandboxConfiguration: Sendable {
  /// The key that the sandbox accepts by default; plainly not a real one.
  public static let demoKey = Secret("KEY-SANDBOX")

  /// The port on the loopback interface; 0 for a free one.
  public var port: Int
  /// The API key to accept; a request with any other is answered 401.
  public var key: Secret
  /// How many times faster than in reality a cross connect lives; 1 is real time.
  ///
  /// It shortens provisioning, the hour in which AWS must accept, and deleting. Time stamps stay
  /// those of the clock. Anything but a positive finite number counts as 1.
  public var speed: Double
  /// The fault of every order, and of every list that it concerns; `nil` for none.
  public var scenario: Scenario?
  /// The number of networks from the start; `nil` for a handful with telling names.
  public var networkCount: Int?
  /// Whether the account has cross connects from the start, in different states.
  public var hasCrossConnects: Bool
  /// Where its tasks run; `nil` for Swift's own choice.
  public var executor: (any TaskExecutor)?

  /// A configuration; by default a free port, the demo key, real time and no fault.
  public init(
    port: Int = 0, key: Secret = Self.demoKey, speed: Double = 1, scenario: Scenario? = nil,
    networkCount: Int? = nil, hasCrossConnects: Bool = false,
    executor: (any TaskExecutor)? = nil
  ) {
    self.port = port
    self.key = key
    self.speed = speed
    self.scenario = scenario
    self.networkCount = networkCount
    self.hasCrossConnects = hasCrossConnects
    self.executor = executor
  }
}
