extension CloudCommand {
  /// The commands of the AWS CLI for a hosted connection.
  ///
  /// - SeeAlso: AWS CLI reference, `directconnect`, as of August 2026.
  static func aws(for connect: VirtualCrossConnect) -> [CloudCommand] {
    let region = connect.argument("cloud_provider_region", or: "REGION")
    let aws = "aws directconnect --region \(region)"
    return [
      CloudCommand(
        "The hosted connections that wait to be accepted:",
        "\(aws) describe-connections --query "
          + "'connections[?connectionState==`ordering`].{id:connectionId,name:connectionName,vlan:vlan}'"
      ),
      CloudCommand("Accept each:", "\(aws) confirm-connection --connection-id ID"),
      CloudCommand(
        "A virtual interface for each, out of a file of mode 0600 with the key in it:",
        "\(aws) create-private-virtual-interface --cli-input-json file://vif.json "
          + "--query '{id:virtualInterfaceId,state:virtualInterfaceState}'"),
    ]
      + connect.circuits.map { circuit in
        CloudCommand("vif.json for the \(circuit.rawValue) circuit:", interface(connect, circuit))
      } + [
        CloudCommand(
          "Its state, and that of BGP:",
          "\(aws) describe-virtual-interfaces --query "
            + "'virtualInterfaces[].{id:virtualInterfaceId,state:virtualInterfaceState,"
            + "bgp:bgpPeers[].bgpStatus}'")
      ]
  }

  private static func interface(_ connect: VirtualCrossConnect, _ circuit: Circuit) -> String {
    """
    {"connectionId": "ID", "newPrivateVirtualInterface": {"virtualInterfaceName": "NAME", \
    "vlan": VLAN, "asn": \(ASN.telnyx), "authKey": "KEY", "addressFamily": "ipv4", \
    "amazonAddress": "\(address(connect, circuit.cloudWire))", \
    "customerAddress": "\(address(connect, circuit.telnyxWire))", "virtualGatewayId": "GATEWAY"}}
    """
  }

  /// An address with its prefix, the usual one if none came.
  private static func address(_ connect: VirtualCrossConnect, _ key: String) -> String {
    let text = connect.argument(key, or: "ADDRESS")
    return text.contains("/") || text == "ADDRESS" ? text : text + "/30"
  }
}
