internal import FoundationEssentials
public import CrossConnect
public import Flows

/// What can be done where: decided once; buttons on the screen, words in plain mode.
public struct Page: Hashable, Sendable {
  private let app: App

  /// The page that is before the person.
  public init(of app: App) {
    self.app = app
  }

  /// The actions of the whole page in their order; an offered draft comes before everything.
  public var actions: [PageAction] {
    guard app.records.offered.isEmpty else { return [.resume, .discardFound, .leaveFound] }
    switch app.place {
    case .signIn:
      // Real answers are not taken into a demo.
      return app.hasPlaceToReturnTo || app.startsWithList
        ? [.signIn, .help, .quit] : [.signIn, .demo, .help, .quit]
    case .step(.review): return [.create, .showRequest, .back, .help, .quit]
    case .step(let step):
      return step.previous == nil ? [.next, .help, .quit] : [.next, .back, .help, .quit]
    case .sending: return [.stopWaiting]
    case .outcomeUnknown: return whileUnknown
    case .result: return ofConnection
    case .inventory:
      return [.retry, .help] + (app.canCloseList ? [.closeList, .quit] : [.leave])
    }
  }

  /// The actions before the page's questions: they are more urgent than a new order.
  public var leading: [PageAction] {
    app.place == .step(.network) && !app.records.waiting.isEmpty ? [.openWaiting] : []
  }

  /// The actions that the screen has keys for anywhere; plain mode has words.
  public var everywhere: [PageAction] { app.step != nil && app.mayOpenList ? [.openList] : [] }

  /// The actions while the outcome is unknown; creating again comes only after enough looks.
  private var whileUnknown: [PageAction] {
    guard let unknown = app.submission.unresolved else { return [] }
    return (unknown.isOfOtherAccount ? [.otherKey] : [])
      + [.look] + (unknown.mayCreateAgain ? [.createAgain] : []) + [.help, .quit]
  }

  /// The actions on a cross connect, or in the sheet over it.
  private var ofConnection: [PageAction] {
    guard let connection = app.connection else { return [.leave] }
    switch connection.sheet {
    case .addresses: return [.confirmSheet(.addresses), .closeSheet]
    // Enter's first action must be harmless.
    case .deletion: return [.closeSheet, .confirmSheet(.deletion)]
    case .commands:
      let isOffered = app.records.keepsFiles && !connection.connect.cloudKeyFiles.isEmpty
      return [.closeSheet, .printCommands] + (isOffered ? [.writeKeyFiles] : [])
    case nil: return ConnectionPage(of: connection, in: app, now: .distantPast).actions
    }
  }

  /// The actions on a candidate.
  public func actions(for candidate: Candidate) -> [PageAction] {
    [.takeCandidate(candidate.connect.id), .dismissCandidate(candidate.connect.id)]
  }

  /// The actions on one question, besides answering it.
  public func actions(for field: FieldDescriptor) -> [PageAction] {
    actions(for: field, asked: app.asking(of: field))
  }

  /// The actions on one question that is asked in this way, besides answering it.
  public func actions(for field: FieldDescriptor, asked asking: Asking) -> [PageAction] {
    let id = field.id
    if case .secret = asking { return [.generate(id)] }
    var isText: Bool { if case .text = asking { true } else { false } }
    switch field.choices {
    case .networks where app.form.asksForName(field): return [.createNetwork, .pickFromList(id)]
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
    guard app.hasSomethingToKeep else { return [.stay, .leave] }
    return app.mayHaveOrdered
      ? [.keepAndQuit, .stay] : [.keepAndQuit, .discardAndQuit, .stay]
  }
}
