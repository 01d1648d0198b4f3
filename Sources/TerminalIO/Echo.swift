internal import CTerminal

/// Whether the terminal shows what is typed.
@MainActor
public struct Echo {
  private var isOff = false

  /// The terminal as it is found.
  public init() {}

  /// Stops showing what is typed; only the end of the line is seen.
  ///
  /// From here on Ctrl-Z is reported, and the end of the process gives the modes back.
  ///
  /// - Returns: Whether it does.
  public mutating func turnOff() -> Bool {
    guard !isOff else { return true }
    ct_catch_stop(true)
    isOff = ct_hide_input()
    if !isOff { ct_catch_stop(false) }
    return isOff
  }

  /// Gives the terminal's modes back as they were.
  ///
  /// - Parameter discardingInput: Whether a secret that was begun is thrown away: whoever reads next,
  ///   such as a shell, would show it.
  public mutating func turnOn(discardingInput: Bool = false) {
    guard isOff else { return }
    isOff = false
    ct_show_input(discardingInput)
    ct_catch_stop(false)
  }
}
