import FoundationEssentials
import TestSupport
import Testing

/// What the formatter and the compiler don't hold.
@Suite struct StyleTests {
  @Test func `the program can't trap by a word of its own`() throws {
    // A trap costs the person a terminal.
    let pattern = /\btry!|\bas!|\b(fatalError|preconditionFailure|precondition|assert\w*)\(/
    let violations = try SourceFile.sources.get()
      .flatMap { $0.violations(of: pattern) }
    #expect(violations == [])
  }

  @Test func `nothing is left to do later`() throws {
    // Spelled so that this file is no violation of itself.
    let pattern = /\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/
    let violations = try ["Sources", "Tests", "screenshots", ".ci"]
      .flatMap { try SourceFile.files(in: $0) }
      .flatMap { $0.violations(inTextOf: pattern) }
    #expect(violations == [])
  }

  @Test func `types and files have names that say what they are`() throws {
    let vague = "(Utils?|Utilities|Helpers?|Manager|Common|Base|Impl)"
    let type = try Regex(#"\b(struct|class|enum|actor|protocol) \w*"# + vague + #"\b"#)
    let name = try Regex(vague + #"\.\w+$"#)
    let files = try SourceFile.sources.get() + SourceFile.tests.get()
    #expect(files.flatMap { $0.violations(of: type) } == [])
    #expect(files.map(\.path).filter { $0.firstMatch(of: name) != nil } == [])
  }

  @Test func `a test's name is a sentence`() throws {
    let violations = try SourceFile.tests.get().flatMap { file in
      file.code.indices.compactMap { index -> String? in
        let line = file.code[index]
        guard let name = line.firstMatch(of: /\bfunc ([^`\s(]+)\(/)?.1 else { return nil }
        let isTest = line.contains("@Test") || index > 0 && isTestAttribute(before: index, in: file)
        return isTest ? "\(file.path):\(index + 1): \(name)" : nil
      }
    }
    #expect(violations == [])
  }

  /// Whether the line above ends a `@Test(…)` that began there or further up.
  private func isTestAttribute(before index: Int, in file: SourceFile) -> Bool {
    var line = index - 1
    guard file.code[line].contains("@Test") || file.code[line].trimmedEnd == "])" else {
      return false
    }
    while line > 0, !file.code[line].contains("@Test"), !file.code[line].contains("func ") {
      line -= 1
    }
    return file.code[line].contains("@Test")
  }
}

extension String {
  fileprivate var trimmedEnd: Substring {
    drop { $0 == " " }
  }
}
