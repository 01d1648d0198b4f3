import TestSupport
import Testing

/// The modules know each other in one direction only, and each library has one owner.
@Suite struct ModuleBorderTests {
  /// What each target may import beside the standard library and its `Synchronization`; a new
  /// dependency needs a word here.
  private let mayImport: [String: Set<String>] = [
    "CrossConnect": ["FoundationEssentials"],
    "TelnyxAPI": ["CrossConnect", "FoundationEssentials"],
    "Flows": ["CrossConnect", "TelnyxAPI", "FoundationEssentials"],
    "Presentation": ["CrossConnect", "TelnyxAPI", "Flows", "FoundationEssentials"],
    "NetworkTransport": [
      "CrossConnect", "TelnyxAPI", "Dispatch", "FoundationEssentials", "Glibc",
      "AsyncHTTPClient", "Logging", "NIOCore", "NIOHTTP1", "NIOPosix", "NIOSSL",
    ],
    "LocalStorage": ["CrossConnect", "TelnyxAPI", "Flows", "FoundationEssentials", "Glibc"],
    "TerminalUI": ["CrossConnect", "TelnyxAPI", "Flows", "Presentation", "FoundationEssentials"],
    "PlainUI": ["CrossConnect", "TelnyxAPI", "Flows", "Presentation", "FoundationEssentials"],
    "Commands": ["CrossConnect", "TelnyxAPI", "Flows", "Presentation", "FoundationEssentials"],
    "TerminalIO": ["CTerminal"],
    "NcursesTerminal": [
      "CrossConnect", "TerminalUI", "TerminalIO", "CNcurses", "FoundationEssentials",
    ],
    "LineTerminal": ["CrossConnect", "PlainUI", "TerminalIO", "Glibc"],
    "SandboxServer": [
      "CrossConnect", "TelnyxAPI", "FoundationEssentials", "Glibc",
      "HTTPTypes", "Hummingbird", "Logging", "NIOCore", "NIOHTTPTypes", "ServiceLifecycle",
    ],
    "vxc": [
      "CrossConnect", "TelnyxAPI", "Flows", "Presentation", "LocalStorage", "NetworkTransport",
      "Commands", "LineTerminal", "NcursesTerminal", "PlainUI",
      "SandboxServer", "TerminalIO", "TerminalUI", "ArgumentParser", "FoundationEssentials",
      "Dispatch", "Glibc", "Subprocess", "SystemPackage",
    ],
  ]

  @Test func `modules import only in the direction of the diagram`() throws {
    let files = try SourceFile.sources.get()
    #expect(!files.isEmpty)
    let violations = files.flatMap { file in
      file.imports
        .filter { $0.module != "Synchronization" }
        .filter { mayImport[file.target]?.contains($0.module) != true }
        .map { "\(file.path):\($0.line): import \($0.module)" }
    }
    #expect(violations == [])
  }

  @Test func `every target is in the diagram`() throws {
    let targets = Set(try SourceFile.files(in: "Sources").map(\.target))
    #expect(targets.subtracting(mayImport.keys) == ["CNcurses", "CTerminal"])
  }

  @Test(arguments: [
    ("CNcurses", ["NcursesTerminal"]),
    ("CTerminal", ["TerminalIO"]),
    ("TerminalIO", ["LineTerminal", "NcursesTerminal", "vxc"]),
    ("AsyncHTTPClient", ["NetworkTransport"]),
    ("NIO", ["NetworkTransport", "SandboxServer"]),
    ("Hummingbird", ["SandboxServer"]),
    ("ArgumentParser", ["vxc"]),
  ])
  func `a library has its owner`(library: String, owners: [String]) {
    let users = mayImport.filter { $0.value.contains { $0.hasPrefix(library) } }.keys
    #expect(users.sorted() == owners)
  }

  @Test func `a provider is named only by its rules, and by the sandbox`() throws {
    let exempt = [
      "Sources/CrossConnect/Providers/", "Sources/CrossConnect/Vocabulary/CloudProvider.swift",
      "Sources/SandboxServer/",
    ]
    let violations = try SourceFile.sources.get()
      .filter { file in !exempt.contains { file.path.hasPrefix($0) } }
      .flatMap { $0.violations(of: /\.(aws|azure|googleCloud)\b/) }
    #expect(violations == [])
  }

  @Test func `the sandbox has the API's rules of its own, not the form's`() throws {
    let pattern =
      #/
      \b(ASN|ASCII|Bandwidth|BGPKey|Circuit|CloudAccount|CloudProvider|Draft|FieldDescriptor|Finding|
      Location|PairingKey|PeerAddress|ProviderRules)\b
      /#
    let violations = try SourceFile.sources.get().filter { $0.target == "SandboxServer" }
      .flatMap { $0.violations(of: pattern) }
    #expect(violations == [])
  }

  /// What has no clock, environment, network, terminal or chance of its own.
  private static let core: Set = ["CrossConnect", "TelnyxAPI", "Flows", "Presentation"]

  @Test func `the core has no clock, no environment, no files, no chance and no output`() throws {
    let pattern =
      #/
      \bDate\(\) | \bDate\.now\b | \bClock\(\) | \bTask\.sleep\b | \bProcessInfo\b | \bgetenv\b |
      \bCommandLine\b | \bFileManager\b | \bFileHandle\b | \bUUID\(\) | \brandomElement\(\) |
      \bSystemRandomNumberGenerator\b | \b(debugPrint|print|dump|readLine)\(
      /#
    let violations = try SourceFile.sources.get().filter { Self.core.contains($0.target) }
      .flatMap { $0.violations(of: pattern) }
    #expect(violations == [])
  }

  @Test func `only the ncurses target writes escape sequences`() throws {
    let violations = try SourceFile.sources.get()
      // The sandbox sends some as hostile text, for others to make harmless.
      .filter { !["NcursesTerminal", "SandboxServer"].contains($0.target) }
      .flatMap { $0.violations(inTextOf: /\\u\{0*1[bB]\}[\[\]\\PO(]/) }
    #expect(violations == [])
  }
}
