internal import Glibc
internal import TerminalIO
internal import Synchronization

/// Threads for the program's tasks, made on demand; they sleep while there is none.
///
/// Swift's own threads come from libdispatch. Once used, it wakes every second for the rest of the
/// process, even if there is nothing to do.
///
/// - SeeAlso: SE-0417, task executor preference.
final class TaskThreads: TaskExecutor {
  /// The threads of the process.
  static let shared = TaskThreads()

  private struct State {
    var waiting: [UnownedJob] = []
    /// The number of threads, and the number of those without a job.
    var threads = 0
    var idle = 0
    /// Whether anything has run since memory was given back.
    var hasWorked = false

    /// The next job; only few ever wait.
    mutating func take() -> UnownedJob? {
      guard !waiting.isEmpty else { return nil }
      idle -= 1
      hasWorked = true
      return waiting.removeFirst()
    }

    /// Whether nothing runs, and something has run.
    var isAtRest: Bool { hasWorked && idle == threads }

    /// Whether nothing runs; true once for each time that something has run.
    mutating func goesToRest() -> Bool {
      guard isAtRest else { return false }
      hasWorked = false
      return true
    }
  }

  /// The niceness of these threads, so that the thread that answers keys goes first.
  private static let niceness: Int32 = 5
  /// A hanging disk may block one thread; the others go on.
  private let most = 4
  private let state = Mutex(State())
  private let arrivals = Arrivals()

  /// Adds a piece of a task.
  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let needsThread = state.withLock { state in
      state.waiting.append(job)
      guard state.waiting.count > state.idle, state.threads < most else { return false }
      state.threads += 1
      state.idle += 1
      return true
    }
    arrivals.announce()
    if needsThread { startThread() }
  }

  private func startThread() {
    var thread = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let result = pthread_create(
      &thread, nil,
      { context in
        context.map { Unmanaged<TaskThreads>.fromOpaque($0).takeRetainedValue() }?.work()
        return nil
      }, context)
    guard result != 0 else {
      pthread_detach(thread)
      return
    }
    Unmanaged<TaskThreads>.fromOpaque(context).release()
    state.withLock { state in
      state.threads -= 1
      state.idle -= 1
    }
  }

  private func work() {
    // Keys come first, however much there is to read; on Linux this sets the thread alone.
    setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, Self.niceness)
    while true {
      // The last thread to rest also waits for the others: nothing else wakes for them.
      let isLast = state.withLock { $0.isAtRest }
      if arrivals.wait(atMost: isLast ? 2 : nil) {
        guard let job = state.withLock({ $0.take() }) else { continue }
        job.runSynchronously(on: asUnownedTaskExecutor())
        state.withLock { $0.idle += 1 }
      } else if state.withLock({ $0.goesToRest() }) {
        ProcessMemory.giveBack()
      }
    }
  }
}

/// A count of arrivals that threads wait for.
private final class Arrivals: @unchecked Sendable {
  // Threads share the semaphore, so its place in memory must not change.
  private let semaphore = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

  init() {
    sem_init(semaphore, 0, 0)
  }

  deinit {
    sem_destroy(semaphore)
    semaphore.deallocate()
  }

  func announce() {
    sem_post(semaphore)
  }

  /// Waits for the next arrival, or at most for some seconds; then it returns false.
  func wait(atMost seconds: Int?) -> Bool {
    guard let seconds else {
      while sem_wait(semaphore) != 0 {}
      return true
    }
    var end = timespec()
    clock_gettime(CLOCK_REALTIME, &end)
    end.tv_sec += seconds
    while sem_timedwait(semaphore, &end) != 0 {
      if errno == ETIMEDOUT { return false }
    }
    return true
  }
}
