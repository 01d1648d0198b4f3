public import CrossConnect
public import TelnyxAPI

/// A failure to report, as a case: what failed, and how.
///
/// Presentation makes the sentence.
public indirect enum Report: Hashable, Sendable {
  /// What the call was to create.
  public enum Creation: Hashable, Sendable {
    case nothing
    case network
    case crossConnect
  }

  /// A call that was to create something failed, or any call's key was rejected.
  case failed(APIFailure, creating: Creation)
  /// A second attempt at an order created nothing; the first may have.
  case secondAttemptFailed(APIFailure)
  /// A list of choices could not be loaded, or only a part of it.
  case notLoaded(Listing, isInPart: Bool, APIFailure)
  /// The account's cross connects could not be loaded, or only a part of them.
  case connectsNotLoaded(isInPart: Bool, APIFailure)
  /// No cross connect has this identifier or name, or several have it.
  case notFound(String, several: Bool)
  /// A request for a cross connect failed.
  case notFollowed(APIFailure)
  /// The account of the key in use has no such cross connect; another one may have it.
  case notInAccount
  /// An action on a cross connect failed.
  case notPerformed(ConnectionAction, APIFailure)
  /// No usable answer came to an action, and then none to a look for what has become of it.
  case notLookedUp(ConnectionAction, APIFailure, look: APIFailure)
  /// An action was answered, but the answer lacks these members of the request.
  case notAllDone(ConnectionAction, lacking: [String], in: VirtualCrossConnect)
  /// No usable answer came to an action, and the cross connect is as it was before.
  case notDone(ConnectionAction, APIFailure)
  /// The API key could not be checked, or was not accepted.
  case keyNotChecked(APIFailure)
  /// No API key was entered.
  case keyMissing
  /// The text entered can't be an API key.
  case keyMisread(Finding)
  /// The demo's API did not start; the reason is in the system's words.
  case demoNotStarted(reason: String)
}

/// The lists of the API that the form offers choices from.
public enum Listing: CaseIterable, Hashable, Sendable {
  case networks
  case coverage
}
