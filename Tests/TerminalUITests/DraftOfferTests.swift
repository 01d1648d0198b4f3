import Presentation
import FoundationEssentials
import TelnyxAPI
import Testing
@testable import CrossConnect
@testable import Flows

@testable import TerminalUI

/// Drafts of earlier runs on the screen, and what is said of files.
@Suite struct DraftOfferTests {
  private static func saved(_ id: String, name: String, minutesAgo: Double) -> SavedDraft {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.update(.form(.answerEdited(.name, name)))
    return SavedDraft(
      id: id, savedAt: Sample.morning - minutesAgo * 60, progress: app.progress)
  }

  static let found: App.Event = {
    var found = FoundDrafts()
    found.offered = [
      saved("a", name: "first", minutesAgo: 200), saved("b", name: "second", minutesAgo: 3000),
    ]
    return .records(.draftsFound(found))
  }()

  @Test func `a draft is offered in place of the form`() {
    let driver = ScreenDriver.loaded().receive(Self.found)
    #expect(
      driver.form == """
          There is a draft, saved 05:40 UTC, 3 h ago

            >[ Resume ]  [ Discard ]  [ Leave it ]

            Step                   1 of 6: Network
            VXC name               first

          1 older draft follows.
        """)
    #expect(driver.focusOrder == [.button(.resume), .button(.discardFound), .button(.leaveFound)])
  }

  @Test func `Enter resumes, and the other is left for another time`() {
    let driver = ScreenDriver.loaded().receive(Self.found).press(.enter)
    #expect(driver.effects.suffix(2) == [.adoptDraft(id: "a"), .releaseDrafts(ids: ["b"])])
    #expect(driver.screen.focus == .field(.network))
    #expect(driver.text.contains("VXC name               first"))
    #expect(driver.status == "Draft of 05:40 UTC resumed.")
  }

  @Test func `the list waits until the offer is answered, and says so`() {
    let driver = ScreenDriver.loaded().receive(Self.found).press(.control("o"))
    #expect(driver.screen.app.place == .step(.network))
    #expect(driver.status == "The list can't be opened here.")
  }

  @Test func `Esc leaves a draft where it is`() {
    let driver = ScreenDriver.loaded().receive(Self.found).press(.escape)
    #expect(driver.effects.last == .releaseDrafts(ids: ["a"]))
    #expect(driver.form.contains("VXC name               second"))
    #expect(driver.press(.escape).screen.focus == .field(.network))
  }

  @Test func `a key that repeats does not discard the next draft too`() {
    let driver = ScreenDriver.loaded().receive(Self.found).press(.tab, .enter, .enter)
    #expect(driver.effects.suffix(2) == [.discardDraft(id: "a"), .adoptDraft(id: "b")])
  }

  @Test func `other keys do nothing to the form behind`() {
    let driver = ScreenDriver.loaded().receive(Self.found)
    let before = driver.text
    #expect(driver.type("xyz1").press(.pageDown, .pageUp, .backspace).text == before)
    driver.paste("pasted")
    #expect(driver.text == before)
  }

  @Test func `whoever has typed is told in the status line`() {
    let driver = ScreenDriver.loaded().type("e").receive(Self.found)
    #expect(driver.effects.last == .releaseDrafts(ids: ["a", "b"]))
    #expect(driver.status == "A draft of 05:40 UTC is kept; the next start offers it again.")
    #expect(driver.screen.focus == .field(.network))
  }

  @Test func `quitting can be asked for while a draft is offered`() {
    let driver = ScreenDriver.loaded().receive(Self.found)
    let before = driver.text
    driver.press(.control("c"))
    #expect(driver.form.contains("Leave vxc?"))
    #expect(driver.press(.escape).text == before)
  }

  @Test func `the status line says when the draft was saved, or why not`() {
    let driver = ScreenDriver.loaded()
    driver.receive(.records(.draftSaved(path: "~/d", at: Sample.morning)))
    #expect(driver.status == "Draft saved 09:00 UTC")
    driver.receive(.records(.draftNotSaved(.system(path: "~/d", reason: "the disk is full"))))
    #expect(driver.status == "Draft not saved: the disk is full (~/d)")
  }

  @Test func `leaving a field saves it`() {
    let driver = ScreenDriver.loaded().press(.tab, .tab, .tab).type("name")
    #expect(driver.screen.focus == .field(.name))
    let count = driver.effects.count
    driver.press(.tab)
    #expect(driver.effects.dropFirst(count) == [.saveDraft(driver.screen.app.progress)])
  }

  @Test func `the three ways to quit`() {
    let ways: [([Key], [Effect])] = [
      ([.enter], [.leave]), ([.control("c")], [.leave]), ([.tab, .enter], [.removeDraft, .leave]),
      ([.escape], []), ([.tab, .tab, .enter], []),
    ]
    for (keys, effects) in ways {
      let driver = ScreenDriver.loaded().press(.tab, .tab, .tab).type("name")
      driver.press(.tab).press(.control("c"))
      #expect(driver.form.contains(">[ Keep draft and quit ]  [ Discard and quit ]  [ Stay ]"))
      let count = driver.effects.count
      for key in keys { driver.press(key) }
      #expect(Array(driver.effects.dropFirst(count)) == effects, "\(keys)")
      #expect(driver.screen.ending?.code == (effects.isEmpty ? nil : 130), "\(keys)")
    }
  }

  @Test func `a signal saves what was typed`() {
    let driver = ScreenDriver.loaded().press(.tab, .tab, .tab).type("half")
    driver.handle(.terminated(signal: 15))
    #expect(driver.effects.last == .saveDraft(driver.screen.app.progress))
    #expect(driver.screen.ending?.code == 143)
  }
}
