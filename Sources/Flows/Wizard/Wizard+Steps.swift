public import CrossConnect

extension Wizard {
  package mutating func go(_ message: Message) -> [Effect] {
    switch message {
    case .nextPressed:
      goForward()
    case .backPressed:
      goBack()
    case .changeRequested(let step):
      guard self.step != nil else { return [] }
      // An error found by the API stays at its field; others are found again on the way.
      problems = problems.filter(\.isFromAPI)
      returnsToReview = true
      place = .step(step)
    default:
      break
    }
    return []
  }

  private mutating func goForward() {
    guard let step, step != .review else { return }
    fieldsLeft.formUnion(draft.fields(in: step).map(\.id))
    let blockers = blocking(in: step)
    // What the API found stays until its field is edited or the order is sent again.
    let refusals = problems.filter(\.isFromAPI)
    problems =
      blockers + refusals.filter { refusal in !blockers.contains { $0.field == refusal.field } }
    guard blockers.isEmpty else { return }
    report = nil
    let following = Step.allCases.filter { $0 > step && $0 != .review }
    if returnsToReview, let unfinished = following.first(where: { !blocking(in: $0).isEmpty }) {
      place = .step(unfinished)
      problems = blocking(in: unfinished) + refusals
    } else if returnsToReview {
      place = .step(.review)
      problems = refusals
      returnsToReview = false
    } else if let next = step.next {
      place = .step(next)
      problems = stale(in: next) + refusals
    }
  }

  /// Whether there is a page to go back to.
  public var canGoBack: Bool {
    guard let step else { return false }
    return returnsToReview || step.previous != nil
  }

  private mutating func goBack() {
    guard let step else { return }
    report = nil
    problems = problems.filter(\.isFromAPI)
    if returnsToReview {
      returnsToReview = false
      place = .step(.review)
    } else if let previous = step.previous {
      place = .step(previous)
    }
  }

  /// What keeps a person on a page.
  func blocking(in step: Step) -> [Problem] {
    guard step != .network || networkEntry != .create else {
      return [
        Problem(
          field: .network, .blocks("Create the new network first, or pick one from the list."))
      ]
    }
    return draft.fields(in: step).flatMap(problems(of:)).filter(\.isBlocking)
  }

  /// Answers that were given and no longer fit, so that the reason is there when the page opens.
  private func stale(in step: Step) -> [Problem] {
    draft.fields(in: step).compactMap { field in
      coverageFinding(for: field).map { Problem(field: field.id, $0) }
    }
  }

  /// What there is to say about an answer, by its own rules and by coverage.
  public func problems(of field: FieldDescriptor) -> [Problem] {
    draft.problems(of: field)
      + [coverageFinding(for: field), repetitionFinding(for: field)]
      .compactMap { $0.map { Problem(field: field.id, $0) } }
  }

  /// What is shown beside a field: the problems in the summary, and warnings once it was left.
  public func shownFindings(for field: FieldDescriptor) -> [Finding] {
    // Asked for at every key, and mostly there is nothing to say.
    guard !problems.isEmpty || fieldsLeft.contains(field.id) else { return [] }
    let shown = problems.filter { $0.field == field.id }.map(\.finding)
    guard fieldsLeft.contains(field.id) else { return shown }
    let warnings = problems(of: field).map(\.finding).filter { !$0.isBlocking }
    return shown + warnings.filter { !shown.contains($0) }
  }
}
