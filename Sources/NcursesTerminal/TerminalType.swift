internal import CNcurses
internal import TerminalUI

extension NcursesTerminal {
  /// What a person should know about the type of this terminal; `nil` if `TERM` names one that can be used.
  @MainActor public static var typeRemark: String? {
    do throws(Failure) {
      return try TerminalType.found().notice
    } catch {
      return "\(error) The wizard asks line by line."
    }
  }
}

/// The terminfo name for this terminal, or for one like it.
struct TerminalType: Hashable {
  var name: String
  /// What the person should know, if the name isn't `TERM`.
  var notice: String?

  /// Finds a description that can be used.
  @MainActor
  static func found() throws(NcursesTerminal.Failure) -> TerminalType {
    let wanted = cn_environment("TERM").map { String(cString: $0) } ?? ""
    guard !wanted.isEmpty else { throw .noType }
    switch cn_type(wanted) {
    case CN_TYPE_USABLE: return TerminalType(name: wanted)
    case CN_TYPE_CANNOT_PLACE_CURSOR: throw .cannotPlaceCursor(wanted)
    default: break
    }
    // These names promise nothing, even on systems that have no description of them.
    guard !["dumb", "unknown"].contains(wanted) else { throw .cannotPlaceCursor(wanted) }
    for name in substitutes(for: wanted) where cn_type(name) == CN_TYPE_USABLE {
      let notice = "This system knows no terminal of the type \"\(wanted)\": treated as \(name)."
      return TerminalType(name: name, notice: notice)
    }
    throw .unknownType(wanted)
  }

  /// The types to try instead: shorter names of the same family, then what nearly all terminals act
  /// like.
  nonisolated static func substitutes(for name: String) -> [String] {
    var names: [String] = []
    var rest = name[...]
    while let end = rest.lastIndex(where: { $0 == "-" || $0 == "." || $0 == "+" }) {
      rest = rest[..<end]
      if !rest.isEmpty { names.append(String(rest)) }
    }
    for usual in ["xterm", "vt100"] where !names.contains(usual) { names.append(usual) }
    return names
  }

  /// The keys whose sequences terminfo has for the terminal that is open.
  @MainActor
  static func ownKeys() -> [(sequence: [UInt8], key: Key)] {
    let capabilities: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kdch1", .delete), ("kcbt", .backTab),
      ("kbs", .backspace), ("kent", .enter),
    ]
    return capabilities.compactMap { name, key in
      cn_capability(name).map { (Array(String(cString: $0).utf8), key) }
    }
  }
}
