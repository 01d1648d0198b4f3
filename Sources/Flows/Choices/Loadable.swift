public import CrossConnect
public import TelnyxAPI

/// What comes in pieces, each of which follows the ones before.
public protocol Growing: Hashable, Sendable {
  /// Adds the next piece.
  mutating func append(_ more: Self)
}

/// Something that comes from the API: on its way, here, or not to be had for now.
///
/// It asks nothing of its value by itself: what a generic type asks is looked up before the first frame.
public enum Loadable<Value> {
  case notAsked
  /// On its way, with what is here of it.
  case loading(Value?)
  case loaded(Value)
  /// Not to be had for now, but for what had come before.
  case failed(APIFailure, Value?)

  /// What is here of it.
  public var value: Value? {
    switch self {
    case .notAsked: nil
    case .loading(let value), .failed(_, let value): value
    case .loaded(let value): value
    }
  }

  /// All of it, once it is here.
  public var whole: Value? {
    guard case .loaded(let value) = self else { return nil }
    return value
  }

  /// Whether nobody has asked for it.
  public var isNotAsked: Bool {
    guard case .notAsked = self else { return false }
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
  /// Takes in the next piece, after which more is to come.
  mutating func take(_ more: Value) {
    guard case .loading(let value) = self else { return }
    self = .loading(nil)  // So that what is here is not copied.
    self = .loading(Self.joined(value, more))
  }

  /// Takes in how it ended: with the last piece, or without it.
  mutating func finish(_ result: Result<Value, APIFailure>) {
    let before: Value? = if case .loading(let value) = self { value } else { nil }
    self = .notAsked
    switch result {
    case .success(let last): self = .loaded(Self.joined(before, last))
    case .failure(let failure): self = .failed(failure, before)
    }
  }

  /// Puts `value` in the place of what is here, however much that is.
  mutating func replace(with value: Value) {
    switch self {
    case .notAsked: break
    case .loading: self = .loading(value)
    case .loaded: self = .loaded(value)
    case .failed(let failure, _): self = .failed(failure, value)
    }
  }

  /// Puts a piece before all that is here, however much that is.
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
