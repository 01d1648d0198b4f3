import Presentation
import CrossConnect
import Flows
import Testing

@testable import TerminalUI

@Suite struct TextFieldTests {
  @Test func `keys edit at the cursor, which the terminal's cursor shows`() {
    let driver = ScreenDriver.loaded().press(.enter).type("aws-prod")
    driver.press(.left, .left, .left, .left, .backspace).type("/").press(.end).type("1")
    #expect(driver.focusedRow == "  > VXC name               aws/prod1")
    #expect(driver.frame.cursor?.column == 36)
    driver.press(.home)
    #expect(driver.frame.cursor?.column == 27)
    driver.press(.delete, .control("d"), .control("e"), .control("w"))
    #expect(driver.screen.app.form.draft[.name] == "")
  }

  @Test func `a paste is one clean text and presses nothing`() {
    let driver = ScreenDriver.at(.provider).type("AWS").press(.enter)
    driver.paste("  1234-5678-9012\r\n\r\n")
    #expect(driver.focusedRow == "  > AWS account ID         1234-5678-9012")
    driver.press(.pageDown)
    #expect(driver.screen.app.place == .step(.bandwidth))
  }

  @Test func `the lines of a ticket stay apart in a code, and a name is put together`() {
    let driver = ScreenDriver.at(.provider).type("AWS").press(.enter)
    driver.paste("Owner account:\r\n123456789012\r\nRegion: us-east-1\r\n")
    #expect(driver.focusedRow.hasSuffix("Owner account: 123456789012 Region: us-east-1"))
    driver.press(.tab)
    #expect(driver.form.contains("    AWS account ID         123456789012\n"))
    let name = ScreenDriver.loaded().press(.enter).paste("prod\ncore")
    #expect(name.focusedRow == "  > VXC name               prodcore")
  }

  @Test func `a field that was left shows what was taken, and to edit it what was pasted`() {
    let driver = ScreenDriver.at(.provider).type("AWS").press(.enter)
    driver.paste("AWS Account ID: 1234-5678-9012").press(.tab)
    #expect(driver.form.contains("    AWS account ID         123456789012\n"))
    #expect(
      driver.form.contains(
        "Note: Taken: 123456789012. Left out: \"AWS Account\n                           ID:\"."),
      "\(driver.form)")
    driver.press(.backTab)
    #expect(driver.focusedRow.hasSuffix("AWS Account ID: 1234-5678-9012"))
  }

  @Test(arguments: ["abcdef\r\nghi", "abcdef\nghi", "abcdef\rghi\r\n"])
  func `a key pasted over two lines is told, never joined`(paste: String) {
    let driver = ScreenDriver.at(.circuits).focus(on: .field(.primaryBGPKey)).paste(paste)
    driver.press(.pageDown)
    #expect(driver.screen.app.place == .step(.circuits))
    #expect(
      driver.screen.app.form.problems.map(\.sentence) == [
        "Primary BGP key: remove U+000A (line break); it is not allowed here."
      ])
  }

  @Test func `a key keeps its blanks, but for the end of a line that was copied whole`() {
    let driver = ScreenDriver.at(.circuits).focus(on: .field(.primaryBGPKey))
    driver.paste("abcdef123\r\n")
    #expect(driver.screen.app.form.draft[.primaryBGPKey] == "abcdef123")
    driver.press(.control("u")).paste("abcdef123 ").press(.pageDown)
    #expect(
      driver.screen.app.form.problems.map(\.sentence) == [
        "This BGP key ends with a space. Remove it."
      ])
  }

  @Test func `an API key pasted over two lines is told, never joined`() {
    let driver = ScreenDriver(hasKey: false).paste("KEY123\nabc").press(.enter)
    #expect(driver.text.contains("An API key has no space or line break in it; this one has."))
  }

  @Test func `a paste into a list finds its row without what a ticket puts around it`() {
    let driver = ScreenDriver.at(.region).paste("Equinix DC2 (Ashburn, VA)")
    #expect(driver.status == "Taken: DC2 Ashburn VA. Left out: \"Equinix\".")
    driver.press(.control("u")).paste("Ashburn, VA")
    #expect(driver.screen.openList?.filter == "Ashburn VA")
    driver.press(.control("u")).paste("San Jose, CA")
    #expect(driver.focusedRow.contains("filter: San Jose, CA  (0 of 3)"))
    driver.press(.control("u")).paste("\"ashburn\u{2011}va\"").press(.enter)
    #expect(driver.screen.app.form.draft[.telnyxRegion] == "ashburn-va")
  }

  @Test func `a paste over a question or the help stays out of the field below`() {
    let driver = ScreenDriver.loaded().press(.enter, .control("g")).paste("text")
    driver.press(.escape, .escape, .control("c")).paste("text").press(.escape)
    #expect(driver.screen.app.form.draft[.name] == "")
    #expect(driver.screen.focus == .field(.name))
  }

  @Test func `wide and combining characters keep the cursor in its column`() {
    let driver = ScreenDriver.loaded().press(.enter).type("漢字e\u{301}x")
    #expect(driver.frame.cursor?.column == 33)
    driver.press(.left, .left)
    #expect(driver.frame.cursor?.column == 31)
    driver.press(.left)
    #expect(driver.frame.cursor?.column == 29)
  }

  @Test func `a text longer than its field scrolls with the cursor`() {
    let driver = ScreenDriver.loaded().press(.enter).paste((1...30).map(String.init).joined())
    #expect(
      driver.focusedRow
        == "  > VXC name               <3456789101112131415161718192021222324252627282930")
    #expect(driver.frame.cursor?.column == 77)
    driver.press(.home)
    #expect(driver.focusedRow.hasPrefix("  > VXC name               1234567891011"))
    #expect(driver.frame.cursor?.column == 27)
  }

  @Test func `characters that could move the screen are made visible`() {
    let driver = ScreenDriver.loaded().press(.enter).paste("a\u{202E}\u{E000}b")
    #expect(driver.focusedRow == "  > VXC name               a<U+202E><U+E000>b")
    driver.press(.tab)
    #expect(driver.form.contains("    VXC name               a<U+E000>b\n"))
  }

  @Test func `a secret is dots with a count, shown by Ctrl-T only while one stands on it`() {
    let driver = ScreenDriver.at(.circuits).focus(on: .field(.primaryBGPKey)).type("s3cret")
    #expect(
      driver.focusedRow
        == "  > Primary BGP key        ****** (6 characters)                 [ Generate ]")
    driver.press(.control("t"))
    #expect(
      driver.focusedRow
        == "  > Primary BGP key        s3cret                                [ Generate ]")
    driver.press(.control("t"))
    #expect(!driver.text.contains("s3cret"))
    driver.press(.control("t"), .tab)
    #expect(!driver.text.contains("s3cret"))
    driver.press(.backTab, .control("u")).type("x")
    #expect(driver.focusedRow.contains("* (1 character) "))
  }

  @Test func `the help, a question and another page hide a secret again`() {
    for (away, back) in [(Key.control("g"), Key.escape), (.control("c"), .escape)] {
      let driver = ScreenDriver.at(.circuits).focus(on: .field(.primaryBGPKey)).type("s3cret")
      driver.press(.control("t"), away, back)
      #expect(driver.screen.focus == .field(.primaryBGPKey))
      #expect(!driver.text.contains("s3cret"))
    }
  }

  @Test func `the API key is typed unseen, and its length is no secret`() {
    let driver = ScreenDriver(hasKey: false).type("KEY0123")
    #expect(driver.focusedRow == "  > Telnyx API key         ******* (7 characters)")
    driver.press(.enter)
    #expect(driver.effects.last == .checkKey(Secret("KEY0123")))
    #expect(driver.status == "One moment ...")
  }

  @Test func `a generated key is shown until one goes on`() {
    let driver = ScreenDriver.at(.circuits).focus(on: .button(.generate(.primaryBGPKey))).press(
      .enter)
    driver.receive(.form(.keyGenerated(.primaryBGPKey, Secret("ABCDEFGHIJKLMNOPQRST"))))
    #expect(
      driver.focusedRow
        == "    Primary BGP key        ABCDEFGHIJKLMNOPQRST                 >[ Generate ]")
    driver.press(.tab)
    #expect(!driver.text.contains("ABCDEFGHIJKLMNOPQRST"))
  }

  @Test func `two addresses pasted into one end fill both, and it is said`() {
    let driver = ScreenDriver.at(.circuits).focus(on: .field(.primaryCloudIP))
    driver.paste("169.254.0.1/30 169.254.0.2/30\n")
    #expect(driver.form.contains("    Primary Telnyx IP      169.254.0.1/30"))
    #expect(driver.focusedRow == "  > Primary AWS IP         169.254.0.2/30")
    // It takes the last row of the help too.
    #expect(driver.text.contains("Taken: 169.254.0.1/30 as Primary Telnyx IP, 169.254.0.2/30 as"))
    driver.type("x")
    #expect(driver.focusedRow == "  > Primary AWS IP         169.254.0.2/30x")
  }

  @Test func `two addresses typed into one end fill both once it is left`() {
    let driver = ScreenDriver.at(.circuits).focus(on: .field(.primaryTelnyxIP))
    driver.type("169.254.0.1 169.254.0.2")
    #expect(driver.focusedRow.hasSuffix("169.254.0.1 169.254.0.2"), "not while it is being typed")
    driver.press(.tab)
    #expect(driver.form.contains("    Primary Telnyx IP      169.254.0.1\n"))
    #expect(driver.focusedRow == "  > Primary AWS IP         169.254.0.2")
  }
}
