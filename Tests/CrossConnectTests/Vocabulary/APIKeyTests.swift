import CrossConnect
import Testing

@Suite struct APIKeyTests {
  @Test func `a key of printable characters is a key`() {
    #expect(APIKey.finding(for: Secret("KEY0192~a_b-c.d+e/f=")) == nil)
  }

  @Test(arguments: [
    ("KEY hush", "no space or line break"), ("KEY\nhush", "no space or line break"),
    ("KEY\u{A0}hush", "no space or line break"), ("KEY\u{1}hush", "no control character"),
    ("KEY\u{9B}hush", "no control character"), ("KEYé", "ASCII characters only"),
    ("KEY\u{200B}hush", "ASCII characters only; this has U+200B (zero-width space)"),
    ("\"KEYhush\"", "quotes around it"), ("'KEYhush'", "quotes around it"),
    ("\u{201C}KEYhush\u{201D}", "quotes around it"), ("Bearer KEYhush", "\"Bearer\" is not part"),
    ("TELNYX_API_KEY=KEYhush", "\"TELNYX_API_KEY=\" is not part"),
  ])
  func `anything else is refused without being quoted`(key: String, reason: String) {
    let finding = APIKey.finding(for: Secret(key))
    #expect(finding?.isBlocking == true)
    #expect(finding?.sentence.contains(reason) == true)
    #expect(finding?.sentence.contains("hush") == false)
  }
}
