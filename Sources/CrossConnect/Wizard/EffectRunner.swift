internal import Synchronization

/// Carries out effects in the background, and turns what comes of them into messages.
public final class EffectRunner: Sendable {
  private struct Session {
    var baseURL: BaseURL
    var key: Secret?
    var transport: (any HTTPTransport)?
  }

  private let context: Context
  private let session: Mutex<Session>
  private let keeper: RecordKeeper
  private let fileWork: SerialWork
  private let tasks = Mutex<[Effect: Task<Void, Never>]>([:])

  /// A runner for an API; the key may come later, with `Effect.checkKey`.
  public init(context: Context, baseURL: BaseURL, key: Secret?) {
    self.context = context
    keeper = RecordKeeper(context: context)
    fileWork = SerialWork(executor: context.executor)
    session = Mutex(Session(baseURL: baseURL, key: key, transport: nil))
  }

  /// Starts an effect and returns at once.
  ///
  /// - Parameters:
  ///   - effect: What to do; `leave` is the front end's own business and does nothing here.
  ///   - post: Takes each message that comes of it, from any task.
  public func start(_ effect: Effect, post: @escaping @Sendable (Message) -> Void) {
    if case .cancel(let effects) = effect {
      tasks.withLock { tasks in
        for effect in effects { tasks[effect]?.cancel() }
      }
      return
    }
    guard !effect.isAboutFiles else {
      fileWork.add { [self] in await run(effect, post: post) }
      return
    }
    // An order is on the disk before it is sent.
    let earlier = if case .send = effect { fileWork.pending } else { Task<Void, Never>?.none }
    // Detached: the main actor may be asleep in the terminal's wait.
    let task = Task.detached(executorPreference: context.executor) { [self] in
      await earlier?.value
      await run(effect, post: post)
    }
    tasks.withLock { $0[effect] = task }
  }

  /// Waits until drafts and receipts are written, but no longer than `patience`.
  public func finishFiles(within patience: Duration) async {
    await fileWork.finish { [context] in try? await context.pause(patience) }
  }

  /// Carries out one effect to its end.
  ///
  /// - Parameters:
  ///   - effect: What to do.
  ///   - post: Takes each message that comes of it.
  public func run(_ effect: Effect, post: @escaping @Sendable (Message) -> Void) async {
    switch effect {
    case .checkKey(let key):
      post(.keyChecked(await checked(key)))
    case .startDemo:
      post(await demoStarted())
    case .loadNetworks:
      await loadNetworks(post)
    case .loadCoverage:
      await loadCoverage(post)
    case .createNetwork(let name):
      post(
        .networkCreated(
          await once { client throws(APIFailure) in try await client.createNetwork(named: name) }))
    case .generateKey(let field):
      var generator = ContextGenerator(context: context)
      post(.keyGenerated(field, BGPKey.generated(using: &generator)))
    case .send(let request):
      post(.orderSent(at: context.now()))
      let answer = await once { client throws(APIFailure) in try await client.create(request) }
      post(.orderAnswered(answer, at: context.now()))
    case .look(let network):
      let found = await once { client throws(APIFailure) in
        try await client.crossConnects(onNetwork: network)
      }
      post(.lookAnswered(found, at: context.now()))
    case .checkStatus(let id):
      let answer = await once { client throws(APIFailure) in try await client.crossConnect(id: id) }
      post(.followAnswered(answer, at: context.now()))
    case .enablePrimary(let id):
      let answer = await once { client throws(APIFailure) in try await client.enablePrimary(id: id)
      }
      post(.followAnswered(answer, at: context.now()))
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt:
      if let message = kept(effect) { post(message) }
    case .cancel, .leave:
      break
    }
  }

  /// Carries out an effect that is about drafts and receipts.
  private func kept(_ effect: Effect) -> Message? {
    let (baseURL, key) = session.withLock { ($0.baseURL, $0.key ?? Secret("")) }
    switch effect {
    case .findDrafts:
      return .draftsFound(keeper.findDrafts(for: baseURL))
    case .adoptDraft(let id):
      keeper.adoptDraft(id)
    case .releaseDrafts(let ids):
      keeper.releaseDrafts(ids)
    case .discardDraft(let id):
      return keeper.discardDraft(id)
    case .saveDraft(let progress):
      return keeper.saveDraft(progress, withholding: key)
    case .removeDraft:
      return keeper.removeDraft()
    case .saveReceipt(let connect, answeredAt: let date, withholding: let secrets):
      return keeper.saveReceipt(
        Receipt(
          of: connect, withholding: secrets + [key], answeredAt: date, writtenAt: context.now(),
          destination: baseURL.description))
    default:
      break
    }
    return nil
  }

  private typealias Call<Value> = (APIClient) async throws(APIFailure) -> Value

  /// Calls once, whatever comes of it.
  private func once<Value>(_ call: Call<Value>) async -> Result<Value, APIFailure> {
    do {
      return .success(try await call(client()))
    } catch {
      return .failure(error)
    }
  }

  private func loadNetworks(_ post: @escaping @Sendable (Message) -> Void) async {
    do {
      try await client(repeating: post).networks { next, areLast in
        post(areLast ? .networksLoaded(.success(next)) : .networksArrived(next))
      }
    } catch {
      post(.networksLoaded(.failure(error)))
    }
  }

  private func loadCoverage(_ post: @escaping @Sendable (Message) -> Void) async {
    do {
      try await client(repeating: post).coverage { rows, areLast in
        let next = Coverage(rows)
        post(areLast ? .coverageLoaded(.success(next)) : .coverageArrived(next))
      }
    } catch {
      post(.coverageLoaded(.failure(error)))
    }
  }

  /// A client for the session; with `post`, it asks again after a passing failure, and says so.
  private func client(repeating post: (@Sendable (Message) -> Void)? = nil) -> APIClient {
    session.withLock { session in
      let transport = session.transport ?? context.connect(session.baseURL)
      session.transport = transport
      return APIClient(
        transport: transport, key: session.key ?? Secret(""),
        repetition: post.map { post in
          Repetition(pause: context.pause) { post(.retrying(attempt: $0)) }
        })
    }
  }

  private func checked(_ key: Secret) async -> APIFailure? {
    session.withLock { $0.key = key }
    switch await once({ client throws(APIFailure) in try await client.checkKey() }) {
    case .success: return nil
    case .failure(let failure): return failure
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
}
