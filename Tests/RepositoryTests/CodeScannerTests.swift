import Testing

@Suite struct CodeScannerTests {
  @Test func `comments and the text in strings are no code`() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: #"""
        let url = "https://x" // print(
        /// try!
        let text = """
          fatalError("no")
          """ + name
        let quote = "a \" print( \" b" + #"raw " here"#; call()
        """#)
    #expect(
      file.code == [
        #"let url = "" "#, "", #"let text = """#, "", " + name",
        #"let quote = "" + ""; call()"#,
      ])
  }

  @Test func `imports are found whatever stands before them`() {
    let file = SourceFile(
      path: "Sources/X/Y.swift",
      text: """
        import A
        public import B
        @testable import C
        @preconcurrency internal import struct D.Name
        // import E
        let important = F
        """)
    #expect(file.imports.map(\.module) == ["A", "B", "C", "D"])
    #expect(file.imports.map(\.line) == [1, 2, 3, 4])
  }

  @Test func `a violation names the file, the line and what stands there`() {
    let file = SourceFile(path: "Sources/X/Y.swift", text: "a\n  try! b()\n\"try! c\"\n")
    #expect(file.violations(of: /\btry!/) == ["Sources/X/Y.swift:2:   try! b()"])
    #expect(file.violations(inTextOf: /\btry!/).count == 2)
    #expect(file.target == "X")
  }
}
