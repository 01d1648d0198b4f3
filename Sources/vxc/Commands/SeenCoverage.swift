/// What Telnyx offered when it was last asked, for completions.
enum SeenCoverage {
  static var regions: [String] { [] }
  static var cloudRegions: [String] { [] }
}
