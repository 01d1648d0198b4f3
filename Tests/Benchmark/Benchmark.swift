import FoundationEssentials
import Glibc
import SandboxServer

/// Measures the built program beside the least that such a program can be, and judges the figures.
///
/// `--raw` prints every value, `--quick` measures less often; a section's name measures only that.
@main
struct Benchmark {
  private enum Section: String, CaseIterable {
    case start, keys, lists, core, idle, end, sandbox
  }

  private let sections: [Section]
  private let isQuick: Bool

  private init(_ arguments: [String]) {
    let named = arguments.compactMap(Section.init)
    sections = named.isEmpty ? Section.allCases : named
    isQuick = arguments.contains("--quick")
  }

  static func main() async throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let stage = try Stage()
    defer { stage.clear() }
    let floor = Floor(in: stage)
    if floor == nil { print("No C compiler, or no headers of ncurses: there is no floor.") }
    var figures = Figures()
    let benchmark = Benchmark(arguments)
    PageCache.forget(stage.program)
    for section in benchmark.sections {
      try await benchmark.measure(section, stage, floor, into: &figures)
    }
    // It reads the whole file, so it comes last.
    if let size = BinarySize.stripped(of: stage.program, in: stage.folder) {
      figures.add(size, to: .binarySize)
    }
    let table = Table(figures: figures)
    print(table.text)
    if arguments.contains("--raw") { print("\n" + table.rawText) }
    if !table.missed.isEmpty {
      print("\nMissed: " + table.missed.map(\.measure.rawValue).joined(separator: ", "))
      stage.clear()
      exit(1)
    }
  }

  private func measure(
    _ section: Section, _ stage: Stage, _ floor: Floor?, into figures: inout Figures
  ) async throws {
    let sandbox = try await Sandbox.start { Date.now }
    switch section {
    case .start:
      try StartSection(stage: stage, floor: floor, runs: isQuick ? 5 : 31)
        .measure(sandbox, into: &figures)
    case .keys:
      try KeySection(stage: stage, floor: floor, runs: isQuick ? 20 : 60)
        .measure(sandbox, into: &figures)
    case .lists:
      try await ListSection(stage: stage, floor: floor, runs: isQuick ? 3 : 10)
        .measure(into: &figures)
    case .core: try CoreSection(runs: isQuick ? 3 : 9).measure(into: &figures)
    case .idle:
      try IdleSection(stage: stage, isQuick: isQuick).measure(sandbox, into: &figures)
    case .end: try EndSection(stage: stage).measure(sandbox, into: &figures)
    case .sandbox:
      try await SandboxSection(stage: stage, orders: isQuick ? 2000 : 100_000)
        .measure(into: &figures)
    }
    await sandbox.stop()
  }
}

/// The kernel's copies of files in memory.
enum PageCache {
  /// Drops a file's pages, so that only running the program reads them in again.
  ///
  /// Memory counts the file's pages around each that is used, as far as they are in memory: all of
  /// them for a file that was just written, or read whole.
  static func forget(_ path: String) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    // Only what is on the disk can be dropped.
    fsync(file)
    posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED)
  }
}

/// How large the program is without what only a debugger needs.
enum BinarySize {
  /// The size in MiB, or `nil` where there is no `strip`.
  static func stripped(of program: String, in folder: String) -> Double? {
    let copy = folder + "/stripped"
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/strip"),
      let strip = try? TerminalProgram(
        "/usr/bin/strip", ["-o", copy, program], environment: Stage.environment(home: folder)),
      strip.process.end(within: .seconds(60)) == 0
    else { return nil }
    var status = stat()
    guard stat(copy, &status) == 0 else { return nil }
    return Double(status.st_size) / 1_048_576
  }
}
