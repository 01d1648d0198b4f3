public import CrossConnect
public import Flows
import TelnyxAPI

/// What a person wants to order, told so that any front end can be driven through it.
public struct Journey: Sendable, CustomStringConvertible {
  /// One thing the person does; a front end finds the way there by itself.
  public enum Act: Hashable, Sendable {
    /// Answers a question: picks where there are choices, else types.
    case answer(FieldID, String)
    /// Takes an answer away.
    case clear(FieldID)
    /// Has a key made.
    case generate(FieldID)
    /// Makes a network of this name.
    case makeNetwork(String)
    /// Types an answer that could be picked.
    case enterByHand(FieldID, String)
    /// Goes back until this page is there.
    case goBack(to: Step)
    /// Goes on to the review, and from there to change this page.
    case change(Step)
  }

  /// What it is about, for the name of the test.
  public let description: String
  /// Whether the API says what can be ordered.
  public let hasCoverage: Bool
  /// What the person does, in order; then they order.
  public let acts: [Act]
  /// The body of the one request, as it is sent.
  public let body: String

  init(_ description: String, hasCoverage: Bool = true, _ acts: [Act], sends body: String) {
    self.description = description
    self.hasCoverage = hasCoverage
    self.acts = acts
    self.body = body
  }

  /// What the world outside answers to an effect; `nil` for what is not answered.
  public func answer(to effect: Effect) -> App.Event? {
    switch effect {
    case .loadNetworks: .choices(.networksLoaded(.success([.sample])))
    case .loadCoverage:
      .choices(
        .coverageLoaded(hasCoverage ? .success(.sample) : .failure(.refused(status: 404, []))))
    case .createNetwork(let name):
      .form(.networkCreated(.success(Network(id: Draft.sampleUUID, name: name))))
    case .generateKey(let field): .form(.keyGenerated(field, Secret("Abcdefghij0123456789")))
    case .noteConnects: .noted
    default: nil
    }
  }
}
