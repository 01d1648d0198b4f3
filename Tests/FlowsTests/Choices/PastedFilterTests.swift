import CrossConnect
import Flows
import Testing

/// What is pasted into a filter finds the row that is meant, and no other.
@Suite struct PastedFilterTests {
  private static let list = ChoiceList([
    row("ashburn-va", "Ashburn VA, US", "DC2", "IAD us-east-1 Washington DC"),
    row("chicago-il", "Chicago IL, US", "CH1", "ORD us-east-2 us-central1"),
    row("dallas-tx", "Dallas TX, US", "DA1", "DFW us-east-1 us-south1"),
    row("los_angeles-ca", "Los Angeles CA, US", "LA1", "LAX us-west-1 us-west2"),
    row("new_york-ny", "New York NY, US", "NY1", "JFK us-east-1"),
    row("silicon_valley-ca", "Silicon Valley CA, US", "SV1", "SJC us-west-2"),
    row("toronto-on", "Toronto ON, CA", "TR1", "YYZ ca-central-1"),
    row("sao_paulo-br", "São Paulo, BR", "SP1", "GRU sa-east-1"),
    row("frankfurt-de", "Frankfurt, DE", "FR5", "FRA eu-central-1"),
  ])

  private static func row(
    _ code: String, _ name: String, _ pop: String, _ keywords: String
  ) -> Choice {
    Choice(
      value: code, columns: [code, name, pop],
      keywords: keywords.split(separator: " ").map(String.init))
  }

  private static func found(_ filter: String) -> [String] {
    list.places(passing: ChoiceFilter(filter)).map { list.choices[$0].value }
  }

  @Test(
    arguments: [
      ("Los Angeles, CA", "los_angeles-ca"), ("Toronto, ON", "toronto-on"),
      ("São Paulo, BR", "sao_paulo-br"), ("New York (NY1)", "new_york-ny"),
      ("\"ashburn-va\",", "ashburn-va"), ("{frankfurt-de}", "frankfurt-de"),
      ("Frankfurt\u{A0}\u{2013} FR5", "frankfurt-de"), ("ashburn\u{2011}va", "ashburn-va"),
    ])
  func `a name with its punctuation is the filter`(text: String, code: String) {
    let filter = PastedFilter(text, in: Self.list)
    #expect(Self.found(filter.text) == [code])
    #expect(filter.note == nil)
    #expect(Self.found(text) == [code], "a paste that comes as keys")
  }

  @Test(
    arguments: [
      ("Equinix DC2", "DC2", "\"Equinix\"", ["ashburn-va"]),
      ("Region: ashburn-va", "ashburn-va", "\"Region\"", ["ashburn-va"]),
      ("Los Angeles, California", "Los Angeles", "\"California\"", ["los_angeles-ca"]),
      ("Frankfurt (Main), Germany", "Frankfurt", "\"Main\", \"Germany\"", ["frankfurt-de"]),
      (
        "us-east-1 (N. Virginia)", "us-east-1", "\"N. Virginia\"",
        ["ashburn-va", "dallas-tx", "new_york-ny"]
      ),
      (
        "US East (N. Virginia) us-east-1", "us-east-1", "\"US East\", \"N. Virginia\"",
        ["ashburn-va", "dallas-tx", "new_york-ny"]
      ),
    ] as [(String, String, String, [String])])
  func `what is in no row is left out, and said`(
    text: String, filter: String, leftOut: String, codes: [String]
  ) {
    let read = PastedFilter(text, in: Self.list)
    #expect(read.text == filter)
    #expect(read.note == "Taken: \(filter). Left out: \(leftOut).")
    #expect(Self.found(read.text) == codes)
  }

  @Test(arguments: [
    "San Jose, CA", "New Delhi, India", "Las Vegas, NV", "Tampa, FL, US", "Equinix 2",
    "Equinix Frankfurt", "Toronto, Los Angeles", "Portland, OR", "zz, 1", ", .", "",
  ])
  func `another place is no part of a name`(text: String) {
    let filter = PastedFilter(text, in: Self.list)
    #expect(filter.text == text)
    #expect(filter.note == nil)
    #expect(Self.found(filter.text).isEmpty || !text.contains { $0.isLetter })
  }

  @Test func `a paste continues the filter that is there`() {
    #expect(PastedFilter("east-1", after: "us-", in: Self.list).text == "east-1")
    #expect(PastedFilter("Equinix DC2", after: "ash ", in: Self.list).text == "DC2")
    #expect(PastedFilter("Equinix DC2", after: "tor ", in: Self.list).text == "Equinix DC2")
  }

  @Test(arguments: ["(", "a", "ash,", "los angeles,", "us-east-1."])
  func `a longer filter never finds more`(text: String) {
    for (place, _) in text.enumerated() {
      let shorter = Self.found(String(text.prefix(place)))
      #expect(Set(Self.found(String(text.prefix(place + 1)))).isSubset(of: shorter))
    }
  }
}
