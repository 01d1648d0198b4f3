extension CloudCommand {
  /// The commands of the AWS CLI for a hosted connection.
  ///
  /// - SeeAlso: AWS CLI reference, `directconnect`, as of August 2026.
  static func aws(for connect: VirtualCrossConnect) -> [CloudCommand] {
    let region = connect.argument("cloud_provider_region", or: "REGION")
    let file = { (circuit: Circuit) in inputFile(connect, circuit) }
    let aws = "aws directconnect --region \(region)"
    return [
      CloudCommand(
        "The hosted connections that wait to be accepted:",
        "\(aws) describe-connections --query "
          + "'connections[?connectionState==`ordering`].{id:connectionId,name:connectionName,vlan:vlan}'"
      ),
      CloudCommand("Accept each:", "\(aws) confirm-connection --connection-id ID"),
      CloudCommand(
        "Create a virtual interface for each, from a file of mode 0600 with its key"
          + (connect.circuits.count > 1 ? " (\(file(.secondary)) for the secondary):" : ":"),
        "\(aws) create-private-virtual-interface --cli-input-json file://\(file(.primary)) "
          + "--query '{id:virtualInterfaceId,state:virtualInterfaceState}'"),
    ]
      + connect.circuits.map { circuit in
        CloudCommand(
          "What is in \(file(circuit)):", interface(connect, circuit, key: "KEY"),
          isFile: true)
      } + [
        CloudCommand(
          "Its state, and that of BGP:",
          "\(aws) describe-virtual-interfaces --query "
            + "'virtualInterfaces[].{id:virtualInterfaceId,state:virtualInterfaceState,"
            + "bgp:bgpPeers[].bgpStatus}'")
      ]
  }

  /// The name of the file with the input of the command that makes a virtual interface.
  fileprivate static func inputFile(_ connect: VirtualCrossConnect, _ circuit: Circuit) -> String {
    connect.keyFileName("vif-\(circuit.rawValue).json")
  }

  /// The input of the command that makes a virtual interface.
  static func interface(
    _ connect: VirtualCrossConnect, _ circuit: Circuit, key: String
  ) -> String {
    """
    {"connectionId": "ID", "newPrivateVirtualInterface": {"virtualInterfaceName": "NAME", \
    "vlan": VLAN, "asn": \(ASN.telnyx), "authKey": \(JSONValue.string(key).jsonText), "addressFamily": "ipv4", \
    "amazonAddress": "\(address(connect, circuit.cloudWire))", \
    "customerAddress": "\(address(connect, circuit.telnyxWire))", "virtualGatewayId": "GATEWAY"}}
    """
  }

  /// An address with its prefix length; `/30`, the usual one, if it came without.
  private static func address(_ connect: VirtualCrossConnect, _ key: String) -> String {
    let text = connect.argument(key, or: "ADDRESS")
    return text.contains("/") || text == "ADDRESS" ? text : text + "/30"
  }
}

extension CloudKeyFile {
  /// The inputs of the command that makes a virtual interface, one a circuit.
  static func aws(for connect: VirtualCrossConnect) -> [CloudKeyFile] {
    connect.circuits.compactMap { circuit in
      connect.key(of: circuit).map {
        CloudKeyFile(
          CloudCommand.inputFile(connect, circuit),
          CloudCommand.interface(connect, circuit, key: $0))
      }
    }
  }
}
