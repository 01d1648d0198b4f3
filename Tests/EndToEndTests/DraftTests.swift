import CrossConnect
import Flows
import FoundationEssentials
import TestSupport
import Testing

/// What of one run the next one finds.
@Suite struct DraftTests {
  @Test(arguments: [("HUP", 129 as Int32), ("TERM", 143)])
  func `what was typed when a signal ended it is resumed, and ordered`(
    signal: String, status: Int32
  ) async throws {
    try await Runs.make { runs in
      try await runs.run { stage in
        try await stage.nameIt("kept")
        try await stage.chooseRegion("ashburn-va")
        try await stage.terminal.choose("AWS", of: "Cloud provider")
        try await stage.terminal.choose("us-east-1", of: "AWS region")
        try await stage.terminal.wait(forFocusOn: "AWS account ID")
        try await stage.terminal.type("123456789012")
        try await stage.terminal.wait(for: "AWS account ID         123456789012")
        try await stage.terminal.signal(signal)
        let ended = try await stage.terminal.exitStatus()
        #expect(ended == status)
      }
      try await runs.run { stage in
        try await stage.terminal.wait(for: "There is a draft")
        try await stage.expect("draft-found")
        try await stage.terminal.press("Enter")
        try await stage.terminal.wait(for: "[3 Provider]")
        try await stage.terminal.wait(for: "Draft of ")
        try await stage.terminal.pressButton("Next")
        try await stage.terminal.wait(for: "[4 Bandwidth]")
        try await stage.chooseBandwidth("50 Mbps")
        try await stage.leaveCircuitsToTelnyx()
        try await stage.terminal.order()
        try await stage.terminal.wait(for: "Saved: ~/.local/state/vxc/receipts/")
        let ended = try await stage.terminal.leaveResult()
        #expect(ended == 0)
        let left = try await stage.terminal.scrollback()
        let name = try #require(runs.files(in: .receipts).first)
        #expect(left.contains("Saved: ~/.local/state/vxc/receipts/\(name) (0600, without keys)"))
      }
      #expect(runs.files(in: .drafts) == [])
      #expect(runs.files(in: .receipts).count == 1)
    }
  }

  @Test func `a killed program has kept what was on the pages before`() async throws {
    try await Runs.make { runs in
      try await runs.run { stage in
        try await stage.nameIt("killed")
        try await stage.terminal.wait(for: "Draft saved ")
        try await stage.terminal.signal("KILL")
        _ = try await stage.terminal.exitStatus()
      }
      try await runs.run { stage in
        let offer = try await stage.terminal.wait(for: "There is a draft")
        #expect(offer.contains("VXC name               killed"))
      }
    }
  }

  @Test func `a closed terminal has kept what was being typed`() async throws {
    try await Runs.make { runs in
      try await runs.run { stage in
        try await stage.terminal.choose("prod-core", of: "Network")
        try await stage.terminal.wait(forFocusOn: "VXC name")
        try await stage.terminal.type("half a na")
        try await stage.terminal.wait(for: "VXC name               half a na")
      }
      try await runs.run { stage in
        let offer = try await stage.terminal.wait(for: "There is a draft")
        #expect(offer.contains("VXC name               half a na"))
      }
    }
  }

  @Test func `a draft is kept, discarded, or left for another time`() async throws {
    try await Runs.make { runs in
      try await runs.run { stage in
        try await stage.nameIt("one")
        try await stage.terminal.press("C-c")
        try await stage.terminal.wait(for: ">[ Keep draft and quit ]")
        try await stage.terminal.press("Enter")
        let ended = try await stage.terminal.exitStatus()
        #expect(ended == 130)
        let left = try await stage.terminal.scrollback()
        #expect(left.contains("Draft kept, without keys: ~/.local/state/vxc/drafts/"))
      }
      #expect(runs.files(in: .drafts).count == 1)
      try await runs.run { stage in
        try await stage.terminal.wait(for: "There is a draft")
        try await stage.terminal.pressButton("Leave it")
        try await stage.nameIt("two")
        try await stage.terminal.press("C-c")
        try await stage.terminal.wait(for: ">[ Keep draft and quit ]")
        try await stage.terminal.pressButton("Discard and quit")
        let ended = try await stage.terminal.exitStatus()
        #expect(ended == 130)
        let left = try await stage.terminal.scrollback()
        #expect(!left.contains("Draft kept"))
      }
      #expect(runs.files(in: .drafts).count == 1)
      try await runs.run { stage in
        let offer = try await stage.terminal.wait(for: "There is a draft")
        #expect(offer.contains("VXC name               one"))
        try await stage.terminal.pressButton("Discard")
        try await stage.terminal.wait(for: "type to filter")
        try await stage.terminal.press("C-c", "C-c")
        _ = try await stage.terminal.exitStatus()
      }
      #expect(runs.files(in: .drafts) == [])
    }
  }

  @Test func `a draft that is open elsewhere is not offered, and said so`() async throws {
    try await Runs.make { runs in
      try await runs.run { first in
        try await first.nameIt("one")
        try await first.terminal.wait(for: "Draft saved ")
        try await runs.run { second in
          try await second.terminal.wait(
            for: "Another vxc has a draft open; it is not offered here.")
          try await second.nameIt("two")
          try await second.terminal.wait(for: "Draft saved ")
          #expect(runs.files(in: .drafts).count == 2)
        }
      }
      try await runs.run { stage in
        try await stage.terminal.wait(for: "There is a draft")
        try await stage.terminal.wait(for: "1 older draft follows.")
      }
    }
  }

  @Test func `what can't be read is set aside and kept`() async throws {
    try await Runs.make { runs in
      let drafts = runs.home.path + "/" + Runs.state + "drafts"
      try FileManager.default.createDirectory(
        atPath: drafts, withIntermediateDirectories: true)
      try Data("{".utf8).write(to: URL(filePath: drafts + "/a.json"))
      try await runs.run { stage in
        try await stage.terminal.wait(
          for: "A draft was set aside, since it can't be read: a.json.damaged")
      }
      #expect(runs.files(in: .drafts) == ["a.json.damaged"])
    }
  }
}
