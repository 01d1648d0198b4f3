extension Duration {
  /// How long a test waits for what must come, on the busiest machine.
  ///
  /// It only says when to give up: a test that sees what it waits for goes on at once.
  public static let patience: Duration = .seconds(180)
}

/// Waits until `condition` holds.
///
/// - Parameter condition: Is asked every few milliseconds.
/// - Returns: Whether it came to hold before `patience` was over and the test was cancelled.
public func comesTrue(_ condition: () throws -> Bool) async rethrows -> Bool {
  let end = ContinuousClock.now + .patience
  while try !condition() {
    guard ContinuousClock.now < end, !Task.isCancelled else { return false }
    try? await Task.sleep(for: .milliseconds(5))
  }
  return true
}
