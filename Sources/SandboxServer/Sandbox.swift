public import CrossConnect
public import FoundationEssentials
import Glibc
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
public import TelnyxAPI

/// A server on the loopback interface that behaves like Telnyx's networking API.
///
/// It keeps everything in memory, creates nothing and bills nothing. It refuses more than the real
/// API: read-only, unknown and empty properties, and unknown query parameters, are errors here, so
/// that a client's mistake is seen. Apart from the documented behaviour, it knows only
/// `Scenario.all`.
///
/// Everything that it assigns (identifiers, addresses, keys) comes from a fixed seed: the same
/// requests in the same order get the same answers, apart from time stamps.
public final class Sandbox: Sendable {
  /// The address to give to a client.
  public let baseURL: BaseURL
  /// The API key that the sandbox accepts.
  public let key: Secret

  private let api: SandboxAPI
  private let log: RequestLog
  private let group: ServiceGroup
  private let serving: Task<Void, any Error>

  private init(
    baseURL: BaseURL, api: SandboxAPI, log: RequestLog, group: ServiceGroup,
    serving: Task<Void, any Error>
  ) {
    self.baseURL = baseURL
    self.api = api
    key = api.key
    self.log = log
    self.group = group
    self.serving = serving
  }

  /// Starts a sandbox on 127.0.0.1.
  ///
  /// - Parameters:
  ///   - configuration: The port, the key, the speed of the life cycle, and the scenario.
  ///   - now: The clock of time stamps and the life cycle.
  /// - Returns: The sandbox, once it listens.
  /// - Throws: `SandboxFailure` if it can't listen.
  public static func start(
    _ configuration: SandboxConfiguration = .init(), now: @escaping @Sendable () -> Date
  ) async throws -> Sandbox {
    let log = RequestLog()
    let hasNoNetworks = configuration.scenario?.lists == .hasNoNetworks
    var account = Account(networkCount: hasNoNetworks ? 0 : configuration.networkCount)
    if configuration.hasCrossConnects {
      let orders = SampleCrossConnect.all.map { $0.aged(at: configuration.speed) }
      account.take(orders, at: now())
    }
    let api = SandboxAPI(
      key: configuration.key,
      store: Store(
        lifeCycle: LifeCycle(speed: configuration.speed),
        account: account),
      scenario: configuration.scenario,
      now: { [skew = configuration.scenario?.clockSkew ?? 0] in now() + skew })
    // The terminal is the wizard's, so nothing may be logged to it.
    let quiet = Logger(label: "sandbox") { _ in SwiftLogNoOpLogHandler() }
    let (ports, listening) = AsyncStream.makeStream(of: Int.self)
    let application = Application(
      responder: SandboxResponder(api: api, log: log),
      server: .http1(
        configuration: .init(additionalChannelHandlers: [ServerDateHandler(api.now)])),
      configuration: ApplicationConfiguration(
        address: .hostname("127.0.0.1", port: configuration.port)),
      onServerRunning: { channel in
        listening.yield(channel.localAddress?.port ?? configuration.port)
      },
      logger: quiet)
    var group = ServiceGroupConfiguration(services: [application], logger: quiet)
    group.maximumGracefulShutdownDuration = .seconds(1)
    let services = ServiceGroup(configuration: group)
    let serving = Task(executorPreference: configuration.executor) {
      defer { listening.finish() }
      try await services.run()
    }
    guard let port = await ports.first(where: { _ in true }) else {
      throw await failure(of: serving, port: configuration.port)
    }
    return Sandbox(
      baseURL: try BaseURL(parsing: "http://127.0.0.1:\(port)\(SandboxAPI.prefix)"),
      api: api, log: log, group: services, serving: serving)
  }

  /// The latest requests in order of arrival, at most 500.
  public var recordedRequests: [RecordedRequest] {
    log.requests
  }

  /// The number of orders since the start, accepted or not.
  public var orderCount: Int {
    log.orders
  }

  /// The cross connects that exist now, whatever a scenario answers about them.
  public var crossConnects: [VirtualCrossConnect] {
    let now = api.now()
    return api.store.read(at: now) { $0.crossConnects }
      .compactMap { VirtualCrossConnect($0.json(api.store.lifeCycle, at: now)) }
  }

  /// Stops listening, and returns when everything has ended.
  ///
  /// Requests in progress have a second to be answered. Stopping twice is harmless.
  public func stop() async {
    await group.triggerGracefulShutdown()
    _ = await serving.result
  }

  /// Waits until the sandbox has been stopped.
  ///
  /// - Throws: The error that ended it, if `stop()` didn't.
  public func waitUntilStopped() async throws {
    try await serving.value
  }

  private static func failure(of serving: Task<Void, any Error>, port: Int) async -> SandboxFailure
  {
    guard case .failure(let error) = await serving.result else {
      return .cannotListen(port: port, detail: "it stopped at once.")
    }
    if let error = error as? IOError, error.errnoCode == EADDRINUSE {
      return .portInUse(port)
    }
    return .cannotListen(port: port, detail: String(describing: error))
  }
}
