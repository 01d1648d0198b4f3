/// A decimal number as written, if 64 bits hold its digits.
struct WrittenNumber {
  var isNegative = false
  var exponent = 0
  /// Below zero, since `Int64` has one more number there; `nil` if there are too many digits.
  private var digits: Int64? = 0

  package mutating func append(_ digit: Int64) {
    digits = digits.flatMap { Self.append(digit, to: $0) }
  }

  /// The value, if it is whole and fits.
  package var integer: Int64? {
    guard var value = digits else { return nil }
    var exponent = exponent
    while exponent < 0, value != 0, value % 10 == 0 {
      value /= 10
      exponent += 1
    }
    guard value != 0 else { return 0 }
    guard exponent >= 0 else { return nil }
    for _ in 0..<min(exponent, 20) {
      guard let more = Self.append(0, to: value) else { return nil }
      value = more
    }
    guard !isNegative else { return value }
    return value == .min ? nil : -value
  }

  private static func append(_ digit: Int64, to value: Int64) -> Int64? {
    let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
    let (sum, overflowsToo) = tens.subtractingReportingOverflow(digit)
    return overflows || overflowsToo ? nil : sum
  }
}
