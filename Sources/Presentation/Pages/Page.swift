internal import FoundationEssentials
public import CrossConnect
public import Flows

/// What can be done where: decided once, laid out as buttons on the screen and as words in plain mode.
public struct Page: Hashable, Sendable {
  private let app: App

  /// The page that is before the person.
  public init(of app: App) {
    self.app = app
  }

  /// What can be done with all of the page, in its order; a draft that is offered comes before everything.
  public var actions: [PageAction] {
    guard app.records.offered.isEmpty else { return [.resume, .discardFound, .leaveFound] }
    switch app.place {
    case .signIn:
      // Real answers are not taken into a demo.
      return app.hasPlaceToReturnTo ? [.signIn, .help, .quit] : [.signIn, .demo, .help, .quit]
    case .step(.review): return [.create, .showRequest, .back, .help, .quit]
    case .step(let step):
      return step.previous == nil ? [.next, .help, .quit] : [.next, .back, .help, .quit]
    case .sending: return [.stopWaiting]
    case .outcomeUnknown: return whileUnknown
    case .result: return ofConnection
    case .inventory:
      return [.retry, .help] + (app.startsWithList ? [.leave] : [.closeList, .quit])
    }
  }

  /// What comes before the questions of the page: what needs a person more than a new order does.
  public var leading: [PageAction] {
    app.place == .step(.network) && !app.records.waiting.isEmpty ? [.openWaiting] : []
  }

  /// What a key does from anywhere on the screen; plain mode has words for it.
  public var everywhere: [PageAction] { app.step != nil && app.mayOpenList ? [.openList] : [] }

  /// To create again only after it was missing often enough.
  private var whileUnknown: [PageAction] {
    guard let unknown = app.submission.unresolved else { return [] }
    return (unknown.isOfOtherAccount ? [.otherKey] : [])
      + [.look] + (unknown.mayCreateAgain ? [.createAgain] : []) + [.help, .quit]
  }

  /// What can be done with a cross connect, or in the sheet over it.
  private var ofConnection: [PageAction] {
    guard let connection = app.connection else { return [.leave] }
    switch connection.sheet {
    case .addresses: return [.confirmSheet(.addresses), .closeSheet]
    // What Enter does at once is nothing that can't be undone.
    case .deletion: return [.closeSheet, .confirmSheet(.deletion)]
    case .commands:
      let isOffered = app.records.keepsFiles && !connection.connect.cloudKeyFiles.isEmpty
      return [.closeSheet, .printCommands] + (isOffered ? [.writeKeyFiles] : [])
    case nil: return ConnectionPage(of: connection, in: app, now: .distantPast).actions
    }
  }

  /// What can be said of a cross connect that may be the order.
  public func actions(for candidate: Candidate) -> [PageAction] {
    [.takeCandidate(candidate.connect.id), .dismissCandidate(candidate.connect.id)]
  }

  /// What can be done about one question, beside answering it.
  public func actions(for field: FieldDescriptor) -> [PageAction] {
    actions(for: field, asked: app.asking(of: field))
  }

  /// What can be done about one question that is put in this way, beside answering it.
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

  /// How the program can be left, after it was asked whether to; the first is what Enter does.
  ///
  /// What is known of an order that was sent can't be discarded by it.
  public var waysToQuit: [PageAction] {
    guard app.hasSomethingToKeep else { return [.stay, .leave] }
    return app.mayHaveOrdered
      ? [.keepAndQuit, .stay] : [.keepAndQuit, .discardAndQuit, .stay]
  }
}
