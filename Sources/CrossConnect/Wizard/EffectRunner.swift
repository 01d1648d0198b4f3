internal import Synchronization

/// Carries out effects, and turns what comes of them into messages.
public final class EffectRunner: Sendable {
  private struct Session {
    var baseURL: BaseURL
    var key: Secret?
    var transport: (any HTTPTransport)?
  }

  private let context: Context
  private let session: Mutex<Session>

  /// A runner for an API; the key may come later, with `Effect.checkKey`.
  public init(context: Context, baseURL: BaseURL, key: Secret?) {
    self.context = context
    session = Mutex(Session(baseURL: baseURL, key: key, transport: nil))
  }

  /// Carries out one effect.
  ///
  /// - Parameters:
  ///   - effect: What to do; `leave` is the front end's own business and does nothing here.
  ///   - post: Takes each message, from any task.
  public func run(_ effect: Effect, post: @Sendable (Message) -> Void) async {
    switch effect {
    case .checkKey(let key):
      post(.keyChecked(await checked(key)))
    case .startDemo:
      post(await demoStarted())
    case .loadNetworks:
      post(.networksLoaded(await result { () throws(APIFailure) in try await client.networks() }))
    case .loadCoverage:
      post(.coverageLoaded(await result { () throws(APIFailure) in try await client.coverage() }))
    case .createNetwork(let name):
      post(
        .networkCreated(
          await result { () throws(APIFailure) in try await client.createNetwork(named: name) }))
    case .generateKey(let field):
      var generator = ContextGenerator(context: context)
      post(.keyGenerated(field, BGPKey.generated(using: &generator)))
    case .send(let request):
      post(.orderSent(at: context.now()))
      let answer = await result { () throws(APIFailure) in try await client.create(request) }
      post(.orderAnswered(answer, at: context.now()))
    case .look(let network):
      let found = await result { () throws(APIFailure) in
        try await client.crossConnects(onNetwork: network)
      }
      post(.lookAnswered(found, at: context.now()))
    case .checkStatus(let id):
      post(
        .followAnswered(
          await result { () throws(APIFailure) in try await client.crossConnect(id: id) }))
    case .enablePrimary(let id):
      post(
        .followAnswered(
          await result { () throws(APIFailure) in try await client.enablePrimary(id: id) }))
    case .leave:
      break
    }
  }

  private var client: APIClient {
    session.withLock { session in
      let transport = session.transport ?? context.connect(session.baseURL)
      session.transport = transport
      return APIClient(transport: transport, key: session.key ?? Secret(""))
    }
  }

  private func checked(_ key: Secret) async -> APIFailure? {
    session.withLock { $0.key = key }
    do {
      try await client.checkKey()
      return nil
    } catch {
      return error
    }
  }

  private func demoStarted() async -> Message {
    do {
      let (baseURL, key) = try await context.startDemo()
      session.withLock { $0 = Session(baseURL: baseURL, key: key, transport: nil) }
      return .demoStarted(Destination(baseURL: baseURL, isDemo: true))
    } catch {
      return .demoFailed("The embedded sandbox did not start: \(error)")
    }
  }

  private func result<Value>(
    _ call: () async throws(APIFailure) -> Value
  ) async -> Result<Value, APIFailure> {
    do {
      return .success(try await call())
    } catch {
      return .failure(error)
    }
  }
}
