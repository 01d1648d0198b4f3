import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// What a cross connect's page and the list say of their own state.
@Suite struct ConnectionStateTests {
  private static func opened(_ changes: VirtualCrossConnect.Members = [:]) throws -> ScreenDriver {
    let connect = try #require(VirtualCrossConnect.sample(.aws, changes))
    let driver = ScreenDriver.loaded().press(.control("o"))
    driver.receive(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
    driver.press(.enter)
    return driver.receive(.connection(.followAnswered(.success(connect), at: .answered)))
  }

  @Test func `a page says when Telnyx answered, and a failed look doesn't make it newer`() throws {
    let driver = try Self.opened()
    #expect(driver.form.contains("as of 14:42:12 UTC"))
    driver.receive(
      .connection(.followAnswered(.failure(.outcomeUnknown(.status(502, []))), at: .answered + 60)))
    #expect(driver.form.contains("as of 14:42:12 UTC"))
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    driver.receive(.connection(.followAnswered(.success(connect), at: .answered + 90)))
    #expect(driver.form.contains("as of 14:43:42 UTC"))
  }

  @Test func `a wait that can't end by itself says what has to be done`() throws {
    let lack = "Enable a circuit first: Telnyx provisions it only then."
    let idle = try Self.opened().type("w")
    #expect(idle.form.contains(lack) && !idle.form.contains("as of"))
    idle.type("w")
    #expect(!idle.form.contains(lack))
    let enabled = try Self.opened(["primary_enabled": .bool(true)]).type("w")
    #expect(!enabled.form.contains(lack))
  }

  @Test func `Esc while the addresses are on their way leaves their form open`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.googleCloud))
    let driver = ScreenDriver.atResult(connect).wait(.seconds(1))
    driver.focus(on: .button(.openSheet(.addresses))).press(.enter)
    driver.paste("169.254.1.2/29 169.254.1.1/29")
    driver.focus(on: .button(.confirmSheet(.addresses))).wait(.milliseconds(300)).press(.enter)
    driver.press(.escape)
    #expect(driver.screen.app.connection?.sheet == .addresses)
    #expect(!driver.status.contains("stays in the form"))
  }

  @Test func `a circuit that is off says that its routes are still announced`() throws {
    let driver = try Self.opened([
      "status": .string("provisioned"), "primary_routing_announcement": .bool(true),
    ])
    driver.resize(columns: 80, rows: 60)
    #expect(driver.form.contains("Primary circuit: not enabled, its routes still announced"))
    #expect(driver.form.contains("Routes are announced: enabling brings traffic"))
    #expect(!driver.form.contains("After you accept it"))
  }

  @Test func `a sheet that closes gives the focus back to what opened it`() throws {
    let driver = try Self.opened()
    for sheet in [Connection.Sheet.commands, .deletion] {
      let opener = Control.button(.openSheet(sheet))
      driver.focus(on: opener).press(.enter, .escape)
      #expect(driver.screen.focus == opener)
    }
  }

  @Test func `the list that closes gives the focus back to the form's field`() throws {
    let driver = ScreenDriver.loaded().press(.enter).type("a name")
    #expect(driver.screen.focus == .field(.name))
    driver.press(.control("o")).press(.escape)
    #expect(driver.screen.focus == .field(.name))
  }

  @Test func `columns that a narrow window hides are named`() throws {
    let connect = try #require(
      VirtualCrossConnect.sample(.azure, ["status": .string("provisioning")]))
    let driver = ScreenDriver.loaded().press(.control("o"))
    driver.receive(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
    #expect(driver.form.contains("Hidden in a window this narrow: Network.\n"))
    driver.resize(columns: 120, rows: 40)
    #expect(!driver.text.contains("Hidden"))
  }

  @Test func `addresses that were typed and left are kept, and said to be`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.googleCloud))
    let driver = ScreenDriver.atResult(connect).wait(.seconds(1))
    driver.focus(on: .button(.openSheet(.addresses))).press(.enter, .escape)
    #expect(driver.status == "")
    driver.focus(on: .button(.openSheet(.addresses))).press(.enter).type("169.254.1.2/29")
    driver.press(.escape)
    #expect(driver.status == "What you typed stays in the form while this page is open.")
    driver.focus(on: .button(.openSheet(.addresses))).press(.enter)
    #expect(driver.form.contains("169.254.1.2/29"))
  }
}
