internal import ArgumentParser
internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import LineTerminal
internal import NcursesTerminal
internal import PlainUI
internal import Presentation
internal import TerminalIO
internal import TerminalUI

/// One run of the wizard: it wires up the world, and takes and gives back the terminal.
@MainActor
struct WizardRun {
  let environment: EnvironmentVariables
  let options: RunSettings

  /// Runs the wizard to its end.
  ///
  /// - Parameters:
  ///   - destination: The destination of requests.
  ///   - key: The API key, if there is one.
  ///   - purpose: The purpose of the run.
  /// - Returns: The exit code.
  /// - Throws: `ExitCode` if it can't begin, after saying why.
  func run(
    destination: Destination, key: Secret?, for purpose: App.Purpose = .ordering
  ) async throws -> Int32 {
    let world = try World(environment, options, key: key)
    if let complaint = StandardStreams.complaint {
      Output.errorLine("vxc: \(complaint) Nothing was asked.")
      throw ExitCode(2)
    }
    let context = world.context
    let runner = EffectRunner(context: context, baseURL: destination.baseURL, key: key)
    let app = App(
      destination: destination, hasKey: key != nil || destination.isDemo, for: purpose,
      answerLimit: options.timeout, remembers: options.remembers)
    let ending =
      asksForPlain
      ? try await runPlainly(app, runner: runner, context: context)
      : try await runOnScreen(app, runner: runner, context: context)
    await world.close()
    return ending.code
  }

  /// Runs the wizard on the screen, or line by line if the terminal has no cursor to place.
  private func runOnScreen(
    _ app: App, runner: EffectRunner, context: Context
  ) async throws -> Ending {
    let terminal: NcursesTerminal
    do throws(NcursesTerminal.Failure) {
      terminal = try NcursesTerminal(options: terminalOptions)
    } catch {
      guard ![.noPipe, .noScreen].contains(error) else {
        Output.errorLine("vxc: \(error)")
        throw ExitCode(2)
      }
      Output.line("\(error) vxc asks line by line instead.")
      return try await runPlainly(app, runner: runner, context: context)
    }
    let loop = WizardLoop(
      terminal: terminal, runner: runner, context: context, ringsBell: options.bell)
    let (ending, last) = await loop.run(app)
    terminal.close()
    printFarewell(of: last, now: context.now())
    return ending
  }

  private func runPlainly(
    _ app: App, runner: EffectRunner, context: Context
  ) async throws -> Ending {
    let showsUnicode = TextEncoding.isUTF8 && !options.ascii
    guard let terminal = LineTerminal(showsUnicode: showsUnicode) else {
      Output.errorLine("vxc: The system allows no more open files.")
      throw ExitCode(2)
    }
    let loop = PlainLoop(terminal: terminal, runner: runner, context: context)
    let ending = await loop.run(app)
    terminal.close()
    return ending
  }

  /// Whether the person asks for lines, here or in the environment.
  private var asksForPlain: Bool {
    let accessible = environment["ACCESSIBLE"]?.trimmed.lowercased() ?? ""
    return options.plain || !["", "0", "false"].contains(accessible)
  }

  private var terminalOptions: NcursesTerminal.Options {
    NcursesTerminal.Options(
      usesColor: options.color.usesColor(in: environment),
      asciiOnly: options.ascii,
      escapeDelayMilliseconds: environment["ESCDELAY"].flatMap { Int($0) } ?? 50)
  }

  /// Prints below the prompt what the person needs to go on.
  private func printFarewell(of app: App, now: Date) {
    for connection in app.connections {
      ReportText.farewell(of: connection, now: now).forEach(show)
    }
    if app.mayHaveOrdered { OutcomeText(of: app).leaving.forEach(show) }
    ReportText.filesLines(of: app).forEach(show)
  }

  private func show(_ line: String) {
    let columns = StandardStreams.isTerminal(.output) ? StandardStreams.windowSize.columns - 1 : 0
    let most = columns > 0 ? min(ReportText.columns, columns) : ReportText.columns
    for part in ReportText.folded(line, to: most) { Output.line(part, asciiOnly: options.ascii) }
  }
}
