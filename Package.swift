// swift-tools-version: 6.2
import PackageDescription

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

/// The product without a screen, each of them over the ones before it.
let core: [Target.Dependency] = ["CrossConnect", "TelnyxAPI", "Flows", "Presentation"]

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
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
  ],
  targets: [
    .target(name: "CrossConnect", swiftSettings: strict),
    .target(name: "TelnyxAPI", dependencies: ["CrossConnect"], swiftSettings: strict),
    .target(name: "Flows", dependencies: ["CrossConnect", "TelnyxAPI"], swiftSettings: strict),
    .target(
      name: "Presentation", dependencies: ["CrossConnect", "TelnyxAPI", "Flows"],
      swiftSettings: strict),
    .target(
      name: "NetworkTransport",
      dependencies: [
        "CrossConnect", "TelnyxAPI",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        // Its error types, and buffers in and out.
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .target(
      name: "LocalStorage", dependencies: ["CrossConnect", "TelnyxAPI", "Flows"],
      swiftSettings: strict),
    .target(
      name: "TerminalUI", dependencies: core,
      swiftSettings: strict),
    .target(
      name: "PlainUI", dependencies: core,
      swiftSettings: strict),
    .target(name: "Commands", dependencies: core, swiftSettings: strict),
    .target(name: "CTerminal"),
    .target(name: "TerminalIO", dependencies: ["CTerminal"], swiftSettings: strict),
    .target(
      name: "LineTerminal", dependencies: ["CrossConnect", "PlainUI", "TerminalIO"],
      swiftSettings: strict),
    .target(
      name: "CNcurses", dependencies: ["CTerminal"],
      // The second one is a part of the first where that is shared, and is not where it is an archive.
      linkerSettings: [
        .linkedLibrary("ncursesw"), .linkedLibrary("tinfo", .when(platforms: [.linux])),
      ]),
    .target(
      name: "NcursesTerminal",
      dependencies: ["CrossConnect", "TerminalUI", "TerminalIO", "CNcurses"],
      swiftSettings: strict),
    .target(
      name: "SandboxServer",
      dependencies: [
        "CrossConnect", "TelnyxAPI",
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
      dependencies: core + [
        "TerminalUI", "PlainUI", "Commands", "TerminalIO",
        "NcursesTerminal", "LineTerminal", "NetworkTransport", "LocalStorage", "SandboxServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        // What prints the API key: `--key-command`.
        .product(name: "Subprocess", package: "swift-subprocess"),
        // Its paths.
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: core + [
        "Commands",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "CrossConnectTests", dependencies: core + ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TelnyxAPITests", dependencies: core + ["TestSupport"], swiftSettings: strict),
    .testTarget(name: "FlowsTests", dependencies: core + ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PresentationTests", dependencies: core + ["TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TerminalUITests", dependencies: core + ["TerminalUI", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "LocalStorageTests", dependencies: core + ["LocalStorage", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PlainUITests", dependencies: core + ["PlainUI", "TerminalUI", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandsTests", dependencies: core + ["Commands", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ContractTests",
      dependencies: core + [
        "Commands", "NetworkTransport", "SandboxServer", "TerminalUI", "TestSupport",
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: core + ["SandboxServer", "TestSupport", "vxc"],
      swiftSettings: strict),
    .executableTarget(
      name: "vxc-bench",
      dependencies: core + [
        "TerminalUI", "SandboxServer", "vxc",
        // The load on the sandbox.
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Tests/Benchmark",
      // Compiled by the benchmark itself.
      exclude: ["Floor/floor.c", "README.md"],
      swiftSettings: strict),
    .testTarget(
      name: "RepositoryTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)
