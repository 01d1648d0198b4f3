import FoundationEssentials
import TestSupport
import Testing

/// What is at the top of the repository, and that every screen and picture is used.
@Suite struct RepositoryLayoutTests {
  @Test func `nothing but the agreed files and folders is at the top`() throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: Repository.root.path)
      .filter { !$0.hasPrefix(".") }
      // Written by the package manager and not kept.
      .filter { $0 != "Package.resolved" }
    #expect(entries.sorted() == ["Package.swift", "README.md", "Sources", "Tests", "screenshots"])
  }

  @Test func `every golden screen is expected by a test`() throws {
    let tests = try SourceFile.tests.get()
    let unused = try screenshots(withExtension: "txt").filter { name in
      !tests.contains { file in file.lines.contains { $0.contains("\"\(name)\"") } }
    }
    #expect(unused == [])
  }

  @Test func `every picture is in the README or has a golden screen of its name`() throws {
    let readme = try readme()
    let goldens = Set(try screenshots(withExtension: "txt"))
    let unused = try screenshots(withExtension: "png").filter {
      !readme.contains("screenshots/\($0).png") && !goldens.contains($0)
    }
    #expect(unused == [])
  }

  @Test func `every picture in the README is there`() throws {
    let pictures = Set(try screenshots(withExtension: "png"))
    let shown = try readme().matches(of: /screenshots\/([\w-]+)\.png/).map { String($0.1) }
    #expect(!shown.isEmpty, "the README shows the program")
    #expect(shown.filter { !pictures.contains($0) } == [])
  }

  @Test func `the pipeline runs the test command of the README`() throws {
    let command = "swift test --disable-xctest"
    let pipeline = Repository.root.appending(path: ".ci/run")
    #expect(try String(contentsOf: pipeline, encoding: .utf8).contains("\n\(command)\n"))
    #expect(try readme().contains(command))
  }

  private func readme() throws -> String {
    try String(contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
  }

  private func screenshots(withExtension suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: Repository.screenshots.path)
      .filter { $0.hasSuffix("." + suffix) }
      .map { String($0.dropLast(suffix.count + 1)) }
      .sorted()
  }
}
