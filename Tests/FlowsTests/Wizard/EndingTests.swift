import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

/// The exit codes.
@Suite struct EndingTests {
  private static func ended(after failure: APIFailure) -> Int32 {
    var wizard = Wizard.sample(.aws)
    wizard.take(
      .submitPressed, .noted, .orderSent(at: .sent),
      .orderAnswered(.failure(failure), at: .answered))
    return Ending(of: wizard).code
  }

  @Test(
    arguments: [
      (.keyRejected(status: 401, []), 3), (.keyRejected(status: 403, []), 3),
      (.refused(status: 422, []), 4), (.tooManyRequests(nil, []), 4),
      (.intercepted(Interception(status: 403)), 5),
      (.notSent(.nameNotResolved(host: "api.telnyx.com")), 5),
      (.outcomeUnknown(.lost(.timedOut(seconds: 30))), 6),
    ] as [(APIFailure, Int32)])
  func `leaving after an order that failed tells how`(failure: APIFailure, code: Int32) {
    #expect(Self.ended(after: failure) == code)
  }

  @Test func `leaving before an order is quitting`() {
    #expect(Ending(of: .sample(.aws)).code == 130)
  }

  @Test func `leaving while waiting is no success, leaving the result is`() throws {
    var wizard = Wizard.sample(.aws)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    wizard.take(
      .submitPressed, .noted, .orderSent(at: .sent),
      .orderAnswered(.success(connect), at: .answered))
    #expect(Ending(of: wizard).code == 0)
    wizard.take(.waitPressed)
    #expect(Ending(of: wizard).code == 7)
  }

  @Test func `a signal is told by its number, but for an order under way`() {
    var wizard = Wizard.sample(.aws)
    #expect(Ending(signal: 15, wizard: wizard).code == 143)
    wizard.take(.submitPressed)
    #expect(Ending(signal: 15, wizard: wizard).code == 143, "nothing was sent yet")
    wizard.take(.noted)
    #expect(Ending(signal: 15, wizard: wizard).code == 6)
  }
}
