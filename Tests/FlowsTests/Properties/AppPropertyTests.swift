import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation

/// Whatever happens, in whatever order, some things never do.
@Suite struct AppPropertyTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `nothing that can happen breaks the wizard`(seed: UInt64) {
    var person = RandomPerson(seed: seed)
    var app = person.openedWizard()
    for turn in 0..<200 {
      let message = person.next(in: app)
      let before = app
      let effects = app.update(message).effects
      expectSending(effects, before: before, after: app, person, "seed \(seed) turn \(turn)")
      person.note(effects, of: app)
      let place = "seed \(seed) turn \(turn): \(message)"
      expectRecord(effects, message, before: before, after: app, place)
      expectRequests(of: app, person, place)
      if case .answered(_, to: let ticket) = message, ticket != before.ticket(for: ticket.effect) {
        #expect(app == before && effects == [], "\(place)")
      }
      expectConsistency(of: app, person, "seed \(seed) turn \(turn): \(message)")
    }
    let lines = OrderSummary(of: app).groups.flatMap(\.lines)
    #expect(lines.count == app.form.draft.fields.count, "seed \(seed)")
  }

  @Test func `random persons do order, and get everywhere`() {
    var places: Set<Place> = []
    var orders = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      var person = RandomPerson(seed: seed)
      var app = person.openedWizard()
      for _ in 0..<200 {
        let message = person.next(in: app)
        let effects = app.update(message).effects
        person.note(effects, of: app)
        places.insert(app.place)
      }
      orders += person.sent.count
    }
    #expect(
      places
        == Set(Step.allCases.map { .step($0) } + [.signIn, .sending, .outcomeUnknown, .result]))
    #expect(orders > 20)
  }

  /// An order is sent only after what is on the network was noted, which is done from the review, or again
  /// after it was missing three times and was asked for twice; and never while another is under way.
  private func expectSending(
    _ effects: [Effect], before: App, after: App, _ person: RandomPerson, _ comment: String
  ) {
    if case .preparing(let request) = after.order, before.order != after.order {
      if case .unknown(let unknown) = before.order {
        #expect(unknown.mayCreateAgain && before.caution == .ordersTwice, "\(comment)")
        #expect(unknown.request == request, "\(comment)")
      } else {
        #expect(before.place == .step(.review) && before.order == .open, "\(comment)")
        #expect((try? before.form.draft.makeRequest()) == request, "\(comment)")
      }
    }
    let requests = effects.compactMap { effect -> CreateVXCRequest? in
      if case .send(let request) = effect { request } else { nil }
    }
    guard let request = requests.first else { return }
    #expect(requests.count == 1, "\(comment)")
    #expect(before.order == .preparing(request), "\(comment)")
    #expect(!isUnderWay(person), "\(comment)")
    #expect(after.place == .sending, "\(comment)")
  }

  /// While an outcome is unknown, nothing removes its record without a question, and the time of the
  /// first attempt never moves.
  private func expectRecord(
    _ effects: [Effect], _ message: App.Event, before: App, after: App, _ comment: String
  ) {
    guard before.mayHaveOrdered else { return }
    if effects.contains(.removeDraft) {
      #expect(message == .discardConfirmed && before.caution == .discardsOrder, "\(comment)")
    }
    guard after.mayHaveOrdered, let first = before.submission.unresolved?.sentAt else { return }
    #expect(after.progress.orderedAt == first, "\(comment)")
  }

  private func isUnderWay(_ person: RandomPerson) -> Bool {
    person.asked.contains { if case .send = $0.effect { true } else { false } }
  }

  /// What is shown as loading, looking or signing in has a request under way, the newest of its kind.
  private func expectRequests(of app: App, _ person: RandomPerson, _ comment: String) {
    let asked = person.asked.filter { $0.ticket == app.ticket(for: $0.effect) }.map(\.effect)
    if app.step != nil, !app.session.isSigningIn, app.records.offered.isEmpty {
      let isShownLoading = app.choices.networks.isLoading || app.choices.networks.isNotAsked
      #expect(!isShownLoading || asked.contains(.loadNetworks), "networks, \(comment)")
      let waits = app.choices.coverage.isLoading || app.choices.coverage.isNotAsked
      #expect(!waits || asked.contains(.loadCoverage), "coverage, \(comment)")
    }
    if case .unknown(let unknown) = app.order, unknown.isLooking {
      let looks = asked.contains {
        if case .look = $0 { true } else if case .checkAccount = $0 { true } else { false }
      }
      #expect(looks, "looking, \(comment)")
    }
    if app.connection?.isFollowing == true {
      let follows = asked.contains {
        if case .checkStatus = $0 { true } else { false }
      }
      #expect(follows, "following, \(comment)")
    }
    if app.form.isCreatingNetwork {
      let creates = asked.contains { if case .createNetwork = $0 { true } else { false } }
      #expect(creates, "creating a network, \(comment)")
    }
  }

  private func expectConsistency(of app: App, _ person: RandomPerson, _ comment: String) {
    let isUnderWay = isUnderWay(person)
    switch app.order {
    case .open:
      #expect(!isUnderWay, "\(comment)")
      #expect(app.step != nil || app.place == .signIn, "\(comment)")
    case .preparing:
      #expect(!isUnderWay, "\(comment)")
      #expect(app.place == .sending, "\(comment)")
    case .sending:
      #expect(isUnderWay, "\(comment)")
      #expect(app.place == .sending, "\(comment)")
    case .created, .gone:
      #expect([.result, .signIn].contains(app.place), "\(comment)")
    case .unknown:
      #expect([.outcomeUnknown, .signIn].contains(app.place), "\(comment)")
    }
    #expect(Set(app.form.problems).count == app.form.problems.count, "\(comment)")
    #expect(app.form.problems.filter { !$0.isBlocking } == [], "\(comment)")
    for problem in app.form.problems {
      guard let field = problem.field else { continue }
      #expect(app.form.draft.field(field) != nil, "\(field) isn't asked, \(comment)")
    }
  }
}
