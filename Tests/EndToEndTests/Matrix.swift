import FoundationEssentials
import TestSupport
import Testing

/// Which part of the tables of terminals, locales, sizes and inputs a run goes through.
///
/// `VXC_MATRIX=1` goes through all of each and combines them, and prints what it saw; else a few
/// entries stand for the others.
enum Matrix {
  /// Whether everything is asked for.
  static let isWhole = ProcessInfo.processInfo.environment["VXC_MATRIX"].map { $0 == "1" } ?? false

  /// The entries to go through.
  static func part<Entry: MatrixEntry>(of all: [Entry]) -> [Entry] {
    isWhole ? all : all.filter(\.isUsual)
  }

  /// Prints a line of the table, in a run that goes through everything.
  static func note(_ words: String...) {
    guard isWhole else { return }
    print("matrix: " + words.joined(separator: " | "))
  }
}

/// One line of a table.
protocol MatrixEntry: Sendable, CustomTestStringConvertible {
  /// Whether it stands for the others in a usual run.
  var isUsual: Bool { get }
}
