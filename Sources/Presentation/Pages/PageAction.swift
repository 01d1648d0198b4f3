public import CrossConnect
public import Flows
internal import TelnyxAPI

/// Something that a person can do on a page: a button on the screen, a word in plain mode.
public enum PageAction: Hashable, Sendable {
  // Signing in
  case signIn
  case demo
  /// To sign in with the key of the order's account.
  case otherKey
  // Answering
  case newNetwork
  case createNetwork
  case pickFromList(FieldID)
  case enterByHand(FieldID)
  case retry
  case generate(FieldID)
  // Going about
  case next
  case back
  case help
  case quit
  // Ordering
  case showRequest
  case create
  case stopWaiting
  case look
  case createAgain
  /// To say that the cross connect with this identifier is the order, or is not.
  case takeCandidate(String)
  case dismissCandidate(String)
  // A cross connect
  case perform(ConnectionAction)
  /// To say that a step at the cloud is done.
  case tick(LifeStep.Goal)
  /// To say that it is not done, after all.
  case untick(LifeStep.Goal)
  /// To let a demo's cloud accept it.
  case play(CloudProvider)
  case checkStatus
  case wait
  case openSheet(Connection.Sheet)
  /// To do what the sheet is about.
  case confirmSheet(Connection.Sheet)
  case closeSheet
  case showKeys
  /// To print the cloud's commands outside of the screen, where each is one line to copy.
  case printCommands
  /// To write the files with keys that the cloud's commands read.
  case writeKeyFiles
  case saveReceipt
  case another
  case openList
  /// To open the order that has yet to be accepted.
  case openWaiting
  case closeList
  case closeConnection
  case leave
  // A draft that was found
  case resume
  case discardFound
  case leaveFound
  // How to quit
  case keepAndQuit
  case discardAndQuit
  case stay

  /// What is written on its button.
  public var title: String { row.title }
  /// Its word in plain mode; `nil` if a sign or the answer itself does it.
  public var word: String? { row.word.map { String($0.prefix { $0 != "|" }).trimmed } }
  /// The word with what it does, as a prompt names it: "new | creates a network".
  public var phrase: String? { row.word?.replacing("| ", with: "") }
  /// What it does, as a sentence or two.
  public var help: String { row.help }

  /// What it is called, the word with what follows it in a prompt, and the help.
  private var row: (title: String, word: String?, help: String) {
    switch self {
    case .signIn:
      ("Use this key", nil, "Checks the key with one small request, then opens the form.")
    case .demo:
      (
        "Try the demo", "demo | for practice",
        "Starts a practice API in this program: nothing is created or billed."
      )
    case .otherKey:
      (
        "Use another key", "key | to use another key",
        "Asks for the API key of the order's account; nothing is lost."
      )
    case .newNetwork:
      ("New network", "new | creates a network", "Makes a new Telnyx network and uses it.")
    case .createNetwork:
      (
        "Create network", nil,
        "Creates the network at Telnyx now; the cross connect is ordered later."
      )
    case .pickFromList:
      ("Pick from the list", "pick | to choose from the list", "Goes back to the list.")
    case .enterByHand(let field):
      (
        field == .network ? "Enter ID" : "Enter by hand", "id | lets you type it",
        "Lets you type what the list does not have; Telnyx checks it."
      )
    case .retry: ("Retry", "reload | asks the API again", "Asks the API again.")
    case .generate:
      (
        "Generate", "generate | makes one",
        "Makes a key of 20 random letters and digits, good for every cloud."
      )
    case .next: ("Next", nil, "Checks this step and goes to the next.")
    case .back:
      ("Back", nil, "Goes to the step before; nothing is checked, and nothing is lost.")
    case .help: ("Help", nil, "Says more about this place, and lists its keys.")
    case .quit: ("Quit", nil, "Quits, after asking.")
    case .showRequest:
      ("Show request", "r | for the request", "Shows the request exactly as it will be sent.")
    case .create:
      (
        "Create VXC", "create",
        "Orders the cross connect: one request, sent once. Telnyx bills it."
      )
    case .stopWaiting:
      (
        "Stop waiting", "stop | to stop waiting",
        "Stops waiting for the answer; this does not cancel the order."
      )
    case .look: ("Look now", "look", "Looks for the cross connect in the network's list.")
    case .createAgain:
      (
        "Create again", "again | to create it again",
        "Sends the order a second time, after asking."
      )
    case .takeCandidate:
      (
        "This is it", "take | 1 if it is yours",
        "Takes this cross connect as your order, and shows what to do next."
      )
    case .dismissCandidate:
      (
        "Not mine", "not | 1 if it is not",
        "Marks it as not yours; vxc goes on looking for your order."
      )
    case .perform(let action): (action.title, action.word, action.help)
    case .tick(let goal):
      (
        "Done", goal == .accepted ? "accepted" : "configured",
        "Ticks this step: only you can see in the cloud whether it is done."
      )
    case .untick: ("Not yet", nil, "Takes the tick back: this step is still to be done.")
    case .play(let provider):
      (
        "Play \(provider.rules.shortName): accept", "play",
        "Lets the demo's cloud accept it, as you would in the cloud's console."
      )
    case .checkStatus:
      ("Check status", "status", "Asks the API for the cross connect as it is now.")
    case .wait:
      ("Wait", "wait", "Asks for the status until it is provisioned, or gone; again stops.")
    case .printCommands:
      (
        "Print", nil,
        "Prints each command on one line, to select and copy; Enter comes back."
      )
    case .openSheet(.addresses):
      ("Enter the addresses", "addresses", "Asks for the addresses that the cloud shows.")
    case .openSheet(.deletion): ("Delete", "delete", "Asks for its name, then deletes it.")
    case .openSheet(.commands):
      ("Commands", "commands", "Shows the commands for the cloud, ready to paste.")
    case .confirmSheet(.addresses):
      (
        "Set and enable", "set | gives them to Telnyx",
        "Gives Telnyx the addresses and enables the circuits: one request."
      )
    case .confirmSheet(.deletion):
      ("Delete it", nil, "Deletes the cross connect: traffic over it ends.")
    case .confirmSheet(.commands), .closeSheet:
      ("Back", nil, "Goes back to the cross connect; nothing is changed.")
    case .another:
      (
        "Another like this", "another",
        "Opens the form with the same network, region, cloud and bandwidth."
      )
    case .openList: ("All cross connects", "list", "Lists all cross connects of the account.")
    case .openWaiting:
      (
        "Open it", "open | opens it",
        "Opens the most urgent cross connect that waits to be accepted."
      )
    case .closeList: ("Back", "back", "Goes back to where you were.")
    case .closeConnection: ("Back to the list", "list", "Goes back to the list.")
    case .writeKeyFiles:
      (
        "Write the key files", "keys",
        "Writes the BGP keys to files of mode 0600 for these commands; delete them afterwards."
      )
    case .showKeys: ("Show keys", "show", "Shows the BGP keys.")
    case .saveReceipt: ("Save", "save", "Writes the receipt again.")
    case .leave: ("Leave", nil, "Leaves, and prints what you need below your prompt.")
    case .resume: ("Resume", "resume", "Restores these answers, and the page you were on.")
    case .discardFound: ("Discard", "discard", "Deletes this draft; it can't be brought back.")
    case .leaveFound:
      ("Leave it", "later", "Keeps this draft for another time, and begins with an empty form.")
    case .keepAndQuit:
      (
        "Keep draft and quit", nil,
        "Quits. The next start offers the draft. Ctrl-C again does the same."
      )
    case .discardAndQuit:
      (
        "Discard and quit", nil,
        "Deletes the answers and quits; they can't be brought back."
      )
    case .stay: ("Stay", nil, "Goes back to where you were.")
    }
  }

  /// Its event; `nil` if the front end does it by itself.
  public var event: App.Event? {
    switch self {
    case .signIn, .help, .quit, .showRequest, .showKeys, .printCommands, .stay: nil
    case .demo: .session(.demoChosen)
    case .otherKey: .session(.keyNeeded)
    case .newNetwork: .form(.entryChanged(.network, .create))
    case .createNetwork: .form(.createNetworkPressed)
    case .pickFromList(let field): .form(.entryChanged(field, .pick))
    case .enterByHand(let field): .form(.entryChanged(field, .byHand))
    case .retry: .choices(.reloadPressed)
    case .generate(let field): .form(.generateKeyPressed(field))
    case .next: .form(.nextPressed)
    case .back: .form(.backPressed)
    case .create: .form(.submitPressed)
    case .stopWaiting: .submission(.stopWaitingPressed)
    case .look: .submission(.lookPressed)
    case .createAgain: .submission(.createAgainPressed)
    case .takeCandidate(let id): .submission(.candidateTaken(id))
    case .dismissCandidate(let id): .submission(.candidateDismissed(id))
    case .perform(let action): .connection(.actionPressed(action))
    case .openSheet(let sheet): .connection(.sheetOpened(sheet))
    case .confirmSheet(.addresses): .connection(.addressesConfirmed)
    case .confirmSheet(.deletion): .connection(.deletionConfirmed)
    case .confirmSheet(.commands), .closeSheet: .connection(.sheetClosed)
    case .another: .anotherPressed
    case .openList: .inventory(.opened)
    case .openWaiting: .waitingOpened
    case .closeList: .inventory(.closed)
    case .closeConnection: .connectionClosed
    case .tick(let goal), .untick(let goal): .connection(.ticked(goal))
    case .play: .connection(.playPressed)
    case .checkStatus: .connection(.checkStatusPressed)
    case .wait: .connection(.waitPressed)
    case .writeKeyFiles: .connection(.keyFilesPressed)
    case .saveReceipt: .saveReceiptPressed
    case .leave, .keepAndQuit: .quitConfirmed
    case .resume: .records(.resumePressed)
    case .discardFound: .records(.discardFoundPressed)
    case .leaveFound: .records(.leaveFoundPressed)
    case .discardAndQuit: .discardConfirmed
    }
  }
}

extension ConnectionAction {
  /// "both circuits", "the primary circuit".
  var object: String {
    circuits.count > 1 ? "both circuits" : "the \(circuits.first?.rawValue ?? "") circuit"
  }

  private var short: String { circuits.count > 1 ? "both" : circuits.first?.rawValue ?? "" }

  fileprivate var title: String {
    switch self {
    case .enable: "Enable \(short)"
    case .disable: "Disable \(short)"
    case .announce: "Announce \(short)"
    case .withdraw: "Withdraw \(short)"
    case .addSecondary: "Add a secondary"
    case .setAddresses: "Set the addresses"
    case .delete: "Delete"
    }
  }

  fileprivate var word: String {
    let suffix = circuits.count > 1 ? "" : " \(short)"
    return switch self {
    case .enable: "enable\(suffix)"
    case .disable: "disable\(suffix)"
    case .announce: "announce\(suffix)"
    case .withdraw: "withdraw\(suffix)"
    case .addSecondary: "secondary"
    case .setAddresses: "addresses"
    case .delete: "delete"
    }
  }

  fileprivate var help: String {
    switch self {
    case .enable:
      "Enables \(object): one request."
    case .disable: "Disables \(object), after asking: traffic over it ends."
    case .announce: "Announces your network's routes over \(object): one request."
    case .withdraw: "Withdraws the routes over \(object), after asking: traffic ends."
    case .addSecondary:
      "Orders a secondary circuit, after asking: Telnyx chooses its addresses and its key, and bills it."
    case .setAddresses: "Gives Telnyx the addresses, and enables \(object): one request."
    case .delete: "Deletes the cross connect: traffic over it ends."
    }
  }
}
