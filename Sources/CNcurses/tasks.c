#define _GNU_SOURCE  // CLOCK_BOOTTIME

#include "process.h"

#include <stddef.h>
#include <stdint.h>
#include <time.h>

// The runtime's hooks, for which it has no header in the toolchain.
// See swiftlang/swift, include/swift/Runtime/Concurrency.h.
#define SWIFT_CALL __attribute__((swiftcall))
typedef struct job job_t;
typedef struct {
  void *identity;
  uintptr_t implementation;
} executor_t;
typedef SWIFT_CALL void (*enqueue_t)(job_t *job, void *original);
typedef SWIFT_CALL void (*enqueue_later_t)(uint64_t nanoseconds, job_t *job, void *original);
/// A deadline and how late it may be kept, each in seconds and nanoseconds; and the number of its clock.
typedef SWIFT_CALL void (*enqueue_at_t)(long long seconds, long long nanoseconds,
                                        long long late_seconds, long long late_nanoseconds,
                                        int clock, job_t *job, void *original);
extern enqueue_t swift_task_enqueueGlobal_hook __attribute__((weak));
extern enqueue_later_t swift_task_enqueueGlobalWithDelay_hook __attribute__((weak));
extern enqueue_at_t swift_task_enqueueGlobalWithDeadline_hook __attribute__((weak));
extern SWIFT_CALL void swift_job_run(job_t *job, executor_t executor) __attribute__((weak));

// libdispatch, whose headers need an extension of C.
// See swiftlang/swift-corelibs-libdispatch, src/queue.c, _dispatch_worker_thread: `monitored` are the
// threads of queues without this flag.
enum { DEFAULT_CLASS = 0x15, OVERCOMMIT = 2 };
extern void *dispatch_get_global_queue(intptr_t class, uintptr_t flags);
extern void dispatch_async_f(void *queue, void *context, void (*work)(void *));
extern void dispatch_after_f(uint64_t when, void *queue, void *context, void (*work)(void *));
extern uint64_t dispatch_time(uint64_t base, int64_t nanoseconds);

static void run(void *job) {
  executor_t any = {NULL, 0};
  swift_job_run(job, any);
}

static void *queue(void) { return dispatch_get_global_queue(DEFAULT_CLASS, OVERCOMMIT); }

static SWIFT_CALL void enqueue(job_t *job, void *original) {
  (void)original;
  dispatch_async_f(queue(), job, run);
}

static SWIFT_CALL void enqueue_later(uint64_t nanoseconds, job_t *job, void *original) {
  (void)original;
  int64_t delay = nanoseconds > INT64_MAX ? INT64_MAX : (int64_t)nanoseconds;
  dispatch_after_f(dispatch_time(0, delay), queue(), job, run);
}

static SWIFT_CALL void enqueue_at(long long seconds, long long nanoseconds, long long late_seconds,
                                  long long late_nanoseconds, int clock, job_t *job,
                                  void *original) {
  (void)late_seconds;
  (void)late_nanoseconds;
  enum { CONTINUOUS = 1 };
  struct timespec now;
  clock_gettime(clock == CONTINUOUS ? CLOCK_BOOTTIME : CLOCK_MONOTONIC, &now);
  long long left = (seconds - now.tv_sec) * 1000000000LL + nanoseconds - now.tv_nsec;
  enqueue_later(left > 0 ? (uint64_t)left : 0, job, original);
}

void cn_run_tasks_uncounted(void) {
  if (&swift_task_enqueueGlobal_hook == NULL || swift_job_run == NULL) return;
  swift_task_enqueueGlobal_hook = enqueue;
  if (&swift_task_enqueueGlobalWithDelay_hook != NULL) {
    swift_task_enqueueGlobalWithDelay_hook = enqueue_later;
  }
  if (&swift_task_enqueueGlobalWithDeadline_hook != NULL) {
    swift_task_enqueueGlobalWithDeadline_hook = enqueue_at;
  }
}

// The release program is linked with --wrap, so that the threads of libraries that use the counted
// queues are not counted either. That is for threads that block, of which ours don't get too few.
void __wrap__dispatch_workq_worker_register(void *queue);
void __wrap__dispatch_workq_worker_unregister(void *queue);

void __wrap__dispatch_workq_worker_register(void *queue) { (void)queue; }
void __wrap__dispatch_workq_worker_unregister(void *queue) { (void)queue; }
