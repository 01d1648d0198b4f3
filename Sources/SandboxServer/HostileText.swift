import CrossConnect

/// Texts that try to move the cursor, colour the screen, or break a layout.
enum HostileText {
  /// One of each kind.
  static let samples = [
    // Clears the screen, colours it, and goes to its corner.
    "\u{1B}[2J\u{1B}[41;97mPWNED\u{1B}[0m\u{1B}[1;1H",
    // Sets the window's title and the clipboard; asks the terminal for an answer.
    "\u{1B}]0;PWNED\u{07}\u{1B}]52;c;UFdORUQ=\u{07}\u{1B}[6n\u{1B}[c",
    // The one-byte forms of the same, and a device control string without an end.
    "\u{9B}31mPWNED\u{9D}0;PWNED\u{9C}\u{1B}Pq",
    // Leaves the alternate screen and switches the keyboard's modes.
    "\u{1B}[?1049l\u{1B}[?2004l\u{1B}[?1000h\u{1B}c",
    "abc\u{202E}gnp.exe\u{2066}x\u{2069}\u{200F}",
    "line\r\nover\rwritten\u{08}\u{08}\u{08}\u{0B}\u{0C}\u{00}\u{7F}",
    "東京ネットワーク本番環境（第二）データセンター間接続",
    "e" + String(repeating: "\u{301}\u{317}", count: 60) + "nd",
    "\u{301}begins with a mark; 👨‍👩‍👧‍👦 🇩🇪 ☎️ \u{FEFF}\u{200B}\u{AD}\u{E000}\u{10FFFF}",
    String(repeating: "wide東", count: 1700),
    "50% [Next] {\"a\":1} <b>&amp;</b> ; $(touch pwned) `id` \\ %s%n",
  ]

  /// Changes the names in one record, or in each record of a list.
  static func applied(to json: JSONValue) -> JSONValue {
    var members = json.members
    if json["data"].isArray {
      members["data"] = .array(
        json["data"].elements.enumerated().map { named(sample($0), $1) } + [coverageRow])
    } else {
      members["data"] = record(json["data"])
    }
    return .object(members)
  }

  static func sample(_ index: Int) -> String { samples[index % samples.count] }

  /// A created cross connect with such texts in known and unknown members; its identifier stays.
  private static func record(_ json: JSONValue) -> JSONValue {
    var members = json.members
    members["name"] = .string(sample(0))
    members["region"] = .object(["code": .string(sample(3)), "name": .string(sample(6))])
    members["cloud_provider_region"] = .string(sample(4))
    for (index, text) in samples.enumerated() { members["note_\(index)"] = .string(text) }
    members[sample(1)] = .string(sample(5))
    return .object(members)
  }

  private static func named(_ text: String, _ json: JSONValue) -> JSONValue {
    var members = json.members
    if members["name"] != nil { members["name"] = .string(text) }
    if case .object(var location) = json["location"] {
      location["name"] = .string(text)
      location["pop"] = .string(text)
      members["location"] = .object(location)
    }
    return .object(members)
  }

  /// A row of coverage whose every text is hostile, also those to be sent; networks leave it out.
  private static let coverageRow = JSONValue.object([
    "location": .object([
      "code": .string("xx-" + sample(0)), "name": .string(sample(1)), "pop": .string(sample(2)),
      "region": .string(sample(7)), "site": .string(sample(8)),
    ]),
    "cloud_provider": .string("aws"),
    "cloud_provider_region": .string(sample(5)),
    "available_bandwidth": .array([.integer(50)]),
  ])
}
