import CrossConnect
import TestSupport
import Testing

/// Both front ends come from the same wishes to the same request.
@Suite struct JourneyTests {
  @Test(arguments: Journey.all)
  func `the screen and the plain mode send the same`(journey: Journey) throws {
    var screen = ScreenTraveller(journey)
    var plain = PlainTraveller(journey)
    #expect(try screen.order().text(showingSecrets: true) == journey.body)
    #expect(try plain.order().text(showingSecrets: true) == journey.body)
  }
}
