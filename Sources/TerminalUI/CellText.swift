internal import CrossConnect

/// What of a text is written so that it takes exactly the columns `TextLayout` counts.
public enum CellText {
  /// Whether every byte of `text` is one printable column.
  public static func isPlain(_ text: String) -> Bool {
    TextLayout.isPlain(text)
  }

  /// The scalars to write: `?` in each column of one that can't be shown as counted.
  ///
  /// What takes no column and isn't a mark on a letter is left out: controls, and the signs that
  /// join emoji or turn the direction of writing, which move what stands beside them.
  ///
  /// - Parameters:
  ///   - text: What to write.
  ///   - canShow: Whether terminal and character set show a scalar in the columns it is counted for.
  /// - Returns: The scalars to write.
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
