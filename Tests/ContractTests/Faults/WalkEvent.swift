import CrossConnect
import Flows
import Presentation
import SandboxServer
import TelnyxAPI
import TestSupport

@testable import TerminalUI

/// Something that may happen to the program at any time.
enum WalkEvent {
  case key(Key)
  case typed(String)
  case pasted(String)
  case resized(Size)
  case waited(Duration)
  /// Stopped, and continued in a window that may have changed.
  case stopped
  case terminated(signal: Int32)
  case closed

  /// Any event; mostly one that leads on, else hardly an order would be reached.
  static func any(on screen: WizardScreen, using random: inout SeededGenerator) -> WalkEvent {
    switch Int.random(in: 0..<1000, using: &random) {
    case ..<800: leadingOn(screen, using: &random)
    case ..<880: .key(keys.randomElement(using: &random) ?? .enter)
    case ..<900: .typed(texts.randomElement(using: &random) ?? "")
    case ..<915: .pasted(texts.randomElement(using: &random) ?? "")
    case ..<930: .resized(size(using: &random))
    case ..<985: .waited(.milliseconds(Int.random(in: 0...20_000, using: &random)))
    case ..<996: .stopped
    case ..<999: .terminated(signal: [1, 3, 15].randomElement(using: &random) ?? 15)
    default: .closed
    }
  }

  /// What a person does who wants to come to an end.
  private static func leadingOn(
    _ screen: WizardScreen, using random: inout SeededGenerator
  ) -> WalkEvent {
    guard screen.overlay == nil else {
      return .key(screen.overlay?.asks == true ? .enter : .escape)
    }
    switch screen.focus {
    case .button(.create):
      return screen.isArmed ? .key(.enter) : .waited(.milliseconds(400))
    case .field(let id):
      let isWrong = screen.app.form.problems.contains { $0.field == id && $0.finding.isBlocking }
      guard let text = screen.text(of: screen.focus) else {
        return .key(screen.openList?.matches.isEmpty == true ? .control("u") : .enter)
      }
      if text.isEmpty {
        return .typed(answer(to: id, of: screen.app.form.draft.provider, using: &random))
      }
      return isWrong && Bool.random(using: &random) ? .key(.control("u")) : .key(.enter)
    case .apiKey where screen.apiKey.isEmpty: return .typed(Walk.key.revealed)
    case .networkName where screen.app.form.newNetworkName.isEmpty: return .typed("walked")
    case .apiKey, .networkName, .button(.next), .button(.signIn), .button(.look),
      .button(.createAgain), .button(.checkStatus), .button(.perform), .button(.confirmSheet),
      .button(.openSheet), .button(.closeSheet), .problem, .button(.resume), .inventory:
      return .key(Int.random(in: 0..<3, using: &random) == 0 ? .tab : .enter)
    case .address:
      guard screen.text(of: screen.focus)?.isEmpty == true else { return .key(.enter) }
      return .typed("169.254.\(Int.random(in: 0...255, using: &random)).2/29")
    case .deletionName:
      let name = screen.app.connection?.connect.shortNames.randomElement(using: &random) ?? "x"
      return screen.app.connection?.deletionText.isEmpty == true ? .typed(name) : .key(.enter)
    case .group, .button: return .key(.tab)
    }
  }

  private static func answer(
    to id: FieldID, of provider: CloudProvider?, using random: inout SeededGenerator
  ) -> String {
    switch id {
    case .name: names.randomElement(using: &random) ?? ""
    case .primaryBGPKey, .secondaryBGPKey: Walk.bgpKey
    default: Draft.fullSample(provider ?? .aws)[id]
    }
  }

  private static func size(using random: inout SeededGenerator) -> Size {
    Bool.random(using: &random)
      ? Size(rows: 24, columns: 80)
      : Size(
        rows: .random(in: 1...60, using: &random), columns: .random(in: 1...160, using: &random))
  }

  private static let names = Scenario.all.map(\.name) + ["works", "works too", "東京", "fail-429"]

  private static let keys: [Key] =
    [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ] + "abcdeghklnoprtuwz".unicodeScalars.map(Key.control)
    + " ?/123456789qrtcywps".unicodeScalars.map(Key.character)

  private static let texts =
    names + Draft.oddAnswers + [
      "ashburn-va", "us-east-1", "\u{1B}[200~\u{1B}[201~", "\r\n\t", "e\u{301}👩‍👩‍👧‍👦\u{202E}",
      String(repeating: "long ", count: 400),
    ]
}
