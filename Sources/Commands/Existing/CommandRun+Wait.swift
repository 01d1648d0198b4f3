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
      let connect: VirtualCrossConnect
      do throws(CommandFailure) {
        connect = try await self.connect(called: words)
      } catch {
        // A whole identifier that is not there is gone, which was the goal.
        guard error.code == 4, goal == .gone, CloudAccount.isUUID(words) else { throw error }
        tell(status: "gone", options)
        return ended(nil, standing: .reached, options)
      }
      return try await wait(for: connect, to: goal, atMost: seconds, options)
    }
  }

  /// Waits for a cross connect that has just been read.
  func wait(
    for connect: VirtualCrossConnect, to goal: WaitGoal, atMost seconds: Int,
    _ options: ResultOptions
  ) async throws(CommandFailure) -> Int32 {
    let start = world.context.now()
    let deadline = start + Double(seconds)
    var poller = Poller(at: start)
    poller.heard(at: start, wait: nil)
    var last = connect
    tell(status: last.status, options)
    while true {
      let standing = goal.standing(of: last)
      guard standing == .ahead else { return ended(last, standing: standing, options) }
      guard await pause(until: min(poller.due, deadline)), world.context.now() < deadline else {
        streams.say("vxc: Not \(goal.word) within \(WaitText.length(seconds)).")
        return ended(last, standing: .ahead, options)
      }
      let now = world.context.now()
      switch await self.connect(id: last.id) {
      case .success(let answer):
        poller.heard(at: now, wait: nil)
        let before = last.status
        last = last.updated(by: answer)
        if last.status != before { tell(status: last.status, options) }
      case .failure(.refused(status: 404, _)):
        tell(status: "gone", options)
        return ended(nil, standing: goal.standing(of: nil), options)
      case .failure(let failure):
        poller.heard(at: now, wait: failure.wait)
        try survive(failure, options)
      }
    }
  }

  private func survive(
    _ failure: APIFailure, _ options: ResultOptions
  ) throws(CommandFailure) {
    switch failure {
    case .keyRejected, .refused:
      throw CommandFailure(asking: failure, .notFollowed(failure))
    case .notSent, .intercepted, .tooManyRequests, .outcomeUnknown, .incomplete:
      streams.note("\(time)  \(failure.cause) Asking again.")
    }
  }

  private func pause(until date: Date) async -> Bool {
    let seconds = date.timeIntervalSince(world.context.now())
    do {
      try await world.context.pause(.seconds(max(0, seconds)))
      return true
    } catch {
      return false
    }
  }

  private var time: String { world.context.now().clockTimeToSecond }

  private func tell(status: String, _ options: ResultOptions) {
    switch options.form {
    case .text: streams.note("\(time)  \(DisplayText.visible(status))")
    case .json:
      let event: JSONValue = .object([
        "at": .string(world.context.now().formatted(.iso8601)), "status": .string(status),
      ])
      streams.result(event.jsonText)
    }
  }

  private func ended(
    _ connect: VirtualCrossConnect?, standing: WaitGoal.Standing, _ options: ResultOptions
  ) -> Int32 {
    if standing == .missed, connect?.isDeleting != false {
      streams.say(
        "vxc: It is \(connect == nil ? "gone" : "being deleted"), and will not get there.")
    }
    if options.form == .text { streams.result(DisplayText.visible(connect?.status ?? "gone")) }
    return standing == .reached ? 0 : 7
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

extension APIFailure {
  /// The time that the API asks to wait; `nil` if it doesn't.
  fileprivate var wait: RetryAfter? {
    guard case .tooManyRequests(let wait, _) = self else { return nil }
    return wait
  }
}
