import CrossConnect
import Flows
import TestSupport
import Testing

@testable import TerminalUI

@Suite struct ListStateTests {
  @Test(
    arguments: [
      (76, [17, 21, 3, 4, 16], [17, 21, 3, 4, 16], 1),
      (80, [17, 21, 3, 4, 16], [17, 21, 3, 4, 16], 2),
      (60, [17, 21, 3, 4, 16], [12, 12, 3, 4, 12], 2), (60, [90, 4], [45, 4], 2),
      (60, [12], [12], 2), (60, [40, 40], [24, 25], 2), (60, [], [], 2),
    ] as [(Int, [Int], [Int], Int)])
  func `columns are cut, the widest first, only where closing up doesn't make them fit`(
    columns: Int, widths: [Int], shown: [Int], gap: Int
  ) {
    let look = ListState.Look(columns: columns, widths: widths, chosen: "")
    #expect(look.widths == shown)
    #expect(look.gap == gap)
  }

  @Test(
    arguments: [
      (60, 10, [10, 12, 13, 0, 5, 0, 6]), (60, 30, [14, 12, 13, 0, 0, 0, 6]),
      (80, 10, [10, 12, 13, 10, 5, 0, 6]), (80, 30, [15, 12, 13, 10, 5, 0, 6]),
      (120, 30, [30, 12, 13, 10, 5, 17, 6]),
    ] as [(Int, Int, [Int])])
  func `a narrow window does without some columns before it cuts what is left`(
    columns: Int, name: Int, shown: [Int]
  ) {
    let look = ListState.Look(
      columns: columns, widths: [name, 12, 13, 10, 5, 17, 6], dispensable: [5, 3, 4], chosen: "")
    #expect(look.widths == shown)
  }

  private let list = ChoiceList(
    (0..<20).map {
      Choice(value: "v\($0)", columns: ["Name \($0)"], keywords: [$0 % 2 == 0 ? "even" : "odd"])
    })

  @Test func `a list begins with its mark on the answer that was chosen`() {
    #expect(
      ListState(list, of: .field(.network), chosen: "v7").markedOption(in: list)?.value == "v7")
    #expect(
      ListState(list, of: .field(.network), chosen: "gone").markedOption(in: list)?.value == "v0")
  }

  @Test func `the mark stops at the ends`() {
    var state = ListState(list, of: .field(.network), chosen: "v7")
    state.move(by: -.max / 2)
    #expect(state.marked == 0)
    state.move(by: .max / 2)
    #expect(state.marked == 19)
  }

  @Test func `a filter leaves the rows in which all its words occur, in any letters' case`() {
    var state = ListState(list, of: .field(.network), chosen: "v7")
    state.setFilter("NAME 1", in: list)
    #expect(state.matches == [1] + Array(10..<20))
    #expect(state.marked == 0)
    state.setFilter("NAME 1 even", in: list)
    #expect(state.matches == [10, 12, 14, 16, 18])
    state.setFilter("odd", in: list)
    #expect(state.matches == Array(stride(from: 1, to: 20, by: 2)))
    state.setFilter("", in: list)
    #expect(state.matches.count == 20)
  }

  @Test func `with no match there is nothing to choose`() {
    var state = ListState(list, of: .field(.network), chosen: "")
    state.setFilter("nowhere", in: list)
    state.move(by: 3)
    state.scroll(toFit: 5)
    #expect(state.markedOption(in: list) == nil)
    #expect(state.top == 0)
  }

  @Test func `the rows scroll as little as shows the mark`() {
    var state = ListState(list, of: .field(.network), chosen: "")
    var tops: [Int] = []
    for rows in [4, 1, -3, -1, -1, 30, -30] {
      state.move(by: rows)
      state.scroll(toFit: 5)
      tops.append(state.top)
    }
    #expect(tops == [0, 1, 1, 1, 0, 15, 0])
  }

  @Test func `choices that come later keep the filter, and the mark on what it was on`() {
    var state = ListState(list, of: .field(.network), chosen: "")
    state.setFilter("name", in: list)
    state.move(by: 2)
    let longer = ChoiceList([Choice(value: "new", columns: ["Name new"])] + list.choices)
    state.refresh(longer)
    #expect(state.filter == "name")
    #expect(state.markedOption(in: longer)?.value == "v2")
  }

  @Test func `choices that went away leave the mark inside`() {
    var state = ListState(list, of: .field(.network), chosen: "v19")
    let shorter = ChoiceList(Array(list.choices.prefix(3)))
    state.refresh(shorter)
    #expect(state.markedOption(in: shorter) != nil)
    state.refresh(ChoiceList([]))
    #expect(state.markedOption(in: ChoiceList([])) == nil)
  }

  @Test(arguments: 1...8 as ClosedRange<UInt64>)
  func `rows that are kept are those that would be laid out`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var state = ListState(list, of: .field(.network), chosen: "v7")
    for _ in 0..<100 {
      state.move(by: .random(in: -12...12, using: &random))
      if Int.random(in: 0..<5, using: &random) == 0 {
        let filters = ["", "1", "name", "name 1", "odd"]
        state.setFilter(filters.randomElement(using: &random) ?? "", in: list)
      }
      let count = Int.random(in: 0...9, using: &random)
      let chosen = "v\(Int.random(in: 6...8, using: &random))"
      let columns = Int.random(in: 20...22, using: &random)
      state.scroll(toFit: count)
      state.layOutRows(count, of: list, chosen: chosen, columns: columns)
      let look = ListState.Look(columns: columns, widths: list.columnWidths, chosen: chosen)
      let fresh = state.matches[state.top...].prefix(count).map { look.row(of: list.choices[$0]) }
      #expect(state.rows == fresh)
    }
  }
}
