import FoundationEssentials
internal import ArgumentParser
internal import Commands
internal import CrossConnect
internal import Flows
internal import Glibc
internal import LocalStorage
internal import NcursesTerminal
internal import NetworkTransport
internal import Presentation
internal import TelnyxAPI
internal import TerminalIO

/// Looks for what keeps the program from its work on this machine.
struct Doctor: ExitingCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Look at what vxc needs here: key, network, clock, terminal, files.",
    discussion: """
      A line for each: ok, warn or fail, and what to do. The key is tried, and never shown. Ends with 1 if \
      something fails.

      Example:
        vxc doctor
      """)

  @Option(
    help: ArgumentHelp(
      "Write for people (text) or for programs (json).", valueName: "form"))
  var output = OutputForm.text

  @OptionGroup(title: "Account") var account: AccountOptions
  @OptionGroup(title: "Requests") var requests: RequestOptions

  func exitCode() async throws -> Int32 {
    let environment = Environment.current
    let destination: Destination?
    var before: [Diagnosis] = []
    do {
      let found = try account.settings.destination(in: environment)
      destination = found
      before.append(Diagnosis("Address", .ok, "Requests go to \(found.baseURL)."))
    } catch {
      destination = nil
      before.append(Diagnosis("Address", .fail, "\(error)"))
    }
    let (key, diagnosis) = await lookForKey(environment)
    before.insert(diagnosis, at: 0)
    if let destination { before += way(to: destination, environment) }
    let world = try World(environment, requests.settings, key: key?.key)
    let streams = StandardCommandStreams(quiet: false)
    let run = CommandRun(
      in: CommandWorld(
        context: world.context, destination: destination ?? .demo, key: key?.key ?? Secret(""),
        streams: streams))
    let code = await run.doctor(
      Surroundings(
        address: destination?.baseURL, proxy: destination?.proxy,
        before: before, after: terminal(environment) + files(environment)), output)
    await world.close()
    return streams.code(after: code)
  }

  private func lookForKey(_ environment: EnvironmentVariables) async -> (FoundKey?, Diagnosis) {
    do throws(FoundKey.Problem) {
      guard let key = try await FoundKey.find(account.settings, in: environment) else {
        // Only the wizard asks for one, and only on a terminal.
        guard StandardStreams.isInputTerminal else {
          return (nil, Diagnosis("Key", .fail, "There is none: give it by \(KeyText.ways)."))
        }
        let words = "There is none: set \(Environment.keyName), or type it into vxc."
        return (nil, Diagnosis("Key", .warn, words))
      }
      return (key, Diagnosis("Key", .ok, "From \(key.source)."))
    } catch {
      return (nil, Diagnosis("Key", .fail, error.sentence))
    }
  }

  private func way(to destination: Destination, _ environment: EnvironmentVariables) -> [Diagnosis]
  {
    var ways: [Diagnosis] = []
    if let proxy = destination.proxy { ways.append(Diagnosis("Proxy", .ok, "\(proxy).")) }
    guard destination.baseURL.isSecure else { return ways }
    let authorities = NetworkTransport.authorities(
      in: NetworkOptions(environment: environment))
    return ways + [Diagnosis("Authorities", authorities.areThere ? .ok : .fail, authorities.words)]
  }

  /// The findings about the terminal; its report may go to a pipe or a file.
  @MainActor
  private func terminal(_ environment: EnvironmentVariables) -> [Diagnosis] {
    guard StandardStreams.isInputTerminal else {
      let words = "The input is not a terminal: the commands work, the wizard does not."
      return [Diagnosis("Terminal", .warn, words)]
    }
    let name = environment["TERM"] ?? ""
    let remark = NcursesTerminal.typeRemark
    let size = StandardStreams.windowSize
    let isLarge = size.rows >= 24 && size.columns >= 80
    let isColored = ColorChoice.auto.usesColor(in: environment)
    return [
      Diagnosis(
        "Terminal", remark == nil ? .ok : .warn,
        remark ?? "TERM is \(DisplayText.visible(name))."),
      Diagnosis(
        "Window", isLarge ? .ok : .warn,
        "\(size.columns)x\(size.rows).\(isLarge ? "" : " 80x24 shows everything.")"),
      Diagnosis(
        "Letters", TextEncoding.isUTF8 ? .ok : .warn,
        TextEncoding.isUTF8 ? "UTF-8." : "ASCII only: no UTF-8 locale is set (LC_ALL, LANG)."),
      Diagnosis(
        "Colours", .ok, isColored ? "As the terminal has them." : "Off, as the environment says."),
      Diagnosis("Clipboard", .ok, clipboard(environment)),
    ]
  }

  private func clipboard(_ environment: EnvironmentVariables) -> String {
    environment["TMUX"] == nil
      ? "Copies go to the terminal by OSC 52; it decides whether to take them."
      : "Copies go to tmux, which takes them only with: set -g set-clipboard on."
  }

  private func files(_ environment: EnvironmentVariables) -> [Diagnosis] {
    let storage = LocalFileStorage(environment: environment)
    let isNew = !storage.isThere
    let diagnosis = writing(to: storage, environment)
    guard isNew, diagnosis.level == .ok else { return [diagnosis] }
    let words = "vxc made \(storage.folder); it belongs to \(owner(of: storage, environment))."
    // With sudo, for example, the home's owner could not write to the new folder later.
    guard storage.isHomeOfAnother else {
      return [Diagnosis("State folder", .ok, words), diagnosis]
    }
    let advice = "The home folder is another user's, who can't use it; chown it."
    return [Diagnosis("State folder", .warn, "\(words) \(advice)"), diagnosis]
  }

  private func owner(
    of storage: LocalFileStorage, _ environment: EnvironmentVariables
  ) -> String {
    guard let owner = storage.owner else { return "nobody known" }
    if owner == 0 { return "root" }
    return owner == geteuid() ? environment["USER"] ?? "user \(owner)" : "user \(owner)"
  }

  /// Writes into each folder as an order does, and removes it again.
  private func writing(
    to storage: LocalFileStorage, _ environment: EnvironmentVariables
  ) -> Diagnosis {
    let name = "doctor.tmp"
    do throws(StorageFailure) {
      for folder in StorageFolder.allCases {
        // A full disk takes a file without content.
        try storage.write(Data(repeating: 0, count: 4096), to: name, in: folder)
        try storage.remove(name, in: folder)
      }
      let owner = owner(of: storage, environment)
      return Diagnosis(
        "Files", .ok,
        "vxc can write drafts and receipts in \(storage.folder), which belongs to \(owner).")
    } catch {
      return Diagnosis(
        "Files", .fail, "Drafts and receipts can't be kept: \(error.reason). Set XDG_STATE_HOME.")
    }
  }
}
