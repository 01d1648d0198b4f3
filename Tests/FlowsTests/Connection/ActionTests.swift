import CrossConnect
import FoundationEssentials
import Presentation
import TelnyxAPI
import TestSupport
import Testing

@testable import Flows

/// What is done with a cross connect: one request each, only what changes, nothing that would be refused.
@Suite struct ActionTests {
  private static let id = "0ccc7b54-4df3-4bca-a65a-3da1ecc777f0"

  private static func connect(
    _ provider: CloudProvider, _ changes: [String: JSONValue?] = [:]
  ) throws -> VirtualCrossConnect {
    try #require(VirtualCrossConnect.sample(provider, changes))
  }

  /// What can be done, as the request's body; what can't, as its reason.
  private static func offers(_ connect: VirtualCrossConnect) -> [String] {
    connect.offers.map { offer in
      offer.obstacle
        ?? offer.action.changes(for: connect.provider)?
        .map { "\($0.key)=\($0.value.jsonText)" }.joined(separator: " ") ?? "delete"
    }
  }

  private static let later = "Available once the status is \"provisioned\"."

  @Test func `AWS's circuit is enabled, disabled, and given routes once it is provisioned`() throws
  {
    let created = try Self.connect(.aws)
    #expect(
      Self.offers(created)
        == ["primary_enabled=true", Self.later, "secondary_enabled=true", "delete"])
    let provisioned = try Self.connect(
      .aws, ["status": .string("provisioned"), "primary_enabled": .bool(true)])
    #expect(
      Self.offers(provisioned) == [
        "primary_enabled=false", "primary_routing_announcement=true", "secondary_enabled=true",
        "delete",
      ])
    let announcing = try Self.connect(
      .aws,
      [
        "status": .string("provisioned"), "primary_enabled": .bool(true),
        "primary_routing_announcement": .bool(true),
      ])
    #expect(
      Self.offers(announcing) == [
        "primary_enabled=false", "primary_routing_announcement=false", "secondary_enabled=true",
        "delete",
      ])
  }

  @Test func `Azure's pair is one`() throws {
    #expect(
      Self.offers(try Self.connect(.azure)) == ["primary_enabled=true", Self.later, "delete"])
  }

  @Test func `Google's addresses come before anything is enabled`() throws {
    let connect = try Self.connect(
      .googleCloud, ["primary_cloud_ip": .null, "primary_telnyx_ip": .null])
    #expect(
      Self.offers(connect) == [
        "primary_cloud_ip=\"\" primary_telnyx_ip=\"\" primary_enabled=true",
        "First enter the addresses that Google shows.", Self.later,
        "Google has a secondary only if its pairing key was ordered with it.", "delete",
      ])
  }

  @Test(arguments: CloudProvider.allCases)
  func `nothing can be done with what is being deleted`(provider: CloudProvider) throws {
    #expect(Self.offers(try Self.connect(provider, ["status": .string("deleting")])) == [])
  }

  @Test func `an action is sent once, and what can't be done is not sent`() throws {
    var connection = Connection(try Self.connect(.aws), orderedAt: .answered)
    let enable = ConnectionAction.enable([.primary])
    #expect(connection.update(.actionPressed(.announce([.primary]))) == [])
    #expect(
      connection.update(.actionPressed(enable)).effects
        == [.perform(enable, id: Self.id, provider: .aws)])
    #expect(connection.update(.actionPressed(enable)) == [], "a second Enter must not do it twice")
    #expect(connection.isBusy)
    let enabled = try Self.connect(
      .aws, ["status": .string("provisioning"), "primary_enabled": .bool(true)])
    let reaction = connection.update(.performed(enable, .success(enabled), at: .answered))
    #expect(reaction.effects == [])
    #expect(!connection.isBusy && connection.connect.isEnabled(.primary))
  }

  @Test func `an answer that leaves it open is looked up at once, and told`() throws {
    var connection = Connection(try Self.connect(.aws), orderedAt: .answered)
    let enable = ConnectionAction.enable([.primary])
    _ = connection.update(.actionPressed(enable))
    let lost = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))
    let reaction = connection.update(.performed(enable, .failure(lost), at: .answered))
    #expect(reaction.effects == [.checkStatus(id: Self.id)])
    #expect(reaction.occurrences == [.failed(.notPerformed(enable, lost))])
  }

  @Test(arguments: [true, false])
  func `once a look tells what became of it, nobody is told that it isn't known`(
    isDone: Bool
  ) throws {
    var app = App.sample(.aws)
    let connect = try Self.connect(.aws)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(connect), at: .answered)))
    let enable = ConnectionAction.enable([.primary])
    let lost = APIFailure.outcomeUnknown(.lost(.timedOut(seconds: 30)))
    app.take(
      .connection(.sheetOpened(.commands)), .connection(.actionPressed(enable)),
      .connection(.performed(enable, .failure(lost), at: .answered)))
    #expect(app.connection?.sheet == nil, "the page says what is so")
    #expect(app.report == .notPerformed(enable, lost))
    app.take(.connection(.followAnswered(.failure(.notSent(.cancelled)), at: .answered)))
    #expect(
      app.report == .notLookedUp(enable, lost, look: .notSent(.cancelled)),
      "a look that fails settles nothing")
    #expect(Ending(of: app).code == 6)
    #expect(
      OutcomeText(of: app).leaving.first
        == "test interface: We do not know whether it was enabled. Check with vxc show \(Self.id).")
    let due = try #require(app.connection?.nextFollow)
    #expect(app.effects(of: .clockTicked(due)) == [.checkStatus(id: Self.id)], "it asks again")
    let now = try Self.connect(.aws, ["primary_enabled": .bool(isDone)])
    let reaction = app.update(.connection(.followAnswered(.success(now), at: .answered)))
    #expect(app.report == (isDone ? nil : .notDone(enable, lost)))
    #expect(reaction.occurrences.contains(.settled(enable)) == isDone)
    #expect(app.connection?.nextFollow == nil && Ending(of: app).code == 0)
  }

  @Test(arguments: [APIFailure.notSent(.cancelled), .refused(status: 422, [])])
  func `another action does not end the doubt about one before`(failure: APIFailure) throws {
    var app = App.sample(.aws)
    let connect = try Self.connect(.aws)
    let enable = ConnectionAction.enable([.primary])
    let lost = APIFailure.outcomeUnknown(.status(504, []))
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(connect), at: .answered)),
      .connection(.actionPressed(enable)),
      .connection(.performed(enable, .failure(lost), at: .answered)),
      .connection(.followAnswered(.failure(.notSent(.cancelled)), at: .answered)),
      .connection(.actionPressed(enable)),
      .connection(.performed(enable, .failure(failure), at: .answered + 1)))
    #expect(
      app.report == .notLookedUp(enable, lost, look: failure), "it may have been enabled before")
    #expect(Ending(of: app).code == 6 && app.connection?.openActions == [enable])
    let due = try #require(app.connection?.nextFollow)
    #expect(app.effects(of: .clockTicked(due)) == [.checkStatus(id: Self.id)])
    app.take(.connection(.followAnswered(.success(connect), at: due)))
    #expect(app.report == .notDone(enable, lost) && Ending(of: app).code == 0)
  }

  @Test func `an action that is refused ends no wait, and a new key looks for one in doubt`() throws
  {
    var app = App.sample(.aws)
    let connect = try Self.connect(.aws)
    let enable = ConnectionAction.enable([.primary])
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(connect), at: .answered)),
      .connection(.waitPressed), .connection(.followAnswered(.success(connect), at: .answered)),
      .connection(.actionPressed(enable)),
      .connection(.performed(enable, .failure(.refused(status: 422, [])), at: .answered)))
    #expect(app.connection?.isWaiting == true)
    app.take(
      .connection(.actionPressed(enable)),
      .connection(
        .performed(enable, .failure(.outcomeUnknown(.status(504, []))), at: .answered)),
      .connection(
        .followAnswered(.failure(.keyRejected(status: 401, [])), at: .answered)))
    #expect(app.place == .signIn && Ending(of: app).code == 6)
    app.take(.session(.keyEntered(Secret("KEY-ANOTHER"))))
    #expect(app.effects(of: .session(.keyChecked(nil))) == [.checkStatus(id: Self.id)])
  }

  @Test func `an answer to another action tells of the one before, and ends the asking`() throws {
    var app = App.sample(.aws)
    let connect = try Self.connect(.aws)
    let enable = ConnectionAction.enable([.primary])
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(connect), at: .answered)),
      .connection(.actionPressed(enable)),
      .connection(
        .performed(enable, .failure(.outcomeUnknown(.status(504, []))), at: .answered)),
      .connection(.actionPressed(enable)))
    let enabled = try Self.connect(.aws, ["primary_enabled": .bool(true)])
    let reaction = app.update(
      .connection(.performed(enable, .success(enabled), at: .answered + 1)))
    #expect(reaction.occurrences.contains(.settled(enable)))
    #expect(app.connection?.nextFollow == nil && app.connection?.openActions == [])
    #expect(app.report == nil)
  }

  @Test func `addresses that come back without their prefix are those that were sent`() throws {
    let pair = ConnectionAction.AddressPair(telnyx: "169.254.1.1/29", cloud: "169.254.1.2/29")
    let action = ConnectionAction.setAddresses([.primary: pair])
    let lost = APIFailure.outcomeUnknown(.status(504, []))
    let answers: [(VirtualCrossConnect.Members, Report?)] = [
      (
        ["primary_telnyx_ip": .string("169.254.1.1"), "primary_cloud_ip": .string("169.254.1.2")],
        nil
      ),
      (
        ["primary_telnyx_ip": .string("169.254.1.1")],
        .notAllDone(action, lacking: [], in: try Self.connect(.googleCloud))
      ),
      ([:], .notDone(action, lost)),
    ]
    for (changes, report) in answers {
      var connection = Connection(try Self.connect(.googleCloud), orderedAt: nil)
      _ = connection.update(.actionPressed(action))
      _ = connection.update(.performed(action, .failure(lost), at: .answered))
      let enabled =
        changes.isEmpty ? changes : changes.merging(["primary_enabled": .bool(true)]) { $1 }
      let now = try Self.connect(.googleCloud, enabled)
      let told = connection.update(.followAnswered(.success(now), at: .answered)).occurrences
      switch report {
      case nil: #expect(told.contains(.settled(action)))
      case .notAllDone:
        #expect(told.contains(.failed(.notAllDone(action, lacking: ["primary_cloud_ip"], in: now))))
      case let report?: #expect(told.contains(.failed(report)))
      }
    }
  }

  @Test func `a deletion of unknown outcome is settled once it is gone`() throws {
    var app = App.opened()
    let connect = try Self.connect(.aws)
    app.take(
      .inventory(.opened), .inventory(.connectsLoaded(.success([connect]), at: .answered)),
      .inventory(.chosen(connect.id)), .connection(.actionPressed(.delete)),
      .connection(.actionPressed(.delete)),
      .connection(
        .performed(.delete, .failure(.outcomeUnknown(.status(500, []))), at: .answered)))
    #expect(Ending(of: app).code == 6)
    app.take(
      .connection(.followAnswered(.failure(.refused(status: 404, [])), at: .answered)))
    #expect(app.connection?.isGone == true && app.connection?.openActions == [])
    #expect(Ending(of: app).code == 0)
    #expect(OutcomeText(of: app).leaving == ["Nothing was ordered."])
  }

  @Test func `an answer that does not show what was sent is told`() throws {
    var app = App.sample(.googleCloud)
    let connect = try Self.connect(.googleCloud)
    let pair = ConnectionAction.AddressPair(telnyx: "169.254.1.1/29", cloud: "169.254.1.2/29")
    let action = ConnectionAction.setAddresses([.primary: pair])
    let answered: VirtualCrossConnect.Members = [
      "primary_enabled": .bool(true), "primary_cloud_ip": .string("169.254.1.2"),
    ]
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(connect), at: .answered)),
      .connection(.actionPressed(action)),
      .connection(
        .performed(action, .success(try Self.connect(.googleCloud, answered)), at: .answered)))
    #expect(
      app.report.map(FailureReport.init)
        == FailureReport(
          title: "Telnyx's answer does not show that all of it was changed",
          lines: ["Not as sent: Primary Telnyx IP.", "Check the status before you try again."]))
    #expect(app.connection?.connect.offers.first?.action.circuits == [.primary], "once more")
  }

  @Test func `an open form for addresses closes once Telnyx takes them no more`() throws {
    let connect = try Self.connect(.googleCloud)
    var connection = Connection(connect, orderedAt: nil)
    _ = connection.update(.sheetOpened(.addresses))
    _ = connection.update(.followAnswered(.success(connect), at: .answered))
    #expect(connection.sheet == .addresses)
    let later = try Self.connect(.googleCloud, ["status": .string("provisioning")])
    _ = connection.update(.followAnswered(.success(later), at: .answered))
    #expect(connection.sheet == nil)
  }

  @Test func `Google's addresses are offered only while Telnyx takes them`() throws {
    let connect = try Self.connect(.googleCloud, ["status": .string("provisioned")])
    let late =
      "Telnyx takes Google's addresses only while the status is \"created\": order another."
    #expect(
      connect.offers.prefix(2).map(\.obstacle) == [late, late], "neither to set, nor to enable")
  }

  @Test func `while an action waits for its answer its page stays, and leaving is asked about`()
    throws
  {
    var app = App.opened()
    let connect = try Self.connect(.aws)
    let enable = ConnectionAction.enable([.primary])
    app.take(
      .inventory(.opened), .inventory(.connectsLoaded(.success([connect]), at: .answered)),
      .inventory(.chosen(connect.id)),
      .connection(.followAnswered(.success(connect), at: .answered)),
      .connection(.actionPressed(enable)))
    app.take(.connectionClosed, .inventory(.opened), .anotherPressed)
    #expect(app.place == .result && app.connection?.action == enable)
    #expect(app.update(.quitConfirmed).effects == [])
    #expect(app.caution == .leavesAction(enable))
    #expect(app.update(.quitConfirmed).effects == [.leave])
    #expect(Ending(of: app).code == 6)
    let farewell = ReportText.farewell(of: try #require(app.connection), now: .answered)
    #expect(farewell.first?.contains("We do not know whether it was enabled") == true)
  }

  @Test(arguments: [true, false])
  func `an action of unknown outcome is not forgotten when its page is left`(
    isOrdered: Bool
  ) throws {
    let connect = try Self.connect(.aws)
    let other = try Self.connect(.azure, ["id": .string("other")])
    let enable = ConnectionAction.enable([.primary])
    let listed = App.Event.inventory(.connectsLoaded(.success([connect, other]), at: .answered))
    var app = isOrdered ? App.sample(.aws) : .opened()
    if isOrdered {
      app.take(
        .form(.submitPressed), .noted,
        .submission(.orderAnswered(.success(connect), at: .answered)),
        .records(.receiptSaved(path: "~/receipt", at: .answered)),
        .connection(.keysSeen(.shown)))
    } else {
      app.take(.inventory(.opened), listed, .inventory(.chosen(connect.id)))
    }
    app.take(
      .connection(.actionPressed(enable)),
      .connection(
        .performed(enable, .failure(.outcomeUnknown(.status(500, []))), at: .answered)))
    #expect(app.connection?.isFollowing == true)
    let sentence =
      "test interface: We do not know whether it was enabled. Check with vxc show \(Self.id)."
    let waysOut: [[App.Event]] = [
      isOrdered ? [.anotherPressed] : [.connectionClosed],
      [.inventory(.opened), listed, .inventory(.chosen(other.id))],
    ]
    for way in waysOut {
      for event in way { app.take(event) }
      #expect(app.connection?.connect.id != connect.id)
      #expect(Ending(of: app).code == 6)
      #expect(Ending(signal: 15, app: app).code == 6)
      #expect(OutcomeText(of: app).leaving.first == sentence)
      #expect(app.connections.filter { !$0.openActions.isEmpty }.map(\.connect) == [connect])
      app.take(.inventory(.opened), listed)
      let asked = app.update(.inventory(.chosen(connect.id))).effects
      #expect(asked.contains(.checkStatus(id: connect.id)), "its page asks on")
      #expect(app.connection?.openActions == [enable])
    }
    let now = try Self.connect(.aws, ["primary_enabled": .bool(true)])
    let told = app.update(.connection(.followAnswered(.success(now), at: .answered)))
    #expect(told.occurrences.contains(.settled(enable)))
    #expect(app.connections.allSatisfy(\.openActions.isEmpty) && Ending(of: app).code == 0)
  }

  @Test func `an answer about another cross connect changes nothing on the page`() throws {
    var app = App.opened()
    let one = try Self.connect(.aws)
    let other = try Self.connect(.azure, ["id": .string("other")])
    let loaded = App.Event.inventory(.connectsLoaded(.success([one, other]), at: .answered))
    app.take(.inventory(.opened), loaded)
    let asked = app.update(.inventory(.chosen(one.id))).effects
    #expect(asked == [.recall(id: one.id), .checkStatus(id: one.id)])
    let ticket = try #require(app.ticket(for: .checkStatus(id: one.id)))
    app.take(.connectionClosed, loaded, .inventory(.chosen(other.id)))
    app.take(
      .answered(.connection(.followAnswered(.success(one), at: .answered)), to: ticket))
    #expect(app.connection?.connect == other)
    #expect(app.connection?.isFollowing == true, "its own answer is still to come")
  }

  @Test func `what ends traffic is asked for twice`() throws {
    var app = App.sample(.aws)
    let enabled = try Self.connect(.aws, ["primary_enabled": .bool(true)])
    app.take(
      .form(.submitPressed), .noted, .submission(.orderAnswered(.success(enabled), at: .answered)))
    let disable = ConnectionAction.disable([.primary])
    #expect(app.effects(of: .connection(.actionPressed(disable))) == [])
    #expect(app.caution == .acts(disable))
    #expect(
      app.effects(of: .connection(.actionPressed(disable)))
        == [.perform(disable, id: Self.id, provider: .aws)])
  }

  @Test func `a secondary that was added has to be accepted and configured, too`() throws {
    let provisioned: [String: JSONValue?] = [
      "status": .string("provisioned"), "primary_enabled": .bool(true),
    ]
    var connection = Connection(try Self.connect(.aws, provisioned), orderedAt: .answered)
    let seen = connection.steps.filter { $0.progress == .done }.map(\.step.goal)
    #expect(seen.contains(.accepted) && seen.contains(.configured))
    _ = connection.update(.actionPressed(.addSecondary))
    let both = try Self.connect(
      .aws,
      provisioned.merging(["secondary_enabled": .bool(true), "secondary_bgp_key": .string("k")]) {
        $1
      })
    let reaction = connection.update(.performed(.addSecondary, .success(both), at: .answered))
    #expect(reaction.effects == [.keepTicks([], id: Self.id)], "an earlier tick was the primary's")
    #expect(connection.steps.first { $0.progress == .due }?.step.goal == .accepted)
    _ = connection.update(.ticked(.accepted))
    #expect(connection.steps.first { $0.progress == .due }?.step.goal == .configured)
  }

  @Test func `a secondary is billed, and so asked for twice`() throws {
    var app = App.sample(.aws)
    let connect = try Self.connect(.aws)
    app.take(
      .form(.submitPressed), .noted, .submission(.orderSent(at: .sent)),
      .submission(.orderAnswered(.success(connect), at: .answered)))
    #expect(app.effects(of: .connection(.actionPressed(.addSecondary))) == [])
    #expect(app.caution == .acts(.addSecondary))
    #expect(
      app.effects(of: .connection(.actionPressed(.addSecondary)))
        == [.perform(.addSecondary, id: Self.id, provider: .aws)])
  }

  @Test func `Google's addresses pass the checks of the form, across the circuits too`() throws {
    let connect = try Self.connect(
      .googleCloud,
      [
        "primary_cloud_ip": .null, "primary_telnyx_ip": .null, "secondary_cloud_ip": .null,
        "secondary_telnyx_ip": .null, "secondary_cloud_account_id": .string("second"),
      ])
    var connection = Connection(connect, orderedAt: .answered)
    let fields = connection.addresses.fields
    try #require(fields.count == 4)
    _ = connection.update(.sheetOpened(.addresses))
    let values = ["169.254.1.2/29", "169.254.1.1/29", "169.254.1.2/29", "224.0.0.1/29"]
    for (field, value) in zip(fields, values) {
      _ = connection.update(.addressEdited(field, value))
    }
    #expect(connection.update(.addressesConfirmed) == [])
    let used = Finding.blocks("169.254.1.2/29 is already used on the primary circuit.")
    #expect(connection.problems == [SheetProblem(fields[2], .finding(used))])
    #expect(
      connection.addresses.findings(in: fields[3]) == [
        .warns("224.0.0.1/29 is outside 169.254.0.0/16 and the private ranges of RFC 1918."),
        .warns("The two ends are not in one /29: 224.0.0.0/29 and 169.254.1.0/29."),
      ])
  }

  @Test(arguments: [
    "169.254.10.25/29 169.254.10.26/29", "169.254.10.25/29 (Google) 169.254.10.26/29",
    "cloudRouterIpAddress: 169.254.10.25/29 customerRouterIpAddress: 169.254.10.26/29",
    "BGP peer IP 169.254.10.26/29 Cloud Router BGP IP 169.254.10.25/29",
    "169.254.10.26/29 is ours, and Google's 169.254.10.25 255.255.255.248",
  ])
  func `two addresses pasted fill both ends, the cloud's first unless the words say otherwise`(
    pasted: String
  ) throws {
    let connect = try Self.connect(
      .googleCloud, ["primary_cloud_ip": .null, "primary_telnyx_ip": .null])
    let fields = Connection(connect, orderedAt: .answered).addresses.fields
    for field in fields {
      var connection = Connection(connect, orderedAt: .answered)
      _ = connection.update(.sheetOpened(.addresses))
      _ = connection.update(.addressEdited(field, pasted))
      let reaction = connection.update(.addressLeft(field))
      #expect(reaction.occurrences == [.addressesTakenApart(.primary)])
      #expect(fields.map { connection.addresses[$0] } == ["169.254.10.25/29", "169.254.10.26/29"])
    }
  }

  @Test func `Google's addresses are checked, then sent with the enabling`() throws {
    let connect = try Self.connect(
      .googleCloud, ["primary_cloud_ip": .null, "primary_telnyx_ip": .null])
    var connection = Connection(connect, orderedAt: .answered)
    let cloud = AddressForm.Field(.primary, isCloud: true)
    let telnyx = AddressForm.Field(.primary, isCloud: false)
    #expect(connection.addresses.fields == [cloud, telnyx])
    _ = connection.update(.sheetOpened(.addresses))
    _ = connection.update(.addressEdited(cloud, "169.254.131.250"))
    _ = connection.update(.addressEdited(telnyx, "169.254.131.250/29"))
    #expect(connection.update(.addressesConfirmed) == [])
    let same = Finding.blocks(
      "Both ends have the address 169.254.131.250; each needs its own.")
    #expect(
      connection.problems == [SheetProblem(cloud, .noCIDR), SheetProblem(telnyx, .finding(same))])
    _ = connection.update(.addressEdited(cloud, "169.254.131.249/29"))
    let action = ConnectionAction.setAddresses([
      .primary: .init(telnyx: "169.254.131.250/29", cloud: "169.254.131.249/29")
    ])
    #expect(
      connection.update(.addressesConfirmed).effects
        == [.perform(action, id: Self.id, provider: .googleCloud)])
    #expect(
      action.body(for: .googleCloud) == """
        {
          "primary_cloud_ip": "169.254.131.249/29",
          "primary_telnyx_ip": "169.254.131.250/29",
          "primary_enabled": true
        }
        """)
  }

  @Test(arguments: ["", "x", "0CCC7B54", "test"])
  func `only its name deletes it`(typed: String) throws {
    var connection = Connection(try Self.connect(.aws), orderedAt: .answered)
    _ = connection.update(.sheetOpened(.deletion))
    _ = connection.update(.deletionEdited(typed))
    #expect(connection.update(.deletionConfirmed) == [])
    #expect(connection.problems == [SheetProblem(nil, .otherName)])
  }

  @Test(arguments: ["test interface", "0ccc7b54", id])
  func `its name, or the beginning of its identifier, does`(typed: String) throws {
    var connection = Connection(try Self.connect(.aws), orderedAt: .answered)
    _ = connection.update(.sheetOpened(.deletion))
    _ = connection.update(.deletionEdited(typed))
    #expect(
      connection.update(.deletionConfirmed).effects
        == [.perform(.delete, id: Self.id, provider: .aws)])
  }

  @Test func `what the demo's cloud tells is ready to be sent`() throws {
    let connect = try Self.connect(
      .googleCloud, ["primary_cloud_ip": .null, "primary_telnyx_ip": .null])
    var connection = Connection(connect, orderedAt: .answered, at: .demo)
    #expect(connection.update(.playPressed).effects == [.playCloud(id: Self.id)])
    let pair = ConnectionAction.AddressPair(telnyx: "169.254.10.5/29", cloud: "169.254.10.6/29")
    _ = connection.update(.cloudPlayed(.success([.primary: pair])))
    #expect(connection.steps.map(\.progress).prefix(3) == [.done, .done, .due])
    #expect(
      connection.update(.addressesConfirmed).effects
        == [.perform(.setAddresses([.primary: pair]), id: Self.id, provider: .googleCloud)])
  }

  @Test(arguments: CloudProvider.allCases)
  func `keys for the cloud's commands go to files only when asked for, and count as had`(
    provider: CloudProvider
  ) async throws {
    let connect = try Self.connect(provider)
    let disk = MemoryStorage.Disk()
    let runner = EffectRunner(
      context: .test(files: MemoryStorage(disk: disk)), baseURL: .telnyx, key: nil)
    var connection = Connection(connect, orderedAt: .answered)
    #expect(connection.update(.keyFilesPressed).effects == [.writeKeyFiles(connect)])
    let posted = PostedMessages()
    await runner.run(.writeKeyFiles(connect)) { posted.append($0) }
    guard case .connection(let event) = posted.all.first else {
      Issue.record("\(posted.all)")
      return
    }
    _ = connection.update(event)
    #expect(connection.keyExposure == .copied)
    let files = disk.files.filter { $0.value.contains("yFV4wEPtPVPfDUGLWiyQzwga") }
    let commands = connect.cloudCommands.map(\.line).joined(separator: "\n")
    for path in files.keys {
      let name = try #require(path.split(separator: "/").last)
      #expect(name.hasPrefix("0ccc7b54-") && commands.contains(name), "a command reads \(name)")
    }
    #expect(files.count == 1)
  }

  @Test func `a key that is hidden makes no file`() throws {
    let connect = try Self.connect(.aws, ["primary_bgp_key": .string("********")])
    #expect(connect.cloudKeyFiles == [])
  }
}
