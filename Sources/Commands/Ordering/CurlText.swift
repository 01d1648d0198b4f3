internal import CrossConnect
internal import Presentation
internal import TelnyxAPI

extension CreateVXCRequest {
  /// A command that sends it, for any usual shell.
  ///
  /// No key is on a command line: the shell itself prints what curl reads on its standard input. The API key comes
  /// out of the environment, BGP keys out of files.
  ///
  /// - Parameter baseURL: The API's address.
  /// - Returns: The command's lines; words in capitals stand for the files with BGP keys.
  func curl(to baseURL: BaseURL) -> [String] {
    let pairs = members.map { member in
      let file = member.key.uppercased() + "_FILE"
      let value = member.isSecret ? #""'"$(cat \#(file))"'""# : member.value.plainText
      return "\(JSONValue.string(member.key).plainText):\(value)"
    }
    let files = members.filter(\.isSecret).map { $0.key.uppercased() + "_FILE" }
    // Without its key nothing is sent.
    return files.map { "test -s \($0) &&" } + [
      #"printf '%s\n' "header = \"Authorization: Bearer $TELNYX_API_KEY\"" \"#,
      #"  'header = "Content-Type: application/json"' \"#,
      "  'data = {\(pairs.joined(separator: ","))}' |",
      "  curl --config - \(Shell.quoted(baseURL.description + Route.crossConnects.path))",
    ]
  }
}

extension Secret {
  /// Whether a file with it can stand in the curl command: nothing in it means something else in JSON or to curl.
  var isPlain: Bool {
    revealed.unicodeScalars.allSatisfy {
      (0x21..<0x7F).contains($0.value) && $0 != "\"" && $0 != "\\"
    }
  }
}

extension JSONValue {
  /// The JSON in letters that mean themselves to every shell, between single quotes, and to curl.
  ///
  /// curl ends a value at a blank; fish takes a doubled backslash for one.
  fileprivate var plainText: String {
    guard case .string(let text) = self else { return jsonText }
    let special = text.utf16.map { unit -> String in
      let isPlain = (0x21..<0x7F).contains(unit) && ![0x22, 0x27, 0x5C].contains(unit)
      guard !isPlain else { return String(decoding: [unit], as: UTF16.self) }
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "\"\(special.joined())\""
  }
}
