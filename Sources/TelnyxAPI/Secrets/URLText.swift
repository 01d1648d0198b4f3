internal import CrossConnect

/// A URL for a message, without the parts that often hold a secret.
public enum URLText {
  /// The words for a URL, or its rest, where a secret can't be told from a host.
  package static let left = "(not shown)"

  /// `text` without user name, password, query and fragment, whether or not it is a URL at all.
  ///
  /// Only the scheme is shown if a password may begin or end in the middle of what looks like
  /// something else.
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
    // Only a port may follow a colon; anything else may be a part of a password.
    let port = host.hasPrefix("[") ? "" : host.drop { $0 != ":" }.dropFirst()
    guard port.utf8.allSatisfy(ASCII.isDigit) else { return scheme + left }
    return "\(scheme)\(host)\(address.dropFirst(authority.count))"
  }

  /// `message` without the secret parts of the URLs that it may repeat.
  ///
  /// - Parameters:
  ///   - message: A message by others.
  ///   - arguments: The texts that it may repeat, such as the command line; a URL may follow an
  ///     equals sign.
  /// - Returns: The message for display.
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
