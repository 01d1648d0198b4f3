extension AddressFields {
  /// Both ends of a circuit, if a line has two addresses and nothing that is not understood.
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

  /// The two ends of a circuit, if a line has two addresses.
  ///
  /// One end that is named is enough for both.
  ///
  /// - Parameters:
  ///   - text: The line.
  ///   - telnyx: Further names of Telnyx's end.
  ///   - cloud: The names of the cloud's end.
  ///   - isCloudFirst: Whether the cloud's comes first where there are no words.
  /// - Returns: The addresses as written; `nil` if there are not two, or the words don't tell which
  ///   is which.
  package static func ends(
    in text: String, telnyx: [String] = [], cloud: [String], isCloudFirst: Bool
  ) -> (telnyx: String, cloud: String, isCloudFirst: Bool)? {
    let line = AddressLine(text)
    guard line.addresses.count == 2, line.addresses[0] != line.addresses[1] else { return nil }
    let names = EndNames(
      telnyx: ["Telnyx", "your router", "customer"] + telnyx, cloud: ["cloud"] + cloud)
    let (one, other) = (line.addresses[0], line.addresses[1])
    let saysCloudFirst: Bool? =
      switch line.meanings(names) {
      case (.telnyx, .telnyx), (.cloud, .cloud): nil
      case (.nothing, .nothing): isCloudFirst
      case (.cloud, _), (_, .telnyx): true
      case (.telnyx, _), (_, .cloud): false
      case (.unknown, _), (_, .unknown): nil
      }
    return saysCloudFirst.map { $0 ? (other, one, true) : (one, other, false) }
  }
}

/// The words that name the ends of a circuit.
struct EndNames {
  /// What the words beside an address say.
  enum Meaning: Hashable {
    case nothing
    case telnyx
    case cloud
    /// The words may tell the end, but not to a program.
    case unknown
  }

  private let telnyx: [String]
  private let cloud: [String]
  /// Words that say nothing of an end.
  private static let neutral: Set<String> = [
    "and", "to", "is", "are", "the", "ip", "ips", "ipv", "address", "addresses", "mask",
    "netmask", "subnet", "network", "bgp", "vlan",
  ]
  /// Words that are about both ends, whatever is named beside them.
  private static let plural: Set<String> = ["ips", "addresses", "peers", "ends", "pair", "both"]

  /// Names, each of one or more words.
  init(telnyx: [String], cloud: [String]) {
    self.telnyx = telnyx.map { " \($0.lowercased()) " }
    self.cloud = cloud.map { " \($0.lowercased()) " }
  }

  /// What some words say of the end that they stand beside.
  func meaning(of text: some StringProtocol) -> Meaning {
    let words = Self.words(of: text)
    let phrase = " \(words.joined(separator: " ")) "
    let isTelnyx = telnyx.contains { phrase.contains($0) }
    let isCloud = cloud.contains { phrase.contains($0) }
    guard isTelnyx != isCloud else {
      return isTelnyx || !words.allSatisfy(Self.neutral.contains) ? .unknown : .nothing
    }
    guard words.allSatisfy({ !Self.plural.contains($0) }) else { return .unknown }
    return isTelnyx ? .telnyx : .cloud
  }

  /// The words of a text in lower case: `cloud`, `router` and `ip` for `cloudRouterIp`.
  private static func words(of text: some StringProtocol) -> [String] {
    var spaced = ""
    for character in text {
      if character.isUppercase, spaced.last?.isLowercase == true { spaced += " " }
      spaced.append(character)
    }
    return spaced.lowercased().split { !$0.isLetter && $0 != "-" }
      .map { $0.hasSuffix("-side") ? $0.dropLast(5) : $0 }
      .filter { $0.count { $0.isLetter } > 1 }.map(String.init)
  }
}

/// A line of a ticket with addresses, and the words around each.
struct AddressLine {
  /// The addresses as written, in their order; if there are more than two, without networks.
  private(set) var addresses: [String] = []
  /// The words before the first address, between the addresses, and after the last.
  private var gaps: [String] = []

  /// Reads a line.
  init(_ text: String) {
    let plain = TypedText.plain(text)
    guard plain.utf8.count < 300 else { return }
    var gap = ""
    var rest = plain[...]
    while let start = rest.firstIndex(where: Self.isPart) {
      gap += rest[..<start]
      let word = rest[start...].prefix(while: Self.isPart)
      rest = rest[word.endIndex...]
      let found = Self.addresses(in: word)
      for address in found {
        addresses.append(address)
        gaps.append(gap)
        gap = ""
      }
      guard found.isEmpty else { continue }
      // A mask belongs to the address right before it.
      if let last = addresses.last, let written = Self.address(last, gap, word) {
        addresses[addresses.count - 1] = written
        gap = ""
      } else {
        gap += word
      }
    }
    gaps.append(gap + rest)
    if addresses.count > 2 { removeNetworks() }
  }

  private mutating func removeNetworks() {
    for place in addresses.indices.reversed() where Self.isNetwork(addresses[place]) {
      addresses.remove(at: place)
      let after = gaps.remove(at: place + 1)
      gaps[place] += after
    }
  }

  /// What the words around each of two addresses say.
  func meanings(_ names: EndNames) -> (EndNames.Meaning, EndNames.Meaning) {
    guard gaps.count == 3 else { return (.unknown, .unknown) }
    let (first, last) = (names.meaning(of: Self.lastSentence(gaps[0])), names.meaning(of: gaps[2]))
    let between = between(names, first, last)
    return (Self.joined(first, between.0), Self.joined(between.1, last))
  }

  /// What the words between two addresses say of the one before them and of the one after.
  private func between(
    _ names: EndNames, _ first: EndNames.Meaning, _ last: EndNames.Meaning
  ) -> (EndNames.Meaning, EndNames.Meaning) {
    let gap = gaps[1].trimmed
    let closing: [Character: Character] = ["(": ")", "[": "]"]
    if let close = gap.first.flatMap({ closing[$0] }), let end = gap.firstIndex(of: close) {
      return (names.meaning(of: gap[..<end]), names.meaning(of: gap[end...]))
    }
    let spaced = " \(gap) "
    let separators = [",", ";", "|", "&", " and "].lazy
    if let range = separators.compactMap({ spaced.firstRange(of: $0) }).first {
      return (
        names.meaning(of: spaced[..<range.lowerBound]),
        names.meaning(of: spaced[range.upperBound...])
      )
    }
    let meaning = names.meaning(of: gap)
    let isNamed = { (meaning: EndNames.Meaning) in [.telnyx, .cloud].contains(meaning) }
    let standsBefore =
      gap.last.map { ":=".contains($0) } == true || last == .nothing && first != .nothing
      || isNamed(first) && !isNamed(last)
    let standsAfter = first == .nothing && last != .nothing || isNamed(last) && !isNamed(first)
    guard standsBefore != standsAfter else {
      return meaning == .nothing ? (.nothing, .nothing) : (.unknown, .unknown)
    }
    return standsBefore ? (.nothing, meaning) : (meaning, .nothing)
  }

  /// What two places say together.
  private static func joined(
    _ one: EndNames.Meaning, _ other: EndNames.Meaning
  ) -> EndNames.Meaning {
    let told = Set([one, other]).subtracting([.nothing])
    let named = told.subtracting([.unknown])
    return named.count == 1 ? named.first ?? .unknown : told.isEmpty ? .nothing : .unknown
  }

  /// The words after the last full stop, semicolon or colon with words behind it.
  private static func lastSentence(_ text: String) -> Substring {
    text.split { ".;:".contains($0) }.last { $0.contains(where: \.isLetter) } ?? ""
  }

  private static func isPart(_ character: Character) -> Bool {
    character.isASCII && (character.isNumber || character == "." || character == "/")
  }

  /// The address in a word, or the two with a slash between them.
  private static func addresses(in word: Substring) -> [String] {
    let word = withoutStop(word)
    let written = PeerAddress.withPrefixLength(String(word))
    if let address = PeerAddress(written) { return address.isMask ? [] : [written] }
    let halves = word.split(separator: "/")
    let isPair = halves.count == 2 && halves.allSatisfy { PeerAddress($0)?.isMask == false }
    return isPair ? halves.map(String.init) : []
  }

  private static func withoutStop(_ word: Substring) -> Substring {
    var word = word
    while word.last == "." { word = word.dropLast() }
    return word
  }

  /// An address with the mask that follows it; `nil` if none does.
  private static func address(_ address: String, _ gap: String, _ mask: Substring) -> String? {
    let text = "\(address) \(gap) \(withoutStop(mask))"
    let written = PeerAddress.withPrefixLength(text)
    return written == text ? nil : written
  }

  private static func isNetwork(_ text: String) -> Bool {
    guard let address = PeerAddress(text), let length = address.prefixLength else { return false }
    return length < 31 && address.value == address.network(length).value
  }
}
