internal import Flows
internal import FoundationEssentials

/// Lines typed before something was asked.
extension PlainDialogue {
  /// Drops lines that were typed before the person could know what they would act on.
  mutating func discardTypedAhead() {
    typedAhead = []
    discardsInput = true
    hasSaidDropped = false
    guardedUntil = now + Self.readingTime
  }

  private static let readingTime = Double(ReadingTime.milliseconds) / 1000

  /// Handles a line during a wait for an answer from outside.
  mutating func takeWhileBusy(_ line: String) -> [Effect] {
    if question == .sending { return takeWhileSending(line) + settle() }
    guard guardedUntil == nil || awaited != nil else {
      // The lines of a paste follow one another, and each of them delays the prompt.
      guardedUntil = now + Self.readingTime
      if !hasSaidDropped { say("What was typed before this could be read was dropped.") }
      hasSaidDropped = true
      return settle()
    }
    switch PlainLine(line) {
    case .leave: return leave()
    case .discard: return leave(.discardConfirmed)
    case .clear:
      guard case .field = question else { return [] }
      return send(.choices(.loadingStopped)) + settle()
    default:
      guard ![.outcomeUnknown, .result].contains(question) else {
        say("Still waiting for the answer; type that again afterwards.")
        return []
      }
      typedAhead.append(line)
      return begin() + settle()
    }
  }
}
