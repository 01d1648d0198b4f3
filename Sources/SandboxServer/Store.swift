import FoundationEssentials
import Synchronization

/// The account's data, safe to use from several requests at once.
final class Store: Sendable {
  let lifeCycle: LifeCycle
  private let account: Mutex<Account>

  init(lifeCycle: LifeCycle, account: Account = Account()) {
    self.lifeCycle = lifeCycle
    self.account = Mutex(account)
  }

  /// Reads the account as of `now`.
  func read<Value: Sendable>(at now: Date, _ look: (Account) -> Value) -> Value {
    change(at: now) { look($0) }
  }

  /// Changes the account as of `now`, in one step.
  func change<Value: Sendable, Failure: Error>(
    at now: Date, _ change: (inout Account) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try account.withLock { account throws(Failure) in
      account.forgetGone(lifeCycle, at: now)
      return try change(&account)
    }
  }
}
