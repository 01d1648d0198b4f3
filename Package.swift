// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

/// One set of rules for every Swift target: the strictest the compiler has, and no warnings.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
  // A key comes to caches that have gone cold: less code takes a tenth less time than faster code.
  .unsafeFlags(["-Osize"], .when(configuration: .release)),
]

/// Whether the C library of this machine reads packed relative relocations, as glibc does since 2.36.
///
/// A release built here needs such a library; one built on an older system does without.
let readsPackedRelocations: Bool = {
  #if canImport(Glibc)
    var name = [CChar](repeating: 0, count: 64)
    confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)  // "glibc 2.36"
    let numbers = String(cString: name).split { !$0.isNumber }.compactMap { Int($0) }
    return !numbers.lexicographicallyPrecedes([2, 36])
  #else
    return false
  #endif
}()

/// Libraries that a release carries in itself, where this machine has them as archives: every library
/// that is loaded costs up to 0.3 ms and 1 MiB at each start, and has to be there on a jump host.
let carriedLibraries: [String] = {
  #if canImport(Glibc) && arch(x86_64)
    let platform = "x86_64-linux-gnu"
  #elseif canImport(Glibc) && arch(arm64)
    let platform = "aarch64-linux-gnu"
  #else
    let platform = ""
  #endif
  /// The file of the highest version: "12" comes after "9".
  func newest(_ pattern: String) -> String? {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return nil }
    let paths = (0..<Int(found.gl_pathc)).compactMap {
      found.gl_pathv[$0].map { String(cString: $0) }
    }
    return paths.max { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
  // What the linker comes upon, and the archive to take in its place; libncursesw.so names two files.
  let archives = [
    ("libstdc++.so", "/usr/lib/gcc/\(platform)/*/libstdc++.a"),
    ("libncursesw.so.6", "/usr/lib/\(platform)/libncursesw.a"),
    ("libtinfo.so", "/usr/lib/\(platform)/libtinfo.a"),
  ]
  let remaps = archives.compactMap { name, pattern in
    newest(pattern).map { "--remap-inputs=*/\(name)=\($0)" }
  }
  return remaps.count == archives.count ? remaps : []
}()

/// How the release program is linked: without names that nobody looks up in it, its 87,000 relative
/// relocations packed, and with queues that don't wake by themselves (Sources/CNcurses/tasks.c).
let release: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld"] + (carriedLibraries.isEmpty ? [] : ["-Xclang-linker", "-static-libgcc"])
      + ([
        "--no-export-dynamic", "--strip-all", "--wrap=_dispatch_workq_worker_register",
        "--wrap=_dispatch_workq_worker_unregister",
      ] + carriedLibraries + (readsPackedRelocations ? ["-z", "pack-relative-relocs"] : []))
      .flatMap { ["-Xlinker", $0] },
    .when(configuration: .release))
]

let package = Package(
  name: "vxc",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "vxc", targets: ["vxc"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
  ],
  targets: [
    .target(name: "CrossConnect", swiftSettings: strict),
    .target(
      name: "NetworkTransport",
      dependencies: [
        "CrossConnect",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        // Its error types, and buffers in and out.
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .target(name: "LocalStorage", dependencies: ["CrossConnect"], swiftSettings: strict),
    .target(name: "TerminalUI", dependencies: ["CrossConnect"], swiftSettings: strict),
    .target(name: "PlainUI", dependencies: ["CrossConnect"], swiftSettings: strict),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(
      name: "NcursesTerminal", dependencies: ["CrossConnect", "TerminalUI", "CNcurses"],
      swiftSettings: strict),
    .target(
      name: "SandboxServer",
      dependencies: [
        "CrossConnect",
        .product(name: "Hummingbird", package: "hummingbird"),
        // Hummingbird's own vocabulary: header fields, logger, service group, buffers.
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "vxc",
      dependencies: [
        "CrossConnect", "TerminalUI", "PlainUI", "NcursesTerminal", "NetworkTransport",
        "LocalStorage",
        "SandboxServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: release),
    .target(
      name: "TestSupport",
      dependencies: [
        "CrossConnect",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "CrossConnectTests", dependencies: ["CrossConnect", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: ["TerminalUI", "CrossConnect", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LocalStorageTests", dependencies: ["LocalStorage", "CrossConnect", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PlainUITests", dependencies: ["PlainUI", "TerminalUI", "CrossConnect", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ContractTests",
      dependencies: [
        "CrossConnect", "NetworkTransport", "SandboxServer", "TerminalUI", "TestSupport",
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["CrossConnect", "SandboxServer", "TestSupport", "vxc"],
      swiftSettings: strict),
    .executableTarget(
      name: "vxc-bench",
      dependencies: [
        "CrossConnect", "TerminalUI", "SandboxServer", "vxc",
        // The load on the sandbox.
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/Benchmark",
      // Compiled by the benchmark itself.
      exclude: ["Floor/floor.c"],
      swiftSettings: strict),
    .testTarget(
      name: "RepositoryTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
