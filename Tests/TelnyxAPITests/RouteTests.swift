import TelnyxAPI
import Testing

@Suite struct RouteTests {
  @Test(
    arguments: [
      (.networks, "/networks"), (.network(id: "a"), "/networks/a"), (.regions, "/regions"),
      (.networkCoverage, "/network_coverage"),
      (.crossConnectCoverage, "/virtual_cross_connects_coverage"),
      (.crossConnectCoverageRenamed, "/virtual_cross_connects/coverage"),
      (.crossConnects, "/virtual_cross_connects"),
      (.crossConnect(id: "a-b_c.d~e"), "/virtual_cross_connects/a-b_c.d~e"),
    ] as [(Route, String)])
  func `each route has its path`(route: Route, path: String) {
    #expect(route.path == path)
    #expect(route.path(query: []) == path)
  }

  @Test(arguments: [
    ("../networks", "..%2Fnetworks"), ("a b", "a%20b"), ("a?b#c", "a%3Fb%23c"), ("é", "%C3%A9"),
    ("%2F", "%252F"), ("\u{1}", "%01"), ("a\r\nb", "a%0D%0Ab"), ("", ""),
  ])
  func `an identifier can't leave its place in the path`(id: String, encoded: String) {
    #expect(Route.crossConnect(id: id).path == "/virtual_cross_connects/" + encoded)
    #expect(Route.network(id: id).path == "/networks/" + encoded)
  }

  @Test func `names and values of a query are encoded`() {
    #expect(
      Route.crossConnects.path(query: [("filter[network_id]", "a&b=c"), ("page[size]", "250")])
        == "/virtual_cross_connects?filter%5Bnetwork_id%5D=a%26b%3Dc&page%5Bsize%5D=250")
  }
}
