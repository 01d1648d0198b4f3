public import CrossConnect
public import FoundationEssentials

/// Problems in the words of a command line.
public enum OptionText {
  /// The sentence of a problem after the option that it is about.
  public static func sentence(of problem: Problem) -> String {
    guard let field = problem.field else { return problem.sentence }
    let sentence = sentence(problem.sentence, about: field)
    // What is missing then are the answers to other questions.
    guard field == .wantsSecondary else { return sentence }
    let ways = [FieldID.secondaryTelnyxIP, .secondaryBGPKey].map(\.optionName)
    let options = (ways + ["generate-bgp-keys", "no-secondary"]).map { "--\($0)" }
    return "\(sentence) Its options: \(options.joined(separator: ", "))."
  }

  /// A sentence after the option that it is about; of an option with two addresses, also which.
  public static func sentence(_ sentence: String, about field: FieldID) -> String {
    let whose =
      if [.primaryTelnyxIP, .secondaryTelnyxIP].contains(field) {
        ", Telnyx's address"
      } else if [.primaryCloudIP, .secondaryCloudIP].contains(field) {
        ", the cloud's address"
      } else {
        ""
      }
    return "--\(field.optionName)\(whose): \(sentence)"
  }
}

extension JSONProblem {
  /// The sentence about a file that a person wrote.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - data: The file's content.
  /// - Returns: The sentence, with the line where the text stops being JSON.
  public func sentence(about name: String, _ data: Data) -> String {
    guard !data.isEmpty else { return "\(name) is empty." }
    let before = data.prefix(offset)
    let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    if let repeatedName {
      return
        "\(name) has \"\(DisplayText.visible(repeatedName))\" twice, again in line \(line). Keep one."
    }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
    let column = 1 + String(decoding: before[start...], as: UTF8.self).count
    return "\(name) is not JSON from line \(line), character \(column) on."
  }
}
