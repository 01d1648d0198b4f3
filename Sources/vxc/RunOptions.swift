internal import ArgumentParser

/// How the wizard looks.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Ask line by line, for screen readers, dumb terminals and logs.")
  var plain = RunSettings().plain

  @Flag(help: "Draw with ASCII only.")
  var ascii = RunSettings().ascii

  @Option(
    help: ArgumentHelp(
      "Use colours: always, never, or as NO_COLOR and CLICOLOR=0 say.", valueName: "when"))
  var color = RunSettings().color

  @Flag(inversion: .prefixedNo, help: "Ring the bell once what is waited for is there.")
  var bell = RunSettings().bell

  @Flag(
    inversion: .prefixedNo,
    help: "Begin with the network, region, cloud and account of the last order.")
  var remember = RunSettings().remembers
}

/// The log of requests.
struct LogOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Write requests and answers to this file, without keys; only you may have access to it.",
      valueName: "file"),
    completion: .file())
  var debugLog: String?
}

/// The time limits of requests, and their log.
struct RequestOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Seconds to wait for a connection.", valueName: "seconds"))
  var connectTimeout = RunSettings().connectTimeout

  @Option(
    help: ArgumentHelp(
      "Seconds to wait for the whole answer.", valueName: "seconds"))
  var timeout = RunSettings().timeout

  @OptionGroup var log: LogOption

  func validate() throws {
    guard (1...600).contains(connectTimeout), (1...600).contains(timeout) else {
      throw ValidationError("A time-out is from 1 to 600 seconds.")
    }
  }

  /// The options as plain values, without those of a screen.
  var settings: RunSettings {
    RunSettings(connectTimeout: connectTimeout, timeout: timeout, debugLog: log.debugLog)
  }

  /// The options as plain values, with those of the screen.
  func settings(_ screen: ScreenOptions) -> RunSettings {
    RunSettings(
      plain: screen.plain, ascii: screen.ascii, color: screen.color, bell: screen.bell,
      remembers: screen.remember,
      connectTimeout: connectTimeout, timeout: timeout, debugLog: log.debugLog)
  }
}

/// The look, the time limits and the log: the values of the options, or the defaults.
struct RunSettings: Sendable {
  var plain = false
  var ascii = false
  var color = ColorChoice.auto
  var bell = true
  /// Whether the form begins with the answers of the last order.
  var remembers = true
  var connectTimeout = 10
  var timeout = 30
  var debugLog: String?
  /// The speed of the demo's API: 60 makes an hour a minute.
  var demoSpeed = 1.0
}
