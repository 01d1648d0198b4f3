public import Flows

/// What leaving means now.
public enum QuitPage {
  /// The question whether to leave.
  public static func blocks(of app: App) -> [Block] {
    [.heading("Leave vxc?"), .gap] + order(of: app)
      + (app.hasUnseenKey
        ? [.warning(Caution.leavesUnseenKey.sentence(for: app.connection))] : [])
      + (app.order.isCreated ? [] : [.text(keeping(by: app))])
      + [.gap, .actions(app.waysToQuit)]
  }

  /// The state of the order.
  public static func order(of app: App) -> [Block] {
    OutcomeText(of: app).leaving.map { .text($0) }
  }

  private static func keeping(by app: App) -> String {
    guard app.records.keepsFiles else { return "A demo's answers are not kept." }
    guard app.hasSomethingToKeep else { return "Nothing was answered yet." }
    switch app.records.draftFile {
    case .failed(let failure):
      return "The draft could not be saved so far: \(failure.reason)."
    case .notYet, .written:
      let promise =
        !app.mayHaveOrdered
        ? "The next start offers the draft again"
        : "The draft remembers the order: the next start looks for it first"
      let progress = app.progress
      let lacking = NoticeText.lacking(
        progress.fieldsToRepeat, progress.keysMadeAnew, in: progress.draft)
      return ([promise] + lacking).map { "\($0)." }.joined(separator: " ")
    }
  }
}
