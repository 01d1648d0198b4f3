internal import ArgumentParser
internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import LocalStorage
internal import NetworkTransport
internal import SandboxServer
internal import TelnyxAPI
internal import TerminalIO

/// The world outside of the core, wired up for one run.
struct World {
  let context: Context
  private let log: ExchangeLog?
  private let debugLog: DebugLog?

  /// Opens the world; this sends nothing.
  ///
  /// - Parameters:
  ///   - environment: The environment.
  ///   - settings: The time limits of requests, and their log.
  ///   - key: The API key, which no log may have.
  /// - Throws: `ExitCode`, after saying why.
  init(_ environment: EnvironmentVariables, _ settings: RunSettings, key: Secret?) throws {
    try Output.refuseShortage()
    debugLog = try Self.openDebugLog(settings)
    log = debugLog.map { Self.makeExchangeLog($0, key: key) }
    context = Self.makeContext(environment, settings, log: log)
  }

  /// Waits until the debug log is written, and says if it could not be.
  func close() async {
    await log?.finish { try? await Task.sleep(for: .seconds(1)) }
    if let notice = debugLog?.notice { Output.errorLine("vxc: \(notice)") }
  }

  private static func makeContext(
    _ environment: EnvironmentVariables, _ settings: RunSettings, log: ExchangeLog?
  ) -> Context {
    Context(
      now: { Date.now },
      randomBits: { UInt64.random(in: .min ... .max) },
      pause: {
        EventLoops.begin()
        try await Pause.pass($0)
      },
      connect: { baseURL in
        // Only now: the first frame waits for nothing.
        EventLoops.begin()
        let network = NetworkOptions(
          connectSeconds: settings.connectTimeout, totalSeconds: settings.timeout,
          userAgent: "vxc/\(Version.text)", environment: environment)
        let transport = NetworkTransport(baseURL: baseURL, options: network)
        guard let log else { return transport }
        log.learn(transport.proxySecrets)
        log.note("to \(baseURL)\(transport.proxyDescription.map { " through \($0)" } ?? "")")
        return LoggingTransport(
          transport, log: log, baseURL: baseURL, userAgent: network.userAgent)
      },
      files: LocalFileStorage(environment: environment),
      startDemo: {
        EventLoops.begin()
        let sandbox = try await Sandbox.start(
          .init(
            speed: settings.demoSpeed, hasCrossConnects: true, executor: TaskThreads.shared)
        ) { Date.now }
        return (sandbox.baseURL, sandbox.key, settings.demoSpeed)
      },
      executor: TaskThreads.shared)
  }

  // MARK: Debug log

  private static func openDebugLog(_ settings: RunSettings) throws -> DebugLog? {
    guard let path = settings.debugLog else { return nil }
    do throws(DebugLog.Problem) {
      return try DebugLog(path: path)
    } catch {
      Output.errorLine("vxc: \(error)")
      throw ExitCode(2)
    }
  }

  private static func makeExchangeLog(_ file: DebugLog, key: Secret?) -> ExchangeLog {
    let log = ExchangeLog(now: { Date.now }, write: { file.write($0) })
    log.learn(key.map { [$0] } ?? [])
    log.note("vxc \(Version.text), keys left out")
    return log
  }
}
