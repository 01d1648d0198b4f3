internal import CrossConnect
internal import Flows
internal import Presentation

extension PlainDialogue {
  /// Says what the question is about, and what can be typed.
  mutating func sayHelp() {
    sayHelpOfQuestion()
    say("?? prints all help: every field, exit codes, files.")
  }

  /// Says all help, with the fields of the chosen cloud first.
  mutating func sayAllHelp() {
    let sections =
      [.steps] + HelpSection.fields(first: app.form.draft.provider)
      + [PlainReference.section, .terms, .outcomes, .exitCodes, .files, .links]
    for section in sections {
      say("")
      for line in section.lines(columns: PlainText.columns) { sayLine(line) }
    }
  }

  private mutating func sayHelpOfQuestion() {
    switch question {
    case .draft:
      say("Enter continues the draft: your answers are restored, and nothing is sent.")
      say("later starts a new form and keeps the draft; discard deletes it.")
    case .apiKey:
      say(.apiKey)
      if !app.hasPlaceToReturnTo {
        say("demo starts a practice API in this program: nothing is created or billed.")
      }
      say(". repeats, q leaves.")
    case .networkName:
      say(.networkName)
      say("Enter creates it, < goes back to the list, ! clears, . repeats, q leaves.")
    case .field(let id):
      if let field = app.form.draft.field(id) { sayHelp(of: field) }
    case .review:
      say("create orders the cross connect: one request, sent once. Telnyx bills it.")
      say("A number changes a group's answers and comes straight back; e1 goes to error 1.")
      say("r shows the request exactly as it is sent, r show with the keys.")
      say("save writes the answers, without keys, to a file for vxc create --from.")
      say("list shows all cross connects; < goes back, . repeats, q leaves.")
    case .sending: break
    case .outcomeUnknown:
      say("Enter looks for the cross connect in the network's list.")
      say("take 1 says that the first cross connect is yours; not 1, that it is not.")
      say("again sends the order a second time, once three looks have not found it.")
      say("q leaves; the order may still have been created.")
    case .inventory:
      say("A number or a name opens a cross connect; /text shows only rows that contain text.")
      say("reload asks the API again, < goes back, q leaves.")
    case .address:
      say("As the cloud's console shows it, with its prefix length: 169.254.131.250/29.")
    case .addresses:
      say(PageAction.confirmSheet(.addresses).help)
    case .deletionName:
      say("The name, or the first block of the identifier; anything else deletes nothing.")
    case .result:
      say("Enter or status asks the API for the cross connect as it is now.")
      say(
        "enable enables the circuits, where that is a step; save writes the receipt again.")
      say("wait asks for the status until it is provisioned, or gone; wait again stops.")
      say("show prints everything with the BGP keys, . without; q leaves.")
    }
  }

  private mutating func say(_ help: FieldHelp) {
    say(help.brief)
    if !help.more.isEmpty { say(help.more) }
  }

  private mutating func sayHelp(of field: FieldDescriptor) {
    say(field.help)
    switch app.asking(of: field) {
    case .choices:
      say("A number, a name or its beginning chooses; Enter takes the one that is named.")
      say("/text shows only rows that contain text, / all; reload asks the API again.")
    case .secret:
      say("generate makes a key of 20 letters and digits; show prints the key that is there.")
    case .text, .naming: say("A line that begins with a space is taken as it is, such as \" q\".")
    case .loading, .failed, .nothing: say("Enter asks the API again.")
    }
    if words(for: field).contains(.newNetwork) {
      say("new creates a network, id takes a network's ID.")
    }
    say("< goes back, > on to the next step, ! clears, . repeats.")
    say("list shows all cross connects; < comes back from there.")
    say("q keeps the draft and leaves; q discard leaves without keeping it.")
  }
}
