import Flows
import Presentation
import TelnyxAPI
import Testing

/// What is said about where requests go.
@Suite struct DestinationTests {
  @Test func `a proxy is named with the API behind it`() {
    let direct = Destination(baseURL: .telnyx, isDemo: false)
    let proxied = Destination(baseURL: .telnyx, isDemo: false, proxy: "http://proxy.example:3128")
    #expect(direct.sentence == "Requests go to https://api.telnyx.com/v2.")
    #expect(
      proxied.sentence
        == "Requests go to https://api.telnyx.com/v2 through the proxy http://proxy.example:3128.")
    #expect([direct.title, proxied.title] == ["api.telnyx.com", "api.telnyx.com"])
  }

  @Test func `a demo says so instead of an address`() {
    #expect(Destination.demo.title == "DEMO: nothing is created or billed")
  }
}
