internal import CrossConnect
internal import Presentation
internal import TelnyxAPI

extension CreateVXCRequest {
  /// A command that sends it, with no key in its line: the API key comes from the environment, on curl's standard
  /// input, where no other program sees it.
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
