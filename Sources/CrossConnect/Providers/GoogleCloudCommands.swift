extension CloudCommand {
  /// The commands of gcloud for a VLAN attachment.
  ///
  /// - SeeAlso: gcloud reference, `compute interconnects attachments` and `compute routers`, as of
  ///   August 2026.
  static func googleCloud(for connect: VirtualCrossConnect) -> [CloudCommand] {
    let region = "--region=\(connect.argument("cloud_provider_region", or: "REGION"))"
    let file = { (circuit: Circuit) in flagsFile(connect, circuit) }
    let attachments = "gcloud compute interconnects attachments"
    return [
      CloudCommand(
        "Activate each attachment:",
        "\(attachments) partner update ATTACHMENT \(region) --enable-admin"),
      CloudCommand(
        "The addresses to enter here, cloudRouterIpAddress and customerRouterIpAddress:",
        "\(attachments) describe ATTACHMENT \(region) "
          + "--format='yaml(state,cloudRouterIpAddress,customerRouterIpAddress)'"),
      CloudCommand(
        "BGP, with the key in a file of mode 0600, as \"--md5-authentication-key: KEY\""
          + (connect.circuits.count > 1 ? " (\(file(.secondary)) for the secondary):" : ":"),
        "gcloud compute routers update-bgp-peer ROUTER \(region) --peer-name=PEER "
          + "--peer-asn=\(ASN.telnyx) --flags-file=\(file(.primary))"),
      CloudCommand("Its state:", "gcloud compute routers get-status ROUTER \(region)"),
    ]
  }

  /// The name of the file with the flags of a circuit's peer.
  fileprivate static func flagsFile(_ connect: VirtualCrossConnect, _ circuit: Circuit) -> String {
    connect.keyFileName("key-\(circuit.rawValue).yaml")
  }
}

extension CloudKeyFile {
  /// The flags of the command that configures a peer, one file for each circuit.
  ///
  /// - SeeAlso: gcloud topic flags-file (YAML).
  static func googleCloud(for connect: VirtualCrossConnect) -> [CloudKeyFile] {
    connect.circuits.compactMap { circuit in
      connect.key(of: circuit).map {
        CloudKeyFile(
          CloudCommand.flagsFile(connect, circuit),
          "--md5-authentication-key: \(JSONValue.string($0).jsonText)\n")
      }
    }
  }
}
