import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows

@testable import PlainUI

/// Drafts of earlier runs, and what is said of files.
@Suite struct PlainDraftTests {
  private static let destination = Destination(baseURL: .telnyx, isDemo: false)

  private static func saved(_ id: String, name: String, minutesAgo: Double) -> SavedDraft {
    var app = App(destination: destination, hasKey: true)
    _ = app.update(.form(.answerEdited(.name, name)))
    return SavedDraft(
      id: id, savedAt: PlainSession.now - minutesAgo * 60, progress: app.progress)
  }

  private static func offered() -> PlainSession {
    var found = FoundDrafts()
    found.offered = [
      saved("a", name: "first", minutesAgo: 62), saved("b", name: "second", minutesAgo: 3000),
    ]
    return PlainSession(App(destination: destination, hasKey: true), drafts: found)
  }

  @Test func `a draft is offered before the first question`() {
    let session = Self.offered()
    #expect(
      session.answer == [
        "", "There is a draft, saved 13:40 UTC, 1 h ago", "    Step: 1 of 6: Network",
        "    VXC name: first", "1 older draft follows.",
      ])
    #expect(session.prompt == "Enter to resume it, later, discard, ? help, q leave: ")
  }

  @Test func `Enter resumes, and goes to its page`() {
    var session = Self.offered()
    session.type("")
    #expect(session.all == [.adoptDraft(id: "a"), .releaseDrafts(ids: ["b"])])
    #expect(session.answer.first == "Draft of 13:40 UTC resumed.")
    session.receive(.choices(.networksLoaded(.success([.sample]))))
    #expect(session.answer.contains("Network: prod-core (the only one)"))
    #expect(session.dialogue.question == .field(.name))
    #expect(session.app.form.draft[.name] == "first")
  }

  @Test func `drafts are left or discarded one by one`() {
    var session = Self.offered()
    session.type("create")
    #expect(session.all == [])
    session.type("later")
    #expect(session.all == [.releaseDrafts(ids: ["a"])])
    #expect(session.answer.contains("    VXC name: second"))
    session.type("discard")
    #expect(session.all == [.discardDraft(id: "b")])
    #expect(session.answer.contains("Step 1 of 6: Network"))
  }

  @Test func `the first question waits a second for drafts, not longer`() {
    var dialogue = PlainDialogue(
      App(destination: Self.destination, hasKey: false), showsUnicode: false,
      now: PlainSession.now)
    _ = dialogue.start()
    #expect(dialogue.prompt == nil)
    #expect(dialogue.deadline == PlainSession.now + 1)
    let later = PlainSession.now + 1
    _ = dialogue.receive(.clockTicked(later), now: later)
    #expect(dialogue.prompt?.isSecret == true)
    #expect(dialogue.deadline == nil)
  }

  @Test func `leaving keeps the draft, or not, and says so`() {
    var session = PlainSession.asking(.asn, .sample(.aws))
    session.type("q")
    #expect(session.all.contains(.leave))
    session.finish([
      .records(.draftSaved(path: "~/.local/state/vxc/drafts/a.json", at: PlainSession.now))
    ])
    #expect(
      session.answer == [
        "Draft kept, without keys: ~/.local/state/vxc/drafts/a.json",
        "vxc offers it at the next start.",
      ])
    session = .asking(.asn, .sample(.aws))
    session.type("q discard")
    #expect(session.all == [.removeDraft, .leave])
  }

  @Test func `a draft that can't be written is said once`() {
    var session = PlainSession.asking(.asn, .sample(.aws))
    session.receive(.records(.draftNotSaved(.noHome)))
    #expect(
      session.answer.joined(separator: " ").hasPrefix("Warning: The draft is not saved: neither"))
    session.receive(.records(.draftNotSaved(.noHome)))
    #expect(session.answer == [])
  }
}
