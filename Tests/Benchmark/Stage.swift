import CrossConnect
import FoundationEssentials
import Glibc
import SandboxServer
import TelnyxAPI

/// Where programs are started from: the built program, its floor, a folder for what they leave behind.
final class Stage {
  /// The `vxc` that the same build as the benchmark has made, or the one that `VXC_BINARY` names.
  let program: String
  let folder: String
  private var homes = 0
  /// What programs have asked their terminal, and what they have left of their output.
  private(set) var outputs: [[UInt8]] = []

  /// A stage with an empty folder.
  ///
  /// - Throws: An error if the folder can't be made or there is no program.
  init() throws {
    let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let built = executable.deletingLastPathComponent().appending(path: "vxc").path
    let named = ProcessInfo.processInfo.environment["VXC_BINARY"] ?? ""
    program = named.isEmpty ? built : URL(filePath: named).path
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw TerminalProgram.Failure(description: "there is no vxc at \(program)")
    }
    let name = "vxc-bench-\(getpid())"
    folder = FileManager.default.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Removes what programs have left behind.
  func clear() {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Starts the wizard, or a command, in a home of its own.
  ///
  /// - Parameters:
  ///   - api: The address and the key, or `nil` for a start without a key.
  ///   - arguments: The command and its options.
  /// - Returns: The program, started.
  /// - Throws: An error if it can't be started.
  func wizard(_ api: API?, _ arguments: [String] = []) throws -> TerminalProgram {
    homes += 1
    let home = "\(folder)/\(homes)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    var environment = Self.environment(home: home)
    environment["TELNYX_BASE_URL"] = api?.baseURL
    environment["TELNYX_API_KEY"] = api?.key
    return try TerminalProgram(program, arguments, environment: environment)
  }

  /// Starts the wizard, and waits until networks and coverage are shown.
  ///
  /// - Parameters:
  ///   - api: The address and the key.
  ///   - text: What is shown when the networks are there.
  ///   - quiet: How long nothing must come after it.
  /// - Returns: The wizard at rest on its first page.
  /// - Throws: An error if it can't be started.
  func openedWizard(
    _ api: API, showing text: String, quiet: Duration = .milliseconds(150)
  ) throws -> TerminalProgram {
    let wizard = try wizard(api)
    wizard.reply(since: wizard.startedAt, until: text, quiet: quiet)
    return wizard
  }

  /// Keeps what a program has written, for what it must not have asked.
  func keep(_ program: TerminalProgram) {
    outputs.append(program.written)
  }

  /// What a program finds in its environment beside what is about it.
  static func environment(home: String) -> [String: String] {
    [
      "PATH": "/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "TERM": "xterm-256color",
    ]
  }
}

/// An API to give to a wizard.
struct API {
  let baseURL: String
  let key: String

  init(_ sandbox: Sandbox) {
    baseURL = sandbox.baseURL.description
    key = sandbox.key.revealed
  }

  /// An address where connections are taken and nothing is ever answered.
  static func silent() -> API? {
    listener().map { API(port: $0.port) }
  }

  /// An address where lists are answered at once.
  init(_ server: CannedServer) {
    self.init(port: server.port)
  }

  /// A socket that listens on a free port of this machine.
  static func listener() -> (descriptor: Int32, port: UInt16)? {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 128) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    return isListening ? (listener, UInt16(bigEndian: address.sin_port)) : nil
  }

  /// A port of the loopback interface.
  static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  /// The way to a sandbox through a line on which answers take their time.
  init(_ sandbox: Sandbox, by relay: DelayedRelay) {
    baseURL = "http://127.0.0.1:\(relay.port)/v2"
    key = sandbox.key.revealed
  }

  private init(port: UInt16) {
    baseURL = "http://127.0.0.1:\(port)/v2"
    key = "KEY"
  }
}

/// The bytes that xterm sends for keys.
enum Keys {
  static let down = "\u{1B}OB"
  static let up = "\u{1B}OA"
  static let tab = "\t"
  static let backTab = "\u{1B}[Z"
  static let enter = "\r"
  static let pageDown = "\u{1B}[6~"
  static let pageUp = "\u{1B}[5~"
  static let backspace = "\u{7F}"
  static let help = "\u{7}"
  static let interrupt = "\u{3}"
  static let openList = "\u{F}"
  static let escape = "\u{1B}"
}

/// A thread of its own for a server that waits for connections.
final class ServerThread: Sendable {
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) {
    self.work = work
  }

  /// Starts the work; false if the system has no thread for it.
  func starts() -> Bool {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self)
    let result = pthread_create(
      &thread, nil,
      { context in
        context.map { Unmanaged<ServerThread>.fromOpaque($0).takeRetainedValue() }?.work()
        return nil
      }, context.toOpaque())
    guard result == 0 else {
      context.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}
