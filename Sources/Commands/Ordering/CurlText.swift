internal import CrossConnect
internal import Presentation
internal import TelnyxAPI

extension CreateVXCRequest {
  /// A command that sends it.
  ///
  /// No key is on the command line: curl reads the API key, out of the environment, on its standard input.
  ///
  /// - Parameter baseURL: The API's address.
  /// - Returns: The command's lines; BGP keys stand in it as words to be replaced.
  func curl(to baseURL: BaseURL) -> [String] {
    let pairs = members.map { member in
      let value = member.isSecret ? "\"\(member.key.uppercased())\"" : member.value.jsonText
      return "  \(JSONValue.string(member.key).jsonText): \(value)"
    }
    let body = "{\n\(pairs.joined(separator: ",\n"))\n}"
    let lines = [
      #"printf 'header = "Authorization: Bearer %s"\n' "$TELNYX_API_KEY" |"#,
      "  curl --config - --header 'Content-Type: application/json' \\",
      "  --data \(Shell.quoted(body)) \\",
      "  \(Shell.quoted(baseURL.description + Route.crossConnects.path))",
    ]
    return lines.flatMap { $0.split(separator: "\n").map(String.init) }
  }
}
