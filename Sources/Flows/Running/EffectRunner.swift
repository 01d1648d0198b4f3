public import CrossConnect
internal import Synchronization
public import TelnyxAPI

/// Carries out effects in the background, and turns their results into events.
public final class EffectRunner: Sendable {
  private struct Connected {
    /// Where requests go; a demo keeps no files.
    var destination: Destination
    var key: Secret?
    var transport: (any HTTPTransport)?
    /// The BGP keys sent or received so far; errors may repeat them.
    var secrets: [Secret] = []
  }

  private let context: Context
  private let session: Mutex<Connected>
  private let keeper: RecordKeeper
  private let fileWork: SerialWork
  /// Why the draft of the order that is to be sent next could not be written.
  private let unrecorded = Mutex<StorageFailure?>(nil)
  /// Whether a list that could not be read is asked for again before it is called a failure.
  private let retries: Bool
  /// The newest task of each effect.
  private let tasks = Mutex<[Started]>([])

  private struct Started {
    let effect: Effect
    let task: Task<Void, Never>
  }

  /// A runner for an API; the key may come later, with `Effect.checkKey`.
  ///
  /// - Parameters:
  ///   - context: Everything outside.
  ///   - baseURL: The API's address.
  ///   - key: The API key.
  ///   - retries: Whether lists are asked for again after a failure that may pass.
  public init(context: Context, baseURL: BaseURL, key: Secret?, retries: Bool = true) {
    self.context = context
    self.retries = retries
    keeper = RecordKeeper(context: context)
    fileWork = SerialWork(executor: context.executor)
    session = Mutex(
      Connected(destination: Destination(baseURL: baseURL, isDemo: false), key: key))
  }

  /// Starts an effect and returns at once.
  ///
  /// - Parameters:
  ///   - effect: What to do; `leave` is the front end's own business and does nothing here.
  ///   - ticket: The ticket for its answers, if they count only until somebody asks anew.
  ///   - post: Takes each event that comes of the effect, in any task.
  public func start(
    _ effect: Effect, under ticket: Ticket? = nil, post: @escaping @Sendable (App.Event) -> Void
  ) {
    if case .cancel(let effects) = effect {
      tasks.withLock { tasks in
        for one in tasks where effects.contains(one.effect) { one.task.cancel() }
      }
      return
    }
    guard effect.kind != .files else {
      fileWork.add { [self] in await run(effect, post: post) }
      return
    }
    // An order must be on the disk before it is sent, so sending waits for the files.
    let earlier = if case .send = effect { fileWork.pending } else { Task<Void, Never>?.none }
    // Detached, since the main actor may be asleep in the terminal's wait.
    let task = Task.detached(executorPreference: context.executor) { [self] in
      await earlier?.value
      await run(effect, under: ticket, post: post)
    }
    tasks.withLock { tasks in
      tasks.removeAll { $0.effect == effect }
      tasks.append(Started(effect: effect, task: task))
    }
  }

  /// Waits until drafts and receipts are written, at most for `patience`.
  public func finishFiles(within patience: Duration) async {
    await fileWork.finish { [context] in try? await context.pause(patience) }
  }

  /// Removes this run's draft at once, because the program ends.
  package func dropDraft() { _ = keeper.removeDraft() }

  /// Carries out one effect to its end.
  ///
  /// - Parameters:
  ///   - effect: What to do.
  ///   - ticket: The ticket for its answers, if they count only until somebody asks anew.
  ///   - post: Takes each event that comes of the effect.
  public func run(
    _ effect: Effect, under ticket: Ticket? = nil, post: @escaping @Sendable (App.Event) -> Void
  ) async {
    let answer = { @Sendable event in post(ticket.map { .answered(event, to: $0) } ?? event) }
    switch effect {
    case .checkKey(let key):
      answer(.session(.keyChecked(await checked(key))))
    case .startDemo:
      answer(.session(await demoStarted()))
    case .loadNetworks:
      await loadNetworks { answer(.choices($0)) }
    case .loadCoverage:
      await loadCoverage { answer(.choices($0)) }
    case .createNetwork(let name):
      let network = await once { client throws(APIFailure) in
        try await client.createNetwork(named: name)
      }
      answer(.form(.networkCreated(network)))
    case .generateKey(let field):
      var generator = context.makeGenerator()
      answer(.form(.keyGenerated(field, BGPKey.generated(using: &generator))))
    case .noteConnects(let network):
      let list = await client().crossConnects(onNetwork: network)
      answer(.submission(.connectsNoted(list, at: context.now())))
    case .send(let request):
      await send(request) { answer(.submission($0)) }
    case .look(let network):
      let list = await client().crossConnects(onNetwork: network)
      answer(.submission(.lookAnswered(list, at: context.now())))
    case .checkAccount(let network):
      let isThere = await once { client throws(APIFailure) in
        try await client.seesNetwork(network)
      }
      answer(.submission(.accountChecked(isThere, at: context.now())))
    case .checkStatus(let id):
      let connect = await once { client throws(APIFailure) in
        try await client.crossConnect(id: id)
      }
      rememberSecrets(of: connect)
      answer(.connection(.followAnswered(connect, at: context.now())))
    case .perform(let action, let id, let provider):
      let connect = await once { client throws(APIFailure) in
        try await client.perform(action, id: id, provider: provider)
      }
      rememberSecrets(of: connect)
      answer(.connection(.performed(action, connect, at: context.now())))
    case .playCloud(let id):
      let told = await once { client throws(APIFailure) in
        try await client.acceptForPractice(id: id)
      }
      answer(.connection(.cloudPlayed(told)))
    case .loadConnects:
      await loadConnects { answer(.inventory($0)) }
    case .findDrafts:
      let destination = session.withLock { $0.destination.baseURL }
      answer(.records(.draftsFound(keeper.findDrafts(for: destination))))
      let (waiting, accepted) = keeper.findWaiting(for: destination)
      if !waiting.isEmpty || !accepted.isEmpty {
        answer(.records(.waitingFound(waiting, accepted: accepted)))
      }
      if let last = keeper.findLastOrder(for: destination) {
        answer(.records(.remembered(last)))
      }
    case .find(let id):
      let connect = await once { client throws(APIFailure) in
        try await client.crossConnect(id: id)
      }
      rememberSecrets(of: connect)
      answer(.inventory(.found(connect, at: context.now())))
    case .listWaiting:
      answer(.records(.waitingListed(await listWaiting())))
    case .adoptDraft(let id):
      keeper.adoptDraft(id)
    case .releaseDrafts(let ids):
      keeper.releaseDrafts(ids)
    case .discardDraft(let id):
      keeper.discardDraft(id).map { answer(.records($0)) }
    case .saveDraft(let progress, let isNeeded):
      let event = keeper.saveDraft(progress, withholding: key)
      if isNeeded, case .draftNotSaved(let failure) = event {
        unrecorded.withLock { $0 = failure }
      }
      answer(.records(event))
    case .removeDraft:
      keeper.removeDraft().map { answer(.records($0)) }
    case .saveReceipt(let connection, withholding: let secrets):
      let now = context.now()
      save(
        Receipt(
          of: connection.connect, withholding: secrets + [key],
          answeredAt: connection.orderedAt ?? now, writtenAt: now,
          destination: session.withLock { $0.destination.baseURL.description },
          order: connection.request,
          ticked: connection.ticked)
      ) { answer(.records($0)) }
    case .recall(let id):
      let receipt = fileDestination.flatMap { keeper.receipt(of: id, for: $0) }
      if let receipt { answer(.connection(.recalled(receipt))) }
    case .keepTicks(let ticked, let id):
      fileDestination.map { keeper.keep(ticked, inReceiptOf: id, for: $0) }
    case .writeKeyFiles(let connect):
      answer(.connection(.keyFilesWritten(keeper.writeKeyFiles(connect), id: connect.id)))
    case .saveRequest(let request):
      answer(.records(keeper.saveRequest(request, withholding: key)))
    case .cancel, .leave:
      break
    }
  }

  /// The API whose files count; `nil` for a demo, which keeps none.
  private var fileDestination: BaseURL? {
    session.withLock { $0.destination.isDemo ? nil : $0.destination.baseURL }
  }

  private var key: Secret { session.withLock { $0.key ?? Secret("") } }

  private func send(
    _ request: CreateVXCRequest, _ post: (Submission.Event) -> Void
  ) async {
    let failure = unrecorded.withLock { failure in
      defer { failure = nil }
      return failure
    }
    if let failure {
      let reason = NotSentReason.unusable(
        detail: "its draft could not be saved, \(failure.reason)")
      return post(.orderAnswered(.failure(.notSent(reason)), at: context.now()))
    }
    post(.orderSent(at: context.now()))
    remember(request.secrets)
    let answer = await once { client throws(APIFailure) in try await client.create(request) }
    rememberSecrets(of: answer)
    post(.orderAnswered(answer, at: context.now()))
  }

  /// Writes a receipt; until then, the draft is the record of the order.
  private func save(_ receipt: Receipt, _ post: (Records.Event) -> Void) {
    let event = keeper.saveReceipt(receipt)
    post(event)
    if case .receiptSaved = event { keeper.removeDraft().map(post) }
  }

  private typealias Call<Value> = (APIClient) async throws(APIFailure) -> Value

  /// Makes one call, without retries.
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

  private func loadNetworks(_ post: @escaping @Sendable (Choices.Event) -> Void) async {
    do {
      try await client(repeating: post).networks { next, areLast in
        post(areLast ? .networksLoaded(.success(next)) : .networksArrived(next))
      }
    } catch {
      post(.networksLoaded(.failure(error)))
    }
  }

  private func loadCoverage(_ post: @escaping @Sendable (Choices.Event) -> Void) async {
    var whole = Coverage([])
    do {
      try await client(repeating: post).coverage { records, areLast in
        let next = Coverage(records: records)
        whole.append(next)
        // First the file: the program may end once the last event is posted.
        if areLast { keepSeen(whole) }
        post(areLast ? .coverageLoaded(.success(next)) : .coverageArrived(next))
      }
    } catch {
      post(.coverageLoaded(.failure(error)))
    }
  }

  private func keepSeen(_ coverage: Coverage) {
    guard !session.withLock({ $0.destination.isDemo }) else { return }
    fileWork.add { [keeper] in keeper.keepSeen(coverage) }
  }

  private func loadConnects(_ post: @escaping @Sendable (Inventory.Event) -> Void) async {
    do {
      try await client(repeating: { _ in }).crossConnects { [context] next, areLast in
        let now = context.now()
        post(
          areLast
            ? .connectsLoaded(.success(next), at: now) : .connectsArrived(next, at: now))
      }
    } catch {
      post(.connectsLoaded(.failure(error), at: context.now()))
    }
  }

  /// The cross connects of the account that have to be accepted; the others are not kept.
  private func listWaiting() async -> Result<[WaitingOrder], APIFailure> {
    let destination = session.withLock { $0.destination }
    var waiting: [WaitingOrder] = []
    do {
      try await client(repeating: { _ in }).crossConnects { [context] next, _ in
        waiting += next.compactMap { connect in
          WaitingOrder(connect, receivedAt: context.now(), at: destination)
        }
      }
      return .success(waiting)
    } catch {
      return .failure(error)
    }
  }

  /// A client for the session; with `post`, it tries passing failures again, and posts each try.
  private func client(repeating post: (@Sendable (Choices.Event) -> Void)? = nil) -> APIClient {
    session.withLock { session in
      let transport = session.transport ?? context.connect(session.destination.baseURL)
      session.transport = transport
      return APIClient(
        transport: transport, key: session.key ?? Secret(""), withholding: session.secrets,
        retryPolicy: (retries ? post : nil).map { post in
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

  private func demoStarted() async -> Session.Event {
    do {
      let (baseURL, key, speed) = try await context.startDemo()
      let destination = Destination(baseURL: baseURL, isDemo: true, speed: speed)
      session.withLock { session in
        session = Connected(destination: destination, key: key)
      }
      return .demoStarted(destination)
    } catch {
      return .demoFailed(reason: "\(error)")
    }
  }
}
