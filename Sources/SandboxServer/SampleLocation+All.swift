extension SampleLocation {
  /// Every location, grouped by its part of the world.
  static let all = americas + europe + asiaPacific

  /// What the faster sites offer; 2000 Mbps are on no price list.
  private static let fast = [50, 100, 200, 300, 400, 500, 1000, 2000]
  private static let usual = [50, 100, 200, 300, 400, 500, 1000]
  private static let few = [50, 100, 200, 500]

  private static let americas = [
    place(
      "ashburn-va", "Ashburn", "Ashburn VA, US", "AMER", "IAD", "DC2",
      [
        aws("us-east-1", fast), aws("us-east-2", usual), azure("Washington DC", fast),
        google("us-east4", usual),
      ]),
    place("atlanta-ga", "Atlanta", "Atlanta GA, US", "AMER", "ATL", "AT1", [aws("us-east-1", few)]),
    place(
      "chicago-il", "Chicago", "Chicago IL, US", "AMER", "ORD", "CH1",
      [aws("us-east-2", usual), azure("Chicago", usual), google("us-central1", usual)]),
    place(
      "dallas-tx", "Dallas", "Dallas TX, US", "AMER", "DFW", "DA1",
      [aws("us-east-1", few), azure("Dallas", usual), google("us-south1", [1000])]),
    place("denver-co", "Denver", "Denver CO, US", "AMER", "DEN", "DE1", []),
    place(
      "los_angeles-ca", "Los Angeles", "Los Angeles CA, US", "AMER", "LAX", "LA1",
      [aws("us-west-1", few), azure("Los Angeles", few), google("us-west2", usual)]),
    place(
      "new_york-ny", "New York", "New York NY, US", "AMER", "JFK", "NY1",
      [aws("us-east-1", usual), azure("New York", usual)]),
    place(
      "seattle-wa", "Seattle", "Seattle WA, US", "AMER", "SEA", "SE1",
      [aws("us-west-2", usual), azure("Seattle", few), google("us-west1", few)]),
    place(
      "silicon_valley-ca", "Silicon Valley", "Silicon Valley CA, US", "AMER", "SJC", "SV1",
      [
        aws("us-west-1", fast), aws("us-west-2", usual), azure("Silicon Valley", usual),
        google("us-west1", usual), google("us-west2", few),
      ]),
    place(
      "toronto-on", "Toronto", "Toronto ON, CA", "AMER", "YYZ", "TR1",
      [aws("ca-central-1", few), azure("Toronto", few), google("northamerica-northeast2", few)]),
    place(
      "sao_paulo-br", "São Paulo", "São Paulo, BR", "AMER", "GRU", "SP1",
      [aws("sa-east-1", few), google("southamerica-east1", few)]),
  ]

  private static let europe = [
    place(
      "amsterdam-nl", "Amsterdam", "Amsterdam, NL", "EMEA", "AMS", "AM3",
      [
        aws("eu-central-1", usual), aws("eu-west-1", few), azure("Amsterdam", fast),
        google("europe-west4", usual),
      ]),
    place("dublin-ie", "Dublin", "Dublin, IE", "EMEA", "DUB", "DB1", [aws("eu-west-1", usual)]),
    place(
      "frankfurt-de", "Frankfurt", "Frankfurt, DE", "EMEA", "FRA", "FR5",
      [aws("eu-central-1", fast), azure("Frankfurt", usual), google("europe-west3", usual)]),
    place(
      "london-uk", "London", "London, GB", "EMEA", "LHR", "LD5",
      [aws("eu-west-2", usual), azure("London", fast), google("europe-west2", usual)]),
    place(
      "madrid-es", "Madrid", "Madrid, ES", "EMEA", "MAD", "MD2",
      [azure("Madrid", few), google("europe-southwest1", few)]),
    place(
      "paris-fr", "Paris", "Paris, FR", "EMEA", "CDG", "PA3",
      [aws("eu-west-3", usual), azure("Paris", few)]),
    place(
      "stockholm-se", "Stockholm", "Stockholm, SE", "EMEA", "ARN", "SK1",
      [aws("eu-north-1", few), azure("Stockholm", few)]),
    place(
      "zurich-ch", "Zürich", "Zürich, CH", "EMEA", "ZRH", "ZH4", [google("europe-west6", few)]),
  ]

  private static let asiaPacific = [
    place(
      "hong_kong-hk", "Hong Kong", "Hong Kong, HK", "APAC", "HKG", "HK1",
      [aws("ap-east-1", few), azure("Hong Kong", few), google("asia-east2", few)]),
    place(
      "mumbai-in", "Mumbai", "Mumbai, IN", "APAC", "BOM", "MB2",
      [aws("ap-south-1", few), google("asia-south1", few)]),
    place(
      "singapore-sg", "Singapore", "Singapore, SG", "APAC", "SIN", "SG1",
      [aws("ap-southeast-1", usual), azure("Singapore", usual), google("asia-southeast1", usual)]),
    place(
      "sydney-au", "Sydney", "Sydney, AU", "APAC", "SYD", "SY3",
      [
        aws("ap-southeast-2", usual), azure("Sydney", usual),
        google("australia-southeast1", [100, 500, 1000]),
      ]),
    place(
      "tokyo-jp", "Tokyo", "Tokyo, JP", "APAC", "NRT", "TY2",
      [aws("ap-northeast-1", usual), azure("Tokyo", [200, 500, 1000])]),
  ]

  private static func place(
    _ code: String, _ city: String, _ name: String, _ area: String, _ site: String, _ pop: String,
    _ links: [Link]
  ) -> SampleLocation {
    SampleLocation(
      code: code, city: city, name: name, area: area, site: site, pop: pop, links: links)
  }

  private static func aws(_ cloudRegion: String, _ bandwidths: [Int]) -> Link {
    Link(provider: "aws", cloudRegion: cloudRegion, bandwidths: bandwidths)
  }

  private static func azure(_ cloudRegion: String, _ bandwidths: [Int]) -> Link {
    Link(provider: "azure", cloudRegion: cloudRegion, bandwidths: bandwidths)
  }

  private static func google(_ cloudRegion: String, _ bandwidths: [Int]) -> Link {
    Link(provider: "gce", cloudRegion: cloudRegion, bandwidths: bandwidths)
  }
}
