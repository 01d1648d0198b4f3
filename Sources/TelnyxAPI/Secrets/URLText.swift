internal import CrossConnect

/// A URL as it may be repeated in a message: what often holds a secret is left out.
public enum URLText {
  /// What stands in the place of a URL, or its rest, in which a secret can't be told from a host.
  package static let left = "(not shown)"

  /// `text` without user name, password, query and fragment, whether or not it is a URL at all.
  ///
  /// Where a password may begin or end in the middle of what looks like something else, nothing but the
  /// scheme is shown.
  ///
  /// - SeeAlso: RFC 3986, sections 3.2.1 (userinfo) and 7.5 (sensitive information).
  public static func shown(_ text: String) -> String {
    let mark = text.firstRange(of: "://")
    let scheme = mark.map { text[..<$0.upperBound] } ?? ""
    let rest = mark.map { text[$0.upperBound...] } ?? text[...]
    let address = rest.prefix { !"?#".contains($0) }
    let authority = address.prefix { $0 != "/" && $0 != "\\" }
    let places = rest.count { $0 == "@" }
    guard places <= 1, (places == 0) != authority.contains("@") else { return scheme + left }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    // A colon before anything but a port belongs to a password that was cut off by its own characters.
    let port = host.hasPrefix("[") ? "" : host.drop { $0 != ":" }.dropFirst()
    guard port.utf8.allSatisfy(ASCII.isDigit) else { return scheme + left }
    return "\(scheme)\(host)\(address.dropFirst(authority.count))"
  }

  /// `message` with the URLs among some texts that it may repeat as they may be shown.
  ///
  /// - Parameters:
  ///   - message: A message in others' words.
  ///   - arguments: What it may repeat, such as the command line: a URL may stand after an equals sign.
  /// - Returns: What to show.
  public static func shown(in message: String, repeating arguments: [String]) -> String {
    let values = arguments.flatMap { argument in
      let value = argument.drop { $0 != "=" }.dropFirst()
      return argument.hasPrefix("-") ? [String(value)] : [argument]
    }
    let urls = values.filter { value in
      value.contains("://") || value.contains("@") || value.contains("?") && value.contains("=")
    }
    return urls.sorted { $0.utf8.count > $1.utf8.count }
      .reduce(message) { $0.replacing($1, with: shown($1)) }
  }
}
