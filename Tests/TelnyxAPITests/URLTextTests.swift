import TelnyxAPI
import Testing

/// URLs as messages repeat them.
@Suite struct URLTextTests {
  @Test(arguments: [
    ("https://api.telnyx.com/v2", "https://api.telnyx.com/v2"),
    ("https://api.telnyx.com/v2?api_key=hush", "https://api.telnyx.com/v2"),
    ("https://api.telnyx.com/v2#hush", "https://api.telnyx.com/v2"),
    ("https://user:hush@api.telnyx.com:8443/v2?x", "https://api.telnyx.com:8443/v2"),
    ("https://hush@[::1]:80/v2", "https://[::1]:80/v2"),
    ("http://[fe80::1]/x", "http://[fe80::1]/x"),
    ("//hush:hush@proxy.example:3128", "(not shown)"),
    ("hush:hush@proxy.example:3128", "proxy.example:3128"),
    ("/login?back=hush", "/login"),
    ("", ""),
    ("https://user:hu/sh@host", "https://(not shown)"),
    ("https://user:hu?sh@host", "https://(not shown)"),
    ("https://user:hu#sh@host", "https://(not shown)"),
    ("https://hu@sh@host", "https://(not shown)"),
    ("https://host/@hush", "https://(not shown)"),
    ("https://host?mail=hush@host", "https://(not shown)"),
    ("https://user:hush", "https://(not shown)"),
    ("https://user:hu\\sh@host", "https://(not shown)"),
  ])
  func `what may hold a secret is left out`(text: String, shown: String) {
    #expect(URLText.shown(text) == shown)
  }

  @Test(arguments: [
    (
      ["--bas=https://u:hush@h/v2?k=hush"], "Unknown option '--bas=https://u:hush@h/v2?k=hush'",
      "Unknown option '--bas=https://h/v2'"
    ),
    (
      ["https://h/?k=hush"], "Unexpected argument 'https://h/?k=hush'",
      "Unexpected argument 'https://h/'"
    ),
    (["h/v2?k=hush", "?"], "'h/v2?k=hush' or '?'", "'h/v2' or '?'"),
    (["u:hush@h", "u:hush@h/x"], "'u:hush@h/x' and 'u:hush@h'", "'h/x' and 'h'"),
    (["--port", "8080"], "The value '8080' is odd", "The value '8080' is odd"),
  ])
  func `a message that repeats the command line leaves it out, too`(
    arguments: [String], message: String, shown: String
  ) {
    #expect(URLText.shown(in: message, repeating: arguments) == shown)
  }
}
