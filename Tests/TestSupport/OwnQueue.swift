import Dispatch

/// Runs tasks on a thread of its own, one after the other.
///
/// Swift's own threads are as many as the machine has processors, and all tests at once keep them busy: a
/// test that sleeps until its task has run would wait for all of those.
public final class OwnQueue: TaskExecutor {
  private let queue = DispatchQueue(label: "vxc.test")

  /// A thread of its own.
  public init() {}

  /// Takes in a piece of a task.
  public func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
