import CrossConnect
import Flows
import Presentation
import TestSupport
import Testing

@testable import PlainUI

/// What `?` and `??` say at a question.
@Suite struct PlainHelpTests {
  @Test(arguments: CloudProvider.allCases)
  func `help of every question says it all, and names no key of the screen`(
    provider: CloudProvider
  ) {
    let draft = Draft.fullSample(provider)
    for field in draft.fields {
      var session = PlainSession.asking(field.id, draft)
      session.type("?")
      let said = session.answer.joined(separator: " ").replacing("   ", with: " ")
      let words = Set(said.split(separator: " "))
      let help = field.help
      for part in [help.label, help.what, help.whereToFind, help.example, help.more] {
        #expect(words.isSuperset(of: part.split(separator: " ").dropLast()), "\(part)")
      }
      for key in ["Ctrl", "Tab", "Esc", "PgDn", "[ "] {
        #expect(!said.contains(key), "\(field.label)")
      }
      #expect(session.answer.contains("?? prints all help: every field, exit codes, files."))
    }
  }

  @Test func `two question marks say everything, and ask again`() {
    var session = PlainSession.asking(.name, .sample(.azure))
    let prompt = session.prompt
    session.type("??")
    let sections =
      [.steps] + HelpSection.fields(first: .azure)
      + [PlainReference.section, .terms, .outcomes, .exitCodes, .files, .links]
    #expect(session.answer == sections.flatMap { [""] + $0.lines(columns: 79) })
    #expect(session.prompt == prompt)
  }

  @Test func `two question marks are text where a space comes first`() {
    var session = PlainSession.asking(.name, .sample(.aws))
    session.type(" ??")
    #expect(session.app.form.draft[.name] == "??")
  }
}
