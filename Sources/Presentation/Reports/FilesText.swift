internal import CrossConnect
public import Flows

extension ReportText {
  /// Why no receipt is saved of a cross connect that this run has not ordered.
  public static let noReceipt = "vxc keeps receipts of what it has ordered in this run."

  /// Where this run's draft and receipt are, for the lines that stay on the terminal.
  public static func filesLines(of app: App) -> [String] {
    guard app.records.keepsFiles else { return [] }
    let aside = app.records.found.setAside.map {
      "\($0.isNewer ? "Written by a newer vxc" : "Not readable"), set aside: \($0.path)"
    }
    if app.order.isCreated { return receiptLines(app) + aside }
    return draftLines(of: app) + aside
  }

  private static func receiptLines(_ app: App) -> [String] {
    switch app.records.receiptFile {
    case .notYet: []
    case .written(let path, at: _): ["Saved: \(path) (0600, without keys)"]
    case .failed(let failure):
      ["This answer was not saved: \(failure.reason)."]
        + (app.records.draftFile.path.map { ["The draft remembers the order: \($0)"] } ?? [])
    }
  }

  private static func draftLines(of app: App) -> [String] {
    switch app.records.draftFile {
    case .notYet: []
    case .written(let path, at: _):
      !app.mayHaveOrdered
        ? ["Draft kept, without keys: \(path)", "vxc offers it at the next start."]
        : [
          "The draft remembers the order: \(path)", "vxc offers to look for it at the next start.",
        ]
    case .failed(let failure):
      app.hasSomethingToKeep ? ["Draft not kept: \(failure.reason)."] : []
    }
  }
}
