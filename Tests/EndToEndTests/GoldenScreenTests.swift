import TestSupport
import Testing

@Suite struct GoldenScreenTests {
  @Test func `space at the ends of rows and empty rows at the end do not count`() {
    #expect(GoldenScreen.normalized(" a  \n\nb\n  \n\n") == " a\n\nb\n")
    #expect(GoldenScreen.normalized("") == "\n")
  }

  @Test
  func `counts of what is out of view or found do not count, and the width of their row does`() {
    let screen = GoldenScreen.normalized(
      " 9 more above ───\n 12 more below ──\n  Search: a  (1 entry)")
    #expect(screen == " N more above ───\n N more below ───\n  Search: a  (N entries)\n")
    #expect(
      GoldenScreen.normalized(" 10 more above ──\n 9 more below ───\n  Search: a  (2 entries)")
        == screen)
    #expect(GoldenScreen.normalized(" 10 more above ───") == " N more above ────\n")
    #expect(GoldenScreen.normalized("5 more  (4 of 23)") == "5 more  (4 of 23)\n")
  }

  @Test func `a difference shows every line and marks those that differ`() {
    #expect(LineDifference(from: "a\nb\n", to: "a\nb\n") == nil)
    #expect(
      LineDifference(from: "a\nb\nc", to: "a\nX\nc\nd")?.description
        == "  a\n- b\n+ X\n  c\n+ d")
  }

  @Test func `a golden screen that is not there says how to make it`() throws {
    let difference = try #require(GoldenScreen("no such screen").difference(from: "x"))
    #expect(difference.hasPrefix("screenshots/no such screen.txt is not there: RECORD_SCREENS=1"))
  }
}

@Suite struct SeededGeneratorTests {
  @Test func `the same seed gives the published numbers`() {
    var generator = SeededGenerator(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() }
        == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
  }
}
