internal import CrossConnect

/// The scalars of a text that take exactly the columns that `TextLayout` counts.
public enum CellText {
  /// Whether every byte of `text` is one printable column.
  public static func isPlain(_ text: String) -> Bool {
    TextLayout.isPlain(text)
  }

  /// The scalars to write, with `?` for each column of one that can't be shown as counted.
  ///
  /// A scalar without a column is left out, unless it is a mark on a letter. Controls, and the
  /// signs that join emoji or turn the direction of writing, move what stands beside them.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - canShow: Whether terminal and character set show a scalar in its counted columns.
  /// - Returns: The scalars.
  public static func scalars(
    _ text: String, where canShow: (Unicode.Scalar) -> Bool
  ) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars {
      let columns = TextLayout.width(of: String(scalar))
      if columns == 0 {
        if isMark(scalar), !scalars.isEmpty, canShow(scalar) { scalars.append(scalar) }
      } else if scalar.isASCII || canShow(scalar) {
        scalars.append(scalar)
      } else {
        scalars += Array(repeating: "?", count: columns)
      }
    }
    return scalars
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
    default: false
    }
  }
}
