public import CrossConnect

extension Coverage.Omission {
  /// What the API lists and `vxc` can't offer, in a sentence.
  public var sentence: String {
    let left = "vxc left out \(rows) \(rows == 1 ? "row" : "rows") of coverage"
    guard !clouds.isEmpty else { return "\(left): \(rows == 1 ? "the row" : "each") lacks an end." }
    let names = clouds.prefix(3)
      .map { TextLayout.truncated(DisplayText.visible($0), to: 20) }.joined(separator: ", ")
    let more = clouds.count > 3 ? " and \(clouds.count - 3) more" : ""
    return "\(left): it can't order for \(names)\(more)."
  }
}
