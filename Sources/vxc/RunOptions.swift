internal import ArgumentParser

/// How the wizard looks, and how long it waits.
struct RunOptions: ParsableArguments {
  @Flag(help: "Ask line by line, for screen readers, dumb terminals and logs.")
  var plain = false

  @Flag(help: "Draw with ASCII only.")
  var ascii = false

  @Option(help: "Use colours: always, never, or as NO_COLOR and CLICOLOR=0 say.")
  var color = ColorChoice.auto

  @Option(help: "Seconds until a connection must be there.")
  var connectTimeout = 10

  @Option(help: "Seconds until a whole answer must be there.")
  var timeout = 30

  @Option(
    help: ArgumentHelp(
      "Write requests and answers to this file, without keys; only you may have access to it.",
      valueName: "file"),
    completion: .file())
  var debugLog: String?

  func validate() throws {
    guard (1...600).contains(connectTimeout), (1...600).contains(timeout) else {
      throw ValidationError("A time-out is from 1 to 600 seconds.")
    }
  }
}
