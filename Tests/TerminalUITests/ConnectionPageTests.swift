import CrossConnect
import Flows
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// A cross connect's page: what acts on it, what asks first, and what a key can't do.
@Suite struct ConnectionPageTests {
  private static let enable = ConnectionAction.enable([.primary])

  private static func atResult(
    _ provider: CloudProvider, _ changes: VirtualCrossConnect.Members = [:]
  ) throws -> ScreenDriver {
    let connect = try #require(VirtualCrossConnect.sample(provider, changes))
    return ScreenDriver.atResult(connect).wait(.seconds(1))
  }

  private static func performed(_ driver: ScreenDriver) -> [ConnectionAction] {
    driver.effects.compactMap { if case .perform(let action, _, _) = $0 { action } else { nil } }
  }

  @Test func `what acts is armed first, as Create is`() throws {
    let driver = try Self.atResult(.azure).resize(columns: 80, rows: 24)
    let enable = PageAction.perform(.enable([.primary, .secondary]))
    driver.focus(on: .button(.checkStatus)).focus(on: .button(enable)).press(.enter)
    #expect(Self.performed(driver) == [])
    #expect(driver.status == "That key came too soon, and was ignored. Press it again.")
    driver.wait(.milliseconds(300)).press(.enter, .enter)
    #expect(Self.performed(driver) == [.enable([.primary, .secondary])], "once")
  }

  @Test func `after an answer the page is seen from its beginning, with nothing acting in reach`()
    throws
  {
    let driver = try Self.atResult(.azure).resize(columns: 80, rows: 24)
    let both = ConnectionAction.enable([.primary, .secondary])
    driver.focus(on: .button(.perform(both))).wait(.milliseconds(300)).press(.enter)
    let enabled = try #require(
      VirtualCrossConnect.sample(
        .azure,
        [
          "status": .string("provisioning"), "primary_enabled": .bool(true),
          "secondary_enabled": .bool(true),
        ]))
    driver.receive(.connection(.performed(both, .success(enabled), at: driver.now)))
    #expect(driver.title.hasPrefix("Telnyx VXC  status: provisioning"))
    #expect(driver.form.contains("[x] 2 Enable"))
    #expect(driver.screen.focus == .button(.checkStatus))
    driver.press(.enter)
    #expect(driver.effects.last != .checkStatus(id: enabled.id), "keys are ignored for a moment")
  }

  @Test func `disabling asks once more, and says what it means`() throws {
    let driver = try Self.atResult(
      .aws, ["status": .string("provisioned"), "primary_enabled": .bool(true)]
    ).resize(columns: 80, rows: 24)
    let disable = ConnectionAction.disable([.primary])
    driver.focus(on: .button(.perform(disable))).wait(.milliseconds(300)).press(.enter)
    #expect(Self.performed(driver) == [])
    #expect(
      driver.status == "This disables the primary circuit; no routes use it. Enter again does it.")
    // A keyboard repeats a key after half a second, then every 30 ms.
    driver.wait(.milliseconds(500))
    for _ in 1...20 { driver.press(.enter).wait(.milliseconds(30)) }
    #expect(Self.performed(driver) == [], "a key that is held down answers nothing")
    #expect(driver.status.hasSuffix("Enter again does it."), "the question stays in view")
    driver.wait(.milliseconds(750)).press(.enter)
    #expect(Self.performed(driver) == [disable])
  }

  @Test func `what ends traffic is asked for anew once the focus was elsewhere`() throws {
    let driver = try Self.atResult(
      .aws, ["status": .string("provisioned"), "primary_enabled": .bool(true)]
    ).resize(columns: 80, rows: 24)
    let disable = ConnectionAction.disable([.primary])
    driver.focus(on: .button(.perform(disable))).wait(.milliseconds(300)).press(.enter)
    driver.press(.tab).press(.backTab).wait(.milliseconds(300)).press(.enter)
    #expect(Self.performed(driver) == [])
    driver.wait(.milliseconds(750)).press(.enter)
    #expect(Self.performed(driver) == [disable])
  }

  @Test(arguments: [[Key.pageDown], [.control("g"), .escape], [.character("t")]])
  func `a warning that may have left the screen is given again before traffic ends`(
    keys: [Key]
  ) throws {
    let changes: VirtualCrossConnect.Members = [
      "status": .string("provisioned"), "primary_enabled": .bool(true),
      "primary_routing_announcement": .bool(true),
    ]
    let driver = try Self.atResult(.aws, changes).resize(columns: 80, rows: 24)
    let disable = ConnectionAction.disable([.primary])
    driver.focus(on: .button(.perform(disable))).wait(.seconds(1)).press(.enter)
    #expect(driver.status.hasSuffix("Enter again does it.") && Self.performed(driver) == [])
    for key in keys { driver.press(key) }
    driver.wait(.seconds(1)).press(.enter)
    if Self.performed(driver) == [], !driver.status.hasSuffix("Enter again does it.") {
      // What is out of view is brought into it first.
      driver.wait(.seconds(1)).press(.enter)
    }
    #expect(Self.performed(driver) == [] && driver.status.hasSuffix("Enter again does it."))
    driver.wait(.seconds(1)).press(.enter)
    #expect(Self.performed(driver) == [disable])
  }

  @Test func `of two keys c copies one, and leaving asks on about the other`() throws {
    let driver = try Self.atResult(
      .aws, ["secondary_bgp_key": .string("key-of-the-secondary")]
    ).resize(columns: 80, rows: 24)
    driver.press(.character("q"))
    let words = driver.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("The BGP keys were never shown, and no file keeps them."))
    #expect(words.contains("t shows them, c copies only the primary one; q again leaves."))
    driver.wait(.seconds(1)).press(.character("c"), .character("q"))
    #expect(driver.screen.ending == nil, "the secondary's key is nowhere yet")
    driver.wait(.seconds(1)).press(.character("t"), .character("q"))
    #expect(driver.screen.ending?.code == 0)
  }

  @Test func `what is printed says that it is gone, or what is not known`() throws {
    let enable = ConnectionAction.enable([.primary])
    let lost = try Self.atResult(.aws)
    lost.focus(on: .button(.perform(enable))).wait(.seconds(1)).press(.enter)
    lost.receive(
      .connection(
        .performed(enable, .failure(.outcomeUnknown(.status(504, []))), at: lost.now)))
    lost.wait(.seconds(1)).press(.character("p"))
    let gone = try Self.atResult(.aws)
    gone.receive(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: gone.now)))
    gone.wait(.seconds(1)).press(.character("p"))
    let printed = [lost, gone].map { driver -> String in
      guard case .showPlainly(let lines)? = driver.screen.terminalRequests.last else { return "" }
      return lines.joined(separator: " ")
    }
    #expect(printed[0].contains("We do not know whether it was enabled."))
    #expect(printed[1].contains("is gone") && !printed[1].contains("Next, in this order"))
    gone.press(.character("t"))
    #expect(gone.status == "There is no BGP key to show." && !gone.text.contains("show key"))
  }

  @Test func `an identifier is whole in a narrow window, so that it can be copied`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 60, rows: 200)
    let lines = driver.form.split(separator: "\n")
    #expect(lines.count { $0.contains("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0") } == 2)
  }

  @Test(arguments: [(60, 16), (72, 20)])
  func `where the receipt is never hides the keys`(columns: Int, rows: Int) throws {
    let driver = try Self.atResult(.aws).resize(columns: columns, rows: rows)
    let path = "~/.local/state/vxc/receipts/910a2dec.json"
    driver.receive(.records(.receiptSaved(path: path, at: driver.now)))
    let last = driver.text.split(separator: "\n").suffix(2)
    #expect(last.first?.contains("Saved: \(path)") == true, "\(last)")
    #expect(last.last?.hasSuffix("^G help  ^C quit") == true, "\(last)")
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func `every line of the commands can be scrolled to`(columns: Int, rows: Int) throws {
    let driver = try Self.atResult(.aws).resize(columns: columns, rows: rows)
    driver.receive(.connection(.sheetOpened(.commands)))
    #expect(driver.text.contains("Down scroll"))
    driver.press(.end)
    #expect(driver.text.contains("vxc create") && !driver.text.contains("more below"))
    driver.press(.home).press(.pageDown)
    #expect(driver.text.contains("more above"))
    driver.press(.escape)
    #expect(driver.screen.app.connection?.sheet == nil)
  }

  @Test func `repeated Enter on Check status announces nothing once it is provisioned`() throws {
    let driver = try Self.atResult(
      .aws, ["status": .string("provisioning"), "primary_enabled": .bool(true)]
    ).resize(columns: 80, rows: 24)
    driver.focus(on: .button(.checkStatus)).press(.enter)
    let provisioned = try #require(
      VirtualCrossConnect.sample(
        .aws, ["status": .string("provisioned"), "primary_enabled": .bool(true)]))
    driver.receive(.connection(.followAnswered(.success(provisioned), at: driver.now)))
    for _ in 1...3 { driver.wait(.seconds(1)).press(.enter) }
    #expect(Self.performed(driver) == [])
    #expect(driver.screen.focus == .button(.checkStatus))
  }

  @Test func `a warning is read whole in the smallest window, and does not contradict itself`()
    throws
  {
    let driver = try Self.atResult(
      .aws, ["status": .string("provisioned"), "primary_enabled": .bool(true)]
    ).resize(columns: 60, rows: 16)
    let disable = PageAction.perform(.disable([.primary]))
    driver.focus(on: .button(disable)).wait(.milliseconds(300)).press(.enter)
    let words = driver.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      words.contains("This disables the primary circuit; no routes use it. Enter again does it."))
    let wide = driver.resize(columns: 80, rows: 24).focus(on: .button(.help))
    wide.focus(on: .button(disable)).wait(.milliseconds(300)).receive(.clockTicked(driver.now))
    #expect(wide.text.contains("Disables the primary circuit, after asking: traffic over it ends."))
    #expect(!wide.text.contains("Enter does it now."))
  }

  @Test func `waiting is told on the page alone`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let driver = ScreenDriver.loaded().press(.control("o"))
    driver.receive(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
    driver.press(.enter)
    driver.receive(.connection(.followAnswered(.success(connect), at: driver.now)))
    driver.press(.character("w"))
    driver.receive(.connection(.followAnswered(.success(connect), at: driver.now)))
    #expect(driver.text.contains("w stops."))
    driver.receive(.connection(.sheetOpened(.deletion)))
    #expect(!driver.text.contains("w stops."))
    driver.press(.escape).press(.escape)
    #expect(driver.title.contains("all cross connects") && !driver.text.contains("w stops."))
  }

  @Test func `a receipt is saved only of what this run has ordered, and s says so`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let driver = ScreenDriver.loaded().press(.control("o"))
    driver.receive(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
    driver.press(.enter)
    driver.receive(.connection(.followAnswered(.success(connect), at: driver.now)))
    #expect(!driver.text.contains("s save"))
    driver.press(.character("s"))
    #expect(driver.status == "vxc keeps receipts of what it has ordered in this run.")
    #expect(try Self.atResult(.aws).text.contains("s save"))
  }

  @Test func `commands are printed outside of the screen, each on one line`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 60, rows: 16)
    driver.receive(.connection(.sheetOpened(.commands)))
    driver.focus(on: .button(.printCommands)).press(.enter)
    let commands = try #require(driver.screen.app.connection).connect.cloudCommands.map(\.line)
    guard case .showPlainly(let lines)? = driver.screen.terminalRequests.last else {
      Issue.record("nothing was printed: \(driver.screen.terminalRequests)")
      return
    }
    #expect(lines.filter(commands.contains) == commands)
    #expect(lines.last?.hasPrefix("vxc create --network ") == true)
    #expect(driver.screen.app.connection?.sheet == .commands)
  }

  @Test func `written key files are named, and where the commands find them`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 80, rows: 24)
    driver.receive(.connection(.sheetOpened(.commands)))
    let paths = ["~/keys/0ccc7b54-vif-primary.json"]
    driver.receive(.connection(.keyFilesWritten(.success(["~/keys/other"]), id: "another")))
    #expect(!driver.form.contains("Written:"), "they are another page's")
    let id = try #require(driver.screen.app.connection).connect.id
    driver.receive(.connection(.keyFilesWritten(.success(paths), id: id)))
    #expect(
      driver.form.contains(
        """
          Written: ~/keys/0ccc7b54-vif-primary.json (0600, with a key: delete it once
          the cloud has it)
          Run the commands in that folder: they read the file there.
        """))
  }

  @Test func `deleting takes the name, and a key that repeats deletes nothing`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 80, rows: 24)
    driver.focus(on: .button(.openSheet(.deletion))).press(.enter)
    #expect(
      driver.form == """
          Deletes the cross connect 0ccc7b54-4df3-4bca-a65a-3da1ecc777f0. It can't be
          brought back.
          Type "test interface" or "0ccc7b54", then press [ Delete it ].

          > Name

             [ Back ]  [ Delete it ]
        """)
    driver.type("0ccc7b5").press(.enter, .tab).wait(.milliseconds(300)).press(.enter)
    #expect(driver.form.contains("Error: That is not its name. Nothing was deleted."))
    #expect(driver.screen.focus == .deletionName)
    driver.type("4").press(.enter, .tab).wait(.milliseconds(300)).press(.enter)
    #expect(Self.performed(driver) == [.delete])
  }

  @Test func `Google's addresses are a form, whose errors stand at their place`() throws {
    let driver = try Self.atResult(.googleCloud).resize(columns: 80, rows: 24)
    driver.focus(on: .button(.openSheet(.addresses))).press(.enter)
    driver.type("169.254.1.2").press(.enter).type("169.254.1.1/29").press(.enter)
    driver.wait(.milliseconds(750)).press(.enter)
    #expect(driver.form.contains("Error: Enter an IPv4 address with its prefix length"))
    driver.type("/29").press(.enter, .enter).wait(.milliseconds(750)).press(.enter)
    let pair = ConnectionAction.AddressPair(telnyx: "169.254.1.1/29", cloud: "169.254.1.2/29")
    #expect(Self.performed(driver) == [.setAddresses([.primary: pair])])
  }

  @Test func `Google's two lines, pasted, fill both ends and say so`() throws {
    let driver = try Self.atResult(.googleCloud).resize(columns: 80, rows: 24)
    driver.focus(on: .button(.openSheet(.addresses))).press(.enter)
    driver.paste("cloudRouterIpAddress: 169.254.1.2/29\ncustomerRouterIpAddress: 169.254.1.1/29\n")
    #expect(driver.text.contains("169.254.1.2/29 as Cloud Router BGP IP,"))
    #expect(driver.text.contains("169.254.1.1/29 as BGP peer IP."))
    driver.press(.enter, .enter).wait(.milliseconds(750)).press(.enter)
    let pair = ConnectionAction.AddressPair(telnyx: "169.254.1.1/29", cloud: "169.254.1.2/29")
    #expect(Self.performed(driver) == [.setAddresses([.primary: pair])])
  }

  @Test(arguments: CloudProvider.allCases, [(80, 24), (60, 16)])
  func `every sheet and every button can be seen`(
    provider: CloudProvider, size: (columns: Int, rows: Int)
  ) throws {
    let driver = try Self.atResult(provider).resize(columns: size.columns, rows: size.rows)
    for sheet in [nil, .commands, .deletion] as [Connection.Sheet?] {
      if let sheet { driver.receive(.connection(.sheetOpened(sheet))) }
      for control in driver.screen.controls {
        driver.focus(on: control)
        #expect(driver.marks.count == 1, "\(control)\n\(driver.text)")
      }
      driver.receive(.connection(.sheetClosed))
    }
  }

  @Test func `what was ticked by hand can be taken back, with its deadline`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 80, rows: 30)
    #expect(driver.form.contains("Accept it before"))
    driver.focus(on: .button(.tick(.accepted))).press(.enter)
    #expect(driver.form.contains("[x] 2 Accept in AWS"))
    #expect(driver.screen.focus == .button(.perform(Self.enable)), "the next step")
    driver.press(.enter)
    #expect(Self.performed(driver) == [], "the key may be held down")
    #expect(!driver.form.contains("Accept it before"))
    driver.focus(on: .button(.untick(.accepted))).press(.enter)
    #expect(driver.form.contains("[ ] 2 Accept in AWS"))
    #expect(driver.form.contains("Accept it before"))
  }

  @Test(arguments: [(80, 24), (60, 16)])
  func `t brings the keys into view`(columns: Int, rows: Int) throws {
    let driver = try Self.atResult(.aws).resize(columns: columns, rows: rows)
    let key = try #require(VirtualCrossConnect.sample(.aws)?.text("primary_bgp_key"))
    driver.type("t")
    #expect(driver.form.contains(key), "\(driver.text)")
  }

  @Test func `what else has changed meanwhile is told with what was done`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 80, rows: 24)
    driver.focus(on: .button(.perform(Self.enable))).wait(.seconds(1)).press(.enter)
    let answer = try #require(
      VirtualCrossConnect.sample(
        .aws, ["primary_enabled": .bool(true), "primary_cloud_ip": .string("10.0.0.2")]))
    driver.receive(.connection(.performed(Self.enable, .success(answer), at: driver.now)))
    #expect(driver.text.contains("Telnyx has enabled the primary circuit. Changed at Telnyx:"))
    #expect(driver.status.hasSuffix("10.0.0.2."))
  }

  @Test func `waiting tells how long it has taken, and when it asks again`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 80, rows: 24).type("w")
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    driver.receive(.connection(.followAnswered(.success(connect), at: driver.now)))
    #expect(driver.status == "Waiting for 0 s, asking again in 2 s; w stops.")
    driver.wait(.seconds(1))
    #expect(driver.status == "Waiting for 1 s, asking again in 1 s; w stops.")
  }

  @Test func `the list opens what is marked, and Esc leads back`() throws {
    let driver = ScreenDriver.loaded().press(.control("o"))
    #expect(driver.effects.last == .loadConnects)
    let connects = try CloudProvider.allCases.map { provider in
      try #require(
        VirtualCrossConnect.sample(
          provider, ["id": .string("\(provider)-1"), "name": .string("\(provider)")]))
    }
    driver.receive(.inventory(.connectsLoaded(.success(connects), at: .answered)))
    driver.type("azu").press(.enter)
    #expect(driver.effects.last == .checkStatus(id: "azure-1"))
    #expect(driver.title.contains("created, not active yet - azure"))
    driver.press(.escape)
    #expect(driver.title.contains("all cross connects"))
    driver.receive(.inventory(.connectsLoaded(.success(connects), at: .answered)))
    #expect(driver.form.contains("filter: azu  (1 of 3)"), "the list is as it was left")
    driver.press(.escape)
    #expect(driver.form.contains("3 choices"))
    driver.press(.end).press(.enter).press(.escape)
    driver.receive(.inventory(.connectsLoaded(.success(connects), at: .answered)))
    #expect(driver.focusedRow.contains("googleCloud"), "the mark is on what was open")
    driver.press(.escape)
    #expect(driver.screen.app.place == .step(.network))
    driver.press(.control("o"))
    driver.receive(.inventory(.connectsLoaded(.success(connects), at: .answered)))
    #expect(driver.focusedRow.contains("aws"), "a list that is opened anew begins at its start")
  }

  @Test func `Esc takes a caution back and stays on the page`() throws {
    let connect = try #require(
      VirtualCrossConnect.sample(.aws, ["primary_enabled": .bool(true)]))
    let driver = ScreenDriver.loaded().press(.control("o"))
    driver.receive(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
    driver.press(.enter)
    driver.receive(.connection(.followAnswered(.success(connect), at: driver.now)))
    let disable = PageAction.perform(.disable([.primary]))
    driver.focus(on: .button(disable)).wait(.milliseconds(300)).press(.enter)
    #expect(driver.screen.app.caution == .acts(.disable([.primary])))
    driver.press(.escape)
    #expect(driver.screen.app.caution == nil && driver.screen.app.place == .result)
    #expect(driver.status == "Nothing was done.")
    driver.press(.enter)
    #expect(Self.performed(driver) == [], "it is asked for anew")
  }

  @Test func `the list over a page leads back to it, with what was typed`() throws {
    let connect = try #require(
      VirtualCrossConnect.sample(
        .googleCloud, ["primary_cloud_ip": .null, "primary_telnyx_ip": .null]))
    let other = try #require(VirtualCrossConnect.sample(.aws, ["id": .string("other")]))
    let driver = ScreenDriver(for: .managing(connect.id))
    let loaded = App.Event.inventory(
      .connectsLoaded(.success([other, connect]), at: .answered))
    driver.receive(loaded)
    driver.receive(.connection(.followAnswered(.success(connect), at: driver.now)))
    driver.receive(.connection(.sheetOpened(.addresses)))
    driver.type("169.254.1.2/29").press(.control("o")).receive(loaded)
    #expect(driver.title.contains("all cross connects"))
    #expect(driver.focusedRow.contains("Google"), "the mark is on what is open")
    driver.press(.control("o"))
    #expect(driver.status == "This is the list of all cross connects.")
    driver.press(.escape)
    #expect(driver.form.contains("169.254.1.2/29"))
    driver.press(.escape, .escape).receive(loaded).press(.escape)
    #expect(driver.status == "There is nothing to go back to; Ctrl-C quits.")
  }

  @Test func `what somebody else has changed since the last look is said`() throws {
    let driver = try Self.atResult(.aws, ["primary_enabled": .bool(true)])
    let changed = try #require(
      VirtualCrossConnect.sample(
        .aws, ["primary_enabled": .bool(false), "bandwidth_mbps": .integer(500)]))
    driver.receive(.connection(.followAnswered(.success(changed), at: driver.now)))
    #expect(driver.status == "Changed at Telnyx: Bandwidth: 500 Mbps, Primary enabled: no.")
  }

  @Test func `a wait that the API asks for is counted down`() throws {
    let driver = try Self.atResult(.aws).resize(columns: 80, rows: 24)
    driver.press(.enter)
    let busy = APIFailure.tooManyRequests(.seconds(20), [])
    driver.receive(.connection(.followAnswered(.failure(busy), at: driver.now)))
    #expect(driver.status == "Telnyx asks to wait 20 s.")
    driver.wait(.seconds(1))
    #expect(driver.status == "Telnyx asks to wait 19 s.")
    driver.wait(.seconds(20))
    #expect(!driver.status.contains("no request"))
  }

  @Test func `Esc goes back from the buttons too, of the list and of a sheet`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let driver = ScreenDriver.loaded().press(.control("o"))
    driver.receive(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
    driver.focus(on: .button(.help)).press(.escape)
    #expect(driver.screen.app.place == .step(.network))
    let result = try Self.atResult(.aws)
    result.receive(.connection(.sheetOpened(.commands))).press(.escape)
    #expect(result.screen.app.connection?.sheet == nil)
    #expect(result.screen.app.place == .result)
  }

  @Test func `after the list was asked for again it is what the keys go to`() throws {
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    let driver = ScreenDriver.loaded().press(.control("o"))
    for _ in 1...2 {
      driver.receive(.inventory(.connectsLoaded(.success([connect]), at: .answered)))
      #expect(driver.form.contains("1 choice") && driver.screen.focus == .inventory)
      driver.focus(on: .button(.retry)).press(.enter)
    }
  }

  @Test(
    arguments: [
      (.notSent(.connectTimedOut(host: "api.telnyx.com", seconds: 10)), "Not sent."),
      (.refused(status: 422, [APIError(code: "1", message: "No", source: nil)]), "Not enabled"),
      (.refused(status: 409, []), "Not enabled"),
      (.tooManyRequests(.seconds(5), []), "Not enabled"),
      (.intercepted(Interception(status: 403)), "Not enabled: refused on the way"),
      (.outcomeUnknown(.status(500, [])), "We do not know whether it was enabled"),
      (.outcomeUnknown(.lost(.timedOut(seconds: 30))), "We do not know whether it was enabled"),
      (.keyRejected(status: 401, []), "The API key was not accepted."),
      (.refused(status: 404, []), "is gone"),
    ] as [(APIFailure, String)], [(80, 24), (60, 16)])
  func `what fails is told in view, asked for once, and looked up where it is open`(
    fault: (failure: APIFailure, words: String), size: (columns: Int, rows: Int)
  ) throws {
    let driver = try Self.atResult(.aws).resize(columns: size.columns, rows: size.rows)
    driver.press(.end)
    driver.focus(on: .button(.perform(Self.enable))).wait(.milliseconds(300)).press(.enter)
    driver.receive(
      .connection(.performed(Self.enable, .failure(fault.failure), at: driver.now)))
    let words = driver.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains(fault.words), "\(driver.text)")
    #expect(Self.performed(driver) == [Self.enable], "sent once")
    let looks = driver.effects.filter { if case .checkStatus = $0 { true } else { false } }
    #expect(looks.count == (fault.failure.isOutcomeUnknown ? 1 : 0))
  }

  @Test(
    arguments: [
      (.notSent(.connectTimedOut(host: "api.telnyx.com", seconds: 10)), "Nothing was deleted."),
      (.refused(status: 422, [APIError(code: "1", message: "No", source: nil)]), "Not deleted"),
      (.refused(status: 409, []), "Not deleted"),
      (.tooManyRequests(.seconds(5), []), "Not deleted"),
      (.intercepted(Interception(status: 403)), "Not deleted: refused on the way"),
      (.outcomeUnknown(.status(500, [])), "We do not know whether it was deleted"),
      (.outcomeUnknown(.lost(.timedOut(seconds: 30))), "We do not know whether it was deleted"),
      (.keyRejected(status: 403, []), "Not deleted. The API key may not do this."),
      (.refused(status: 404, []), "is gone"),
    ] as [(APIFailure, String)], [(80, 24), (60, 16)])
  func `a deletion that fails is told in view, asked for once, and looked up where it is open`(
    fault: (failure: APIFailure, words: String), size: (columns: Int, rows: Int)
  ) throws {
    let driver = try Self.atResult(.aws).resize(columns: size.columns, rows: size.rows)
    driver.focus(on: .button(.openSheet(.deletion))).press(.enter).type("0ccc7b54")
    driver.press(.enter, .tab).wait(.seconds(1)).press(.enter)
    #expect(Self.performed(driver) == [.delete])
    driver.receive(.connection(.performed(.delete, .failure(fault.failure), at: driver.now)))
    let words = driver.text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains(fault.words), "\(driver.text)")
    let looks = driver.effects.filter { if case .checkStatus = $0 { true } else { false } }
    #expect(looks.count == (fault.failure.isOutcomeUnknown ? 1 : 0))
  }
}
