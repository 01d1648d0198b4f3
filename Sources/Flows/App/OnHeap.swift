/// A part that a value may have, kept on the heap: copying the whole copies a reference to it.
///
/// Swift copies a value member by member wherever one of its methods is called; the app is copied many
/// times for each key. So it keeps elsewhere what is large and mostly not there.
@propertyWrapper
public struct OnHeap<Part> {
  indirect enum Box {
    case holding(Part)
  }

  private var box: Box?

  /// A place for the part, if there is one.
  public init(wrappedValue: Part?) {
    box = wrappedValue.map { .holding($0) }
  }

  /// The part, if there is one.
  public var wrappedValue: Part? {
    get {
      guard case .holding(let part) = box else { return nil }
      return part
    }
    set { box = newValue.map { .holding($0) } }
  }
}

extension OnHeap: Sendable where Part: Sendable {}
extension OnHeap.Box: Sendable where Part: Sendable {}
extension OnHeap: Equatable where Part: Equatable {}
extension OnHeap.Box: Equatable where Part: Equatable {}
extension OnHeap: Hashable where Part: Hashable {}
extension OnHeap.Box: Hashable where Part: Hashable {}
