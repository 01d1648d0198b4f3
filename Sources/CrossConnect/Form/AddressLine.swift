extension AddressFields {
  /// Both ends of a circuit, if a line has two addresses.
  ///
  /// Telnyx's comes first, as in the form, unless the line itself says that the cloud's does.
  static func ends(
    of circuit: Circuit, in text: String, _ words: Words
  ) -> [(field: FieldID, text: String)] {
    let owner = words.owner.split(separator: " ").first { $0 != "the" }?.prefix { $0 != "'" }
    let names = [words.cloud, owner.map(String.init) ?? words.cloud]
    guard let ends = ends(in: text, cloud: names, isCloudFirst: false) else { return [] }
    let telnyx = (circuit.telnyxField, ends.telnyx)
    let cloud = (circuit.cloudField, ends.cloud)
    return ends.isCloudFirst ? [cloud, telnyx] : [telnyx, cloud]
  }

  /// The lines of a paste as one line.
  ///
  /// A code that was broken over lines is put together; addresses in lines of their own stay apart.
  package static func joined(lines text: String) -> String {
    let apart = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return AddressLine(apart).addresses.count > 1 ? apart : text.filter { !$0.isNewline }
  }

  /// The two ends of a circuit, if a line has two addresses.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - cloud: The words before the cloud's address.
  ///   - isCloudFirst: Whether the cloud's comes first where the words before the two do not say it.
  /// - Returns: The addresses as written; `nil` if there are not two.
  package static func ends(
    in text: String, cloud: [String], isCloudFirst: Bool
  ) -> (telnyx: String, cloud: String, isCloudFirst: Bool)? {
    let line = AddressLine(text)
    guard line.addresses.count == 2, line.addresses[0] != line.addresses[1] else { return nil }
    let telnyx = ["Telnyx", "your router", "customer", "BGP peer"]
    let first = isCloudFirst ? telnyx : cloud
    let second = isCloudFirst ? cloud : telnyx
    let isOtherWay = line.names(at: 0, any: first) && line.names(at: 1, any: second)
    let (one, other) = (line.addresses[0], line.addresses[1])
    return isCloudFirst != isOtherWay ? (other, one, true) : (one, other, false)
  }
}

/// A line of a ticket with addresses, and the words before each.
struct AddressLine {
  /// The addresses as written, in their order; if there are more than two, without networks.
  let addresses: [String]
  private let labels: [String]

  /// Reads a line.
  init(_ text: String) {
    let plain = TypedText.plain(text)
    guard plain.utf8.count < 300 else {
      addresses = []
      labels = []
      return
    }
    var found: [(label: String, address: String)] = []
    var label = ""
    var rest = plain[...]
    while let start = rest.firstIndex(where: Self.isPart) {
      label += rest[..<start]
      let word = rest[start...].prefix(while: Self.isPart)
      rest = rest[word.endIndex...]
      let addresses = Self.addresses(in: word)
      for address in addresses {
        found.append((label, address))
        label = ""
      }
      if addresses.isEmpty { label += word }
    }
    if found.count > 2 { found.removeAll { Self.isNetwork($0.address) } }
    addresses = found.map(\.address)
    labels = found.map { $0.label.lowercased() }
  }

  /// Whether the words before an address contain any of `words`.
  func names(at place: Int, any words: [String]) -> Bool {
    labels.indices.contains(place) && words.contains { labels[place].contains($0.lowercased()) }
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == "." || character == "/")
  }

  /// The address in a word, or the two with a slash between them.
  private static func addresses(in word: Substring) -> [String] {
    var word = word
    while word.last == "." { word = word.dropLast() }
    if let address = PeerAddress(word) { return address.isMask ? [] : [String(word)] }
    let halves = word.split(separator: "/")
    let isPair = halves.count == 2 && halves.allSatisfy { PeerAddress($0) != nil }
    return isPair ? halves.map(String.init) : []
  }

  private static func isNetwork(_ text: String) -> Bool {
    guard let address = PeerAddress(text), let length = address.prefixLength else { return false }
    return length < 31 && address.value == address.network(length).value
  }
}
