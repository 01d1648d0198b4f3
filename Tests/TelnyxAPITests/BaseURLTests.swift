import TelnyxAPI
import Testing

@Suite struct BaseURLTests {
  @Test(arguments: [
    ("https://api.telnyx.com/v2", "https://api.telnyx.com/v2"),
    ("  https://api.telnyx.com/v2/ ", "https://api.telnyx.com/v2"),
    ("HTTPS://API.Telnyx.com/v2//", "https://api.telnyx.com/v2"),
    ("https://api.telnyx.com:443/v2", "https://api.telnyx.com/v2"),
    ("https://api.telnyx.com", "https://api.telnyx.com"),
    ("https://example.com:8443/", "https://example.com:8443"),
    ("http://localhost:8080/v2", "http://localhost:8080/v2"),
    ("http://LOCALHOST:80", "http://localhost"),
    ("http://127.0.0.1:9", "http://127.0.0.1:9"),
    ("http://127.8.9.1", "http://127.8.9.1"),
    ("http://[::1]:8080/v2", "http://[::1]:8080/v2"),
    ("https://[2001:db8::1]/v2", "https://[2001:db8::1]/v2"),
  ])
  func `a base URL is read as people write it`(text: String, normal: String) throws {
    #expect(try BaseURL(parsing: text).description == normal)
  }

  @Test(arguments: [
    ("http://api.telnyx.com/v2", "api.telnyx.com"),
    ("http://127.0.0.1.example.com", "127.0.0.1.example.com"),
    ("http://localhost.example.com", "localhost.example.com"),
    ("http://128.0.0.1", "128.0.0.1"),
    ("http://0.0.0.0", "0.0.0.0"),
    ("http://127.1", "127.1"),
    ("http://[::2]", "::2"),
    ("http://[::ffff:127.0.0.1]", "::ffff:127.0.0.1"),
    ("http://localhost.", "localhost."),
    ("http://localhost%2eexample.com", "localhost.example.com"),
  ])
  func `plain http is for loopback only`(text: String, host: String) {
    #expect(throws: BaseURL.Problem.plainToOtherHost(host)) { try BaseURL(parsing: text) }
  }

  @Test(arguments: [
    ("", ""), ("api.telnyx.com/v2", "api.telnyx.com/v2"), ("https://", "https://"),
    ("https:///v2", "https:///v2"), ("//example.com", "//example.com"), ("https:", "https:"),
    ("https://exa\u{7}mple.com", "https://exa\u{7}mple.com"),
    ("https://example.com:hush", "https://(not shown)"),
    ("https://user:hush@exa mple.com?a=hush", "https://exa mple.com"),
    ("user:hush@example.com/v2", "example.com/v2"), ("KEY0123456789hush_hush", ""),
    ("https://exa\u{7}mple.com?api_key=hush", "https://exa\u{7}mple.com"),
  ])
  func `what isn't a URL of that form is refused, and what may be a secret not repeated`(
    text: String, shown: String
  ) {
    let problem = #expect(throws: BaseURL.Problem.self) { try BaseURL(parsing: text) }
    #expect(problem == .malformed(shown) || problem?.description.contains("hush") == false)
    #expect(problem?.description.contains("hush") == false)
  }

  @Test(arguments: [
    "https://example.com/?a=hush", "https://example.com/#hush", "https://example.com?hush@b",
    "http://127.0.0.1/v2?",
  ])
  func `a query is refused without being quoted`(text: String) {
    #expect(throws: BaseURL.Problem.carriesQuery) { try BaseURL(parsing: text) }
  }

  @Test(arguments: [
    ("ftp://example.com", "ftp"), ("localhost:8080", "localhost"), ("file:///", "file"),
  ])
  func `another scheme is refused by name`(text: String, scheme: String) {
    #expect(throws: BaseURL.Problem.unsupportedScheme(scheme)) { try BaseURL(parsing: text) }
  }

  @Test(arguments: [
    "https://user@example.com", "https://user:hush@example.com", "https://:hush@example.com",
  ])
  func `credentials are refused without being quoted`(text: String) {
    #expect(throws: BaseURL.Problem.carriesCredentials) { try BaseURL(parsing: text) }
    #expect(!BaseURL.Problem.carriesCredentials.description.contains("hush"))
  }

  @Test func `the title shows the host and a port of its own`() throws {
    #expect(BaseURL.telnyx.authority == "api.telnyx.com")
    #expect(try BaseURL(parsing: "http://[::1]:8080/v2").authority == "[::1]:8080")
    #expect(try BaseURL(parsing: BaseURL.telnyx.description) == .telnyx)
  }

  @Test func `each refusal says what would be right`() {
    let problems: [BaseURL.Problem] = [
      .malformed("x"), .unsupportedScheme("ftp"), .plainToOtherHost("example.com"),
      .carriesCredentials, .carriesQuery, .malformed(""),
    ]
    #expect(
      problems.map(\.description) == [
        "\"x\" is not a base URL; it looks like https://api.telnyx.com/v2.",
        "ftp: is not supported; the base URL begins with https://.",
        "Plain http would send the API key unprotected to example.com; use https, or a loopback address.",
        "The base URL must not carry a user name or password.",
        "The base URL must not carry a query or a fragment; it ends before a ? or #.",
        "The base URL is not a URL; it looks like https://api.telnyx.com/v2.",
      ])
  }
}
