import CrossConnect
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

/// What an answer that isn't a success is taken for.
@Suite struct APIFailureTests {
  /// How ordering ends with an answer.
  private static func failure(
    _ status: Int, headers: [String: String] = [:], _ text: String
  ) async throws -> APIFailure {
    try await APIClient.failure(ordering: status, headers: headers, text)
  }

  private static let body = #"{"errors": [{"code": "10015", "title": "Bad request"}]}"#
  private static let errors = [APIError(code: "10015", message: "Bad request", source: nil)]

  @Test(
    arguments: [
      (400, .refused(status: 400, errors)), (401, .keyRejected(status: 401, errors)),
      (402, .refused(status: 402, errors)), (403, .keyRejected(status: 403, errors)),
      (404, .refused(status: 404, errors)), (405, .refused(status: 405, errors)),
      (408, .outcomeUnknown(.status(408, errors))), (409, .refused(status: 409, errors)),
      (422, .refused(status: 422, errors)),
      (429, .tooManyRequests(nil, errors)),
      (500, .outcomeUnknown(.status(500, errors))), (502, .outcomeUnknown(.status(502, errors))),
      (503, .outcomeUnknown(.status(503, errors))), (504, .outcomeUnknown(.status(504, errors))),

      (301, .outcomeUnknown(.status(301, errors))), (308, .outcomeUnknown(.status(308, errors))),
      (600, .outcomeUnknown(.status(600, errors))), (100, .outcomeUnknown(.status(100, errors))),
    ] as [(Int, APIFailure)])
  func `a status is told apart by what a person can do next`(
    status: Int, failure: APIFailure
  ) async throws {
    #expect(try await Self.failure(status, Self.body) == failure)
    #expect(failure.errors == Self.errors)
  }

  @Test(
    arguments: [
      ("30", .seconds(30)), (" 7 ", .seconds(7)), ("0", .seconds(0)),
      ("Wed, 21 Oct 2015 07:28:00 GMT", .date(Date(timeIntervalSince1970: 1_445_412_480))),
      ("soon", nil), ("", nil), ("-5", nil), ("1e3", nil), ("٣٠", nil),
      ("99999999999", .seconds(3_155_760_000)),
      ("Wed, 21 Oct 2015 07:28:00 PST", nil), ("Wed, 21 Foo 2015 07:28:00 GMT", nil),
      ("Wed, 99 Oct 2015 07:28:00 GMT", nil), (nil, nil),
    ] as [(String?, RetryAfter?)])
  func `the wait that is asked for is read as seconds or a date`(
    text: String?, wait: RetryAfter?
  ) async throws {
    let headers = text.map { ["retry-after": $0] } ?? [:]
    #expect(
      try await Self.failure(429, headers: headers, "")
        == .tooManyRequests(wait, []))
  }

  @Test(
    arguments: [
      (["x-ratelimit-reset": "120"], .seconds(120)),
      (["retry-after": "5", "x-ratelimit-reset": "120"], .seconds(120)),
      (["retry-after": "300", "x-ratelimit-reset": "soon"], .seconds(300)),
      (
        [
          "retry-after": "Wed, 15 Jul 2026 17:42:15 GMT", "date": "Wed, 15 Jul 2026 17:42:10 GMT",
        ], .seconds(5)
      ),
      (
        [
          "retry-after": "Wed, 15 Jul 2026 17:42:00 GMT", "date": "Wed, 15 Jul 2026 17:42:10 GMT",
        ], .seconds(0)
      ),
    ] as [([String: String], RetryAfter)])
  func `the longer wish counts, and a date is seconds by the server's own clock`(
    headers: [String: String], wait: RetryAfter
  ) async throws {
    #expect(try await Self.failure(429, headers: headers, "") == .tooManyRequests(wait, []))
  }

  @Test func `a server that fails may ask for a wait, too`() async throws {
    let wish = ["retry-after": "30", "x-ratelimit-reset": "120"]
    for status in [408, 500, 503] {
      let failure = try await Self.failure(status, headers: wish, Self.body)
      #expect(failure.wait == .seconds(30), "the reset is for the limit of a 429 only")
      #expect(failure.errors == Self.errors)
      #expect(failure.masked(hiding: [Secret("No")]).wait == .seconds(30))
    }
    #expect(try await Self.failure(503, headers: wish, "<html>").wait == .seconds(30))
    #expect(try await Self.failure(500, headers: ["x-ratelimit-reset": "7"], "").wait == nil)
  }

  @Test func `no wait is longer than the longest`() async throws {
    let far = ["retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"]
    let now = Date(timeIntervalSince1970: 1_784_126_532)
    let hundredYears = 3_155_760_000.0
    for headers in [far, far.merging(["date": "Wed, 15 Jul 2026 14:42:12 GMT"]) { $1 }] {
      let wait = try await Self.failure(429, headers: headers, "").wait
      #expect(wait?.end(answered: now) == now + hundredYears)
    }
  }

  @Test func `a wait nobody would wait is said in words`() {
    #expect(WaitText.length(5) == "5 s" && WaitText.length(3600) == "60 min")
    #expect(WaitText.length(3_155_760_000) == "more than a day")
    #expect(WaitText.length(until: .sent + 2.5e11, now: .sent) == "more than a day")
  }

  @Test func `a wait ends its seconds after the answer, or at its date`() {
    #expect(RetryAfter.seconds(30).end(answered: .answered) == .answered + 30)
    #expect(RetryAfter.date(.sent).end(answered: .answered) == .sent)
  }

  @Test(arguments: ["Bad request", "UNPROCESSABLE ENTITY", "Not Found"])
  func `a title that only repeats the status is left out before a detail`(
    title: String
  ) async throws {
    let detail = APIError(code: "", message: "Name is taken", source: nil)
    #expect(
      try await Self.failure(422, #"{"errors":[{"title":"\#(title)","detail":"Name is taken"}]}"#)
        == .refused(status: 422, [detail]))
    let alone = APIError(code: "", message: title, source: nil)
    #expect(
      try await Self.failure(422, #"{"errors":[{"title":"\#(title)"}]}"#)
        == .refused(status: 422, [alone]))
  }

  @Test(
    arguments: [
      (
        #"{"code":"10015","title":"Bad","detail":"Very bad","source":{"pointer":"/name"}}"#,
        APIError(code: "10015", message: "Bad: Very bad", source: "/name")
      ),
      (
        #"{"code":10015,"title":"Bad","description":"Very bad"}"#,
        APIError(code: "10015", message: "Bad: Very bad", source: nil)
      ),
      (
        #"{"title":"Bad","detail":"Bad"}"#, APIError(code: "", message: "Bad", source: nil)
      ),
      (
        #"{"title":"Bad","detail":"","source":{}}"#,
        APIError(code: "", message: "Bad", source: nil)
      ),
      (
        #"{"title":"","detail":"Bad","source":null}"#,
        APIError(code: "", message: "Bad", source: nil)
      ),
      (
        #"{"message":"Bad","source":{"parameter":"name"}}"#,
        APIError(code: "", message: "Bad", source: "name")
      ),
      (
        #"{"detail":"Bad","source":{"pointer":"","parameter":"name"}}"#,
        APIError(code: "", message: "Bad", source: "name")
      ),
      (
        #"{"detail":"Bad","source":{"pointer":null,"parameter":null}}"#,
        APIError(code: "", message: "Bad", source: nil)
      ),
      (
        #"{"detail":"Bad","source":"/name"}"#,
        APIError(code: "", message: "Bad", source: "/name")
      ),
      (#""Bad""#, APIError(code: "", message: "Bad", source: nil)),
      ("7", APIError(code: "", message: "7", source: nil)),
      (
        #"{"vlan":["is taken"]}"#,
        APIError(code: "", message: #"{"vlan":["is taken"]}"#, source: nil)
      ),
      (
        #"{"code":"1","detail":"Bad","description":"Very bad","message":"Bad","hint":"Be good"}"#,
        APIError(code: "1", message: "Bad Very bad (hint: Be good)", source: nil)
      ),
      (
        #"{"detail":"Bad","meta":{"limit":5,"url":"https://a.example/e"},"source":{"header":"X"}}"#,
        APIError(
          code: "", message: "Bad (header: X, limit: 5, url: https://a.example/e)", source: nil)
      ),
      (
        #"{"code":"10015","detail":"Bad","meta":{"url":"https://a.example/10015"}}"#,
        APIError(code: "10015", message: "Bad", source: nil)
      ),
      ("null", APIError(code: "", message: "null", source: nil)),
    ] as [(String, APIError)])
  func `an error of any shape is read, and nothing of it is dropped`(
    text: String, error: APIError
  ) async throws {
    #expect(
      try await Self.failure(422, #"{"errors":[\#(text)]}"#) == .refused(status: 422, [error]))
  }

  @Test(
    arguments: [
      (
        #"{"errors":["a",{"title":"b"}]}"#,
        [
          APIError(code: "", message: "a", source: nil),
          APIError(code: "", message: "b", source: nil),
        ]
      ),
      (#"{"errors":"no"}"#, [APIError(code: "", message: "no", source: nil)]),
      (#"{"errors":7}"#, [APIError(code: "", message: "7", source: nil)]),
      (
        #"{"errors":{"name":["can't be blank","is odd"],"bgp_asn":"is taken","vlan":[]}}"#,
        [
          APIError(code: "", message: "is taken", source: "bgp_asn"),
          APIError(code: "", message: "can't be blank", source: "name"),
          APIError(code: "", message: "is odd", source: "name"),
        ]
      ),
      (
        #"{"errors":{"code":"10015","detail":"Bad"}}"#,
        [APIError(code: "10015", message: "Bad", source: nil)]
      ),
      (
        #"{"errors":{"name":{"detail":"Bad","source":{"pointer":"/name"}}}}"#,
        [APIError(code: "", message: "Bad", source: "/name")]
      ),
    ] as [(String, [APIError])])
  func `errors of any shape are read`(text: String, errors: [APIError]) async throws {
    #expect(try await Self.failure(422, text) == .refused(status: 422, errors))
    #expect(try await Self.failure(418, text) == .refused(status: 418, errors))
    #expect(try await Self.failure(401, text) == .keyRejected(status: 401, errors))
  }

  @Test(
    arguments: [
      ("/primary_cloud_ip", "primary_cloud_ip"), ("primary_cloud_ip", "primary_cloud_ip"),
      ("/data/primary_cloud_ip", "primary_cloud_ip"), ("data.name", "name"), ("/", nil),
      ("", nil), (nil, nil), ("/name/", "name"),
    ] as [(String?, String?)])
  func `the key is the pointer's last part`(source: String?, key: String?) {
    #expect(APIError(code: "", message: "", source: source).key == key)
  }

  @Test func `a request that wasn't sent and an answer that was lost stay apart`() async throws {
    let request = try Draft.sample(.aws).makeRequest()
    let body = try JSONValue(parsing: request.body)
    for (failure, expected) in [
      (
        .notSent(.nameNotResolved(host: "h")),
        APIFailure.notSent(.nameNotResolved(host: "h"))
      ),
      (.outcomeUnknown(.timedOut(seconds: 30)), .outcomeUnknown(.lost(.timedOut(seconds: 30)))),
    ] as [(TransportFailure, APIFailure)] {
      await withTransport(expecting: [
        .init("POST /virtual_cross_connects", sends: body, fails: failure)
      ]) { transport in
        let client = APIClient(transport: transport, key: Secret("KEY"))
        await #expect(throws: expected) { _ = try await client.create(request) }
      }
    }
  }
}
