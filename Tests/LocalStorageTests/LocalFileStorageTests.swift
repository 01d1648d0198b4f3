import CrossConnect
import Flows
import FoundationEssentials
import Glibc
import LocalStorage
import TestSupport
import Testing

/// Files on a real disk.
@Suite struct LocalFileStorageTests {
  private static let name = "0123456789ab.json"

  /// A storage over a home of its own.
  private func withStorage(
    _ body: (LocalFileStorage, TemporaryFolder) async throws -> Void
  ) async throws {
    try await TemporaryFolder.make { folder in
      try await body(LocalFileStorage(environment: ["HOME": folder.path]), folder)
    }
  }

  private func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func setMode(_ mode: Int, of path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  @Test func `a file is written and read for its owner only`() async throws {
    try await withStorage { storage, home in
      for folder in StorageFolder.allCases {
        #expect(try storage.names(in: folder) == [])
        #expect(try storage.read(Self.name, in: folder) == nil)
        try storage.write(Data("one".utf8), to: Self.name, in: folder)
        try storage.write(Data("two".utf8), to: Self.name, in: folder)
        #expect(try storage.read(Self.name, in: folder) == Data("two".utf8))
        #expect(try storage.names(in: folder) == [Self.name])
        let path = home.path + "/.local/state/vxc/" + folder.rawValue
        #expect(try mode(of: path) == 0o700)
        #expect(try mode(of: path + "/" + Self.name) == 0o600)
      }
      #expect(try mode(of: home.path + "/.local/state/vxc") == 0o700)
      #expect(
        home.files.count == StorageFolder.allCases.count,
        "nothing is left beside the files: \(home.files)")
    }
  }

  @Test func `a file is reserved by one program at a time`() async throws {
    try await withStorage { storage, home in
      let other = LocalFileStorage(environment: ["HOME": home.path])
      #expect(try storage.reserve(".order", in: .drafts))
      #expect(try !other.reserve(".order", in: .drafts))
      #expect(try mode(of: home.path + "/.local/state/vxc/drafts/.order") == 0o600)
      #expect(try storage.names(in: .drafts) == [])
      try storage.remove(".order", in: .drafts)
      #expect(try other.reserve(".order", in: .drafts))
    }
  }

  @Test func `lax modes are tightened`() async throws {
    try await withStorage { storage, home in
      try storage.write(Data("one".utf8), to: Self.name, in: .drafts)
      let root = home.path + "/.local/state/vxc"
      let file = root + "/drafts/" + Self.name
      for path in [root, root + "/drafts"] { try setMode(0o755, of: path) }
      try setMode(0o644, of: file)
      try storage.write(Data("two".utf8), to: Self.name, in: .drafts)
      #expect(try [root, root + "/drafts", file].map(mode) == [0o700, 0o700, 0o600])
    }
  }

  @Test func `files belong under XDG_STATE_HOME if it is absolute`() async throws {
    try await TemporaryFolder.make { folder in
      let state = folder.path + "/state"
      let home = folder.path + "/home"
      let absolute = LocalFileStorage(environment: ["HOME": home, "XDG_STATE_HOME": state])
      try absolute.write(Data(), to: "a.json", in: .receipts)
      #expect(absolute.path(of: "a.json", in: .receipts) == state + "/vxc/receipts/a.json")
      for useless in ["state", "", "./state"] {
        let relative = LocalFileStorage(environment: ["HOME": home, "XDG_STATE_HOME": useless])
        try relative.write(Data(), to: "a.json", in: .drafts)
        #expect(relative.path(of: "a.json", in: .drafts) == "~/.local/state/vxc/drafts/a.json")
      }
      #expect(
        folder.files == [
          "home/.local/state/vxc/drafts/a.json", "state/vxc/receipts/a.json",
        ])
    }
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "home", "XDG_STATE_HOME": "state"]])
  func `without a home everything says so`(environment: [String: String]) {
    let storage = LocalFileStorage(environment: EnvironmentVariables(environment))
    #expect(throws: StorageFailure.noHome) { try storage.names(in: .drafts) }
    #expect(throws: StorageFailure.noHome) {
      try storage.write(Data(), to: "a.json", in: .drafts)
    }
  }

  @Test func `another storage can't claim a draft until it is released`() async throws {
    try await withStorage { storage, home in
      let other = LocalFileStorage(environment: ["HOME": home.path])
      try storage.write(Data("one".utf8), to: Self.name, in: .drafts)
      #expect(try !other.claim(Self.name, in: .drafts))
      try storage.write(Data("two".utf8), to: Self.name, in: .drafts)
      #expect(try !other.claim(Self.name, in: .drafts), "the file in its place is claimed too")
      #expect(try storage.claim(Self.name, in: .drafts))
      storage.release(Self.name, in: .drafts)
      #expect(try other.claim(Self.name, in: .drafts))
      #expect(try !storage.claim(Self.name, in: .drafts))
      try other.remove(Self.name, in: .drafts)
      #expect(try storage.claim(Self.name, in: .drafts), "there is nothing to be had any more")
    }
  }

  /// A process that is being started has copies of all descriptors until it runs its program.
  @Test func `a released draft can be claimed whoever has a copy of the descriptor`() async throws {
    try await withStorage { storage, home in
      let other = LocalFileStorage(environment: ["HOME": home.path])
      try storage.write(Data("one".utf8), to: Self.name, in: .drafts)
      let links = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
      let held = links.compactMap { link -> CInt? in
        let target = try? FileManager.default.destinationOfSymbolicLink(
          atPath: "/proc/self/fd/" + link)
        guard target?.hasPrefix(home.path) == true, target?.hasSuffix(Self.name) == true else {
          return nil
        }
        return CInt(link)
      }
      #expect(held.count == 1)
      // Not while looking: a copy may get a number that is still to be looked at.
      let copies = held.map { dup($0) }
      storage.release(Self.name, in: .drafts)
      #expect(try other.claim(Self.name, in: .drafts))
      copies.forEach { close($0) }
    }
  }

  @Test func `a claim ends with the program that has it`() async throws {
    try await withStorage { storage, home in
      do {
        let other = LocalFileStorage(environment: ["HOME": home.path])
        try other.write(Data("one".utf8), to: Self.name, in: .drafts)
        #expect(try !storage.claim(Self.name, in: .drafts))
      }
      #expect(try storage.claim(Self.name, in: .drafts))
    }
  }

  @Test func `a file is set aside under a name of its own`() async throws {
    try await withStorage { storage, _ in
      for (number, suffix) in ["damaged", "damaged-2", "damaged-3"].enumerated() {
        try storage.write(Data("\(number)".utf8), to: Self.name, in: .drafts)
        let aside = try storage.setAside(Self.name, as: "damaged", in: .drafts)
        #expect(aside == Self.name + "." + suffix)
        #expect(try storage.read(aside, in: .drafts) == Data("\(number)".utf8))
      }
      #expect(try storage.names(in: .drafts).count == 3)
    }
  }

  @Test(arguments: ["", ".", "..", "../x.json", "a/b.json"])
  func `a name does not lead out of the folder`(name: String) async throws {
    try await withStorage { storage, home in
      try storage.write(Data(), to: "a.json", in: .drafts)
      #expect(throws: StorageFailure.self) {
        try storage.write(Data("x".utf8), to: name, in: .drafts)
      }
      #expect(throws: StorageFailure.self) { try storage.remove(name, in: .drafts) }
      #expect(throws: StorageFailure.self) { try storage.read(name, in: .drafts) }
      #expect(home.files == [".local/state/vxc/drafts/a.json"])
    }
  }

  @Test func `a link in a file's place is not followed`() async throws {
    try await withStorage { storage, home in
      try storage.write(Data(), to: "a.json", in: .drafts)
      let target = home.path + "/precious"
      try Data("kept".utf8).write(to: URL(filePath: target))
      let link = home.path + "/.local/state/vxc/drafts/" + Self.name
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      #expect(throws: StorageFailure.self) { try storage.read(Self.name, in: .drafts) }
      #expect(throws: StorageFailure.self) { try storage.claim(Self.name, in: .drafts) }
      try storage.write(Data("new".utf8), to: Self.name, in: .drafts)
      #expect(try home.text(of: "precious") == "kept")
      #expect(try storage.read(Self.name, in: .drafts) == Data("new".utf8))
    }
  }

  @Test func `a reader never sees a part of a file`() async throws {
    try await withStorage { storage, home in
      let texts = ["a", "b"].map { Data(String(repeating: $0, count: 200_000).utf8) }
      try storage.write(texts[0], to: Self.name, in: .receipts)
      let writer = Task.detached {
        for count in 0..<100 { try storage.write(texts[count % 2], to: Self.name, in: .receipts) }
      }
      let reader = LocalFileStorage(environment: ["HOME": home.path])
      for _ in 0..<300 {
        let data = try #require(try reader.read(Self.name, in: .receipts))
        #expect(texts.contains(data))
        #expect(try reader.names(in: .receipts) == [Self.name])
      }
      try await writer.value
    }
  }

  @Test func `of a file that is too large only a megabyte is read`() async throws {
    try await withStorage { storage, _ in
      try storage.write(Data(repeating: 0x20, count: 3 << 20), to: Self.name, in: .drafts)
      #expect(try storage.read(Self.name, in: .drafts)?.count == 1 << 20)
    }
  }

  @Test(
    .enabled(if: geteuid() == 0, "only root makes folders of others"),
    arguments: ["", "/drafts"])
  func `a folder of another user is refused, for reading and writing`(part: String) async throws {
    try await withStorage { storage, home in
      try storage.write(Data("one".utf8), to: Self.name, in: .drafts)
      #expect(chown(home.path + "/.local/state/vxc" + part, 65534, 65534) == 0)
      expectRefusal(by: storage, because: "another user owns what is there")
    }
  }

  @Test(
    .enabled(if: geteuid() == 0, "only root makes links of others"), arguments: ["", "/drafts"])
  func `a link of another user is refused, one of the user's own is followed`(part: String)
    async throws
  {
    try await withStorage { storage, home in
      try storage.write(Data("one".utf8), to: Self.name, in: .drafts)
      let place = home.path + "/.local/state/vxc" + part
      try FileManager.default.moveItem(atPath: place, toPath: home.path + "/elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: place, withDestinationPath: home.path + "/elsewhere")
      #expect(try storage.read(Self.name, in: .drafts) == Data("one".utf8))
      #expect(lchown(place, 65534, 65534) == 0)
      expectRefusal(by: storage, because: "another user owns what is there")
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root makes files of others"))
  func `a file of another user is not read`() async throws {
    try await withStorage { storage, home in
      try storage.write(Data("one".utf8), to: Self.name, in: .drafts)
      storage.release(Self.name, in: .drafts)
      let path = home.path + "/.local/state/vxc/drafts/" + Self.name
      #expect(chown(path, 65534, 65534) == 0)
      let failure = StorageFailure.system(
        path: "~/.local/state/vxc/drafts", reason: "another user owns what is there")
      #expect(throws: failure) { try storage.read(Self.name, in: .drafts) }
      #expect(throws: failure) { try storage.claim(Self.name, in: .drafts) }
    }
  }

  private func expectRefusal(
    by storage: LocalFileStorage, because reason: String,
    sourceLocation location: SourceLocation = #_sourceLocation
  ) {
    let failure = StorageFailure.system(path: "~/.local/state/vxc/drafts", reason: reason)
    #expect(throws: failure, sourceLocation: location) { try storage.names(in: .drafts) }
    #expect(throws: failure, sourceLocation: location) {
      try storage.read(Self.name, in: .drafts)
    }
    #expect(throws: failure, sourceLocation: location) {
      try storage.write(Data("two".utf8), to: Self.name, in: .drafts)
    }
    #expect(throws: failure, sourceLocation: location) {
      try storage.remove(Self.name, in: .drafts)
    }
  }

  @Test func `a file where a folder should be is told`() async throws {
    try await withStorage { storage, home in
      try Data().write(to: URL(filePath: home.path + "/.local"))
      let failure = StorageFailure.system(
        path: "~/.local/state/vxc/drafts", reason: "a file is where a folder should be")
      #expect(throws: failure) { try storage.write(Data(), to: "a.json", in: .drafts) }
      #expect(throws: failure) { try storage.names(in: .drafts) }
    }
  }

  @Test func `a place that takes no files is told`() {
    // Root may write into any folder but this one.
    let storage = LocalFileStorage(environment: ["HOME": "/proc/self"])
    #expect(throws: StorageFailure.self) { try storage.write(Data(), to: "a.json", in: .drafts) }
  }

  @Test func `a file that is too large is refused, not cut`() async throws {
    try await TemporaryFolder.make { folder in
      let path = folder.path + "/order.json"
      try Data(repeating: 0x20, count: PrivateFile.limit).write(to: URL(filePath: path))
      #expect(try PrivateFile.read(path, holdsKey: false).count == PrivateFile.limit)
      try Data(repeating: 0x20, count: PrivateFile.limit + 1).write(to: URL(filePath: path))
      let sentence = "\"\(path)\" is too large: over 1 MiB. Name another."
      #expect(throws: PrivateFile.Problem.self) { try PrivateFile.read(path, holdsKey: false) }
      do throws(PrivateFile.Problem) {
        _ = try PrivateFile.read(path, holdsKey: false)
      } catch {
        #expect(error.description == sentence)
      }
    }
  }
}
