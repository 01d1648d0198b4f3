internal import CrossConnect
internal import Flows
import FoundationEssentials
internal import Presentation
internal import TelnyxAPI

/// The state that `vxc wait` waits for.
public enum WaitGoal: Hashable, Sendable {
  /// A documented status, or one that follows it on the way to traffic.
  case status(String)
  /// The cross connect is gone.
  case gone

  /// The statuses in their order on the way to traffic.
  private static let way = ["created", "provisioning", "provisioned"]

  /// The words for all goals.
  public static let words = way + ["deleting", "gone"]

  /// Reads a status, or `gone`; `nil` for anything else.
  public init?(_ word: String) {
    guard Self.words.contains(word) else { return nil }
    self = word == "gone" ? .gone : .status(word)
  }

  /// The relation of a status to the goal.
  enum Standing: Hashable {
    case reached
    case ahead
    /// It can't be reached any more.
    case missed
  }

  /// The relation of a cross connect to the goal; `nil` stands for one that is gone.
  func standing(of connect: VirtualCrossConnect?) -> Standing {
    guard let connect else {
      return [.gone, .status("deleting")].contains(self) ? .reached : .missed
    }
    guard case .status(let word) = self else { return .ahead }
    if connect.status == word { return .reached }
    guard let goal = Self.way.firstIndex(of: word) else { return .ahead }
    guard !connect.isDeleting else { return .missed }
    return (Self.way.firstIndex(of: connect.status) ?? -1) > goal ? .reached : .ahead
  }
}

extension CommandRun {
  /// Waits until a cross connect reaches a goal.
  ///
  /// Passing failures don't end it. Only the deadline does, or an answer that puts the goal out of reach.
  ///
  /// - Parameters:
  ///   - words: The identifier, its beginning, or the name.
  ///   - goal: The goal.
  ///   - seconds: The most seconds to wait.
  ///   - options: The form of the last state; as JSON, each change is a line.
  /// - Returns: The exit code: 0 reached, 7 not in time or out of reach.
  public func wait(
    _ words: String, for goal: WaitGoal, atMost seconds: Int, _ options: ResultOptions
  ) async -> Int32 {
    await carriedOut { () async throws(CommandFailure) -> Int32 in
      let deadline = Deadline(world.context.now(), seconds)
      var poller = Poller(at: deadline.start)
      // Each failure is told, and the next question is the poller's.
      let asking = CommandRun(in: world, retries: false)
      while true {
        switch await before(deadline, { await asking.search(words) }) {
        case nil: break
        case .found(let connect):
          return try await wait(
            for: connect, to: goal, until: deadline, options, toldIn: .lines)
        case .unclear(let failure):
          guard goal == .gone, failure.code == 4 else { throw failure }
          // A whole identifier that is not there is gone. A name may be misspelt.
          guard CloudAccount.isUUID(words) else {
            let remark = "It may be gone, or never have been there: only a whole ID tells."
            throw failure.adding(remark)
          }
          tell(status: "gone", options, .lines)
          return ended(goneID: words, standing: .reached, options, .lines)
        case .failed(let failure, let report):
          try survive(failure, report)
          poller.heard(at: world.context.now(), wait: failure.wait)
        }
        guard await pause(until: poller.due, or: deadline) else {
          streams.say(
            "vxc: Not \(goal.word) within \(deadline.words), as far as is known: no answer came.")
          return 7
        }
      }
    }
  }

  /// Waits for a cross connect that has just been ordered; as JSON, only its last state is written.
  func wait(
    forOrdered connect: VirtualCrossConnect, atMost seconds: Int, _ options: ResultOptions
  ) async throws(CommandFailure) -> Int32 {
    try await wait(
      for: connect, to: .status("provisioned"), until: Deadline(world.context.now(), seconds),
      options, toldIn: .oneDocument)
  }

  /// The form of the changes as JSON.
  private enum Telling {
    /// A line each.
    case lines
    /// One document with the last state; the changes are told to people.
    case oneDocument
  }

  private func wait(
    for connect: VirtualCrossConnect, to goal: WaitGoal, until deadline: Deadline,
    _ options: ResultOptions, toldIn telling: Telling
  ) async throws(CommandFailure) -> Int32 {
    let now = world.context.now()
    var poller = Poller(at: now)
    poller.heard(at: now, wait: nil)
    var last = connect
    tell(status: last.status, options, telling)
    while true {
      if options.form == .json, telling == .oneDocument {
        // A program has to know what was ordered, however this ends.
        world.standing.leave(.document) { [last] in write(last, options) }
      }
      let standing = goal.standing(of: last)
      guard standing == .ahead else { return ended(last, standing: standing, options, telling) }
      guard await pause(until: poller.due, or: deadline) else {
        streams.say("vxc: Not \(goal.word) within \(deadline.words).")
        return ended(last, standing: .ahead, options, telling)
      }
      // A program that wanted only the beginning has what it wants.
      guard telling == .oneDocument || options.form == .text || streams.isRead else { return 7 }
      switch await before(deadline, { [last] in await self.connect(id: last.id) }) {
      case nil: break
      case .success(let answer):
        poller.heard(at: world.context.now(), wait: nil)
        let before = last.status
        last = last.updated(by: answer)
        if last.status != before { tell(status: last.status, options, telling) }
      case .failure(.refused(status: 404, _)):
        tell(status: "gone", options, telling)
        return ended(goneID: last.id, standing: goal.standing(of: nil), options, telling)
      case .failure(let failure):
        poller.heard(at: world.context.now(), wait: failure.wait)
        do throws(CommandFailure) {
          try survive(failure, .notFollowed(failure))
        } catch {
          world.standing.leave(.document, nil)
          if options.form == .json, telling == .oneDocument { write(last, options) }
          throw error
        }
      }
    }
  }

  private func survive(
    _ failure: APIFailure, _ report: Report
  ) throws(CommandFailure) {
    switch failure {
    case .keyRejected, .refused:
      throw CommandFailure(asking: failure, report)
    case .notSent, .intercepted, .tooManyRequests, .outcomeUnknown, .incomplete:
      streams.note("\(time)  \(failure.cause) Asking again.")
    }
  }

  /// Pauses, at most until the deadline.
  ///
  /// - Returns: Whether there is time left.
  private func pause(until date: Date, or deadline: Deadline) async -> Bool {
    let seconds = min(date, deadline.end).timeIntervalSince(world.context.now())
    do {
      try await world.context.pause(.seconds(max(0, seconds)))
      return world.context.now() < deadline.end
    } catch {
      return false
    }
  }

  /// Asks until the deadline; an answer that has not come by then is given up.
  private func before<Answer: Sendable>(
    _ deadline: Deadline, _ ask: @escaping @Sendable () async -> Answer
  ) async -> Answer? {
    await withTaskGroup(of: Answer?.self) { group in
      group.addTask { await ask() }
      group.addTask {
        let left = deadline.end.timeIntervalSince(world.context.now())
        try? await world.context.pause(.seconds(max(0, left)))
        return nil
      }
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
  }

  private var time: String { world.context.now().clockTimeToSecond }

  private func tell(status: String, _ options: ResultOptions, _ telling: Telling) {
    guard options.form == .json, telling == .lines else {
      return streams.note("\(time)  \(DisplayText.visible(status))")
    }
    let event: JSONValue = .object([
      "at": .string(world.context.now().formatted(.iso8601)), "status": .string(status),
    ])
    streams.result(event.jsonText)
  }

  private func ended(
    _ connect: VirtualCrossConnect, standing: WaitGoal.Standing, _ options: ResultOptions,
    _ telling: Telling
  ) -> Int32 {
    world.standing.leave(.document, nil)
    if standing == .missed, connect.isDeleting {
      streams.say("vxc: It is being deleted, and will not get there.")
    }
    switch options.form {
    case .text: streams.result(DisplayText.visible(connect.status))
    case .json: if telling == .oneDocument { write(connect, options) }
    }
    return standing == .reached ? 0 : 7
  }

  private func ended(
    goneID id: String, standing: WaitGoal.Standing, _ options: ResultOptions, _ telling: Telling
  ) -> Int32 {
    world.standing.leave(.document, nil)
    if standing == .missed { streams.say("vxc: It is gone, and will not get there.") }
    if options.form == .text || telling == .oneDocument { writeGone(id: id, options) }
    return standing == .reached ? 0 : 7
  }
}

/// The end of a person's patience.
private struct Deadline: Sendable {
  let start: Date
  let end: Date
  /// The time between, in words.
  let words: String

  init(_ start: Date, _ seconds: Int) {
    self.start = start
    end = start + Double(seconds)
    words = WaitText.length(seconds)
  }
}

extension WaitGoal {
  fileprivate var word: String {
    switch self {
    case .status(let word): word
    case .gone: "gone"
    }
  }
}
