/// The library's script for bash, with the options of the default command.
enum BashCompletion {
  /// The script in which options without a command are completed, too.
  ///
  /// The library completes only what belongs to the program itself there: `--help` and `--version`.
  ///
  /// - Parameter message: A message of the library.
  /// - Returns: The script with one more rule; every other message as it is.
  static func completed(_ message: String) -> String {
    let place = "    local -a repeating_flags=("
    guard message.hasPrefix("#!/bin/bash\n"), let start = message.firstRange(of: place) else {
      return message
    }
    return message[..<start.lowerBound] + rule + message[start.lowerBound...]
  }

  private static let rule = """
        # Options without a command are those of create.
        if [[ "${unparsed_words[0]}" = -* ]]; then
            local -a repeating_flags non_repeating_flags repeating_options non_repeating_options
            _vxc_create
            return
        fi

    """
}
