public import ArgumentParser
public import Commands

/// How results are written.
struct ResultFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write results for people (text) or for programs (json, in the API's own words).",
      valueName: "form"))
  var output = OutputForm.text

  @Flag(help: "Write BGP keys readably; they are left out otherwise.")
  var showKeys = false

  /// Refuses to show keys in a text that has none.
  func refuseKeysInText() throws {
    guard !showKeys || output == .json else {
      throw ValidationError("The text has no keys: --show-keys is for --output json here.")
    }
  }

  /// The options as plain values.
  var options: ResultOptions {
    var options = ResultOptions()
    options.form = output
    options.showsKeys = showKeys
    return options
  }
}

extension OutputForm: ExpressibleByArgument {}
