public import CrossConnect
public import Flows
internal import FoundationEssentials

/// What can be done where: decided once; buttons on the screen, words in plain mode.
extension App {
  /// The actions of the whole page in their order; an offered draft comes before everything.
  public var actions: [PageAction] {
    guard records.offered.isEmpty else { return [.resume, .discardFound, .leaveFound] }
    switch place {
    case .signIn:
      // Real answers are not taken into a demo.
      return hasPlaceToReturnTo || startsWithList
        ? [.signIn, .help, .quit] : [.signIn, .demo, .help, .quit]
    case .step(.review): return [.create, .showRequest, .back, .help, .quit]
    case .step(let step):
      return step.previous == nil ? [.next, .help, .quit] : [.next, .back, .help, .quit]
    case .sending: return [.stopWaiting]
    case .outcomeUnknown: return whileUnknown
    case .result: return ofConnection
    case .inventory:
      return [.retry, .help] + (canCloseList ? [.closeList, .quit] : [.leave])
    }
  }

  /// The actions before the page's questions: they are more urgent than a new order.
  public var leading: [PageAction] {
    place == .step(.network) && !records.waiting.isEmpty ? [.openWaiting] : []
  }

  /// The actions that the screen has keys for anywhere; plain mode has words.
  public var everywhere: [PageAction] { step != nil && mayOpenList ? [.openList] : [] }

  /// The actions while the outcome is unknown; creating again comes only after enough looks.
  private var whileUnknown: [PageAction] {
    guard let unknown = submission.unresolved else { return [] }
    return (unknown.isOfOtherAccount ? [.otherKey] : [])
      + [.look] + (unknown.mayCreateAgain ? [.createAgain] : []) + [.help, .quit]
  }

  /// The actions on a cross connect, or in the sheet over it.
  private var ofConnection: [PageAction] {
    guard let connection else { return [.leave] }
    switch connection.sheet {
    case .addresses: return [.confirmSheet(.addresses), .closeSheet]
    // Enter's first action must be harmless.
    case .deletion: return [.closeSheet, .confirmSheet(.deletion)]
    case .commands:
      let isOffered = records.keepsFiles && !connection.connect.cloudKeyFiles.isEmpty
      return [.closeSheet, .printCommands] + (isOffered ? [.writeKeyFiles] : [])
    case nil: return ConnectionPage(of: connection, in: self, now: .distantPast).actions
    }
  }

  /// The actions on a candidate.
  public func actions(for candidate: Candidate) -> [PageAction] {
    [.takeCandidate(candidate.connect.id), .dismissCandidate(candidate.connect.id)]
  }

  /// The actions on one question, besides answering it.
  public func actions(for field: FieldDescriptor) -> [PageAction] {
    actions(for: field, asked: asking(of: field))
  }

  /// The actions on one question that is asked in this way, besides answering it.
  public func actions(for field: FieldDescriptor, asked asking: Asking) -> [PageAction] {
    let id = field.id
    if case .secret = asking { return [.generate(id)] }
    var isText: Bool { if case .text = asking { true } else { false } }
    switch field.choices {
    case .networks where form.asksForName(field): return [.createNetwork, .pickFromList(id)]
    case .networks:
      return isText
        ? [.pickFromList(id)] : Self.retrying(asking) + [.newNetwork, .enterByHand(id)]
    case .locations where isText: return [.pickFromList(id)]
    case .locations, .providers, .cloudRegions, .bandwidths:
      return Self.retrying(asking).isEmpty ? [] : [.retry, .enterByHand(id)]
    case .secondaryCircuit, nil: return []
    }
  }

  private static func retrying(_ asking: Asking) -> [PageAction] {
    switch asking {
    case .failed: [.retry]
    case .nothing(.coverage): [.retry]
    case .choices(let list): list.isCutShort ? [.retry] : []
    case .text, .naming, .secret, .loading, .nothing(.networks), .nothing(.connects): []
    }
  }

  /// The ways to leave the program, after the question; Enter takes the first.
  ///
  /// None of them discards the record of an order that was sent.
  public var waysToQuit: [PageAction] {
    guard hasSomethingToKeep else { return [.stay, .leave] }
    return mayHaveOrdered
      ? [.keepAndQuit, .stay] : [.keepAndQuit, .discardAndQuit, .stay]
  }
}
