import TelnyxAPI
import FoundationEssentials
import Commands
import CrossConnect
import TestSupport
import Testing

@Suite struct ListTests {
  private let two: JSONValue = .array([
    .connect(), .connect(.azure, ["id": .string("1ccc7b54-0000"), "name": .string("a\tb")]),
  ])

  @Test func `for a person the list stands in columns, and in the width of the window`() async {
    for (columns, lines) in [
      (
        119,
        [
          "ID        NAME            STATUS   CLOUD                TELNYX REGION  SPEED  NETWORK   AGE",
          "0ccc7b54  test interface  created  AWS us-east-1        ashburn-va     50M    6a09cdc3  2026-07-15",
          "1ccc7b54  a b             created  Azure Washington DC  ashburn-va            6a09cdc3  2026-07-15",
        ]
      ),
      (
        79,
        [
          "ID        NAME            STATUS   CLOUD                SPEED  AGE",
          "0ccc7b54  test interface  created  AWS us-east-1        50M    2026-07-15",
          "1ccc7b54  a b             created  Azure Washington DC         2026-07-15",
        ]
      ),
    ] {
      let stage = Stage(columns: columns) { [two] _, _ in .data(two) }
      #expect(await stage.run.list(ResultOptions()) == 0)
      #expect(stage.streams.results == lines)
    }
  }

  @Test func `a name that looks like an identifier is found`() async {
    let stage = Stage { request, _ in
      request.path.contains("?")
        ? .data(.array([.connect(.aws, ["name": .string(Draft.sampleUUID)])]))
        : .refusal(404, code: "10005", "Not there.")
    }
    #expect(await stage.run.show(Draft.sampleUUID, ResultOptions()) == 0)
    #expect(stage.streams.results.first?.contains(JSONValue.sampleID) == true)
  }

  @Test func `one long name breaks no line`() async {
    let long: JSONValue = .array([
      .connect(),
      .connect(.aws, ["id": .string("1"), "name": .string(String(repeating: "n", count: 200))]),
    ])
    for columns in [79, 119, 40] {
      let stage = Stage(columns: columns) { _, _ in .data(long) }
      #expect(await stage.run.list(ResultOptions()) == 0)
      for line in stage.streams.results {
        #expect(TextLayout.width(of: line) <= columns, "\(line)")
      }
      #expect(stage.streams.results[2].contains("nn~"))
    }
  }

  @Test func `where the beginnings of two identifiers are one, both stand whole`() async {
    let alike: JSONValue = .array([.connect(), .connect(.aws, ["id": .string("0ccc7b54-1")])])
    let stage = Stage(columns: 119) { _, _ in .data(alike) }
    #expect(await stage.run.list(ResultOptions()) == 0)
    #expect(
      stage.streams.results[1].hasPrefix("0ccc7b54-4df3-4bca-a65a-3da1ecc777f0  test interface"))
  }

  @Test func `for a program tabs part the columns, and none stands in a value`() async {
    let stage = Stage { [two] _, _ in .data(two) }
    var options = ResultOptions()
    options.hasTitles = false
    #expect(await stage.run.list(options) == 0)
    #expect(stage.streams.results.map { $0.split(separator: "\t").count } == [9, 8])
    #expect(stage.streams.results[1].hasPrefix("1ccc7b54-0000\ta b\tcreated\tAzure\t"))
  }

  @Test func `JSON is one document in the API's words, with keys only when asked for`() async throws
  {
    let key = "yFV4wEPtPVPfDUGLWiyQzwga"
    for showsKeys in [false, true] {
      let stage = Stage { [two] _, _ in .data(two) }
      var options = ResultOptions()
      options.form = .json
      options.showsKeys = showsKeys
      #expect(await stage.run.list(options) == 0)
      let line = try #require(stage.streams.results.first)
      let json = try JSONValue(parsing: .init(line.utf8))
      #expect(stage.streams.results.count == 1 && json["data"].elements.count == 2)
      #expect(json["data"].elements[0]["status"] == .string("created"))
      #expect(line.contains(key) == showsKeys)
    }
  }

  @Test func `a list without its end is told, and is no document`() async {
    for form in OutputForm.allCases {
      let stage = Stage { request, _ in
        request.path.contains("number%5D=1")
          ? .json(
            .object([
              "data": .array([.connect()]), "meta": .object(["total_pages": .integer(2)]),
            ]))
          : .refusal(400, code: "10015", "No.")
      }
      var options = ResultOptions()
      options.form = form
      #expect(await stage.run.list(options) == 4)
      #expect(stage.streams.words.first == "vxc: Could not load all of the cross connects.")
      #expect(stage.streams.results.count == (form == .json ? 0 : 2))
    }
  }

  @Test func `a cross connect is named by its identifier, its beginning, or its name`() async {
    let id = JSONValue.sampleID
    for words in [id, "0ccc7", "0CCC7B54-4df3", "test interface"] {
      let stage = Stage { request, _ in
        request.path.hasSuffix(id) ? .data(.connect()) : .data(.array([.connect()]))
      }
      #expect(await stage.run.show(words, ResultOptions()) == 0, "\(words)")
      #expect(stage.streams.results.first == "Virtual cross connect \(id)")
      #expect(stage.transport.received.count == 1)
      stage.expectNoKey(["yFV4wEPtPVPfDUGLWiyQzwga"])
    }
  }

  @Test func `of several that are meant each is told`() async {
    let stage = Stage { [two] _, _ in
      .data(.array(two.elements + [.connect(.aws, ["id": .string("2d")])]))
    }
    #expect(await stage.run.show("test interface", ResultOptions()) == 2)
    #expect(
      stage.streams.words == [
        "vxc: Several cross connects may be meant by \"test interface\". Name one by its ID:",
        "  0ccc7b54-4df3-4bca-a65a-3da1ecc777f0  test interface", "  2d  test interface",
      ])
    #expect(await Stage { _, _ in .data(.array([])) }.run.show("x", ResultOptions()) == 4)
  }

  @Test func `a name that is the beginning of another's identifier names neither`() async {
    let both: JSONValue = .array([
      .connect(.aws, ["name": .string("first")]),
      .connect(.aws, ["id": .string("2d"), "name": .string("0ccc")]),
    ])
    let stage = Stage { _, _ in .data(both) }
    #expect(await stage.run.show("0ccc", ResultOptions()) == 2)
    #expect(
      stage.streams.words == [
        "vxc: Several cross connects may be meant by \"0ccc\". Name one by its ID:",
        "  0ccc7b54-4df3-4bca-a65a-3da1ecc777f0  first", "  2d  0ccc",
      ])
    let whole = Stage { _, _ in .data(both) }
    #expect(await whole.run.show("2D", ResultOptions()) == 0, "a whole identifier names one")
  }

  @Test func `a row that is listed twice is one cross connect`() async {
    let stage = Stage { _, _ in .data(.array([.connect(), .connect()])) }
    #expect(await stage.run.show("test interface", ResultOptions()) == 0, "\(stage.streams.words)")
  }

  @Test(arguments: [("test interface", 4), ("0ccc7b54", 4), ("2d", 0)])
  func `in a list without its end only a whole identifier names one`(
    words: String, code: Int32
  ) async {
    let stage = Stage { request, _ in
      request.path.contains("number%5D=1")
        ? .json(
          .object([
            "data": .array([.connect(), .connect(.azure, ["id": .string("2d"), "name": .null])]),
            "meta": .object(["total_pages": .integer(2)]),
          ]))
        : .refusal(400, code: "10015", "No.")
    }
    #expect(await stage.run.show(words, ResultOptions()) == code, "\(stage.streams.words)")
  }

  @Test func `an identifier in capitals is the same`() async {
    let stage = Stage { request, _ in
      request.path.hasSuffix(JSONValue.sampleID)
        ? .data(.connect()) : .refusal(404, code: "10005", "Not there.")
    }
    #expect(await stage.run.show(JSONValue.sampleID.uppercased(), ResultOptions()) == 0)
  }
}
