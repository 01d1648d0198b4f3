internal import FoundationEssentials

/// Lets in only so many terminals at a time as the machine can serve without making them wait.
actor TerminalSlots {
  static let shared = TerminalSlots(count: ProcessInfo.processInfo.activeProcessorCount * 3)

  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(count: Int) {
    free = count
  }

  /// Takes a slot as soon as there is one; first come, first served.
  func enter() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  /// Gives the slot to who waits longest.
  func leave() {
    guard waiting.isEmpty else {
      waiting.removeFirst().resume()
      return
    }
    free += 1
  }
}
