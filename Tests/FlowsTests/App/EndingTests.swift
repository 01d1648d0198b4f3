import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

/// The exit codes.
@Suite struct EndingTests {
  private static func ended(after failure: APIFailure) -> Int32 {
    var app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(failure), at: .answered)))
    return Ending(of: app).code
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

  @Test func `leaving before an order is quitting, also from the list`() {
    var app = App.sample(.aws)
    #expect(Ending(of: app).code == 130)
    app.take(.inventory(.opened))
    #expect(Ending(of: app).code == 130)
    let managing = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true,
      for: .managing(nil))
    #expect(Ending(of: managing).code == 0, "nothing was to be ordered")
  }

  @Test func `a refused order is one from the list, too`() {
    var app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted,
      .submission(.orderAnswered(.failure(.refused(status: 422, [])), at: .answered)),
      .inventory(.opened))
    #expect(app.place == .inventory && Ending(of: app).code == 4)
  }

  @Test func `leaving while waiting is no success, leaving the result is`() throws {
    var app = App.sample(.aws)
    let connect = try #require(VirtualCrossConnect.sample(.aws))
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.success(connect), at: .answered)))
    #expect(Ending(of: app).code == 0)
    app.take(.connection(.waitPressed))
    #expect(Ending(of: app).code == 7)
  }

  @Test func `a signal is told by its number, but for an order under way`() {
    var app = App.sample(.aws)
    #expect(Ending(signal: 15, app: app).code == 143)
    app.take(.form(.submitPressed))
    #expect(Ending(signal: 15, app: app).code == 143, "nothing was sent yet")
    app.take(.noted)
    #expect(Ending(signal: 15, app: app).code == 6)
  }
}
