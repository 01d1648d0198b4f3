import CrossConnect
import Presentation
import TestSupport
import Testing

/// The text that the help screen, the plain mode and `vxc help` have in common.
@Suite struct HelpSectionTests {
  private static let all =
    [.steps] + HelpSection.fields() + [.outcomes, .exitCodes, .files, .links]

  @Test(arguments: CloudProvider.allCases)
  func `all fields of all clouds are in it, those of the chosen cloud first`(
    provider: CloudProvider
  ) {
    let sections = HelpSection.fields(first: provider)
    #expect(sections.map(\.title).dropFirst().first == "Fields for \(provider.rules.displayName)")
    #expect(Set(sections) == Set(HelpSection.fields()))
    for provider in CloudProvider.allCases {
      for field in Draft.fullSample(provider).fields {
        #expect(sections.contains { $0.entries.contains(field.help.entry) }, "\(field.label)")
      }
    }
  }

  @Test(arguments: [79, 59])
  func `every line is ASCII and fits, and none ends in blanks`(columns: Int) {
    for line in Self.all.flatMap({ $0.lines(columns: columns) }) {
      #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) } && line.last != " ", "\(line)")
      #expect(line.count <= columns, "\(line)")
    }
  }

  @Test func `a term stands beside its text, and over it where it is too long`() {
    let section = HelpSection(
      "Keys",
      [
        HelpEntry("Tab", "next field"),
        HelpEntry("a term that is far too long", "its text in two lines"),
      ])
    #expect(
      section.lines(columns: 40).joined(separator: "\n") == """
        Keys
          Tab                     next field
          a term that is far too long
                                  its text in
                                  two lines
        """)
  }

  @Test func `what was said once is not said again, and a heading over nothing is left out`() {
    let tab = HelpEntry("Tab", "next field")
    let sections = [HelpSection("A", [tab]), HelpSection("B", [tab])]
    #expect(HelpSection.withoutRepeats(sections) == [HelpSection("A", [tab])])
  }

  @Test func `every step has an entry`() {
    #expect(
      HelpSection.steps.entries.map(\.term)
        == Step.allCases.map { "\($0.rawValue) \($0.title)" })
  }

  @Test func `every way to end has an exit code with words`() {
    #expect(ExitMeaning.all.map(\.code) == [0, 1, 2, 3, 4, 5, 6, 7, 129, 130, 143])
    #expect(Set(ExitMeaning.all.map(\.words)).count == ExitMeaning.all.count)
  }
}
