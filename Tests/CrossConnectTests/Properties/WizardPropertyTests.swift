import CrossConnect
import TestSupport
import Testing

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
      person.note(effects)
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
        person.note(wizard.update(message))
        places.insert(wizard.place)
      }
      orders += person.sent.count
    }
    #expect(
      places
        == Set(Step.allCases.map { .step($0) } + [.signIn, .sending, .outcomeUnknown, .result]))
    #expect(orders > 20)
  }

  /// An order is sent only from the review, whole, or again after it was missing three times and was asked
  /// for twice; and never while another is under way.
  private func expectSending(
    _ effects: [Effect], before: Wizard, after: Wizard, _ person: RandomPerson, _ comment: String
  ) {
    let requests = effects.compactMap { effect -> CreateVXCRequest? in
      if case .send(let request) = effect { request } else { nil }
    }
    guard let request = requests.first else { return }
    #expect(requests.count == 1, "\(comment)")
    if case .unknown(let unknown) = before.order {
      #expect(unknown.timesMissing >= 3 && unknown.isAskingAgain, "\(comment)")
      #expect(unknown.request == request, "\(comment)")
    } else {
      #expect(before.place == .step(.review) && before.order == .open, "\(comment)")
      #expect((try? before.draft.makeRequest()) == request, "\(comment)")
    }
    let isUnderWay = person.waiting.contains { if case .send = $0 { true } else { false } }
    #expect(!isUnderWay, "\(comment)")
    #expect(after.place == .sending, "\(comment)")
  }

  private func expectConsistency(of wizard: Wizard, _ person: RandomPerson, _ comment: String) {
    let isUnderWay = person.waiting.contains { if case .send = $0 { true } else { false } }
    switch wizard.order {
    case .open:
      #expect(!isUnderWay, "\(comment)")
      #expect(wizard.step != nil || wizard.place == .signIn, "\(comment)")
    case .sending:
      #expect(isUnderWay, "\(comment)")
      #expect(wizard.place == .sending, "\(comment)")
    case .created:
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
