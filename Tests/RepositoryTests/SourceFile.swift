import FoundationEssentials
import TestSupport

/// A text file of the repository, as the rules about sources see it.
struct SourceFile {
  /// The path from the repository's root.
  let path: String
  /// The lines as they are.
  let lines: [String]
  /// The lines of a Swift file without comments and without the text in string literals.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.lines = lines
    var scanner = CodeScanner()
    code = lines.map { scanner.code(of: $0) }
  }

  /// The target below `Sources`, or the folder below `Tests`.
  var target: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// The modules the file imports, each with its line number.
  var imports: [(module: String, line: Int)] {
    code.enumerated().compactMap { index, line in
      line.firstMatch(of: /^\s*(?:@\w+ )*(?:\w+ )?import (?:(?:struct|class|enum|func) )?(\w+)/)
        .map { (String($0.1), index + 1) }
    }
  }

  /// Where `pattern` is in the code: `Sources/vxc/VXC.swift:12: try! run()`.
  func violations(of pattern: some RegexComponent) -> [String] {
    places(in: code, of: pattern)
  }

  /// Where `pattern` is in the text, comments and string literals included.
  func violations(inTextOf pattern: some RegexComponent) -> [String] {
    places(in: lines, of: pattern)
  }

  private func places(in searched: [String], of pattern: some RegexComponent) -> [String] {
    searched.indices.compactMap { index in
      searched[index].firstMatch(of: pattern) == nil
        ? nil : "\(path):\(index + 1): \(lines[index])"
    }
  }
}

extension SourceFile {
  /// All Swift files of the program.
  static let sources = Result { try files(in: "Sources").filter { $0.path.hasSuffix(".swift") } }

  /// All Swift files of the tests.
  static let tests = Result { try files(in: "Tests").filter { $0.path.hasSuffix(".swift") } }

  /// All text files below a folder of the repository.
  ///
  /// - Parameter folder: The folder's path from the root.
  /// - Returns: The files in the order of their paths; what isn't UTF-8 is left out.
  /// - Throws: An error if the folder can't be read.
  static func files(in folder: String) throws -> [SourceFile] {
    let url = Repository.root.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted().compactMap {
      guard let text = try? String(contentsOf: url.appending(path: $0), encoding: .utf8)
      else { return nil }
      return SourceFile(path: folder + "/" + $0, text: text)
    }
  }
}
