internal import Synchronization

/// Does one piece of work after the other, in the order in which they were added.
package final class SerialWork: Sendable {
  private let executor: (any TaskExecutor)?
  private let last = Mutex<Task<Void, Never>?>(nil)

  /// Work on an executor; `nil` is Swift's own.
  package init(executor: (any TaskExecutor)? = nil) {
    self.executor = executor
  }

  /// Adds a piece of work, to be done after all before it.
  package func add(_ work: @escaping @Sendable () async -> Void) {
    last.withLock { last in
      last = Task.detached(executorPreference: executor) { [last] in
        await last?.value
        await work()
      }
    }
  }

  /// The work so far, as a task to wait for; `nil` if there was none.
  package var pending: Task<Void, Never>? { last.withLock { $0 } }

  /// Waits until the work so far is done, or until `patience` ends.
  ///
  /// Work can hang on a remote disk, where nothing can cancel it.
  package func finish(orUntil patience: @escaping @Sendable () async -> Void) async {
    guard let pending else { return }
    let isWaiting = Mutex(true)
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let resume = { @Sendable in
        if isWaiting.withLock({ waiting in
          defer { waiting = false }
          return waiting
        }) {
          continuation.resume()
        }
      }
      Task.detached(executorPreference: executor) {
        await pending.value
        resume()
      }
      Task.detached(executorPreference: executor) {
        await patience()
        resume()
      }
    }
  }
}
