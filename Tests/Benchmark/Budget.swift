/// A row of the table: a measure, the same of the floor, and what it may be.
struct Budget {
  let measure: Measure
  let words: String
  let unit: Unit
  var floor: Measure?
  var limit: Limit?

  init(
    _ measure: Measure, _ words: String, _ unit: Unit, floor: Measure? = nil, _ limit: Limit? = nil
  ) {
    self.measure = measure
    self.words = words
    self.unit = unit
    self.floor = floor
    self.limit = limit
  }

  /// What the measure may be at most or at least, as a number; `nil` without a limit, or without
  /// what it is a multiple of.
  func bound(in figures: Figures) -> Double? {
    switch limit {
    case .most(let value), .least(let value): value
    case .times(let factor, let other): figures[other].median.map { $0 * factor }
    case nil: nil
    }
  }

  /// Whether the budget is met; `nil` if it can't be told.
  func isMet(in figures: Figures) -> Bool? {
    guard let value = figures.value(of: measure, unit), let bound = bound(in: figures) else {
      return nil
    }
    if case .least = limit { return value >= bound }
    return value <= bound
  }

  /// Every budget, in the order of the table.
  static let all = [
    Budget(.firstByte, "start to first byte", .milliseconds, floor: .floorFirstByte),
    Budget(
      .firstFrame, "start to complete first frame", .milliseconds, floor: .floorFirstFrame,
      .times(1.7, .floorFirstFrame)),
    Budget(
      .frameWithoutAnswer, "... of an API that never answers", .milliseconds,
      floor: .floorFirstFrame, .times(1.7, .floorFirstFrame)),
    Budget(
      .signInFrame, "... without a key: the sign-in screen", .milliseconds,
      floor: .floorFirstFrame, .times(1.7, .floorFirstFrame)),
    Budget(
      .firstFrameBytes, "first frame", .bytes, floor: .floorFirstFrameBytes, .most(1500)),
    Budget(.startToChoices, "start to 6 networks and coverage shown", .milliseconds),
    Budget(.command, "vxc list, start to its answer", .milliseconds, .most(40)),
    Budget(
      .typedAheadTime, "an order of 55 keys typed at once, answers take 300 ms: its review",
      .milliseconds),
    Budget(.typedAheadBytes, "... bytes", .bytes),
    Budget(
      .typedTime, "typed character to frame", .milliseconds, floor: .floorTypedTime,
      .times(1.5, .floorTypedTime)),
    Budget(.typedBytes, "typed character", .bytes, floor: .floorTypedBytes, .most(8)),
    Budget(
      .downTime, "cursor down to frame", .milliseconds, floor: .floorDownTime,
      .times(1.5, .floorDownTime)),
    Budget(.downBytes, "cursor down", .bytes, floor: .floorDownBytes, .most(40)),
    Budget(
      .scrollTime, "cursor down to frame, scrolling", .milliseconds, floor: .floorScrollTime,
      .times(1.5, .floorScrollTime)),
    Budget(.scrollBytes, "cursor down, scrolling", .bytes, floor: .floorScrollBytes, .most(90)),
    Budget(
      .nextFieldTime, "next field to frame", .milliseconds, floor: .floorNextFieldTime),
    Budget(
      .nextFieldBytes, "next field, without its help text", .bytes, floor: .floorNextFieldBytes,
      .most(60)),
    Budget(.nextStepTime, "next step to frame", .milliseconds),
    Budget(.nextStepBytes, "next step", .bytes, .most(1000)),
    Budget(.errorShownBytes, "an error shown", .bytes, .most(300)),
    Budget(.errorClearedBytes, "an error cleared", .bytes, .most(300)),
    Budget(.cpuPerKey, "CPU a key", .milliseconds, floor: .floorCPUPerKey, .most(0.2)),
    Budget(.idleWakeUps, "wake-ups in 10 idle seconds, all screens", .count, .most(0)),
    Budget(.idleBytes, "bytes in 10 idle seconds, all screens", .bytes, .most(0)),
    Budget(.questions, "questions to the terminal", .count, .most(0)),
    Budget(.uncleanEndings, "endings that leave the terminal changed", .count, .most(0)),
    Budget(
      .start10000, "start to 10,000 networks shown", .milliseconds, floor: .floorStart10000),
    Budget(.start1000, "start to 1,000 networks shown", .milliseconds),
    Budget(
      .start10, "start to 10 networks shown", .milliseconds, .times(2.2, .firstFrame)),
    Budget(.shown10000, "start to 10,000 and all coverage, answered at once", .milliseconds),
    Budget(.shownCPU10000, "... CPU", .milliseconds),
    Budget(.keyWhileLoading, "the slowest key while 40 pages arrive", .milliseconds, .most(5)),
    Budget(.open10, "opening a list of 10", .milliseconds),
    Budget(.open1000, "... of 1,000", .milliseconds),
    Budget(.open10000, "... of 10,000", .milliseconds),
    Budget(.opensLonger, "... of 10,000 longer than of 10", .milliseconds, .most(2)),
    Budget(.connect10, "opening a cross connect from a list of 10, answered", .milliseconds),
    Budget(.connect10000, "... of 10,000", .milliseconds),
    Budget(
      .connectOpensLonger, "... of 10,000 longer than of 10", .milliseconds, .most(2)),
    Budget(.move10, "move in 10", .milliseconds),
    Budget(.move1000, "... in 1,000", .milliseconds),
    Budget(.move10000, "... in 10,000", .milliseconds, .times(1.25, .move10)),
    Budget(.moveCPU10, "CPU a move in 10", .milliseconds),
    Budget(.moveCPU10000, "... in 10,000", .milliseconds, .times(1.25, .moveCPU10)),
    Budget(.filter10, "filter key in 10", .milliseconds),
    Budget(.filter1000, "... in 1,000", .milliseconds),
    Budget(.filter10000, "... in 10,000", .milliseconds, .most(1)),
    Budget(.longerFilter10000, "... a longer filter", .milliseconds, .most(1)),
    Budget(.filterBytes10000, "filter key in 10,000", .bytes, .most(420)),
    Budget(
      .listsRead, "10,000 networks and 5,000 coverage rows: read", .milliseconds,
      .times(1.0 / 6, .listsReadByDecoder)),
    Budget(.listsReadIntoStructs, "... by JSONDecoder into structs", .milliseconds),
    Budget(.listsReadByDecoder, "... by JSONDecoder into any value", .milliseconds),
    Budget(.networksDecode, "10,000 networks: decode and lay out", .milliseconds),
    Budget(.coverageDecode, "coverage of 5,000 rows: decode", .milliseconds),
    Budget(.coverageGroup, "... group", .milliseconds),
    Budget(.coverageFilter, "... filter key", .milliseconds, .most(1)),
    Budget(.memoryFirst, "peak memory, sign-in screen", .mebibytes, .most(10)),
    Budget(.memoryWithNetwork, "... first page, the API asked", .mebibytes, .most(14)),
    Budget(.memory10000, "peak memory, 10,000 networks", .mebibytes, .most(24)),
    Budget(.binarySize, "binary, stripped", .mebibytes, .most(32)),
    Budget(.requestsPerOrder, "requests an order: what is there, and the POST", .count, .most(2)),
    Budget(.sandboxRate, "sandbox, requests", .perSecond, .least(1000)),
    Budget(.sandboxErrors, "sandbox, errors", .count, .most(0)),
    Budget(.sandboxMemory, "sandbox, memory after the start", .mebibytes),
    Budget(.sandboxMemory100000, "sandbox, memory after 100,000 orders", .mebibytes, .most(256)),
    Budget(.sandboxRate100000, "sandbox, orders while it fills", .perSecond, .least(1000)),
  ]
}
