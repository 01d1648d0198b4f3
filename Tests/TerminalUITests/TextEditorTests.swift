import Testing

@testable import TerminalUI

@Suite struct TextEditorTests {
  /// A text with its cursor as `|`, and an action.
  struct Edit: CustomTestStringConvertible {
    let before: String
    let action: Action
    let after: String

    init(_ before: String, _ action: Action, _ after: String) {
      self.before = before
      self.action = action
      self.after = after
    }

    var testDescription: String { "\(before) \(action)" }
  }

  private func editor(_ marked: String) -> TextEditor {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    return TextEditor(parts.joined(), cursor: parts[0].count)
  }

  private func marked(_ editor: TextEditor) -> String {
    editor.beforeCursor + "|" + editor.text.dropFirst(editor.cursor)
  }

  @Test(arguments: [
    Edit("ab|c", .left, "a|bc"), Edit("|abc", .left, "|abc"),
    Edit("ab|c", .right, "abc|"), Edit("abc|", .right, "abc|"),
    Edit("ab|c", .toStart, "|abc"), Edit("ab|c", .toEnd, "abc|"),
    Edit("ab|c", .deleteBackward, "a|c"), Edit("|abc", .deleteBackward, "|abc"),
    Edit("ab|c", .deleteForward, "ab|"), Edit("abc|", .deleteForward, "abc|"),
    Edit("ab cd  |e", .deleteWord, "ab |e"), Edit("ab|", .deleteWord, "|"),
    Edit("  |", .deleteWord, "|"), Edit("|ab", .deleteWord, "|ab"),
    Edit("ab|cd", .deleteToEnd, "ab|"), Edit("ab|cd", .deleteToStart, "|cd"),
    Edit("büro 漢字|", .deleteBackward, "büro 漢|"),
    Edit("e\u{301}\u{302}|x", .deleteBackward, "|x"),
    Edit("👩‍👩‍👧‍👦|", .left, "|👩‍👩‍👧‍👦"), Edit("|", .deleteBackward, "|"),
  ])
  func `a key edits whole characters at the cursor`(edit: Edit) {
    var editor = editor(edit.before)
    let isEdit = editor.apply(edit.action)
    #expect(isEdit)
    #expect(marked(editor) == edit.after)
  }

  @Test(arguments: [Action.accept, .nextControl, .up, .help, .quit])
  func `an action that edits nothing is left to others`(action: Action) {
    var editor = editor("ab|c")
    let isEdit = editor.apply(action)
    #expect(!isEdit)
    #expect(marked(editor) == "ab|c")
  }

  @Test func `text is inserted before the cursor`() {
    var editor = editor("ab|c")
    editor.insert("漢x")
    #expect(marked(editor) == "ab漢x|c")
  }

  @Test func `a combining mark joins the character before the cursor`() {
    var editor = editor("ae|b")
    editor.insert("\u{301}")
    #expect(marked(editor) == "ae\u{301}|b")
    #expect(editor.cursor == 2)
  }

  @Test func `a cursor beyond the text stands at its end`() {
    #expect(TextEditor("abc", cursor: 9).cursor == 3)
    #expect(TextEditor("abc").cursor == 3)
  }

  @Test(arguments: [
    (" 1234-5678-9012 \r\n", "1234-5678-9012"), ("a\r\nb", "ab"), ("\u{1B}[31mred", "[31mred"),
    ("one\ttwo", "one two"), ("\t\n", ""), ("", ""), ("a\u{0}b\u{7F}c\u{9B}d", "abcd"),
    ("büro 漢字", "büro 漢字"),
  ])
  func `a paste is text without line ends, escapes, controls and the space around it`(
    pasted: String, text: String
  ) {
    #expect(TextEditor.pasted(pasted) == text)
  }
}
