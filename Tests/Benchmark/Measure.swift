/// Something that is measured.
enum Measure: String, CaseIterable {
  // From its start to its first frame.
  case firstByte, firstFrame, signInFrame, frameWithoutAnswer, firstFrameBytes, startToChoices
  case command
  case typedAheadTime, typedAheadBytes
  case floorFirstByte, floorFirstFrame, floorFirstFrameBytes
  // From a key to its frame.
  case typedTime, typedBytes, downTime, downBytes, scrollTime, scrollBytes
  case nextFieldTime, nextFieldBytes, nextStepTime, nextStepBytes
  case errorShownBytes, errorClearedBytes, cpuPerKey
  case floorTypedTime, floorTypedBytes, floorDownTime, floorDownBytes, floorScrollTime
  case floorScrollBytes, floorNextFieldTime, floorNextFieldBytes, floorCPUPerKey
  // Long lists.
  case start10, start1000, start10000, floorStart10000
  case open10, open1000, open10000, opensLonger
  case connect10, connect10000, connectOpensLonger
  case move10, move1000, move10000, moveCPU10, moveCPU10000
  case keyWhileLoading, shown10000, shownCPU10000
  case filter10, filter1000, filter10000, filterBytes10000, longerFilter10000
  // In this process.
  case coverageDecode, coverageGroup, coverageFilter, networksDecode
  case listsRead, listsReadIntoStructs, listsReadByDecoder
  // At rest and at the end.
  case idleWakeUps, idleBytes, questions, uncleanEndings
  case memoryFirst, memoryWithNetwork, memory10000, binarySize
  // The sandbox, and what an order costs.
  case requestsPerOrder, sandboxRate, sandboxErrors, sandboxMemory, sandboxMemory100000
  case sandboxRate100000
}

/// The most, or least, that a measure may be.
enum Limit: Hashable {
  case most(Double)
  case least(Double)
  /// A multiple of another measure of the same run.
  case times(Double, Measure)
}

/// How a measure is written.
enum Unit: String {
  case milliseconds = "ms"
  case bytes = "B"
  case mebibytes = "MiB"
  case perSecond = "/s"
  case count = ""

  /// The number with as many digits as say something.
  func text(_ value: Double) -> String {
    let digits =
      switch self {
      case .milliseconds: value < 1 ? 3 : value < 100 ? 2 : 0
      case .mebibytes: 1
      case .bytes, .perSecond, .count: 0
      }
    let words = Self.decimal(value, digits: digits)
    return rawValue.isEmpty ? words : "\(words) \(rawValue)"
  }

  private static func decimal(_ value: Double, digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let whole = Int((value.magnitude * Double(scale)).rounded())
    let sign = value < 0 && whole > 0 ? "-" : ""
    guard digits > 0 else { return sign + String(whole) }
    let fraction = String(whole % scale)
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(sign)\(whole / scale).\(zeros)\(fraction)"
  }
}
