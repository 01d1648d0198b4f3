/// What was measured several times.
struct Samples {
  /// The values in the order in which they were measured.
  private(set) var values: [Double] = []

  /// The value in the middle.
  ///
  /// Of two it is what lies between them; `nil` if there is none.
  var median: Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
      ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }

  /// The largest value.
  var most: Double? { values.max() }

  mutating func add(_ value: Double) {
    values.append(value)
  }
}

/// Everything that was measured in one run.
struct Figures {
  private var samples: [Measure: Samples] = [:]

  subscript(measure: Measure) -> Samples { samples[measure] ?? Samples() }

  /// The one number for a measure: of what must not happen the largest, else the median.
  func value(of measure: Measure, _ unit: Unit) -> Double? {
    switch unit {
    case .count: self[measure].most
    case .bytes, .milliseconds, .mebibytes, .perSecond: self[measure].median
    }
  }

  mutating func add(_ value: Double, to measure: Measure) {
    samples[measure, default: Samples()].add(value)
  }

  mutating func add(_ duration: Duration, to measure: Measure) {
    add(duration / .milliseconds(1), to: measure)
  }
}
