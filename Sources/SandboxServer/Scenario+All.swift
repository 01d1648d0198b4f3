extension Scenario {
  /// Every scenario, in the order in which help lists them.
  public static let all: [Scenario] =
    refusals + lostAnswers + foundOtherwise + unusualAnswers + changes + lists

  /// Nothing is created, and the answer says so.
  private static let refusals = [
    Scenario(
      "fail-422", "422 with several errors, some at fields",
      order: .refuses(.unprocessable(SampleErrors.several))),
    Scenario(
      "fail-422-pointers", "422 with pointers written in every way",
      order: .refuses(.unprocessable(SampleErrors.pointers))),
    Scenario(
      "fail-422-many", "422 with 200 errors, some of 10 kB",
      order: .refuses(.unprocessable(SampleErrors.many))),
    Scenario(
      "fail-422-hostile", "422 whose texts try to take over the terminal",
      order: .refuses(.unprocessable(SampleErrors.hostile))),
    Scenario(
      "fail-422-echo", "422 that repeats the order, BGP keys and API key included",
      order: .echoes),
    Scenario(
      "fail-400", "400, the request is not well-formed",
      order: .refuses(.malformed("The request failed because it was not well-formed."))),
    Scenario("fail-401", "401, the API key is not accepted", order: .refuses(.unauthorized)),
    Scenario(
      "fail-403", "403, the API key may not do this",
      order: .refuses(
        403, .notPermitted, "This API key may not create virtual cross connects.")),
    Scenario("fail-404", "404, the address is not known", order: .refuses(.notFound)),
    Scenario(
      "fail-409", "409, there is one like it already",
      order: .refuses(
        409, .duplicate, "There is a virtual cross connect with these values already.")),
    Scenario(
      "fail-429", "429, asks to wait 5 seconds",
      order: .asksToWait(seconds: 5, asDate: false)),
    Scenario(
      "fail-429-date", "429, asks to wait until a date, 10 seconds from now",
      order: .asksToWait(seconds: 10, asDate: true)),
    Scenario(
      "filtered", "403 with a page of HTML from a filter", order: .intercepts(.filterPage)),
  ]

  /// The answer doesn't say whether anything was created.
  private static let lostAnswers = [
    Scenario(
      "fail-408", "408, not created",
      order: .refuses(408, .unexpected, "The request took too long.")),
    Scenario(
      "fail-500", "500 with a page of HTML from a proxy", order: .intercepts(.proxyPage)),
    Scenario(
      "fail-503", "503, the service is unavailable",
      order: .refuses(503, .unexpected, "The service is temporarily unavailable.")),
    Scenario(
      "redirect", "not created; 307 to another host, which must not get the key",
      order: .intercepts(.elsewhere)),
    Scenario("portal", "not created; 302 to a network's portal", order: .intercepts(.portal)),
    Scenario(
      "redirect-after", "created, and answered with a redirect", order: .accepts(.redirected)),
    Scenario(
      "lost", "created, but the connection ends without an answer", order: .accepts(.lost)),
    Scenario(
      "dropped", "not created; the connection ends without an answer", order: .ignores),
    Scenario("silent", "created, but never answered", order: .accepts(.late(.seconds(3600)))),
    Scenario("drip", "created; the answer comes one byte a second", order: .accepts(.dripped)),
    Scenario("truncated", "created; half of the answer comes", order: .accepts(.truncated)),
    Scenario("huge", "created; the answer has 9 MiB", order: .accepts(.huge)),
    Scenario("empty", "created; the answer has no body", order: .accepts(.empty)),
    Scenario("not-json", "created; the answer is a page of HTML", order: .accepts(.notJSON)),
    Scenario(
      "packed", "created; the answer is said to be gzip, and isn't", order: .accepts(.packed)),
    Scenario(
      "wrong-shape", "created; the answer is JSON without a cross connect",
      order: .accepts(.wrongShape)),
  ]

  /// The answer is lost, and the list to look for the order in has a fault, too.
  private static let foundOtherwise = [
    Scenario(
      "lost-recased", "as lost, and lists spell everything in capitals",
      order: .accepts(.lost), lists: .distorts(.otherCase)),
    Scenario(
      "lost-masked", "as lost, and lists hide names and accounts",
      order: .accepts(.lost), lists: .distorts(.masked)),
    Scenario(
      "lost-twin", "as lost, and somebody else orders the same at the same time",
      order: .acceptsWithTwin),
    Scenario(
      "lost-ahead", "as lost, and the server's clock is 3 hours ahead",
      order: .accepts(.lost), clockSkew: 10_800),
    Scenario(
      "lost-behind", "as lost, and the server's clock is 3 hours behind",
      order: .accepts(.lost), clockSkew: -10_800),
    Scenario(
      "lost-short-pages", "as lost, and lists come in pages of 2", order: .accepts(.lost),
      lists: .hasShortPages),
  ]

  /// The answer says what was created, in its own way.
  private static let unusualAnswers = [
    Scenario(
      "slow", "created, but answered only after 3 seconds", order: .accepts(.late(.seconds(3)))),
    Scenario(
      "odd-values", "unknown words, numbers as strings, nulls; lists too",
      order: .accepts(.oddValues), lists: .distorts(.oddValues)),
    Scenario(
      "hostile", "texts that try to take over the terminal; lists too",
      order: .accepts(.hostileText), lists: .distorts(.hostileText)),
  ]

  /// Orders are taken as usual; later changes of the cross connect are not.
  private static let changes = [
    Scenario(
      "change-409", "created; each change and deletion is answered 409",
      change: .like(
        .refuses(409, .resourceInUse, "The virtual cross connect is being changed already."))),
    Scenario(
      "change-422", "created; each change and deletion is answered 422 at a field",
      change: .like(
        .refuses(
          .unprocessable([
            .at("primary_enabled", "'primary_enabled' can't be changed before it is accepted.")
          ])))),
    Scenario(
      "change-429", "created; each change and deletion is asked to wait 5 seconds",
      change: .like(.asksToWait(seconds: 5, asDate: false))),
    Scenario(
      "change-500", "created; each change and deletion is answered 500, and not done",
      change: .like(.intercepts(.proxyPage))),
    Scenario(
      "change-lost", "created; changes and deletion are done, but the connection ends",
      change: .like(.accepts(.lost))),
    Scenario(
      "change-slow", "created; changes and deletion are answered after 3 seconds",
      change: .like(.accepts(.late(.seconds(3))))),
    Scenario(
      "change-gone", "created; it is gone when somebody wants to change or delete it",
      change: .vanishes),
    Scenario(
      "change-elsewhere", "created; somebody else enables it once it was looked at",
      change: .isEnabledElsewhere),
  ]

  /// Orders are taken as usual, except in the first scenario.
  private static let lists = [
    Scenario(
      "looks-fail", "as lost, and the list to look for it in answers 503",
      order: .accepts(.lost), lists: .refusesLooks),
    Scenario(
      "lists-fail", "networks and coverage answer 503", lists: .refusesChoices),
    Scenario(
      "lists-slow", "lists are answered after 3 seconds", lists: .distorts(.late(.seconds(3)))),
    Scenario(
      "lists-filtered", "lists answer 403 with a page of HTML from a filter",
      lists: .intercepts(.filterPage)),
    Scenario(
      "lists-portal", "lists answer 200 with a network's welcome page",
      lists: .intercepts(.welcomePage)),
    Scenario("no-networks", "the account has no networks at first", lists: .hasNoNetworks),
    Scenario("no-coverage", "coverage is empty", lists: .hasNoCoverage),
  ]
}
