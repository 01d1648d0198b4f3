internal import CrossConnect
import Flows
internal import Presentation
internal import TelnyxAPI

/// One command without a screen; it drives the same machines as the wizard.
public struct CommandRun: Sendable {
  let world: CommandWorld
  let runner: EffectRunner

  /// A command in a world.
  public init(in world: CommandWorld) {
    self.init(in: world, retries: true)
  }

  /// A command that asks for a list again by itself, or has every failure at once.
  init(in world: CommandWorld, retries: Bool) {
    self.world = world
    runner = EffectRunner(
      context: world.context, baseURL: world.destination.baseURL, key: world.key, retries: retries)
  }

  var streams: any CommandStreams { world.streams }

  /// Carries out a command to its end.
  ///
  /// - Parameter command: Does the work, and returns the exit code.
  /// - Returns: The exit code; a failure has been said by then.
  func carriedOut(_ command: () async throws(CommandFailure) -> Int32) async -> Int32 {
    do {
      return try await command()
    } catch {
      for (index, line) in error.lines.enumerated() {
        streams.say(index == 0 ? "vxc: \(line)" : "  \(line)")
      }
      if error.code == 3 { streams.say("  \(KeyText.another)") }
      return error.code
    }
  }

  /// Carries out an effect to its end.
  ///
  /// - Returns: The events that it led to.
  func events(of effect: Effect) async -> [App.Event] {
    let mailbox = Mailbox {}
    await runner.run(effect) { mailbox.post($0) }
    return mailbox.take()
  }

  /// Reads all cross connects of the account.
  ///
  /// - Returns: Those that came, and why others did not.
  func allConnects() async -> ([VirtualCrossConnect], APIFailure?) {
    var connects: [VirtualCrossConnect] = []
    for case .inventory(let event) in await events(of: .loadConnects) {
      switch event {
      case .connectsArrived(let more, at: _), .connectsLoaded(.success(let more), at: _):
        connects += more
      case .connectsLoaded(.failure(let failure), at: _): return (connects, failure)
      case .opened, .shown, .needed, .reloadPressed, .closed, .found, .networksKnown, .chosen,
        .accountChanged:
        break
      }
    }
    return (connects, nil)
  }

  /// One cross connect as it is now.
  func connect(id: String) async -> Result<VirtualCrossConnect, APIFailure> {
    for case .connection(.followAnswered(let result, at: _)) in await events(
      of: .checkStatus(id: id))
    {
      return result
    }
    return .failure(.outcomeUnknown(.lost(.cancelled)))
  }

  /// What a search for a cross connect came to.
  enum Search {
    case found(VirtualCrossConnect)
    /// None is meant, or several are.
    case unclear(CommandFailure)
    /// The API did not tell.
    case failed(APIFailure, Report)
  }

  /// Searches the cross connect that a person means.
  ///
  /// - Parameter words: The identifier, its beginning, or the name.
  /// - Returns: The cross connect in its present state, or why there is none.
  func search(_ words: String) async -> Search {
    if CloudAccount.isUUID(words) {
      // The API writes identifiers in small letters.
      switch await connect(id: words.lowercased()) {
      case .success(let connect): return .found(connect)
      // It may be a name.
      case .failure(.refused(status: 404, _)): break
      case .failure(let failure): return .failed(failure, .notFollowed(failure))
      }
    }
    let (connects, failure) = await allConnects()
    let found = connects.called(words)
    guard found.count < 2 else { return .unclear(Self.several(found, words)) }
    // What is missing from the list may be meant as well, but for a whole identifier.
    if let failure, !CloudAccount.isUUID(words),
      !found.contains(where: { Identifier($0.id) == Identifier(words) })
    {
      return .failed(failure, .connectsNotLoaded(isInPart: !connects.isEmpty, failure))
    }
    return found.first.map { .found($0) } ?? .unclear(Self.none(words))
  }

  /// The cross connect that a person means.
  ///
  /// - Parameter words: The identifier, its beginning, or the name.
  /// - Returns: The cross connect in its present state.
  /// - Throws: `CommandFailure` if there is none, if there are several, or if the list could not be read.
  func connect(called words: String) async throws(CommandFailure) -> VirtualCrossConnect {
    switch await search(words) {
    case .found(let connect): return connect
    case .unclear(let failure): throw failure
    case .failed(let failure, let report): throw CommandFailure(asking: failure, report)
    }
  }

  private static func none(_ words: String) -> CommandFailure {
    CommandFailure(
      code: 4, ["This account has no cross connect called \"\(DisplayText.visible(words))\"."])
  }

  private static func several(_ found: [VirtualCrossConnect], _ words: String) -> CommandFailure {
    let quoted = "\"\(DisplayText.visible(words))\""
    return CommandFailure(
      code: 2,
      ["Several cross connects may be meant by \(quoted). Name one by its ID:"]
        + found.map {
          "\(DisplayText.visible($0.id))  \(DisplayText.visible($0.text("name") ?? ""))"
        })
  }

  /// Asks the person to confirm something.
  ///
  /// - Parameters:
  ///   - question: The question, without the word to type.
  ///   - word: The word that confirms.
  ///   - isGiven: Whether the command line confirms it already.
  /// - Throws: `CommandFailure` if the answer is no, or nobody can be asked.
  func confirm(_ question: String, by word: String, isGiven: Bool) async throws(CommandFailure) {
    guard !isGiven else { return }
    guard streams.canAsk else {
      throw CommandFailure(
        code: 2, ["There is no terminal to ask on: give --yes. Nothing was sent."])
    }
    let answer = await streams.ask("\(question) Type \(word): ")
    let typed = answer?.trimmed ?? ""
    guard typed.lowercased() == word else {
      let quoted = "\"\(DisplayText.visible(typed))\""
      let why = typed.isEmpty ? [] : ["\(quoted) is not the word \"\(word)\"."]
      throw CommandFailure(code: 130, [(why + ["Nothing was sent."]).joined(separator: " ")])
    }
  }
}
