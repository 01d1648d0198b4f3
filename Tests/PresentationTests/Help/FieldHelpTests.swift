import CrossConnect
import Presentation
import TestSupport
import Testing

/// What the form says about its questions.
@Suite struct FieldHelpTests {
  /// Every question that any order can be asked, and those that belong to none.
  static let all: [FieldHelp] =
    CloudProvider.allCases.flatMap { Draft.fullSample($0).fields.map(\.help) }
    + [.apiKey, .networkName]

  @Test(arguments: all)
  func `help says what it is, where to find it, an example, and what an empty answer means`(
    help: FieldHelp
  ) {
    #expect(!help.label.isEmpty)
    #expect(help.what.hasSuffix(".") && help.what.count > 10)
    #expect(help.whereToFind.hasSuffix(".") && help.whereToFind.count > 10)
    #expect(!help.example.isEmpty && !help.example.hasSuffix("."))
    #expect(help.whenEmpty?.isEmpty != true)
    #expect(help.more.isEmpty || help.more.hasSuffix("."))
    let labels = help.entry.parts.map(\.label).filter { !["More", "In JSON"].contains($0) }
    #expect(labels == ["What", "Where", "Example", "If empty"])
  }

  @Test(arguments: CloudProvider.allCases)
  func `only what may be empty says what happens then, and in the review's words`(
    provider: CloudProvider
  ) {
    for field in Draft.fullSample(provider).fields {
      switch field.presence {
      case .required: #expect(field.help.whenEmpty == nil, "\(field.label)")
      case .optional(let words): #expect(field.help.whenEmpty == words, "\(field.label)")
      }
    }
  }

  @Test(arguments: all)
  func `every help fits the three rows below the form`(help: FieldHelp) {
    #expect(TextLayout.folded(help.brief, to: 76).count <= 3, "\(help.brief)")
  }

  @Test(arguments: all)
  func `help is plain ASCII and names no key of the screen, nor a sign of the plain mode`(
    help: FieldHelp
  ) {
    let text = help.entry.searchText
    #expect(text.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    for word in ["Ctrl", "Tab", "Esc", "Enter ", "Space", " press ", "[", "type to", "Type ", ">"] {
      #expect(!text.contains(word), "\(text)")
    }
  }

  @Test func `the parts make a sentence below the form, and lines in the help`() throws {
    let help = try #require(CloudProvider.aws.rules.descriptor(.primaryAccount)?.help)
    #expect(
      help.brief
        == "AWS account ID: the account the connection is offered to; accept it there within "
        + "1 hour. 12 digits, under your name at the top right of the AWS console. "
        + "Example: 123456789012. Required.")
    #expect(
      help.entry.lines(columns: 60).joined(separator: "\n") == """
          AWS account ID
            What      The account the connection is offered to;
                      accept it there within 1 hour.
            Where     12 digits, under your name at the top right of
                      the AWS console.
            Example   123456789012
            If empty  Required.
            More      1234-5678-9012 can be pasted as it is; leading
                      zeros count.
            In JSON   primary_cloud_account_id
        """)
  }
}
