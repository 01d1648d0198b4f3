internal import CrossConnect
internal import Flows

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

  init(_ options: OrderOptions) {
    self.options = options
    readSource()
    take()
  }

  /// Checks the answers, also against the coverage.
  ///
  /// An unreadable file may have the answers that seem to be missing, so nothing is called missing then.
  mutating func check(against coverage: Coverage?) {
    guard !lacksSource else { return }
    let check = OrderCheck(draft, coverage: coverage)
    for problem in draft.fields.flatMap(check.problems) {
      let line = problem.field.map { "--\($0.optionName): " } ?? ""
      let sentence = "\(line)\(problem.finding.sentence)"
      if problem.isBlocking { problems.append(sentence) } else { notes.append(sentence) }
    }
  }

  /// Replaces the name of the network with its identifier.
  mutating func settle(network id: String) { draft[.network] = id }

  /// Generates BGP keys for the circuits that have none.
  mutating func makeKeys(using generator: inout some RandomNumberGenerator) {
    for field in draft.fields where field.secrecy == .unseen && draft[field.id].isEmpty {
      let key = BGPKey.generated(using: &generator)
      draft[field.id] = key.revealed
      for name in field.wireKeys { madeKeys[name] = key }
    }
  }

  // MARK: Reading

  /// The value of `--provider`, as the API's word if it is a name of a cloud.
  private var provider: String? {
    options.answers[.cloudProvider].map { CloudProvider(called: $0)?.rawValue ?? $0 }
  }

  private mutating func readSource() {
    guard let source = options.source else { return }
    guard let json = try? JSONValue(parsing: source.data), json.isObject else {
      problems.append("--from: \(source.name) holds no JSON object.")
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
    problems += read.others.map {
      "--from: \(DisplayText.visible($0)) is no part of this order. Take it out of \(source.name)."
    }
  }

  private mutating func take() {
    if let provider { draft[.cloudProvider] = provider }
    for id in FieldID.allCases where id != .cloudProvider {
      guard let text = options.answers[id] ?? options.keys[id]?.revealed else { continue }
      draft[id] = id == .asn && text.lowercased() == "auto" ? "" : text
    }
    for field in draft.fields where field.secrecy == .confidential {
      guard options.answers[field.id] != nil, !options.answersOutOfFiles.contains(field.id)
      else { continue }
      let name = "--\(field.id.optionName)"
      notes.append(
        "\(name): others here can read command lines. \(name) @FILE keeps the key from them.")
    }
    var seen: Set<String> = []
    for id in FieldID.allCases where options.answers[id] != nil || options.keys[id] != nil {
      guard draft.field(id) == nil, let rules = draft.rules, seen.insert(id.optionName).inserted
      else { continue }
      let isOfSecondary = rules.descriptor(id)?.circuit == .secondary
      problems.append(
        isOfSecondary
          ? "--\(id.optionName): there is no secondary circuit without --secondary."
          : "--\(id.optionName): \(rules.displayName) takes none. Leave it out.")
    }
  }
}
