/// Known secrets by their bytes, so that a text is searched for all of them at once.
struct SecretTrie: Sendable {
  /// What is known once a whole entry was read.
  struct Entry: Sendable {
    /// What is written in its place.
    let words: String
    /// Whether the characters beside it hold some of its bits, as in Base64.
    let isBase64: Bool
  }

  private struct Node: Sendable {
    var children: [UInt8: Int] = [:]
    var entry: Entry?
    let depth: Int
  }

  private var nodes = [Node(depth: 0)]

  /// The place from which every search starts.
  static let root = 0

  /// Whether nothing is known yet.
  var isEmpty: Bool { nodes.count == 1 }

  /// Takes in an entry by its bytes, letters in any case; the first one of the same bytes stays.
  mutating func insert(_ bytes: [UInt8], _ entry: Entry) {
    var place = Self.root
    for byte in bytes.map(ASCII.lowercased) {
      if let next = nodes[place].children[byte] {
        place = next
      } else {
        nodes.append(Node(depth: nodes[place].depth + 1))
        nodes[place].children[byte] = nodes.count - 1
        place = nodes.count - 1
      }
    }
    if nodes[place].entry == nil { nodes[place].entry = entry }
  }

  /// The place after some more bytes, if an entry goes on like this.
  func place(after bytes: [UInt8], from place: Int) -> Int? {
    var place = place
    for byte in bytes {
      guard let next = nodes[place].children[byte] else { return nil }
      place = next
    }
    return place
  }

  /// The entry that is complete at a place.
  func entry(at place: Int) -> Entry? { nodes[place].entry }

  /// How many bytes lead to a place.
  func depth(of place: Int) -> Int { nodes[place].depth }
}
