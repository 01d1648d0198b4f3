import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@Suite struct SecretTests {
  /// Everything by which a value can reach a text without being asked.
  private static func texts(of value: Any) -> [String] {
    var dumped = ""
    dump(value, to: &dumped)
    return [
      "\(value)", String(describing: value), String(reflecting: value), dumped,
      Mirror(reflecting: value).children.map { "\($0.value)" }.joined(),
    ]
  }

  @Test func `a secret tells only its length`() {
    let secret = Secret("KEY0123-hush")
    #expect("\(secret)" == "<secret of 12 characters>")
    #expect(secret.revealed == "KEY0123-hush")
    #expect(secret.count == 12)
    #expect(!secret.isEmpty && Secret("").isEmpty)
    for text in Self.texts(of: secret) + Self.texts(of: [secret]) + Self.texts(of: ["key": secret])
    {
      #expect(!text.contains("hush"))
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `drafts, requests and what holds them tell no secret`(provider: CloudProvider) throws {
    let draft = Draft.fullSample(provider).answering([
      .primaryBGPKey: "hushhushPrimary", .secondaryBGPKey: "hushhushSecondary",
    ])
    let request = try draft.makeRequest()
    let http = HTTPRequest(method: .get, path: "/networks", key: Secret("hushhush"))
    let effects: [Effect] = [.send(request), .checkKey(Secret("hushhush"))]
    let app = App.reviewing(draft)
    let messages: [App.Event] = [
      .session(.keyEntered(Secret("hushhush"))),
      .form(.keyGenerated(.primaryBGPKey, Secret("hushhush"))),
    ]
    let values: [Any] = [
      draft, request, http, effects, app, messages,
      Order.sending(Attempt(request, sentAt: nil, note: .none)),
    ]
    for value in values {
      for text in Self.texts(of: value) { #expect(!text.contains("hush")) }
    }
  }

  @Test(arguments: CloudProvider.allCases)
  func `an answered cross connect tells no BGP key`(provider: CloudProvider) throws {
    let connect = try #require(
      VirtualCrossConnect.sample(provider, ["primary_bgp_key": .string("hushhush")]))
    let values: [Any] = [
      connect, Order.created(connect, at: .now),
      App.Event.submission(.orderAnswered(.success(connect), at: .now)),
    ]
    for value in values {
      for text in Self.texts(of: value) { #expect(!text.contains("hush")) }
    }
  }
}
