import CrossConnect
import TestSupport
import Testing

/// What the form says about its questions.
@Suite struct FieldHelpTests {
  @Test(arguments: CloudProvider.allCases)
  func `every help fits the three rows below the form`(provider: CloudProvider) {
    let tooLong = Draft.fullSample(provider).fields.filter {
      TextLayout.folded($0.help, to: 76).count > 3
    }
    #expect(tooLong.map(\.label) == [])
  }

  @Test(arguments: CloudProvider.allCases)
  func `every help says what an empty answer means`(provider: CloudProvider) {
    let silent = Draft.fullSample(provider).fields.filter { field in
      switch field.presence {
      case .required: !field.help.hasSuffix("It is needed.")
      case .optional:
        field.input != .choice && !field.help.contains("mpty")
      }
    }
    #expect(silent.map(\.label) == [])
  }
}
