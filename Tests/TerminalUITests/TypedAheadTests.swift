import Presentation
import CrossConnect
import Flows
import TelnyxAPI
import TestSupport
import Testing

@testable import TerminalUI

/// Keys that come before the choices they are meant for, as on a slow link.
@Suite struct TypedAheadTests {
  private static let answers: [App.Event] = [
    .choices(.networksLoaded(.success(Sample.networks))),
    .choices(.coverageLoaded(.success(Sample.coverage))),
  ]

  @Test(arguments: [[0, 1], [1, 0]])
  func `an order can be typed before anything is loaded, up to Create`(order: [Int]) {
    let driver = ScreenDriver()
    typeOrder(driver)
    #expect(driver.screen.app.place == .step(.network))
    #expect(
      driver.focusedRow
        == "  > Network                Loading ...  (34 typed ahead; Esc drops them)")
    for index in order { driver.receive(Self.answers[index]) }
    #expect(driver.screen.app.place == .step(.review))
    let draft = driver.screen.app.form.draft
    #expect(draft[.network] == Sample.networks[1].id)
    #expect(draft[.name] == "ahead")
    #expect(draft[.telnyxRegion] == "dublin-ie")
    #expect(draft[.primaryAccount] == "123456789012")
    #expect(driver.screen.typedAhead == [])
  }

  @Test(arguments: 1...8)
  func `what is typed ahead never presses Create`(tabs: Int) {
    let driver = ScreenDriver()
    typeOrder(driver)
    for _ in 0..<tabs { driver.press(.backTab) }
    driver.press(.enter, .enter)
    for answer in Self.answers { driver.receive(answer) }
    #expect(driver.screen.app.form.draft[.primaryAccount] == "123456789012")
    #expect(driver.orders == [])
    #expect(driver.screen.isArmed == false)
  }

  @Test func `going to Create drops what comes after it`() {
    let driver = ScreenDriver()
    typeOrder(driver)
    driver.press(.backTab, .backTab, .backTab, .backTab, .backTab, .character("r"))
    for answer in Self.answers { driver.receive(answer) }
    #expect(driver.screen.focus == .button(.create))
    #expect(driver.screen.overlay == nil)
  }

  /// Types everything for an order from Dublin, up to the review.
  private func typeOrder(_ driver: ScreenDriver) {
    driver.type("edge").press(.enter).type("ahead").press(.enter, .enter)
    driver.type("dub").press(.enter)
    driver.press(.enter, .enter).type("123456789012").press(.enter, .enter)
    driver.press(.enter, .pageDown)
  }

  @Test func `Esc drops what was typed ahead, and then stops the loading`() {
    let driver = ScreenDriver().type("p").press(.tab)
    #expect(driver.focusedRow.hasSuffix("(2 typed ahead; Esc drops them)"))
    driver.press(.escape)
    #expect(driver.focusedRow.hasSuffix("Loading ...  (Esc stops)"))
    driver.press(.escape)
    #expect(driver.effects.last == .cancel([.loadNetworks, .loadCoverage]))
  }

  @Test func `what was typed ahead does not press what failed`() {
    let driver = ScreenDriver().type("prod").press(.enter)
    driver.receive(.choices(.networksLoaded(.failure(.refused(status: 500, [])))))
    #expect(driver.status == "What was typed ahead was dropped.")
    #expect(driver.form.contains("[ Retry ]"))
    #expect(driver.screen.typedAhead == [])
    driver.press(.enter)
    #expect(driver.form.contains("Loading ..."))
  }

  @Test func `help, quitting and repainting wait for nothing`() {
    let driver = ScreenDriver().type("edge").press(.enter, .control("g"))
    #expect(driver.screen.overlay == .help)
    driver.receive(.choices(.networksLoaded(.success(Sample.networks))))
    #expect(driver.screen.app.form.draft[.network] == "")
    driver.press(.escape)
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[1].id)
    #expect(ScreenDriver().type("x").press(.control("c"), .control("c")).screen.ending?.code == 130)
  }

  @Test func `a row is marked ahead too, and nothing else is pressed instead`() {
    let driver = ScreenDriver().press(.down, .enter).type("ahead")
    #expect(driver.screen.focus == .field(.network))
    driver.receive(.choices(.networksLoaded(.success(Sample.networks))))
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[1].id)
    #expect(driver.screen.app.form.draft[.name] == "ahead")
  }

  @Test func `what was typed before a list is for all of it, not for its first page`() {
    let driver = ScreenDriver().type("edge").press(.enter)
    driver.receive(.choices(.networksArrived([Sample.networks[0]])))
    #expect(driver.form.contains("1 choice so far  (5 typed ahead; Esc drops them)"))
    driver.receive(.choices(.networksLoaded(.success([Sample.networks[1]]))))
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[1].id)
    #expect(driver.screen.focus == .field(.name))
  }

  @Test func `Enter waits for a match while more is on its way`() {
    let driver = ScreenDriver().receive(.choices(.networksArrived([Sample.networks[0]])))
    driver.type("edge").press(.enter).type("ahead")
    #expect(
      driver.form.contains(
        """
          > Network                filter: edge  (6 typed ahead; Esc drops them)
              Nothing matches so far.
        """))
    driver.receive(.choices(.networksLoaded(.success([Sample.networks[1]]))))
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[1].id)
    #expect(driver.screen.app.form.draft[.name] == "ahead")
  }

  @Test func `a paste waits in its turn`() {
    let driver = ScreenDriver().press(.enter).paste("pasted name\r")
    driver.receive(.choices(.networksLoaded(.success(Sample.networks))))
    #expect(driver.screen.app.form.draft[.name] == "pasted name")
    #expect(driver.screen.focus == .field(.name))
  }

  @Test func `what is typed while the key is checked goes to the form, or is dropped`() {
    let driver = ScreenDriver(hasKey: false).type("KEY1").press(.enter).type("edge").press(.enter)
    driver.receive(.session(.keyChecked(nil))).receive(
      .choices(.networksLoaded(.success(Sample.networks))))
    #expect(driver.screen.app.form.draft[.network] == Sample.networks[1].id)

    let refused = ScreenDriver(hasKey: false).type("KEY1").press(.enter).type("edge").press(.enter)
    refused.receive(.session(.keyChecked(.keyRejected(status: 401, []))))
    #expect(refused.status == "What was typed ahead was dropped.")
    #expect(refused.screen.apiKey == "KEY1")
  }

  @Test func `what is typed while a network is made goes to the name of the cross connect`() {
    let driver = ScreenDriver.loaded().focus(on: .button(.newNetwork)).press(.enter)
    driver.type("new").press(.enter).type("vxc")
    let network = Network(id: Draft.sampleUUID, name: "new")
    driver.receive(.form(.networkCreated(.success(network))))
    #expect(driver.screen.app.form.draft[.network] == network.id)
    #expect(driver.screen.app.form.draft[.name] == "vxc")
  }
}
