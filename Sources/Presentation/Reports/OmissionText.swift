public import CrossConnect

extension Coverage.Omission {
  /// What the API lists and `vxc` can't offer, in a sentence.
  public var sentence: String {
    let rows = rows == 1 ? "1 row of coverage is" : "\(rows) rows of coverage are"
    guard !clouds.isEmpty else { return "\(rows) left out: an end of it is missing." }
    let names = clouds.prefix(3)
      .map { TextLayout.truncated(DisplayText.visible($0), to: 20) }.joined(separator: ", ")
    let more = clouds.count > 3 ? " and \(clouds.count - 3) more" : ""
    return "\(rows) left out: vxc can't order for \(names)\(more)."
  }
}
