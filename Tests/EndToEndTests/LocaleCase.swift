import TestSupport
import Testing

/// Variables that name a locale, and whether letters beyond ASCII are to be shown.
struct LocaleCase: MatrixEntry {
  let testDescription: String
  let variables: [String: String?]
  let showsUnicode: Bool
  let isUsual: Bool

  init(
    _ name: String, _ variables: [String: String], showsUnicode: Bool, isUsual: Bool = false
  ) {
    testDescription = name
    // What the terminal of the tests has in its environment is taken away.
    var all: [String: String?] = ["LC_ALL": nil]
    for (name, value) in variables { all[name] = value }
    self.variables = all
    self.showsUnicode = showsUnicode
    self.isUsual = isUsual
  }

  /// The locales of every system, one that is nowhere, and what ssh brings along from elsewhere:
  /// most machines have no `en_US`, and macOS sends `UTF-8`.
  static let all = [
    LocaleCase("C", ["LC_ALL": "C"], showsUnicode: false, isUsual: true),
    LocaleCase("POSIX", ["LC_ALL": "POSIX"], showsUnicode: false),
    LocaleCase("C.UTF-8", ["LC_ALL": "C.UTF-8"], showsUnicode: true, isUsual: true),
    LocaleCase("LANG", ["LANG": "C.UTF-8"], showsUnicode: true),
    LocaleCase("LC_CTYPE over LANG", ["LC_CTYPE": "C.UTF-8", "LANG": "C"], showsUnicode: true),
    LocaleCase("en_US.ISO-8859-1", ["LC_ALL": "en_US.ISO-8859-1"], showsUnicode: false),
    LocaleCase("en_XX.UTF-8", ["LANG": "en_XX.UTF-8"], showsUnicode: true, isUsual: true),
    LocaleCase("UTF-8", ["LC_CTYPE": "UTF-8"], showsUnicode: true),
    LocaleCase("xx_XX.utf8@none", ["LC_ALL": "xx_XX.utf8@none"], showsUnicode: true),
    // There is no locale where `LOCPATH` says that they are, as on a machine without any.
    LocaleCase(
      "no locales", ["LANG": "en_US.UTF-8", "LOCPATH": "/nonexistent"], showsUnicode: true,
      isUsual: true),
    LocaleCase("no locales, C", ["LC_ALL": "C", "LOCPATH": "/nonexistent"], showsUnicode: false),
    LocaleCase("unset", [:], showsUnicode: false),
    LocaleCase("unsupported", ["LC_ALL": "nonsense"], showsUnicode: false),
  ]
}

extension TmuxSession {
  /// Looks at the list of networks: one has letters that not every locale has.
  func expectRows(
    of locale: LocaleCase, sourceLocation location: SourceLocation = #_sourceLocation
  ) async throws {
    let screen = try await wait(for: "disaster-recovery", sourceLocation: location)
    let name = locale.showsUnicode ? "b\u{FC}ro-m\u{FC}nchen" : "b?ro-m?nchen"
    #expect(
      screen.contains("        \(name)       7f26e8a0-c4d1-4e95-a7b8-93d20f5c1e46"), "\(screen)",
      sourceLocation: location)
    let rule = String(repeating: locale.showsUnicode ? "\u{2500}" : "-", count: 80)
    #expect(screen.rows[2] == rule, sourceLocation: location)
  }
}
