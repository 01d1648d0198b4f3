internal import CrossConnect
internal import Flows
internal import Presentation

/// The answers of a command line and their problems, each named by its option.
struct OrderAnswers {
  private(set) var draft = Draft()
  /// The problems that block the order.
  private(set) var problems: [String] = []
  /// What the person should know; it blocks nothing.
  private(set) var notes: [String] = []
  /// The generated BGP keys, by their JSON keys.
  private(set) var madeKeys: [String: Secret] = [:]
  private let options: OrderOptions
  /// Whether the file of answers is no JSON object.
  private var lacksSource = false
  /// The problems that leave nothing else to say about an answer.
  private var told: [FieldID: String] = [:]
  /// The questions whose answer in the file is a problem that is told already.
  private var mistyped: Set<FieldID> = []
  /// The questions of any cloud that the file answers, where it names no cloud.
  private var pending: Set<FieldID> = []
  /// The members of the file that have a mask in the place of a key.
  private var masked: [FieldID: String] = [:]

  init(_ options: OrderOptions) {
    self.options = options
    readSource()
    take()
  }

  /// Whether the network is named, and not by its identifier.
  var namesNetwork: Bool {
    let network = draft.value(.network)
    return !network.isEmpty && !CloudAccount.isUUID(network)
  }

  /// Checks the answers, also against the coverage and the networks of the account.
  ///
  /// An unreadable file may have the answers that seem to be missing, so nothing is called missing then.
  mutating func check(against coverage: Coverage?, networks: ChoiceList?) {
    guard !lacksSource else {
      problems += FieldID.allCases.compactMap { id in
        told[id].map { "--\(id.optionName): \($0)" }
      }
      return
    }
    if let coverage { draft = draft.spelled(asIn: coverage) }
    for id in FieldID.allCases {
      guard let key = masked[id], draft[id].isEmpty else { continue }
      // What the order leaves out needs no key.
      guard draft.rules == nil || draft.field(id) != nil else { continue }
      let made = draft.field(id)?.secrecy == .unseen
      let rest = made ? ", or have one made with --generate-bgp-keys." : " @FILE."
      problems.append(
        "--from: \(key) in \(sourceName) is masked. Give the key with --\(id.optionName)\(rest)")
    }
    let check = OrderCheck(draft, coverage: coverage, networks: networks)
    let hidden = FieldID.allCases.filter { draft.field($0) == nil }
    for id in draft.fields.map(\.id) + hidden {
      if let sentence = told[id] {
        problems.append("--\(id.optionName): \(sentence)")
        continue
      }
      guard !mistyped.contains(id) || !draft[id].isEmpty else { continue }
      // A secondary whose values are told of is not without any.
      guard id != .wantsSecondary || !isSecondaryTold else { continue }
      let found = draft.field(id).map(check.problems) ?? []
      problems += found.filter(\.isBlocking).map(sentence)
      notes += found.filter { !$0.isBlocking }.map(sentence)
    }
    if draft.rules == nil { problems += missingForEveryCloud }
    if problems.isEmpty { noteOwnAnswers() }
  }

  /// Whether a problem of the secondary's own values is told already.
  private var isSecondaryTold: Bool {
    draft.fields.contains {
      $0.circuit == .secondary && (told[$0.id] != nil || masked[$0.id] != nil)
    }
  }

  /// A problem after its option; about a circuit without addresses, it is about none of its ends.
  private func sentence(of problem: Problem) -> String {
    guard let id = problem.field, let field = draft.field(id), field.end != nil,
      draft.fields.allSatisfy({
        $0.end == nil || $0.circuit != field.circuit || draft.value(of: $0).isEmpty
      })
    else { return OptionText.sentence(of: problem) }
    return "--\(id.optionName): \(problem.sentence)"
  }

  /// The problems that stay, whichever cloud is chosen.
  private var missingForEveryCloud: [String] {
    FieldID.allCases.compactMap { id in
      let fields = CloudProvider.allCases.map { $0.rules.descriptor(id) }
      let isGiven = options.answers[id] != nil || pending.contains(id) || told[id] != nil
      guard !isGiven, fields.allSatisfy({ $0?.isAlwaysRequired == true }) else { return nil }
      let labels = fields.compactMap { $0?.label }.joined(separator: ", ")
      return "--\(id.optionName): Every cloud needs it: \(labels)."
    }
  }

  /// Notes the answers that the form gives by itself, and that the request has.
  private mutating func noteOwnAnswers() {
    for field in draft.fields where field.wire.key != nil && draft.isPrefilled(field) {
      let remark = "vxc sends \(field.prefill), the usual \(field.label)."
      notes.append("--\(field.id.optionName): \(remark)")
    }
  }

  /// Adds the problem that Telnyx's coverage has nothing.
  mutating func lackCoverage(_ sentence: String) { told[.telnyxRegion] = sentence }

  /// Replaces the network's name with its identifier, and its identifier with the API's spelling.
  mutating func settle(_ networks: ChoiceList) {
    let words = draft.value(.network)
    guard !words.isEmpty else { return }
    let found = networks.choices.filter {
      Identifier($0.value) == Identifier(words) || $0.title == DisplayText.visible(words)
    }
    guard let first = found.first, found.count == 1 else {
      let quoted = "\"\(DisplayText.visible(words))\""
      if found.count > 1 {
        let ids = found.map { DisplayText.visible($0.value) }.joined(separator: ", ")
        told[.network] = "Several networks are called \(quoted). Name one by its ID: \(ids)."
      } else if namesNetwork {
        told[.network] = "This account has no network called \(quoted)."
      }
      return
    }
    draft[.network] = first.value
  }

  /// Generates BGP keys for the circuits that have none.
  mutating func makeKeys(using generator: inout some RandomNumberGenerator) {
    let fields = draft.fields.filter { $0.secrecy == .unseen && told[$0.id] == nil }
    for field in fields where draft[field.id].isEmpty {
      let key = BGPKey.generated(using: &generator)
      draft[field.id] = key.revealed
      for name in field.wireKeys { madeKeys[name] = key }
    }
    guard madeKeys.isEmpty, !fields.isEmpty else { return }
    problems.append("--generate-bgp-keys: Every circuit has a key already. Leave it out.")
  }

  private static let emptyValue = "The value is empty. Give one, or leave the option out."

  // MARK: Reading

  /// The value of `--provider`, as the API's word if it is a name of a cloud.
  private var provider: String? {
    options.answers[.cloudProvider].map { CloudProvider(called: $0)?.rawValue ?? $0 }
  }

  private mutating func readSource() {
    if let problem = options.sourceProblem {
      problems.append("--from: \(problem)")
      lacksSource = true
    }
    guard let source = options.source else { return }
    let json: JSONValue
    do throws(JSONProblem) {
      json = try JSONValue(parsing: source.data, isStrict: true)
    } catch {
      problems.append("--from: \(error.sentence(about: sourceName, source.data))")
      lacksSource = true
      return
    }
    guard json.isObject else {
      problems.append("--from: \(sourceName) holds no JSON object.")
      lacksSource = true
      return
    }
    // The output of `vxc show`, an answer of the API and a receipt wrap it.
    let inside = ["data", "virtual_cross_connect"].map { json[$0] }.first(where: \.isObject)
    var members = (inside ?? json).members
    // Only a cross connect that exists has an identifier.
    if members["id"]?.text != nil, let connect = VirtualCrossConnect(.object(members)) {
      draft = Draft(resembling: connect)
      notes.append(
        "--from: another like \(DisplayText.visible(connect.id)): without its name, addresses and keys."
      )
      return
    }
    if let provider { members["cloud_provider"] = .string(provider) }
    let read = Draft.answers(inRequest: .object(members))
    draft = read.draft
    masked = read.masked
    mistyped = Set(read.mistyped.map(\.field)).union(masked.keys)
    pending = read.pending
    problems += read.mistyped.map { "--from: \($0.key) in \(sourceName) \($0.takes)" }
    problems += read.others.map {
      "--from: \(DisplayText.visible($0)) does not belong to this order. Take it out of \(sourceName)."
    }
  }

  private var sourceName: String { DisplayText.visible(options.source?.name ?? "") }

  private mutating func take() {
    if let provider { draft[.cloudProvider] = provider }
    if options.answers[.cloudProvider]?.trimmed.isEmpty == true {
      told[.cloudProvider] = Self.emptyValue
    }
    for id in FieldID.allCases where id != .cloudProvider {
      guard let text = options.answers[id] ?? options.keys[id]?.revealed else { continue }
      guard !text.trimmed.isEmpty else {
        told[id] =
          options.keys[id] != nil || options.answersOutOfFiles.contains(id)
          ? "The file is empty. Name another, or leave the option out."
          : Self.emptyValue
        continue
      }
      draft[id] = id == .asn && text.lowercased() == "auto" ? "" : text
    }
    for field in draft.fields where field.secrecy == .confidential {
      guard options.answers[field.id] != nil, !options.answersOutOfFiles.contains(field.id)
      else { continue }
      let name = "--\(field.id.optionName)"
      notes.append(
        "\(name): others here can read command lines. \(name) @FILE keeps the key from them.")
    }
    told.merge(options.problems) { $1 }
    var seen: Set<String> = []
    for id in FieldID.allCases where options.answers[id] != nil || options.keys[id] != nil {
      guard draft.field(id) == nil, let rules = draft.rules, seen.insert(id.optionName).inserted
      else { continue }
      refuse(id, by: rules)
    }
  }

  /// Says why the cloud has no such question.
  private mutating func refuse(_ id: FieldID, by rules: ProviderRules) {
    let name = "--\(id.optionName)"
    let cloud = rules.displayName
    if rules.descriptor(id)?.circuit == .secondary {
      problems.append("\(name): there is no secondary circuit without --secondary.")
    } else if rules.circuits == .alwaysPaired, id == .wantsSecondary {
      notes.append("\(name): \(cloud) always has both circuits.")
    } else if rules.circuits == .alwaysPaired, let label = rules.label(ofPrimary: id) {
      problems.append("\(name): \(cloud) takes one \(label) for both circuits. Leave it out.")
    } else {
      problems.append("\(name): \(cloud) takes none. Leave it out.")
    }
  }
}

extension ProviderRules {
  /// The name of the primary's question that stands for a secondary's.
  fileprivate func label(ofPrimary id: FieldID) -> String? {
    switch id {
    case .secondaryAccount: descriptor(.primaryAccount)?.label
    case .secondaryBGPKey: descriptor(.primaryBGPKey)?.label
    default: nil
    }
  }
}

extension FieldDescriptor {
  /// Whether it must be answered, whatever the other answers are.
  fileprivate var isAlwaysRequired: Bool {
    guard case .required = presence else { return false }
    return isVisible(Draft())
  }
}
