import CrossConnect
import Flows
import FoundationEssentials
import TelnyxAPI
import TerminalUI

/// The wizard's screens in this process, without a terminal.
enum Screens {
  static let size = Size(rows: 24, columns: 80)

  /// The first frame: nothing is there yet.
  static var first: Frame { screen(of: started()).frame }

  /// The first page with this many networks.
  static func networks(_ count: Int) -> WizardScreen {
    var app = started()
    _ = app.update(.choices(.networksLoaded(.success(networkNames(count)))))
    return screen(of: app)
  }

  /// The second page with coverage.
  static func regions(_ coverage: Coverage) -> WizardScreen {
    var app = started()
    _ = app.update(.choices(.networksLoaded(.success(networkNames(1)))))
    _ = app.update(.choices(.coverageLoaded(.success(coverage))))
    _ = app.update(.form(.answerEdited(.network, networkNames(1)[0].id)))
    _ = app.update(.form(.nextPressed))
    return screen(of: app)
  }

  /// Networks named as the sandbox names its own.
  static func networkNames(_ count: Int) -> [Network] {
    (1...count).map { number in
      let digits = String(number)
      let name = "network-" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
      let id = String(UInt32(truncatingIfNeeded: number &* 2_654_435_761), radix: 16)
      let zeros = String(repeating: "0", count: 8 - id.count)
      return Network(id: "\(zeros)\(id)-0c3e-4d53-9d0c-1f6f2b8a7e14", name: name)
    }
  }

  /// What of a field's help is shown.
  static func helpText(of field: FieldDescriptor) -> String {
    TextLayout.folded(field.help.brief, to: size.columns - 4).prefix(3).joined()
  }

  private static func started() -> App {
    var app = App(
      destination: Destination(baseURL: .telnyx, isDemo: false), hasKey: true)
    _ = app.start()
    return app
  }

  private static func screen(of app: App) -> WizardScreen {
    WizardScreen(app, size: size, abilities: .init(drawsUnicode: true), now: Date.now)
  }
}
