internal import ArgumentParser
internal import Commands
internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import LocalStorage
internal import Presentation

/// An option for every question of the form, named and explained by its descriptor.
struct AnswerOptions: ParsableArguments {
  @Option(name: Self.name(.network), help: Self.help(.network, "id or name"))
  var network: String?

  @Option(name: Self.name(.name), help: Self.help(.name, "name"))
  var name: String?

  @Option(
    name: Self.name(.telnyxRegion), help: Self.help(.telnyxRegion, "code"),
    completion: .custom { _, _, _ in Self.seen.regions })
  var region: String?

  @Option(
    name: Self.name(.cloudProvider), help: Self.help(.cloudProvider, "aws|azure|gce"),
    completion: .list(CloudProvider.allCases.map(\.rawValue)))
  var provider: String?

  @Option(
    name: Self.name(.cloudRegion), help: Self.help(.cloudRegion, "region"),
    completion: .custom { _, _, _ in Self.seen.cloudRegions })
  var cloudRegion: String?

  @Option(name: Self.name(.primaryAccount), help: Self.help(.primaryAccount, "id or key"))
  var account: String?

  @Option(name: Self.name(.bandwidth), help: Self.help(.bandwidth, "mbps"))
  var bandwidth: String?

  @Option(name: Self.name(.asn), help: Self.help(.asn, "number|auto"))
  var asn: String?

  @Option(name: Self.name(.primaryTelnyxIP), help: Self.help(.primaryTelnyxIP, "telnyx,cloud"))
  var primaryIPs: String?

  @Option(
    name: Self.name(.primaryBGPKey), help: Self.help(.primaryBGPKey, "file"), completion: .file())
  var primaryBGPKeyFile: String?

  @Flag(
    name: Self.name(.wantsSecondary), inversion: .prefixedNo, help: Self.help(.wantsSecondary, ""))
  var secondary: Bool?

  @Option(name: Self.name(.secondaryAccount), help: Self.help(.secondaryAccount, "key"))
  var secondaryAccount: String?

  @Option(name: Self.name(.secondaryTelnyxIP), help: Self.help(.secondaryTelnyxIP, "telnyx,cloud"))
  var secondaryIPs: String?

  @Option(
    name: Self.name(.secondaryBGPKey), help: Self.help(.secondaryBGPKey, "file"),
    completion: .file())
  var secondaryBGPKeyFile: String?

  @Flag(help: "Make the BGP keys, and write them to a file that only you can read.")
  var generateBGPKeys = false

  @Option(
    help: ArgumentHelp(
      "Take the answers from this file, the API's own JSON of a request or a cross connect; - is the standard "
        + "input. Options outweigh it.", valueName: "file"),
    completion: .file())
  var from: String?

  /// Whether no option gives an answer.
  var isEmpty: Bool { texts.isEmpty && keyFiles.isEmpty && from == nil && !generateBGPKeys }

  /// The answers as typed; addresses come in pairs.
  private var texts: [FieldID: String] {
    let given: [(FieldID, String?)] = [
      (.network, network), (.name, name), (.telnyxRegion, region), (.cloudProvider, provider),
      (.cloudRegion, cloudRegion), (.primaryAccount, account), (.bandwidth, bandwidth),
      (.asn, asn), (.primaryTelnyxIP, primaryIPs), (.secondaryAccount, secondaryAccount),
      (.secondaryTelnyxIP, secondaryIPs), (.wantsSecondary, secondary.map { $0 ? "yes" : "no" }),
    ]
    return given.reduce(into: [:]) { $0[$1.0] = $1.1 }
  }

  private var keyFiles: [FieldID: String] {
    let given: [(FieldID, String?)] = [
      (.primaryBGPKey, primaryBGPKeyFile), (.secondaryBGPKey, secondaryBGPKeyFile),
    ]
    return given.reduce(into: [:]) { $0[$1.0] = $1.1 }
  }

  /// The options that read the standard input.
  var readersOfStandardInput: [String] {
    let given: [(String, Bool)] =
      [("from", from == "-")]
      + [FieldID.primaryAccount, .secondaryAccount].map { ($0.optionName, texts[$0] == "@-") }
      + [FieldID.primaryBGPKey, .secondaryBGPKey].map { ($0.optionName, keyFiles[$0] == "-") }
    return given.filter(\.1).map { "--\($0.0)" }
  }

  /// The answers, with the content of the files that they name, or why there is none.
  func options() -> OrderOptions {
    var options = OrderOptions()
    options.answers = texts
    options.generatesKeys = generateBGPKeys
    let pairs: [(FieldID, FieldID)] = [
      (.primaryTelnyxIP, .primaryCloudIP), (.secondaryTelnyxIP, .secondaryCloudIP),
    ]
    for (telnyx, cloud) in pairs {
      guard let text = options.answers[telnyx] else { continue }
      guard let ends = OrderOptions.ends(in: text) else {
        options.problems[telnyx] =
          "It takes Telnyx's address and the cloud's: 169.254.0.1,169.254.0.2."
        options.answers[telnyx] = nil
        continue
      }
      options.answers[telnyx] = ends.telnyx.isEmpty ? nil : ends.telnyx
      options.answers[cloud] = ends.cloud.isEmpty ? nil : ends.cloud
    }
    for id in [FieldID.primaryAccount, .secondaryAccount] {
      // A key that lets others use a circuit should not be on the command line.
      guard let text = options.answers[id], text.hasPrefix("@") else { continue }
      options.read(String(text.dropFirst()), for: id) { options, data in
        options.answers[id] = String(decoding: data, as: UTF8.self).trimmed
        options.answersOutOfFiles.insert(id)
      }
    }
    for (id, path) in keyFiles {
      options.read(path, for: id) { options, data in
        options.keys[id] = Secret(TypedText.withoutLineEnds(String(decoding: data, as: UTF8.self)))
      }
    }
    guard let from else { return options }
    do throws(PrivateFile.Problem) {
      let data = try PrivateFile.read(from, holdsKey: false)
      options.source = .init(name: from == "-" ? "the standard input" : from, data: data)
    } catch {
      options.sourceProblem = error.description
    }
    return options
  }

  private static var seen: SeenCoverage {
    SeenCoverage(in: LocalFileStorage(environment: Environment.current))
  }

  private static func name(_ id: FieldID) -> NameSpecification { .customLong(id.optionName) }

  private static func help(_ id: FieldID, _ value: String) -> ArgumentHelp {
    ArgumentHelp(OptionHelp.text(for: id), valueName: value.isEmpty ? nil : value)
  }
}

/// The flags for what to do with the answers.
struct OrderFlags: ParsableArguments {
  @Flag(help: "Check the answers against what Telnyx offers now, and stop.")
  var check = false

  @Flag(help: "Show the request, and send nothing.")
  var dryRun = false

  @Flag(help: "Show a curl command that would send it, without any key.")
  var curl = false

  @Flag(help: "Order without asking.")
  var yes = false

  @Flag(help: "Wait until it is provisioned, for an hour at most.")
  var wait = false

  @OptionGroup var results: ResultFlags

  @Flag(help: "Say nothing but results, questions and failures.")
  var quiet = false

  /// The flag that stops before the order, if one is given.
  private var stop: String? {
    [("--check", check), ("--dry-run", dryRun), ("--curl", curl)].first(where: \.1)?.0
  }

  /// The first of the flags that is given.
  var given: String? {
    stop ?? [("--yes", yes), ("--wait", wait)].first(where: \.1)?.0
  }

  func validate() throws {
    guard [check, dryRun, curl].count(where: \.self) < 2 else {
      throw ValidationError("--check, --dry-run and --curl are three ways to stop: choose one.")
    }
    guard !curl || results.output == .text else {
      throw ValidationError("--curl writes a shell command, not JSON. Leave out --output json.")
    }
    guard let stop else { return }
    guard dryRun || !results.showKeys else {
      throw ValidationError("\(stop) shows no keys. Leave out --show-keys.")
    }
    guard wait else { return }
    throw ValidationError(
      "\(stop) orders nothing, so there is nothing to wait for. Leave out --wait.")
  }

  /// Adds the flags to the answers.
  func apply(to options: inout OrderOptions) throws {
    options.purpose = check ? .check : dryRun ? .showRequest : curl ? .showCurl : .order
    options.isConfirmed = yes
    options.waitsSeconds = wait ? 3600 : nil
    options.result = results.options
  }
}

extension OrderOptions {
  /// Reads the file that an option names; a problem stands for the option's answer.
  fileprivate mutating func read(
    _ path: String, for id: FieldID, _ take: (inout OrderOptions, Data) -> Void
  ) {
    do throws(PrivateFile.Problem) {
      take(&self, try PrivateFile.read(path, holdsKey: true))
    } catch {
      answers[id] = nil
      problems[id] = error.description
    }
  }
}
