internal import CTerminal

/// Whether the terminal shows what is typed.
@MainActor
public struct Echo {
  private var isOff = false

  /// The terminal as it is now.
  public init() {}

  /// Stops showing what is typed, except the ends of lines.
  ///
  /// From here on, Ctrl-Z is reported, and the end of the process restores the modes.
  ///
  /// - Returns: Whether the terminal hides what is typed.
  public mutating func turnOff() -> Bool {
    guard !isOff else { return true }
    ct_catch_stop(true)
    isOff = ct_hide_input()
    if !isOff { ct_catch_stop(false) }
    return isOff
  }

  /// Restores the terminal's modes.
  ///
  /// - Parameter discardingInput: Whether to discard a secret that was begun; the next reader, such
  ///   as a shell, would show it.
  public mutating func turnOn(discardingInput: Bool = false) {
    guard isOff else { return }
    isOff = false
    ct_show_input(discardingInput)
    ct_catch_stop(false)
  }
}
