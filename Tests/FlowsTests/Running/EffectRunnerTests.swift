import CrossConnect
@testable import Flows
import FoundationEssentials
import Synchronization
import TelnyxAPI
import TestSupport
import Testing

/// What comes of effects, over a transport that knows what to expect.
@Suite struct EffectRunnerTests {
  private struct NoPort: Error {}

  /// A world in which time stands still and the demo is elsewhere.
  private static func context(
    _ transport: FakeTransport, opened: OpenedURLs = OpenedURLs(),
    pause: @escaping @Sendable (Duration) async throws -> Void = { _ in },
    startDemo: @escaping @Sendable () async throws -> Context.Demo = {
      throw NoPort()
    }
  ) -> Context {
    Context(
      now: { .answered }, randomBits: { 0x0123_4567_89AB_CDEF }, pause: pause,
      connect: { url in
        opened.append(url)
        return transport
      }, files: MemoryStorage(), startDemo: startDemo)
  }

  private static func messages(_ runner: EffectRunner, _ effects: Effect...) async -> [App.Event] {
    let posted = PostedMessages()
    for effect in effects { await runner.run(effect) { posted.append($0) } }
    return posted.all
  }

  private static func page(_ path: String) -> String {
    "GET /\(path)page%5Bnumber%5D=1&page%5Bsize%5D=250"
  }

  @Test(arguments: CloudProvider.allCases)
  func `an order is sent once, and its moments are told`(provider: CloudProvider) async throws {
    let request = try Draft.sample(provider).makeRequest()
    let body = try JSONValue(parsing: request.body)
    let sample = try #require(VirtualCrossConnect.sample(provider))
    await withTransport(expecting: [
      .init(
        "POST /virtual_cross_connects", sends: body,
        text: JSONValue.object(["data": .object(sample.members)]).jsonText)
    ]) { transport in
      let runner = EffectRunner(
        context: Self.context(transport), baseURL: .telnyx, key: Secret("KEY"))
      #expect(
        await Self.messages(runner, .send(request)) == [
          .submission(.orderSent(at: .answered)),
          .submission(.orderAnswered(.success(sample), at: .answered)),
        ])
      #expect(transport.received.map(\.key) == [Secret("KEY")])
    }
  }

  @Test(
    arguments: [
      (.notSent(.cancelled), .notSent(.cancelled)),
      (.outcomeUnknown(.timedOut(seconds: 30)), .outcomeUnknown(.lost(.timedOut(seconds: 30)))),
    ] as [(TransportFailure, APIFailure)])
  func `a lost order is not sent again`(lost: TransportFailure, failure: APIFailure) async throws {
    let request = try Draft.sample(.aws).makeRequest()
    let body = try JSONValue(parsing: request.body)
    await withTransport(expecting: [
      .init(
        "POST /virtual_cross_connects", sends: body, fails: lost)
    ]) { transport in
      let runner = EffectRunner(
        context: Self.context(transport), baseURL: .telnyx, key: Secret("KEY"))
      #expect(
        await Self.messages(runner, .send(request)) == [
          .submission(.orderSent(at: .answered)),
          .submission(.orderAnswered(.failure(failure), at: .answered)),
        ])
    }
  }

  @Test func `no later error repeats the keys of an order or of its answer`() async throws {
    let sample = try #require(
      VirtualCrossConnect.sample(.aws, ["secondary_bgp_key": .string("made-by-telnyx")]))
    let draft = Draft.sample(.aws).answering([.primaryBGPKey: "yFV4wEPtPVPfDUGLWiyQzwga"])
    let request = try draft.makeRequest()
    let hex = "made-by-telnyx".utf8.map { String($0, radix: 16) }.joined()
    let text = "yFV4wEPtPVPfDUGLWiyQ... is not \(hex)"
    await withTransport(expecting: [
      .init(
        "POST /virtual_cross_connects", sends: try? JSONValue(parsing: request.body),
        text: JSONValue.object(["data": .object(sample.members)]).jsonText),
      .init(
        "GET /virtual_cross_connects/\(sample.id)", status: 422,
        text: JSONValue.object(["errors": .array([.string(text)])]).jsonText),
    ]) { transport in
      let runner = EffectRunner(
        context: Self.context(transport), baseURL: .telnyx, key: Secret("KEY"))
      let error = APIError(code: "", message: "(not shown)... is not (not shown)", source: nil)
      #expect(
        await Self.messages(runner, .send(request), .checkStatus(id: sample.id)).last
          == .connection(.followAnswered(.failure(.refused(status: 422, [error])), at: .answered)))
    }
  }

  private static let refusal = #"{"errors":["No"]}"#
  private static let errors = [APIError(code: "", message: "No", source: nil)]

  @Test func `choices and networks come as messages, failures too`() async {
    await withTransport(expecting: [
      .init(
        Self.page("networks?"),
        text: #"{"data": [{"id": "a", "name": "b"}], "#
          + #""meta": {"total_results": 1, "total_pages": 1}}"#),
      .init(
        Self.page("virtual_cross_connects_coverage?"), status: 501, text: "<html>"),
      .init(
        "POST /networks", sends: .object(["name": .string("lab")]), status: 422, text: Self.refusal),
    ]) { transport in
      let runner = EffectRunner(
        context: Self.context(transport), baseURL: .telnyx, key: Secret("KEY"))
      #expect(
        await Self.messages(runner, .loadNetworks, .loadCoverage, .createNetwork(named: "lab")) == [
          .choices(.networksLoaded(.success([Network(id: "a", name: "b")]))),
          .choices(
            .coverageLoaded(.failure(.outcomeUnknown(.intercepted(Interception(status: 501)))))),
          .form(.networkCreated(.failure(.refused(status: 422, Self.errors)))),
        ])
    }
  }

  @Test func `choices that fail in passing are asked for again, three times in all`() async {
    let lost = TransportFailure.outcomeUnknown(.connectionLost(detail: "reset"))
    let pauses = Pauses()
    await withTransport(expecting: [
      .init(Self.page("networks?"), status: 503, text: ""),
      .init(Self.page("networks?"), fails: lost),
      .init(Self.page("networks?"), text: #"{"data": []}"#),
      .init(Self.page("virtual_cross_connects_coverage?"), status: 500, text: ""),
      .init(Self.page("virtual_cross_connects_coverage?"), status: 502, text: ""),
      .init(Self.page("virtual_cross_connects_coverage?"), status: 504, text: ""),
    ]) { transport in
      let context = Self.context(transport, pause: { pauses.append($0) })
      let runner = EffectRunner(context: context, baseURL: .telnyx, key: Secret("KEY"))
      #expect(
        await Self.messages(runner, .loadNetworks, .loadCoverage) == [
          .choices(.retrying(attempt: 2)), .choices(.retrying(attempt: 3)),
          .choices(.networksLoaded(.success([]))),
          .choices(.retrying(attempt: 2)), .choices(.retrying(attempt: 3)),
          .choices(
            .coverageLoaded(.failure(.outcomeUnknown(.intercepted(Interception(status: 504)))))),
        ])
      #expect(pauses.all == [.seconds(1), .seconds(3), .seconds(1), .seconds(3)])
    }
  }

  @Test func `a short wait that is asked for is kept, a long one is a failure`() async {
    let pauses = Pauses()
    await withTransport(expecting: [
      .init(Self.page("networks?"), status: 503, headers: ["retry-after": "7"], text: ""),
      .init(Self.page("networks?"), status: 503, headers: ["retry-after": "120"], text: ""),
    ]) { transport in
      let context = Self.context(transport, pause: { pauses.append($0) })
      let runner = EffectRunner(context: context, baseURL: .telnyx, key: Secret("KEY"))
      #expect(await Self.messages(runner, .loadNetworks).count == 2)
      #expect(pauses.all == [.seconds(7)])
    }
  }

  @Test(arguments: [400, 401, 403, 422, 429, 501])
  func `choices that are refused are not asked for again`(status: Int) async {
    await withTransport(expecting: [.init(Self.page("networks?"), status: status, text: "")]) {
      transport in
      let runner = EffectRunner(
        context: Self.context(transport), baseURL: .telnyx, key: Secret("KEY"))
      #expect(await Self.messages(runner, .loadNetworks).count == 1)
    }
  }

  @Test func `choices stopped between two attempts say so`() async {
    await withTransport(expecting: [.init(Self.page("networks?"), status: 503, text: "")]) {
      transport in
      let context = Self.context(transport, pause: { _ in throw CancellationError() })
      let runner = EffectRunner(context: context, baseURL: .telnyx, key: Secret("KEY"))
      #expect(
        await Self.messages(runner, .loadNetworks)
          == [
            .choices(.retrying(attempt: 2)),
            .choices(.networksLoaded(.failure(.notSent(.cancelled)))),
          ])
    }
  }

  @Test func `looking, checking and enabling come as messages`() async throws {
    let sample = try #require(VirtualCrossConnect.sample(.aws))
    let connect = JSONValue.object(sample.members)
    let one = JSONValue.object(["data": connect]).jsonText
    await withTransport(expecting: [
      .init(
        Self.page("virtual_cross_connects?filter%5Bnetwork_id%5D=n1&"),
        text: JSONValue.object([
          "data": .array([connect]),
          "meta": .object(["total_pages": .integer(1), "total_results": .integer(1)]),
        ]).jsonText),
      .init("GET /virtual_cross_connects/\(sample.id)", status: 404, text: Self.refusal),
      .init(
        "PATCH /virtual_cross_connects/\(sample.id)",
        sends: .object(["primary_enabled": .bool(true)]), text: one),
    ]) { transport in
      let runner = EffectRunner(
        context: Self.context(transport), baseURL: .telnyx, key: Secret("KEY"))
      #expect(
        await Self.messages(
          runner, .look(onNetwork: "n1"), .checkStatus(id: sample.id),
          .perform(.enable([.primary]), id: sample.id, provider: .aws)) == [
            .submission(.lookAnswered(CrossConnectList([sample]), at: .answered)),
            .connection(
              .followAnswered(.failure(.refused(status: 404, Self.errors)), at: .answered)),
            .connection(.performed(.enable([.primary]), .success(sample), at: .answered)),
          ])
    }
  }

  @Test func `a key that is checked is the one used from then on, over one connection`()
    async throws
  {
    let opened = OpenedURLs()
    await withTransport(expecting: [
      .init("GET /networks?page%5Bsize%5D=1", status: 401, text: Self.refusal),
      .init("GET /networks?page%5Bsize%5D=1", text: #"{"data": []}"#),
      .init(Self.page("networks?"), text: #"{"data": []}"#),
    ]) { transport in
      let runner = EffectRunner(
        context: Self.context(transport, opened: opened), baseURL: .telnyx, key: nil)
      #expect(
        await Self.messages(
          runner, .checkKey(Secret("OLD")), .checkKey(Secret("NEW")), .loadNetworks) == [
            .session(.keyChecked(.keyRejected(status: 401, Self.errors))),
            .session(.keyChecked(nil)),
            .choices(.networksLoaded(.success([]))),
          ])
      #expect(transport.received.map(\.key.revealed) == ["OLD", "NEW", "NEW"])
      #expect(opened.all == [.telnyx])
    }
  }

  @Test func `the demo takes the place of the API, with its own key`() async throws {
    let opened = OpenedURLs()
    let demo = try BaseURL(parsing: "http://127.0.0.1:4010/v2")
    await withTransport(expecting: [
      .init(Self.page("networks?"), text: #"{"data": []}"#),
      .init(Self.page("networks?"), text: #"{"data": []}"#),
    ]) { transport in
      let context = Self.context(
        transport, opened: opened, startDemo: { (demo, Secret("DEMO"), 60) })
      let runner = EffectRunner(context: context, baseURL: .telnyx, key: Secret("KEY"))
      #expect(
        await Self.messages(runner, .loadNetworks, .startDemo, .loadNetworks) == [
          .choices(.networksLoaded(.success([]))),
          .session(.demoStarted(Destination(baseURL: demo, isDemo: true, speed: 60))),
          .choices(.networksLoaded(.success([]))),
        ])
      #expect(transport.received.map(\.key.revealed) == ["KEY", "DEMO"])
      #expect(opened.all == [.telnyx, demo])
    }
  }

  @Test func `what was asked under a ticket is answered with it`() async {
    await withTransport(expecting: [
      .init(Self.page("networks?"), text: #"{"data": []}"#)
    ]) { transport in
      let runner = EffectRunner(
        context: Self.context(transport), baseURL: .telnyx, key: Secret("KEY"))
      let ticket = Ticket(effect: .loadNetworks, serial: 7)
      let posted = PostedMessages()
      await runner.run(.loadNetworks, under: ticket) { posted.append($0) }
      #expect(posted.all == [.answered(.choices(.networksLoaded(.success([]))), to: ticket)])
    }
  }

  @Test func `a demo that doesn't start says why`() async {
    await withTransport(expecting: []) { transport in
      let runner = EffectRunner(context: Self.context(transport), baseURL: .telnyx, key: nil)
      #expect(
        await Self.messages(runner, .startDemo)
          == [.session(.demoFailed(reason: "NoPort()"))])
    }
  }

  @Test func `a key is generated from the context's random bits, and leaving does nothing`() async {
    await withTransport(expecting: []) { transport in
      let runner = EffectRunner(context: Self.context(transport), baseURL: .telnyx, key: nil)
      let messages = await Self.messages(runner, .generateKey(.secondaryBGPKey), .leave)
      guard case .form(.keyGenerated(.secondaryBGPKey, let key)) = messages.first else {
        Issue.record("\(messages)")
        return
      }
      #expect(messages.count == 1)
      #expect(key.count == BGPKey.generatedLength)
    }
  }
}

/// The messages of a runner, from any task, in their order.
final class PostedMessages: Sendable {
  private let messages = Mutex<[App.Event]>([])

  var all: [App.Event] { messages.withLock { $0 } }

  func append(_ message: App.Event) { messages.withLock { $0.append(message) } }
}

/// The addresses to which a way was opened.
final class OpenedURLs: Sendable {
  private let urls = Mutex<[BaseURL]>([])

  var all: [BaseURL] { urls.withLock { $0 } }

  func append(_ url: BaseURL) { urls.withLock { $0.append(url) } }
}

/// How long was paused, in order.
final class Pauses: Sendable {
  private let durations = Mutex<[Duration]>([])

  var all: [Duration] { durations.withLock { $0 } }

  func append(_ duration: Duration) { durations.withLock { $0.append(duration) } }
}
