import Dispatch
import PlainUI
import TestSupport

/// A terminal of lines with a person at it, who does one thing after another once it is asked for.
@MainActor
final class FakePlainTerminal: PlainTerminal {
  /// Something that happens at the terminal.
  struct Happening {
    /// The beginning of the prompt that is waited for; without one it happens at once.
    var prompt: String?
    /// Events that are read together.
    let events: [LineEvent]
  }

  let showsUnicode = false
  var wake: @Sendable () -> Void { { [bell] in bell.signal() } }

  /// What can be read on the terminal: lines, and prompts without what was typed.
  private(set) var log: [String] = []
  /// How often input was thrown away.
  private(set) var timesDiscarded = 0
  /// The prompt that the cursor stands behind.
  private(set) var prompt: PlainPrompt?

  private let bell = DispatchSemaphore(value: 0)
  private var happenings: ArraySlice<Happening>

  init(_ happenings: [Happening]) {
    self.happenings = happenings[...]
  }

  func show(_ lines: [String]) {
    if !lines.isEmpty { prompt = nil }
    log += lines
  }

  func ask(_ prompt: PlainPrompt) {
    guard self.prompt != prompt else { return }
    self.prompt = prompt
    log.append(prompt.text)
  }

  func endPrompt() {
    prompt = nil
  }

  func discardInput() {
    timesDiscarded += 1
  }

  func events(until deadline: ContinuousClock.Instant?) -> [LineEvent] {
    guard let next = happenings.first else { return [.terminated(signal: 15)] }
    guard let awaited = next.prompt, prompt?.text.hasPrefix(awaited) != true else {
      happenings.removeFirst()
      prompt = nil
      return next.events
    }
    // What is waited for but never comes must not hold the tests.
    guard bell.wait(timeout: .now() + Duration.patience / .seconds(1)) == .success else {
      log.append("\"\(awaited)\" was not asked for")
      return [.closed]
    }
    return [.woken]
  }
}
