internal import CrossConnect
internal import Flows

/// Something the keyboard can act on.
enum Control: Hashable, Sendable {
  case field(FieldID)
  /// The API key on the sign-in screen.
  case apiKey
  /// The name of a network to be made.
  case networkName
  /// An entry of the error summary.
  case problem(Int)
  /// A group of answers on the review.
  case group(Int)
  case button(Button)
}

/// Something to press.
enum Button: Hashable, Sendable {
  case signIn
  case demo
  case newNetwork
  case createNetwork
  case pickFromList(FieldID)
  case enterByHand(FieldID)
  case retry
  case generate(FieldID)
  case next
  case back
  case help
  case quit
  case showRequest
  case create
  case stopWaiting
  case look
  case createAgain
  /// This cross connect, by its identifier, is the order, or is not.
  case takeCandidate(String)
  case dismissCandidate(String)
  /// To sign in with the key of the order's account.
  case otherKey
  case enable
  case checkStatus
  case leave
  /// What to do with a draft that was found.
  case resume
  case discardFound
  case leaveFound
  /// How to quit.
  case keepAndQuit
  case discardAndQuit
  case stay

  var title: String {
    switch self {
    case .signIn: "Use this key"
    case .demo: "Try the demo"
    case .newNetwork: "New network"
    case .createNetwork: "Create network"
    case .pickFromList: "Pick from the list"
    case .enterByHand(.network): "Enter ID"
    case .enterByHand: "Enter by hand"
    case .retry: "Retry"
    case .generate: "Generate"
    case .next: "Next"
    case .back: "Back"
    case .help: "Help"
    case .quit: "Quit"
    case .showRequest: "Show request"
    case .create: "Create VXC"
    case .stopWaiting: "Stop waiting"
    case .look: "Look now"
    case .createAgain: "Create again"
    case .takeCandidate: "This is it"
    case .dismissCandidate: "Not mine"
    case .otherKey: "Use another key"
    case .enable: "Enable now"
    case .checkStatus: "Check status"
    case .leave: "Leave"
    case .resume: "Resume"
    case .discardFound: "Discard"
    case .leaveFound: "Leave it"
    case .keepAndQuit: "Keep draft and quit"
    case .discardAndQuit: "Discard and quit"
    case .stay: "Stay"
    }
  }

  /// What pressing it does, for the help rows.
  var help: String {
    switch self {
    case .signIn: "Checks the key with one small request, then opens the form."
    case .demo: "Starts a practice API in this program: nothing is created or billed."
    case .newNetwork: "Makes a new Telnyx network and uses it."
    case .createNetwork: "Creates the network at Telnyx now; the cross connect is ordered later."
    case .pickFromList: "Goes back to the list."
    case .enterByHand: "Lets you type what the list doesn't offer; the API checks it."
    case .retry: "Asks the API again."
    case .generate: "Makes a key of 20 random letters and digits, good for every cloud."
    case .next: "Checks this step and goes to the next."
    case .back: "Goes to the step before; nothing is checked, and nothing is lost."
    case .help: "Says more about this place, and lists its keys."
    case .quit: "Leaves; asks first."
    case .showRequest: "Shows the request exactly as it will be sent."
    case .create: "Orders the cross connect: one request, sent once. Telnyx bills it."
    case .look: "Looks for the cross connect in the network's list."
    case .stopWaiting: "Stops waiting for the answer; the order is not undone by it."
    case .takeCandidate: "Takes this cross connect as your order, and shows what to do next."
    case .dismissCandidate: "Passes over this cross connect: vxc goes on looking for your order."
    case .otherKey: "Asks for the API key of the order's account; nothing is lost."
    case .createAgain: "Sends the order a second time; asks once more before."
    case .enable:
      "Enables it; accept the connection in the cloud's console first, where that is a step."
    case .checkStatus: "Asks the API for the cross connect as it is now."
    case .resume: "Restores these answers, and the page you were on."
    case .discardFound: "Deletes this draft; it can't be brought back."
    case .leaveFound: "Keeps this draft for another time, and begins with an empty form."
    case .keepAndQuit:
      "Leaves; the next start offers the draft again. Ctrl-C once more does the same."
    case .discardAndQuit: "Leaves and deletes the answers; they can't be brought back."
    case .stay: "Goes on where you were."
    case .leave: "Leaves; what you need is printed again below your prompt."
    }
  }
}
