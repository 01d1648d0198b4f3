public import CrossConnect
public import TelnyxAPI

/// A call that failed, as a case: which call it was, and how it failed.
///
/// What is said of it is not decided here.
public enum Report: Hashable, Sendable {
  /// What the call was to create.
  public enum Creation: Hashable, Sendable {
    case nothing
    case network
    case crossConnect
  }

  /// A call that was to create something, or a key that was turned down during any call.
  case failed(APIFailure, creating: Creation)
  /// A second attempt at an order that created nothing, while the first may have.
  case secondAttemptFailed(APIFailure)
  /// A list that was asked for: none of it, or not all of it, could be had.
  case notLoaded(Listing, isInPart: Bool, APIFailure)
  /// The cross connects of the account: none of them, or not all, could be had.
  case connectsNotLoaded(isInPart: Bool, APIFailure)
  /// No cross connect has this identifier or name, or several have it.
  case notFound(String, several: Bool)
  /// A question for a cross connect.
  case notFollowed(APIFailure)
  /// Something that was to be done with a cross connect.
  case notPerformed(ConnectionAction, APIFailure)
  /// An API key that could not be checked, or was not accepted.
  case keyNotChecked(APIFailure)
  /// No API key was entered.
  case keyMissing
  /// What was entered can't be an API key.
  case keyMisread(Finding)
  /// The demo's API did not start, for a reason in the system's own words.
  case demoNotStarted(reason: String)
}

/// What the API lists for the form.
public enum Listing: CaseIterable, Hashable, Sendable {
  case networks
  case coverage
}
