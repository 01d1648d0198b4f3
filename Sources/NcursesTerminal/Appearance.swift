internal import CNcurses
internal import TerminalUI

/// The look of each style: attributes alone tell styles apart, colours only add to them.
///
/// The colours are the terminal's own eight, on its default background. Only those that are
/// readable on light and dark are used: no yellow, green, cyan or blue.
@MainActor
struct Appearance {
  private let usesColor: Bool

  /// The look on the open terminal.
  init(usesColor: Bool) {
    guard usesColor, has_colors(), start_color() == OK, use_default_colors() == OK else {
      self.usesColor = false
      return
    }
    self.usesColor = true
    for color in [COLOR_RED, COLOR_MAGENTA] {
      init_pair(Int16(color), Int16(color), -1)
    }
  }

  /// The attributes and the colour pair of `style`.
  func of(_ style: Style) -> (attr_t, Int16) {
    switch style {
    case .plain: (cn_plain, 0)
    // Dim is hard to read on a dark background that isn't black, so no text to be read is dim.
    case .quiet: (cn_dim, 0)
    case .strong: (cn_bold, 0)
    case .focused: (cn_bold | cn_underline, 0)
    case .chosen: (cn_bold, 0)
    case .error: (cn_bold, pair(COLOR_RED))
    case .warning: (cn_bold, pair(COLOR_MAGENTA))
    case .demo: (cn_reverse, 0)
    }
  }

  private func pair(_ color: Int32) -> Int16 {
    usesColor ? Int16(color) : 0
  }
}
