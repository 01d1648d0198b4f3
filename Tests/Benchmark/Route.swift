/// The keys that lead through the wizard, from its first page at rest.
enum Route {
  /// The first network, a name, and the button that goes on.
  static let toEndOfNetwork = [Keys.enter, "b", Keys.enter]
  /// Ashburn, which reaches every cloud: Enter takes it and goes on.
  static let toEndOfRegion = ["ashburn-va"]
  static let toAccountOfAWS = [Keys.enter, Keys.enter]
  static let toAccountOfAzure = [Keys.down, Keys.enter]
  /// From the second page to the review of an order at Azure, which has no clock.
  static let toReviewOfAzure =
    toEndOfRegion + [Keys.enter] + toAccountOfAzure
    + ["7e51371e-72a3-40b5-b844-2e3efefaee59", Keys.enter, Keys.enter, Keys.enter]
    + [Keys.pageDown]
  /// A whole order at AWS in 55 keys, from the first page to the review, as one who knows the way types it.
  static let typedAhead =
    [Keys.enter, "aws-prod-us-east-1-prim", Keys.enter, Keys.enter] + toEndOfRegion + [Keys.enter]
    + toAccountOfAWS + ["123456789012", Keys.enter, Keys.enter, Keys.enter]
    + [Keys.pageDown]
  /// From the first group of the review to the button that orders.
  static let toCreate = Array(repeating: Keys.tab, count: 6)
}
