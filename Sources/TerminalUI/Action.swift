/// What a key means.
enum Action: Hashable, Sendable {
  case nextControl
  case previousControl
  /// Chooses, presses, or goes on.
  case accept
  case nextStep
  case previousStep
  case cancel
  case up
  case down
  case pageUp
  case pageDown
  case toFirst
  case toLast
  case left
  case right
  case toStart
  case toEnd
  case deleteBackward
  case deleteForward
  case deleteWord
  case deleteToEnd
  case deleteToStart
  case help
  case reload
  /// Opens the list of all cross connects.
  case openList
  case reveal
  case showRequest
  /// Goes to the error of the digit that was pressed, or changes the group of that digit.
  case jump
  /// Begins a filter; letters do, too.
  case beginFilter
  case copyKey
  case saveReceipt
  case saveRequest
  case printPlainly
  case wait
  case leave
  case repaint
  case suspend
  case quit
}
