public import CrossConnect
public import TelnyxAPI

/// A value that comes in pieces.
public protocol Growing: Hashable, Sendable {
  /// Adds the next piece.
  mutating func append(_ more: Self)
}

/// A value from the API: not asked for, on its way, here, or failed.
///
/// `Value` has no constraint: looking up a conformance would cost time before the first frame.
public enum Loadable<Value> {
  case notAsked
  /// On its way, with the part that is here.
  case loading(Value?)
  case loaded(Value)
  /// It failed, with the part that came before.
  case failed(APIFailure, Value?)

  /// The part that is here.
  public var value: Value? {
    switch self {
    case .notAsked: nil
    case .loading(let value), .failed(_, let value): value
    case .loaded(let value): value
    }
  }

  /// The whole value, once all of it is here.
  public var whole: Value? {
    guard case .loaded(let value) = self else { return nil }
    return value
  }

  /// Whether nobody has asked for it.
  public var isNotAsked: Bool {
    guard case .notAsked = self else { return false }
    return true
  }

  /// Whether all of it is here.
  public var isLoaded: Bool {
    guard case .loaded = self else { return false }
    return true
  }

  /// Whether more of it is on its way.
  public var isLoading: Bool {
    guard case .loading = self else { return false }
    return true
  }
}

extension Loadable: Sendable where Value: Sendable {}
extension Loadable: Equatable where Value: Equatable {}
extension Loadable: Hashable where Value: Hashable {}

extension Loadable where Value: Growing {
  /// Adds the next piece; more will come.
  mutating func take(_ more: Value) {
    guard case .loading(let value) = self else { return }
    self = .loading(nil)  // So that what is here is not copied.
    self = .loading(Self.joined(value, more))
  }

  /// Ends the loading, with the last piece or with a failure.
  mutating func finish(_ result: Result<Value, APIFailure>) {
    let before: Value? = if case .loading(let value) = self { value } else { nil }
    self = .notAsked
    switch result {
    case .success(let last): self = .loaded(Self.joined(before, last))
    case .failure(let failure): self = .failed(failure, before)
    }
  }

  /// Replaces the part that is here.
  mutating func replace(with value: Value) {
    switch self {
    case .notAsked: break
    case .loading: self = .loading(value)
    case .loaded: self = .loaded(value)
    case .failed(let failure, _): self = .failed(failure, value)
    }
  }

  /// Puts a piece before the part that is here.
  mutating func lead(with first: Value) {
    let value = value.map { Self.joined(first, $0) } ?? first
    switch self {
    case .loading: self = .loading(value)
    case .failed(let failure, _): self = .failed(failure, value)
    case .notAsked, .loaded: self = .loaded(value)
    }
  }

  private static func joined(_ value: Value?, _ more: Value) -> Value {
    guard var value else { return more }
    value.append(more)
    return value
  }
}

extension Coverage: Growing {}
