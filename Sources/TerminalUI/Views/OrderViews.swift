internal import CrossConnect
internal import Flows
internal import FoundationEssentials
internal import Presentation
internal import TelnyxAPI

extension WizardScreen {
  func sendingContent(_ start: Content) -> Content {
    var content = start
    content.line("Creating the cross connect ...", style: .strong)
    content.line()
    if case .preparing = app.order {
      content.paragraph("Nothing is sent yet. First vxc notes what is on the network already,")
      content.paragraph("so that the order can be told from it if its answer is lost.")
    } else {
      content.paragraph(
        "The request was sent to \(app.session.destination.baseURL.authority), once.")
      content.paragraph("It is not repeated, whatever happens; stay until the answer is here.")
    }
    content.line()
    addButtons(page.actions, to: &content)
    return content
  }

  func stopWaitingContent(_ start: Content) -> Content {
    var content = start
    content.line("Stop waiting for the answer?", style: .strong)
    content.line()
    content.paragraph(Caution.stopsWaiting.sentence)
    content.paragraph("After stopping, vxc looks for it on its network.")
    content.line()
    addButtons([.back, .stopWaiting], to: &content)
    return content
  }

  func unknownContent(_ start: Content) -> Content {
    var content = start
    guard case .unknown(let unknown) = app.order else { return content }
    addReport(to: &content)
    content.line("We do not know whether the cross connect was created", style: .error)
    content.line()
    content.paragraph(unknown.sentSentence)
    for line in unknown.reason.details {
      content.paragraph(DisplayText.visible(line), at: 4)
    }
    content.paragraph(unknown.advice)
    content.line()
    for candidate in shownCandidates {
      add(candidate, to: &content)
    }
    let rest = unknown.candidates.count - Self.mostCandidates
    if rest > 0 {
      content.line("and \(rest) more", at: 2)
      content.line()
    }
    addLooks(unknown, to: &content)
    if app.caution == .ordersTwice {
      content.line()
      content.paragraph(
        "Create it again? \(Caution.ordersTwice.sentence) "
          + "[ Create again ] once more sends the order.", style: .warning)
    }
    content.line()
    addButtons(page.actions, to: &content)
    return content
  }

  /// What may be the order, and what is to be said of it.
  private func add(_ candidate: Candidate, to content: inout Content) {
    content.paragraph("May be yours: \(candidate.title)", style: .strong)
    for remark in candidate.remarks { content.paragraph(remark, at: 4) }
    addButtons(page.actions(for: candidate), to: &content)
    content.line()
  }

  private func addLooks(_ unknown: UnknownOrder, to content: inout Content) {
    content.paragraph("Looking for it on network \(DisplayText.visible(unknown.network ?? ""))")
    for look in unknown.looks.suffix(5) {
      content.paragraph("\(look.at.clockTimeToSecond): \(look.words)", at: 4)
    }
    if unknown.isLooking {
      content.line("looking ...", at: 4)
    } else if let next = unknown.nextLook {
      let left = max(0, Int(next.timeIntervalSince(now).rounded(.up)))
      let number = min(unknown.timesMissing + 1, UnknownOrder.looksNeeded)
      content.line(
        "next look in \(WaitText.length(left)) (\(number) of \(UnknownOrder.looksNeeded))", at: 4)
    }
  }
}
