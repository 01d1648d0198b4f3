internal import CrossConnect

/// The meaning of a line typed at a prompt.
enum PlainLine: Hashable, Sendable {
  /// Nothing: the default that the prompt names.
  case empty
  case back
  /// On to the next step, with the answers as they are.
  case onward
  case help
  case allHelp
  case clear
  case again
  case leave
  /// To leave without keeping the draft.
  case discard
  /// An answer, or a word of the question.
  case text(String)
  /// An answer, whatever it says: the line began with a space.
  case verbatim(String)

  /// Reads a line; if it begins with a space, it is an answer.
  init(_ line: String) {
    let text = line.trimmed
    guard line.first != " " || text.isEmpty else {
      self = .verbatim(text)
      return
    }
    switch text {
    case "": self = .empty
    case "<": self = .back
    case ">": self = .onward
    case "?": self = .help
    case "??": self = .allHelp
    case "!": self = .clear
    case ".": self = .again
    case "q", "Q": self = .leave
    case "q discard": self = .discard
    default: self = .text(text)
    }
  }

  /// The line for a question where nothing is taken as it is.
  var asText: PlainLine {
    guard case .verbatim(let text) = self else { return self }
    return .text(text)
  }

  /// The line for a question that only takes words, in small letters or capitals.
  var asWord: PlainLine {
    guard case .text(let text) = asText else { return self }
    return .text(text.lowercased())
  }
}
