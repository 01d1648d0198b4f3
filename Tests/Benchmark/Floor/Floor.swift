import CrossConnect
import FoundationEssentials
import Glibc
import TerminalUI

/// The least that a form and a list on ncurses can be, in C, compiled at run time.
struct Floor {
  private let path: String
  private let home: String

  /// Compiles the floor, if the machine has a compiler and the headers of ncurses.
  init?(in stage: Stage) {
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "floor.c")
    let compilers = ["/usr/bin/cc", "/usr/bin/gcc", "/usr/bin/clang"]
    guard let compiler = compilers.first(where: FileManager.default.isExecutableFile(atPath:)),
      let header = Self.header(),
      (try? header.write(toFile: stage.folder + "/screens.h", atomically: false, encoding: .utf8))
        != nil
    else { return nil }
    path = stage.folder + "/floor"
    home = stage.folder
    let compiling = try? TerminalProgram(
      compiler, ["-O2", "-I", stage.folder, "-o", path, source.path, "-lncursesw"],
      environment: Stage.environment(home: home))
    guard compiling?.process.end(within: .seconds(60)) == 0 else { return nil }
  }

  /// Starts the form.
  func form() throws -> TerminalProgram {
    try TerminalProgram(path, ["form"], environment: Stage.environment(home: home))
  }

  /// Starts the list of some names.
  func list(_ count: Int) throws -> TerminalProgram {
    try TerminalProgram(path, ["list", String(count)], environment: Stage.environment(home: home))
  }

  /// The text of the wizard's own screens, and where a field and the list are on them.
  private static func header() -> String? {
    let form = Screens.first.text.split(separator: "\n", omittingEmptySubsequences: false)
    let list = Screens.networks(1000).frame.text
      .split(separator: "\n", omittingEmptySubsequences: false)
    let names = list.indices.filter { list[$0].contains("network-0") }
    guard let top = names.first, let field = form.firstIndex(where: { $0.contains("> Network") })
    else { return nil }
    return """
      #define FORM_ROW \(field)
      #define FORM_COLUMN 27
      #define LIST_TOP \(top)
      #define LIST_HEIGHT \(names.count)
      static const char *const form_rows[24] = {\(literals(form))};
      static const char *const list_rows[24] = {\(literals(list))};

      """
  }

  private static func literals(_ rows: [Substring]) -> String {
    rows.map { "\"\($0.map { #"\""#.contains($0) ? "\\\($0)" : String($0) }.joined())\"" }
      .joined(separator: ",\n")
  }
}
