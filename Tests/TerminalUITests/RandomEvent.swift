import CrossConnect
import Flows
import FoundationEssentials
import TestSupport

@testable import TerminalUI

/// Something that may happen to a screen at any time.
enum RandomEvent {
  case key(Key)
  case typed(String)
  case pasted(String)
  case resized(columns: Int, rows: Int)
  case waited(Duration)
  case message(App.Event)

  func happen(to driver: ScreenDriver) {
    switch self {
    case .key(let key): driver.press(key)
    case .typed(let text): driver.type(text)
    case .pasted(let text): driver.paste(text)
    case .resized(let columns, let rows): driver.resize(columns: columns, rows: rows)
    case .waited(let duration): driver.wait(duration)
    case .message(let message): driver.receive(message)
    }
  }

  /// Any event; keys the most, and those that lead on the most of them.
  static func any(using random: inout SeededGenerator, sizesStay: Bool) -> RandomEvent {
    switch Int.random(in: 0..<100, using: &random) {
    case ..<30: .key([.enter, .tab, .down, .pageDown][Int.random(in: 0..<4, using: &random)])
    case ..<55: .key(keys[Int.random(in: keys.indices, using: &random)])
    case ..<70: .typed(texts[Int.random(in: texts.indices, using: &random)])
    case ..<75: .pasted(pastes[Int.random(in: pastes.indices, using: &random)])
    case ..<80 where !sizesStay:
      .resized(
        columns: .random(in: 1...300, using: &random), rows: .random(in: 1...100, using: &random))
    case ..<86: .waited(.milliseconds(Int.random(in: 0...20_000, using: &random)))
    default: .message(message(using: &random))
    }
  }

  private static let keys: [Key] =
    [
      .enter, .tab, .backTab, .escape, .backspace, .delete, .up, .down, .left, .right, .home, .end,
      .pageUp, .pageDown,
    ] + "abcdeghklnprtuwz".unicodeScalars.map(Key.control)
    + " ?/123456789qrtcy".unicodeScalars.map(Key.character)

  private static let texts = [
    "aws", "1234-5678-9012", "123456789012", "169.254.0.1", "169.254.0.2", "64512", "0", "yes",
    Sample.pairingKey, " \t spaced\r\n", "\u{1B}[31mred", "漢字 büro e\u{301}\u{302}", "\u{301}",
    "👩‍👩‍👧‍👦", "\u{202E}rtl", "us-east-1", "fail-422",
  ]
  private static let pastes = texts + [String(repeating: "long ", count: 60)]

  /// An answer or a piece of news, whether it was asked for or not.
  private static func message(using random: inout SeededGenerator) -> App.Event {
    let effect = effects.randomElement(using: &random)
    let answer = effect.flatMap {
      App.Event.random(answering: $0, at: Sample.morning, using: &random)
    }
    guard let answer, Int.random(in: 0..<5, using: &random) > 0 else {
      return news[Int.random(in: news.indices, using: &random)]
    }
    return answer
  }

  private static let effects: [Effect] = [
    .loadNetworks, .loadCoverage, .createNetwork(named: "lab"), .generateKey(.primaryBGPKey),
    .checkKey(Secret("")), .send(Draft.sample(.aws).requestSoFar), .look(onNetwork: ""),
    .checkAccount(hasNetwork: ""), .checkStatus(id: ""),
  ]

  private static let news: [App.Event] = [
    .choices(.networksArrived(Sample.networks)), .choices(.coverageArrived(Sample.coverage)),
    .choices(.coverageLoaded(.success(Sample.manyRegions))),
    .session(.demoFailed(reason: "No port is free.")),
    .submission(.orderSent(at: Sample.morning)), .choices(.retrying(attempt: 2)),
  ]
}
