import TestSupport
import Testing
@testable import CrossConnect
@testable import Flows
@testable import Presentation

/// Whatever happens, in whatever order, some things never do.
@Suite struct WizardPropertyTests {
  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `nothing that can happen breaks the wizard`(seed: UInt64) {
    var person = RandomPerson(seed: seed)
    var wizard = person.openedWizard()
    for turn in 0..<200 {
      let message = person.next(in: wizard)
      let before = wizard
      let effects = wizard.update(message)
      expectSending(effects, before: before, after: wizard, person, "seed \(seed) turn \(turn)")
      person.note(effects, of: wizard)
      let place = "seed \(seed) turn \(turn): \(message)"
      expectRecord(effects, message, before: before, after: wizard, place)
      expectRequests(of: wizard, person, place)
      if case .answered(_, let signIn) = message, signIn != before.signIns {
        #expect(wizard == before && effects == [], "\(place)")
      }
      expectConsistency(of: wizard, person, "seed \(seed) turn \(turn): \(message)")
    }
    let lines = OrderSummary(of: wizard).groups.flatMap(\.lines)
    #expect(lines.count == wizard.draft.fields.count, "seed \(seed)")
  }

  @Test func `random persons do order, and get everywhere`() {
    var places: Set<Wizard.Place> = []
    var orders = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      var person = RandomPerson(seed: seed)
      var wizard = person.openedWizard()
      for _ in 0..<200 {
        let message = person.next(in: wizard)
        let effects = wizard.update(message)
        person.note(effects, of: wizard)
        places.insert(wizard.place)
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
    _ effects: [Effect], before: Wizard, after: Wizard, _ person: RandomPerson, _ comment: String
  ) {
    if case .preparing(let request) = after.order, before.order != after.order {
      if case .unknown(let unknown) = before.order {
        #expect(unknown.mayCreateAgain && unknown.isAskingAgain, "\(comment)")
        #expect(unknown.request == request, "\(comment)")
      } else {
        #expect(before.place == .step(.review) && before.order == .open, "\(comment)")
        #expect((try? before.draft.makeRequest()) == request, "\(comment)")
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
    _ effects: [Effect], _ message: Message, before: Wizard, after: Wizard, _ comment: String
  ) {
    guard before.mayHaveOrdered else { return }
    if effects.contains(.removeDraft) {
      #expect(message == .discardConfirmed && before.caution == .discardsOrder, "\(comment)")
    }
    guard after.mayHaveOrdered, let first = before.unresolvedOrder?.sentAt else { return }
    #expect(after.progress.orderedAt == first, "\(comment)")
  }

  private func isUnderWay(_ person: RandomPerson) -> Bool {
    person.asked.contains { if case .send = $0.effect { true } else { false } }
  }

  /// What is shown as loading, looking or signing in has a request under way, of the sign-in that counts.
  private func expectRequests(of wizard: Wizard, _ person: RandomPerson, _ comment: String) {
    let asked = person.asked.filter { $0.signIn == wizard.signIns }.map(\.effect)
    if wizard.step != nil, !wizard.isSigningIn, wizard.offeredDrafts.isEmpty {
      let isShownLoading = wizard.networks.isLoading || wizard.networks.isNotAsked
      #expect(!isShownLoading || asked.contains(.loadNetworks), "networks, \(comment)")
      let waits = wizard.coverage.isLoading || wizard.coverage.isNotAsked
      #expect(!waits || asked.contains(.loadCoverage), "coverage, \(comment)")
    }
    if case .unknown(let unknown) = wizard.order, unknown.isLooking {
      let looks = asked.contains {
        if case .look = $0 { true } else if case .checkAccount = $0 { true } else { false }
      }
      #expect(looks, "looking, \(comment)")
    }
    if wizard.isFollowing {
      let follows = asked.contains {
        if case .checkStatus = $0 { true } else if case .enable = $0 { true } else { false }
      }
      #expect(follows, "following, \(comment)")
    }
    if wizard.isCreatingNetwork {
      let creates = asked.contains { if case .createNetwork = $0 { true } else { false } }
      #expect(creates, "creating a network, \(comment)")
    }
  }

  private func expectConsistency(of wizard: Wizard, _ person: RandomPerson, _ comment: String) {
    let isUnderWay = isUnderWay(person)
    switch wizard.order {
    case .open:
      #expect(!isUnderWay, "\(comment)")
      #expect(wizard.step != nil || wizard.place == .signIn, "\(comment)")
    case .preparing:
      #expect(!isUnderWay, "\(comment)")
      #expect(wizard.place == .sending, "\(comment)")
    case .sending:
      #expect(isUnderWay, "\(comment)")
      #expect(wizard.place == .sending, "\(comment)")
    case .created, .gone:
      #expect([.result, .signIn].contains(wizard.place), "\(comment)")
    case .unknown:
      #expect([.outcomeUnknown, .signIn].contains(wizard.place), "\(comment)")
    }
    #expect(Set(wizard.problems).count == wizard.problems.count, "\(comment)")
    #expect(wizard.problems.filter { !$0.isBlocking } == [], "\(comment)")
    for problem in wizard.problems {
      guard let field = problem.field else { continue }
      #expect(wizard.draft.field(field) != nil, "\(field) isn't asked, \(comment)")
    }
  }
}
