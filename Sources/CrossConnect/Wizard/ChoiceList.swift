/// Options with what a list needs to know about all of them, worked out once.
public struct ChoiceList: Hashable, Sendable {
  /// The choices in the order in which they are shown.
  public let choices: [Choice]
  /// The width of each column, in terminal columns.
  public let columnWidths: [Int]

  /// A list of choices.
  public init(_ choices: [Choice]) {
    self.choices = choices
    var widths: [Int] = []
    for choice in choices {
      for (index, column) in choice.columns.enumerated() {
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

  /// The choice with this answer.
  public func choice(_ value: String) -> Choice? {
    choices.first { $0.value == value }
  }
}
