internal import CrossConnect
public import Flows

extension ReportText {
  /// Where this run's draft and receipt are, for what stays on the terminal.
  public static func filesLines(of wizard: Wizard) -> [String] {
    guard wizard.keepsFiles else { return [] }
    let aside = wizard.foundDrafts.setAside.map {
      "\($0.isNewer ? "Written by a newer vxc" : "Not readable"), set aside: \($0.path)"
    }
    if wizard.order.isCreated { return receiptLines(wizard) + aside }
    return draftLines(of: wizard) + aside
  }

  private static func receiptLines(_ wizard: Wizard) -> [String] {
    switch wizard.receiptFile {
    case .notYet: []
    case .written(let path, at: _): ["Saved: \(path) (0600, without keys)"]
    case .failed(let failure):
      ["This answer was not saved: \(failure.reason)."]
        + (wizard.draftFile.path.map { ["The draft remembers the order: \($0)"] } ?? [])
    }
  }

  private static func draftLines(of wizard: Wizard) -> [String] {
    switch wizard.draftFile {
    case .notYet: []
    case .written(let path, at: _):
      !wizard.mayHaveOrdered
        ? ["Draft kept, without keys: \(path)", "vxc offers it at the next start."]
        : [
          "The draft remembers the order: \(path)", "vxc offers to look for it at the next start.",
        ]
    case .failed(let failure):
      wizard.hasSomethingToKeep ? ["Draft not kept: \(failure.reason)."] : []
    }
  }
}
