import FoundationEssentials
import Glibc

/// A process, and what the kernel tells of it.
struct RunningProcess {
  let id: pid_t

  /// Starts a program in a session of its own, whose terminal it is given.
  ///
  /// - Parameters:
  ///   - path: The executable.
  ///   - arguments: What follows its name.
  ///   - environment: All that it finds in its environment.
  ///   - terminal: The path of its terminal.
  init?(
    _ path: String, _ arguments: [String], environment: [String: String], terminal: String
  ) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session's leader opens becomes the session's own.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // POSIX_SPAWN_SETSID, which the importer doesn't see (spawn.h, glibc 2.26).
    let newSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(newSession | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // libdispatch blocks some in the thread that this runs on.
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var argv = ([path] + arguments).map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var id: pid_t = 0
    guard posix_spawn(&id, path, &actions, &attributes, &argv, &envp) == 0 else { return nil }
    self.id = id
  }

  func kill(_ signal: Int32) {
    _ = Glibc.kill(id, signal)
  }

  /// Waits for its end: the exit status as a shell has it, or `nil` if it goes on.
  func end(within patience: Duration) -> Int32? {
    let deadline = ContinuousClock.now + patience
    var status: Int32 = 0
    repeat {
      let ended = waitpid(id, &status, WNOHANG)
      if ended == id {
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
      }
      if ended < 0 { return nil }
      usleep(500)
    } while ContinuousClock.now < deadline
    return nil
  }

  /// What its threads have done so far.
  var work: Work {
    var work = Work()
    for task in tasks {
      let time = Self.text(of: "\(task)/schedstat").split(separator: " ").first
      work.processor[task] = (time.flatMap { Double($0) } ?? 0) / 1e6
      work.wakeUps[task] = Self.number(after: "voluntary_ctxt_switches:", in: "\(task)/status")
    }
    return work
  }

  /// What each thread has done; of one that has ended nothing is known.
  struct Work {
    /// Milliseconds on a processor, by thread.
    fileprivate(set) var processor: [String: Double] = [:]
    /// How often it went to sleep by itself, by thread.
    fileprivate(set) var wakeUps: [String: Double] = [:]

    /// Milliseconds on a processor since an earlier look.
    func time(since earlier: Work) -> Double { Self.sum(processor, since: earlier.processor) }

    /// Wake-ups since an earlier look.
    func wakeUps(since earlier: Work) -> Double { Self.sum(wakeUps, since: earlier.wakeUps) }

    private static func sum(_ now: [String: Double], since before: [String: Double]) -> Double {
      now.reduce(0) { $0 + $1.value - (before[$1.key] ?? 0) }
    }
  }

  /// The most memory it has had, in MiB.
  var peakMemory: Double { Self.number(after: "VmHWM:", in: "/proc/\(id)/status") / 1024 }

  /// The memory it has, in MiB.
  var memory: Double { Self.number(after: "VmRSS:", in: "/proc/\(id)/status") / 1024 }

  private var tasks: [String] {
    let folder = "/proc/\(id)/task"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.map { "\(folder)/\($0)" }
  }

  private static func number(after label: String, in path: String) -> Double {
    let line = text(of: path).split(separator: "\n").first { $0.hasPrefix(label) }
    let words = line?.dropFirst(label.count).split { $0 == " " || $0 == "\t" }
    return words?.first.flatMap { Double($0) } ?? 0
  }

  /// A file of the kernel, which has no size to be asked for.
  private static func text(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
