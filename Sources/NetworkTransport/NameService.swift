import FoundationEssentials

/// The machine's means to turn names into addresses.
enum NameService {
  /// The addresses of names that need no look-up: `localhost`, if there is no `/etc/hosts`.
  ///
  /// - SeeAlso: RFC 6761, 6.3: `localhost` is the loopback address, whoever is asked.
  static func ownAddresses(hosts: String = "/etc/hosts") -> [String: String] {
    FileManager.default.fileExists(atPath: hosts) ? [:] : ["localhost": "127.0.0.1"]
  }

  /// What is missing to look up other names, to be read after a colon; `nil` if nothing is.
  static func lack(servers: String = "/etc/resolv.conf") -> String? {
    FileManager.default.fileExists(atPath: servers)
      ? nil : "this machine has no \(servers), which names the servers that know its address"
  }
}
