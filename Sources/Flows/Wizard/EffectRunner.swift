public import CrossConnect
internal import Synchronization
public import TelnyxAPI

/// Carries out effects in the background, and turns what comes of them into messages.
public final class EffectRunner: Sendable {
  private struct Session {
    var baseURL: BaseURL
    var key: Secret?
    var transport: (any HTTPTransport)?
    /// How often a key was tried or the demo started.
    var number = 0
    /// The BGP keys sent or answered so far, which errors may repeat.
    var secrets: [Secret] = []
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
    case .checkKey, .startDemo:
      let number = session.withLock { session in
        session.number += 1
        return session.number
      }
      let message: Message =
        if case .checkKey(let key) = effect {
          .keyChecked(await checked(key))
        } else {
          await demoStarted()
        }
      post(.answered(message, signIn: number))
    case .loadNetworks, .loadCoverage, .createNetwork, .look, .checkAccount, .checkStatus, .enable:
      let number = session.withLock { $0.number }
      await ask(effect) { post(.answered($0, signIn: number)) }
    case .generateKey(let field):
      var generator = ContextGenerator(context: context)
      post(.keyGenerated(field, BGPKey.generated(using: &generator)))
    case .send(let request):
      post(.orderSent(at: context.now()))
      remember(request.secrets)
      let answer = await once { client throws(APIFailure) in try await client.create(request) }
      rememberSecrets(of: answer)
      post(.orderAnswered(answer, at: context.now()))
    case .noteConnects(let network):
      post(.connectsNoted(await client().crossConnects(onNetwork: network), at: context.now()))
    case .findDrafts, .adoptDraft, .releaseDrafts, .discardDraft, .saveDraft, .removeDraft,
      .saveReceipt:
      kept(effect).forEach(post)
    case .cancel, .leave:
      break
    }
  }

  /// Carries out an effect whose answer belongs to the account of the key in use.
  private func ask(_ effect: Effect, post: @escaping @Sendable (Message) -> Void) async {
    switch effect {
    case .loadNetworks:
      await loadNetworks(post)
    case .loadCoverage:
      await loadCoverage(post)
    case .createNetwork(let name):
      post(
        .networkCreated(
          await once { client throws(APIFailure) in try await client.createNetwork(named: name) }))
    case .look(let network):
      post(.lookAnswered(await client().crossConnects(onNetwork: network), at: context.now()))
    case .checkAccount(let network):
      let isThere = await once { client throws(APIFailure) in
        try await client.seesNetwork(network)
      }
      post(.accountChecked(isThere, at: context.now()))
    case .checkStatus(let id):
      let answer = await once { client throws(APIFailure) in try await client.crossConnect(id: id) }
      rememberSecrets(of: answer)
      post(.followAnswered(answer, at: context.now()))
    case .enable(let circuits, let id):
      let answer = await once { client throws(APIFailure) in
        try await client.enable(circuits, id: id)
      }
      post(.followAnswered(answer, at: context.now()))
    default:
      break
    }
  }

  /// Carries out an effect that is about drafts and receipts.
  private func kept(_ effect: Effect) -> [Message] {
    let (baseURL, key) = session.withLock { ($0.baseURL, $0.key ?? Secret("")) }
    switch effect {
    case .findDrafts:
      return [.draftsFound(keeper.findDrafts(for: baseURL))]
    case .adoptDraft(let id):
      keeper.adoptDraft(id)
    case .releaseDrafts(let ids):
      keeper.releaseDrafts(ids)
    case .discardDraft(let id):
      return [keeper.discardDraft(id)].compactMap { $0 }
    case .saveDraft(let progress):
      return [keeper.saveDraft(progress, withholding: key)]
    case .removeDraft:
      return [keeper.removeDraft()].compactMap { $0 }
    case .saveReceipt(let connect, answeredAt: let date, withholding: let secrets):
      let message = keeper.saveReceipt(
        Receipt(
          of: connect, withholding: secrets + [key], answeredAt: date, writtenAt: context.now(),
          destination: baseURL.description))
      // The draft is the record of the order until there is a receipt.
      guard case .receiptSaved = message else { return [message] }
      return [message, keeper.removeDraft()].compactMap { $0 }
    default:
      break
    }
    return []
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

  private func rememberSecrets(of answer: Result<VirtualCrossConnect, APIFailure>) {
    guard case .success(let connect) = answer else { return }
    remember(VirtualCrossConnect.secretKeys.compactMap { connect.text($0).map(Secret.init) })
  }

  private func remember(_ secrets: [Secret]) {
    session.withLock { session in
      session.secrets += secrets.filter { !session.secrets.contains($0) }
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
      try await client(repeating: post).coverage { records, areLast in
        let next = Coverage(records: records)
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
        transport: transport, key: session.key ?? Secret(""), withholding: session.secrets,
        retryPolicy: post.map { post in
          RetryPolicy(pause: context.pause) { post(.retrying(attempt: $0)) }
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
      session.withLock { session in
        session = Session(baseURL: baseURL, key: key, transport: nil, number: session.number)
      }
      return .demoStarted(Destination(baseURL: baseURL, isDemo: true))
    } catch {
      return .demoFailed("The embedded sandbox did not start: \(error)")
    }
  }
}
