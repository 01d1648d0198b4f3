/// Something that comes from the API: on its way, here, or not to be had for now.
public enum Loadable<Value: Hashable & Sendable>: Hashable, Sendable {
  case notAsked
  case loading
  case loaded(Value)
  case failed(APIFailure)

  /// The value, once it is here.
  public var value: Value? {
    guard case .loaded(let value) = self else { return nil }
    return value
  }

  /// Takes in how a request for it ended.
  init(_ result: Result<Value, APIFailure>) {
    switch result {
    case .success(let value): self = .loaded(value)
    case .failure(let failure): self = .failed(failure)
    }
  }
}
