/// Options with what a list needs to know about all of them, worked out once.
public struct OptionList: Hashable, Sendable {
  /// The options in the order in which they are shown.
  public let options: [Option]
  /// The width of each column, in terminal columns.
  public let columnWidths: [Int]

  /// A list of options.
  public init(_ options: [Option]) {
    self.options = options
    var widths: [Int] = []
    for option in options {
      for (index, column) in option.columns.enumerated() {
        let width = TextLayout.width(of: column)
        if index < widths.count {
          widths[index] = max(widths[index], width)
        } else {
          widths.append(width)
        }
      }
    }
    columnWidths = widths
  }

  /// The option with this answer.
  public func option(_ value: String) -> Option? {
    options.first { $0.value == value }
  }
}
