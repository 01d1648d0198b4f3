import CrossConnect
import Flows
import FoundationEssentials
import SandboxServer
import TelnyxAPI
import TestSupport
import Testing

/// What is in files, what isn't, and what happens when none can be written.
@Suite struct KeptFileTests {
  private static let pairingKey = "7e51371e-72a3-40b5-b844-2e3efefaee59/us-east4/1"
  private static let bgpKey = "ssNOzjPPZuHlHWnFuCJ8Q7bC"

  @Test func `no key is in any file`() async throws {
    try await Runs.make { runs in
      let secrets = [runs.sandbox.key.revealed, Self.pairingKey, Self.bgpKey]
      try await runs.run { stage in
        try await fillInGoogle(stage)
        try await stage.terminal.press("C-c")
        try await stage.terminal.wait(for: ">[ Keep draft and quit ]")
        try await stage.terminal.press("Enter")
        _ = try await stage.terminal.exitStatus()
      }
      #expect(runs.files(in: .drafts).count == 1)
      #expect(secrets.filter(runs.everythingWritten.contains) == [])
      try await runs.run { stage in
        try await stage.terminal.wait(for: "Type again: Pairing key, Primary BGP key.")
        try await stage.terminal.press("Enter")
        try await stage.terminal.wait(for: "[6 Review]")
        try await stage.terminal.wait(for: "No draft keeps it; type it again.")
        try await stage.terminal.press("3")
        try await stage.terminal.wait(for: "[3 Provider]")
        try await stage.terminal.tab(to: "> Pairing key")
        try await stage.terminal.enter(Self.pairingKey, into: "Pairing key")
        try await stage.terminal.pressButton("Next")
        try await stage.terminal.wait(for: "[6 Review]")
        try await stage.terminal.order()
        try await stage.terminal.wait(for: "Saved: ~/.local/state/vxc/receipts/")
        try await stage.terminal.press("s")
        _ = try await stage.terminal.leaveResult()
      }
      #expect(runs.files(in: .drafts) == [])
      #expect(runs.files(in: .receipts).count == 1)
      #expect(secrets.filter(runs.everythingWritten.contains) == [])
    }
  }

  private func fillInGoogle(_ stage: Stage) async throws {
    try await stage.nameIt("secret")
    try await stage.chooseRegion("ashburn-va")
    try await stage.terminal.choose("Google", of: "Cloud provider")
    try await stage.terminal.choose("us-east4", of: "Google Cloud region")
    try await stage.terminal.enter(Self.pairingKey, into: "Pairing key")
    try await stage.terminal.goOn(to: "4 Bandwidth")
    try await stage.chooseBandwidth("50 Mbps")
    try await stage.terminal.reach("Primary BGP key")
    try await stage.terminal.enter(Self.bgpKey, into: "Primary BGP key")
    try await stage.leaveCircuitsToTelnyx()
  }

  @Test func `an order whose outcome is unknown is looked for by the next run`() async throws {
    try await Runs.make { runs in
      try await runs.run { stage in
        try await stage.fillInAWS(name: "slow")
        try await stage.terminal.order()
        _ = try await stage.terminal.wait(until: "the order has arrived") { _ in
          !stage.sandbox.recordedRequests.allSatisfy { $0.method == .get }
        }
        try await stage.terminal.signal("KILL")
        _ = try await stage.terminal.exitStatus()
      }
      try await runs.run { stage in
        try await stage.terminal.wait(for: "An order was sent at ")
        try await stage.expect("draft-found-ordered")
        try await stage.terminal.press("Enter")
        try await stage.terminal.wait(for: "vxc found it on its network")
        try await stage.terminal.wait(for: "created, not active yet")
        #expect(try stage.changes.count == 1)
        _ = try await stage.terminal.leaveResult()
      }
      #expect(runs.files(in: .drafts) == [])
      #expect(runs.files(in: .receipts).count == 1)
    }
  }

  @Test func `where nothing can be written, one is told, and can order all the same`() async throws
  {
    try await Runs.make { runs in
      try Data().write(to: URL(filePath: runs.home.path + "/.local"))
      try await runs.run { stage in
        try await stage.terminal.wait(for: "Drafts can't be kept: a file is where a folder")
        try await stage.fillInAWS(name: "unkept")
        try await stage.terminal.wait(for: "Draft not saved: a file is where a folder should be")
        try await stage.terminal.orderUnrecorded()
        try await stage.terminal.wait(for: "created, not active yet")
        try await stage.terminal.wait(for: "Not saved (s tries again): a file is where")
        let ended = try await stage.terminal.leaveResult()
        #expect(ended == 0)
        let left = try await stage.terminal.scrollback()
        #expect(left.contains("This answer was not saved: a file is where a folder should be"))
      }
    }
  }

  @Test func `without a home one is told`() async throws {
    try await Runs.make { runs in
      try await runs.run(environment: ["HOME": nil]) { stage in
        try await stage.terminal.wait(for: "Drafts can't be kept: neither HOME nor XDG_STATE_HOME")
        try await stage.nameIt("unkept")
      }
    }
  }

  @Test func `a demo keeps nothing`() async throws {
    try await TmuxSession.run(BuiltProgram.path, ["demo"]) { terminal in
      try await terminal.choose("prod-edge", of: "Network")
      try await terminal.enter("demo", into: "VXC name")
      try await terminal.goOn(to: "2 Region")
      try await terminal.press("C-c")
      try await terminal.wait(for: "A demo's answers are not kept.")
      try await terminal.pressButton("Leave")
      let ended = try await terminal.exitStatus()
      #expect(ended == 130)
      #expect(terminal.home.files.filter { $0.contains("vxc") } == [])
    }
  }
}
