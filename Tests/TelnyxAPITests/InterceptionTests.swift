import CrossConnect
import Flows
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// Answers that aren't the API's: said by something in between, and no word about the key.
@Suite struct InterceptionTests {
  private static let html = ["content-type": "text/html; charset=utf-8"]
  private static let page = "<html><head><TITLE lang=en>Access denied</TITLE></head></html>"
  private static let words = [APIError(code: "", message: "Access denied", source: nil)]

  /// How an order ends with an answer.
  private static func ordering(
    _ status: Int, _ headers: [String: String], _ text: String, key: Secret = Secret("KEY")
  ) async throws -> APIFailure {
    try await APIClient.failure(ordering: status, headers: headers, text, key: key)
  }

  /// How a look at one cross connect ends with an answer.
  private static func asking(
    _ status: Int, _ headers: [String: String], _ text: String
  ) async throws -> APIFailure {
    try await withTransport(expecting: [
      .init("GET /virtual_cross_connects/a", status: status, headers: headers, text: text)
    ]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      return try #require(
        await #expect(throws: APIFailure.self) { _ = try await client.crossConnect(id: "a") })
    }
  }

  @Test(arguments: [400, 401, 402, 403, 404, 405, 407, 409, 418, 422, 451, 499])
  func `a refusal that isn't the API's blames no key, and created nothing`(
    status: Int
  ) async throws {
    let answer = Interception(status: status, contentType: "text/html", words: Self.words)
    for failure in [
      try await Self.ordering(status, Self.html, Self.page),
      try await Self.asking(status, Self.html, Self.page),
    ] {
      #expect(failure == .intercepted(answer))
      #expect(failure.errors == [])
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308, 300, 304, 399])
  func `a redirect of an order leaves its outcome unknown, one of a question doesn't`(
    status: Int
  ) async throws {
    let headers = ["location": "https://user:hush@portal.example:8443/login?back=hush#hush"]
    let answer = Interception(status: status, location: "https://portal.example:8443/login")
    #expect(
      try await Self.ordering(status, headers, "") == .outcomeUnknown(.intercepted(answer)))
    #expect(try await Self.asking(status, headers, "") == .intercepted(answer))
    let line =
      "It points to https://portal.example:8443/login, which is not followed: "
      + "the key goes nowhere else."
    #expect(
      APIFailure.intercepted(answer).details.contains(line) == ![304, 399].contains(status))
  }

  @Test(arguments: [408, 500, 502, 503, 504, 511, 520, 600, 100])
  func `an answer that tells nothing of what was done leaves the outcome unknown`(
    status: Int
  ) async throws {
    let failure = APIFailure.outcomeUnknown(
      .intercepted(Interception(status: status, contentType: "text/html", words: Self.words)))
    #expect(try await Self.ordering(status, Self.html, Self.page) == failure)
    #expect(try await Self.asking(status, Self.html, Self.page) == failure)
  }

  @Test(arguments: [200, 201, 202])
  func `a page in place of a success is no answer of the API`(status: Int) async throws {
    let answer = Interception(status: status, contentType: "text/html", words: Self.words)
    #expect(
      try await Self.ordering(status, Self.html, Self.page)
        == .outcomeUnknown(.intercepted(answer)))
    #expect(try await Self.asking(status, Self.html, Self.page) == .intercepted(answer))
  }

  @Test(arguments: [
    ("[]", "application/json"), ("\u{1F}\u{8B}\u{8}", "application/json"), ("7", "text/json"),
    ("", ""), ("{", "application/vnd.api+json"),
  ])
  func `JSON that isn't what was asked for can't be read`(text: String, type: String) async throws {
    let headers = type.isEmpty ? [:] : ["content-type": type]
    let failure = APIFailure.outcomeUnknown(.unreadable(status: 200))
    #expect(try await Self.ordering(200, headers, text) == failure)
    #expect(try await Self.asking(200, headers, text) == failure)
  }

  @Test(
    arguments: [
      ("", nil, []), ("null", "application/json", []), ("{}", "application/json", []),
      ("[]", "application/json", []), (#"{"errors":[]}"#, "application/json", []),
      (#"{"errors":null}"#, "application/json", []), (#"{"errors":""}"#, "application/json", []),
      ("<html>no title", "text/html", []), ("<title>", "text/html", []),
      ("\u{1F}\u{8B}\u{8}", "application/json", []),
      ("Blocked by policy 4711\n", "text/plain", ["Blocked by policy 4711"]),
      (#""text""#, "application/json", ["text"]), ("7", "application/json", ["7"]),
      (#"["a",{"title":"b"}]"#, "application/json", ["a", "b"]),
      (#"{"message":"Forbidden"}"#, "application/json", ["Forbidden"]),
      (#"{"error":"Bad"}"#, "application/json", ["Bad"]),
      (#"{"error":{"title":"Bad"}}"#, "application/json", ["Bad"]),
      (
        #"{"error":"invalid","error_description":"Expired"}"#, "application/json",
        [#"{"error":"invalid","error_description":"Expired"}"#]
      ),
    ] as [(String, String?, [String])])
  func `what it says is kept, whatever it is`(
    text: String, type: String?, words: [String]
  ) async throws {
    let answer = Interception(
      status: 403, contentType: type,
      words: words.map { APIError(code: "", message: $0, source: nil) })
    let headers = type.map { ["content-type": $0] } ?? [:]
    #expect(try await Self.ordering(403, headers, text) == .intercepted(answer))
  }

  @Test func `a packed body that nobody asked for is named`() async throws {
    let headers = ["content-type": "application/json", "content-encoding": "GZIP"]
    let failure = try await Self.ordering(403, headers, "\u{1F}\u{8B}")
    #expect(
      failure.cause
        == "A filter, proxy or portal in between answered 403 (application/json, gzip), not Telnyx."
    )
  }

  @Test func `a page that repeats the key doesn't show it`() async throws {
    let key = "KEY0123456789hush"
    let failure = try await Self.ordering(
      302, ["location": "https://a.example/\(key)"],
      #"{"message":"\#(key)"}"#, key: Secret(key))
    let shown = ([failure.cause] + failure.details).joined()
    #expect(!shown.lowercased().contains("key0123456789"))
    #expect(shown.contains("(not shown)"))
  }

  @Test(
    arguments: [
      (
        Interception(status: 403, contentType: "text/html", words: words),
        [
          "A filter, proxy or portal in between answered 403 (text/html), not Telnyx.",
          "It says: Access denied",
          "This says nothing about the API key. Ask who runs this network.",
        ]
      ),
      (
        Interception(status: 407),
        [
          "A filter, proxy or portal in between answered 407 (no content type), not Telnyx.",
          "The proxy asks for a user name and a password. Put them in HTTPS_PROXY.",
        ]
      ),
      (
        Interception(status: 404, contentType: "text/html\u{1B}[m"),
        [
          "A filter, proxy or portal in between answered 404 (text/html^[[m), not Telnyx.",
          "Check TELNYX_BASE_URL and --base-url, if one is set.",
        ]
      ),
      (
        Interception(status: 511, contentType: "text/html"),
        [
          "A filter, proxy or portal in between answered 511 (text/html), not Telnyx.",
          "If this network has a sign-in page, open it in a browser; then try again.",
        ]
      ),
    ])
  func `it is told who answered, and what to do`(answer: Interception, lines: [String]) {
    let failure = APIFailure.intercepted(answer)
    #expect(
      FailureReport(.notLoaded(.networks, isInPart: false, failure))
        == FailureReport(title: "Could not load the networks", lines: lines))
    #expect(
      FailureReport(.failed(failure, creating: .crossConnect))
        == FailureReport(
          title: "Not created: refused on the way",
          lines: lines + [
            "Telnyx itself did not answer. Check the Telnyx portal before you try again."
          ]))
    #expect(
      FailureReport(.notFollowed(failure))
        == FailureReport(title: "Not answered by Telnyx", lines: lines))
  }

  @Test(arguments: [401, 403, 404, 302])
  func `no other key is asked for, wherever it comes from`(status: Int) {
    let failure = APIFailure.intercepted(Interception(status: status, contentType: "text/html"))
    var app = App.sample(.aws)
    app.take(
      .choices(.networksLoaded(.failure(failure))), .choices(.coverageLoaded(.failure(failure))))
    #expect(app.place == .step(.review))
    app.take(.form(.networkCreated(.failure(failure))))
    #expect(app.place == .step(.review))
    app = App.sample(.aws)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.failure(failure), at: .sent)))
    #expect(app.place == .step(.review) && app.order == .open)
    #expect(
      app.report.map(FailureReport.init)
        == FailureReport(.failed(failure, creating: .crossConnect)))
    #expect(Ending(of: app).code == 5)
  }

  @Test func `coverage is asked for by its other name after any 404, and the first reason is told`()
    async throws
  {
    let first = #"{"errors":[{"code":"10005","title":"First"}]}"#
    let page = "page%5Bnumber%5D=1&page%5Bsize%5D=250"
    try await withTransport(expecting: [
      .init("GET /virtual_cross_connects_coverage?\(page)", status: 404, text: first),
      .init(
        "GET /virtual_cross_connects/coverage?\(page)", status: 404, headers: Self.html,
        text: Self.page),
      .init(
        "GET /virtual_cross_connects_coverage?\(page)", status: 404, headers: Self.html,
        text: Self.page),
      .init("GET /virtual_cross_connects/coverage?\(page)", text: #"{"data":[]}"#),
    ]) { transport in
      let client = APIClient(transport: transport, key: Secret("KEY"))
      let errors = [APIError(code: "10005", message: "First", source: nil)]
      await #expect(throws: APIFailure.refused(status: 404, errors)) {
        try await client.coverage { _, _ in }
      }
      try await client.coverage { rows, areLast in #expect(rows == [] && areLast) }
    }
  }
}
