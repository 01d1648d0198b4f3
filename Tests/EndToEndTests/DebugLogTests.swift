import CrossConnect
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

@Suite struct DebugLogTests {
  private static let serviceKey = "5e8c9b1a-0f43-4d2c-8a71-3b6d9e2f7c10"
  private static let pairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/europe-west3/1"
  private static let secondaryPairingKey = "b2b95a7c-4d1f-4c7e-9a54-6c7f2f1f0d37/europe-west3/2"
  private static let bgpKey = "ssNOzjPPZuHlHWnFuCJ8Q7bC"

  @Test func `an order with a service key leaves no secret behind`() async throws {
    try await logging { stage in
      let terminal = stage.terminal
      try await stage.nameIt("azure-prod")
      try await stage.chooseRegion("frankfurt-de")
      try await terminal.choose("Azure", of: "Cloud provider")
      try await terminal.choose("Frankfurt", of: "Azure region")
      try await terminal.enter(Self.serviceKey, into: "Service key")
      try await terminal.goOn(to: "4 Bandwidth")
      try await terminal.press("Enter")
      try await terminal.goOn(to: "5 Circuits")
      for label in ["Azure-side ASN", "Primary Telnyx IP", "Primary Azure IP"] {
        try await terminal.pass(label)
      }
      try await terminal.enter(Self.bgpKey, into: "Shared BGP key")
    } finding: { home, log in
      #expect(log.contains("POST "))
      #expect(log.contains(#""primary_cloud_account_id":<string, 36 characters>"#))
      #expect(log.contains(#""primary_bgp_key":<string, 24 characters>"#))
      #expect(home.files(holding: Self.serviceKey) == [])
    }
  }

  @Test func `an order with two pairing keys leaves no secret behind`() async throws {
    try await logging { stage in
      let terminal = stage.terminal
      try await stage.nameIt("gcp-both")
      try await stage.chooseRegion("frankfurt-de")
      try await terminal.choose("Google", of: "Cloud provider")
      try await terminal.choose("europe-west3", of: "Google Cloud region")
      try await terminal.enter(Self.pairingKey, into: "Pairing key")
      try await terminal.goOn(to: "4 Bandwidth")
      try await stage.chooseBandwidth("1000 Mbps")
      try await terminal.reach("Primary BGP key")
      try await terminal.enter(Self.bgpKey, into: "Primary BGP key")
      try await terminal.reach("Secondary circuit")
      try await terminal.choose("Yes, my own values", of: "Secondary circuit", filter: "own")
      try await terminal.enter(Self.secondaryPairingKey, into: "Secondary pairing key")
    } finding: { home, log in
      #expect(log.contains(#""secondary_cloud_account_id":<string, 51 characters>"#))
      for key in [Self.pairingKey, Self.secondaryPairingKey] {
        #expect(home.files(holding: String(key.prefix(36))) == [])
      }
    }
  }

  /// Orders with a debug log, and searches what is left.
  ///
  /// - Parameters:
  ///   - answer: Fills in the form as far as the circuits.
  ///   - find: Takes the home folder and the log.
  /// - Throws: What they throw.
  private func logging(
    _ answer: (Stage) async throws -> Void, finding find: (TemporaryFolder, String) throws -> Void
  ) async throws {
    try await TemporaryFolder.make { home in
      let path = home.path + "/vxc.log"
      try await Stage.open(arguments: ["--debug-log", path], home: home, inShell: true) { stage in
        let terminal = stage.terminal
        try await answer(stage)
        try await terminal.press("PageDown")
        try await terminal.wait(for: "[6 Review]")
        try await terminal.order()
        try await terminal.wait(for: "created, not active yet")
        try await terminal.wait(for: "q leave")
        try await terminal.press("End", until: "Record type")
        try await terminal.pressLeave()
        try await terminal.wait(for: "exit status 0")
        let left = try await terminal.scrollback()
        for secret in [stage.key, Self.bgpKey] {
          #expect(!left.contains(secret))
          #expect(home.files(holding: secret) == [])
        }
      }
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
      try find(home, home.text(of: "vxc.log"))
    }
  }

  @Test func `the kernel tells nobody the key of a process, nor dumps it`() async throws {
    try await Stage.open { stage in
      try await stage.nameIt("secret")
      let folder = try await "/proc/\(stage.terminal.processID())/"
      for name in ["cmdline", "environ"] {
        // The environment is the superuser's alone, who runs tests in a container.
        guard let data = FileManager.default.contents(atPath: folder + name) else { continue }
        #expect(!String(decoding: data, as: UTF8.self).contains(stage.key), "in \(name)")
      }
      let limits = try String(contentsOfFile: folder + "limits", encoding: .utf8)
      #expect(limits.contains(/Max core file size +0 +0 +bytes/))
      let owner = try FileManager.default.attributesOfItem(atPath: folder + "environ")
      #expect(owner[.ownerAccountID] as? Int == 0, "what can be dumped belongs to its user")
    }
  }

  @Test func `a log that can grow no more stops no order`() async throws {
    let sandbox = try await Sandbox.start(.init()) { Date.now }
    let script = "ulimit -f 1; \"$0\" --debug-log ~/vxc.log; echo exit status $?; exec cat"
    let variables: [String: String?] = [
      "TELNYX_BASE_URL": sandbox.baseURL.description, "TELNYX_API_KEY": sandbox.key.revealed,
    ]
    try await TmuxSession.run("sh", ["-c", script, BuiltProgram.path], environment: variables) {
      let stage = Stage(terminal: $0, sandbox: sandbox)
      try await stage.fillInAWS(name: "small-disk")
      try await stage.terminal.orderUnrecorded()
      try await stage.terminal.wait(for: "created, not active yet")
      try await stage.terminal.wait(for: "q leave")
      try await stage.terminal.press("End", until: "Record type")
      try await stage.terminal.pressLeave()
      try await stage.terminal.wait(for: "exit status 0")
      #expect(try stage.changes.count == 1)
      // The folder's name decides where the line is broken, be it at a space or in a word.
      let left = try await stage.terminal.scrollback().filter { !$0.isWhitespace }
      #expect(left.contains("vxc.log\"endstooearly:Filetoolarge."))
    }
    await sandbox.stop()
  }
}

/// What is refused before there is a screen.
@Suite struct DebugLogRefusalTests {
  @Test func `a log that can't be kept private is refused`() async throws {
    try await TemporaryFolder.make { home in
      let files = FileManager.default
      let open = home.path + "/open.log"
      _ = files.createFile(
        atPath: open, contents: Data("old\n".utf8), attributes: [.posixPermissions: 0o640])
      try files.createSymbolicLink(atPath: home.path + "/link.log", withDestinationPath: open)
      let refusals = [
        "open.log":
          "can't be used: others have access to it (mode 640); chmod 600 it, or name another file.",
        "link.log": "can't be opened: it is a symbolic link; name the file itself.",
        "": "can't be opened: it is not a regular file.",
        "none/vxc.log": "can't be opened: No such file or directory.",
      ]
      for (name, refusal) in refusals {
        let path = home.path + "/" + name
        let result = try await run(["--debug-log", path], home: home)
        #expect(result.status == 2)
        #expect(result.output == "")
        #expect(result.errors == "vxc: The debug log \"\(path)\" \(refusal)\n")
      }
      #expect(try home.text(of: "open.log") == "old\n")
    }
  }

  @Test(arguments: ["KEY hush", "KEY\u{1}hush", "KEYhush\u{E9}"])
  func `a key that can't be one is refused without being quoted`(key: String) async throws {
    try await TemporaryFolder.make { home in
      let result = try await run([], home: home, environment: ["TELNYX_API_KEY": key])
      #expect(result.status == 3)
      #expect(
        result.errors.hasPrefix("vxc: The key from TELNYX_API_KEY can't be used. An API key "))
      #expect(!result.errors.contains("hush"))
    }
  }

  private func run(
    _ arguments: [String], home: TemporaryFolder, environment: [String: String?] = [:]
  ) async throws -> FinishedProcess {
    try await BuiltProgram.run(
      arguments, environment: TestEnvironment.variables(home: home.path, changes: environment))
  }
}

extension TemporaryFolder {
  /// The files in which a text can be read.
  fileprivate func files(holding text: String) -> [String] {
    files.filter { name in
      let data = FileManager.default.contents(atPath: path + "/" + name) ?? Data()
      return String(decoding: data, as: UTF8.self).contains(text)
    }
  }
}
