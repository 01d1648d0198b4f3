internal import CrossConnect
internal import TelnyxAPI

extension Wizard {
  package mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .answerEdited(let id, let text):
      generatedKeys.remove(id)
      edit(id, text)
    case .fieldLeft(let id):
      fieldsLeft.insert(id)
    case .entryChanged(.network, let entry):
      networkEntry = entry
      problems = []
    case .entryChanged(_, let entry):
      coverageEntry = entry
      problems = []
    case .networkNameEdited(let name):
      guard AnswerLength.fits(name) else { break }
      newNetworkName = name
      if !name.trimmed.isEmpty { problems.removeAll { $0.field == .network } }
    case .createNetworkPressed:
      return createNetwork()
    case .networkCreated(let result):
      networkCreated(result)
    case .generateKeyPressed(let id):
      return [.generateKey(id)]
    case .keyGenerated(let id, let key):
      edit(id, key.revealed)
      generatedKeys.insert(id)
    default:
      break
    }
    return []
  }

  private mutating func edit(_ id: FieldID, _ text: String) {
    guard draft[id] != text, AnswerLength.fits(text) else { return }
    // A late change of provider asks other questions, so all that follows is gone through again.
    if id == .cloudProvider {
      returnsToReview = false
      problems.removeAll { $0.isFromAPI && $0.field?.isPerProvider == true }
    }
    let bandwidth = draft.value(.bandwidth)
    draft[id] = text
    if id == .cloudProvider { keepBandwidth(bandwidth) }
    answersToRepeat.remove(draft.key(for: id))
    recheckProblems(edited: id)
  }

  /// Keeps the bandwidth through a change of provider where the new one asks for it and has none yet.
  ///
  /// What isn't offered there is asked again, with the reason, when the page opens.
  private mutating func keepBandwidth(_ bandwidth: String) {
    guard draft.rules?.bandwidthChoice == .fromCoverage, draft[.bandwidth].isEmpty else { return }
    draft[.bandwidth] = bandwidth
  }

  /// Brings the problems shown up to date with an edit; new ones are not raised while typing.
  private mutating func recheckProblems(edited id: FieldID) {
    var seen: Set<Problem> = []
    problems = problems.compactMap { shown in
      guard let field = shown.field else { return shown }
      guard let descriptor = draft.field(field) else { return nil }
      // What only the API can know stays until its field is edited.
      if shown.isFromAPI, field != id { return shown }
      let found = problems(of: descriptor)
      return found.contains(shown) ? shown : found.first(where: \.isBlocking)
    }.filter { seen.insert($0).inserted }
  }

  private mutating func createNetwork() -> [Effect] {
    let name = TypedText(newNetworkName, .words).value
    guard !isCreatingNetwork else { return [] }
    guard !name.isEmpty else {
      problems = [Problem(field: .network, .blocks("Enter a name for the new network."))]
      return []
    }
    if let scalar = name.unicodeScalars.first(where: { String($0).hasControlCharacter }) {
      let sentence = "Take \(DisplayText.named(scalar)) out of the new network's name."
      problems = [Problem(field: .network, .blocks(sentence))]
      return []
    }
    problems = []
    report = nil
    isCreatingNetwork = true
    return [.createNetwork(named: name)]
  }

  private mutating func networkCreated(_ result: Result<Network, APIFailure>) {
    isCreatingNetwork = false
    switch result {
    case .success(let network):
      networks.lead(with: ChoiceList(networks: [network]))
      // Whoever has turned to another network meanwhile keeps it.
      guard networkEntry == .create else { return }
      networkEntry = .pick
      newNetworkName = ""
      edit(.network, network.id)
    case .failure(let failure):
      // It is no word about an order that is under way or done.
      guard step != nil else { return }
      if case .keyRejected = failure {
        askForAnotherKey(because: failure, creating: .network)
      } else {
        report = .failed(failure, creating: .network)
      }
    }
  }
}
