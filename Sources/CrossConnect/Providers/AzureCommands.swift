extension CloudCommand {
  /// The commands of the Azure CLI for an ExpressRoute circuit.
  ///
  /// The Azure CLI reads a value that begins with `@` from a file.
  ///
  /// - SeeAlso: Azure CLI reference, `az network express-route`, as of August 2026.
  static func azure(for connect: VirtualCrossConnect) -> [CloudCommand] {
    let subnet = { (circuit: Circuit) in
      connect.text(circuit.cloudWire).flatMap { PeerAddress($0) }?.pairNetwork.description
        ?? "SUBNET"
    }
    let routes = { (circuit: Circuit) in
      "az network express-route list-route-tables -g GROUP -n CIRCUIT "
        + "--peering-name AzurePrivatePeering --path \(circuit.rawValue)"
    }
    return [
      CloudCommand(
        "Whether Telnyx has provisioned the circuit:",
        "az network express-route show -g GROUP -n CIRCUIT --query serviceProviderProvisioningState"
      ),
      CloudCommand(
        "Private peering; the shared key is read from a file of mode 0600:",
        "az network express-route peering create -g GROUP --circuit-name CIRCUIT "
          + "--peering-type AzurePrivatePeering --peer-asn \(ASN.telnyx) --vlan-id VLAN "
          + "--primary-peer-subnet \(subnet(.primary)) --secondary-peer-subnet \(subnet(.secondary)) "
          + "--shared-key @\(connect.keyFileName("key"))"),
      CloudCommand("The routes over the primary circuit:", routes(.primary)),
      CloudCommand("The routes over the secondary circuit:", routes(.secondary)),
      CloudCommand(
        "The traffic over both circuits:", "az network express-route get-stats -g GROUP -n CIRCUIT"),
    ]
  }
}

extension CloudKeyFile {
  /// The file with the shared key alone, as the Azure CLI reads it.
  static func azure(for connect: VirtualCrossConnect) -> [CloudKeyFile] {
    connect.key(of: .primary).map { [CloudKeyFile(connect.keyFileName("key"), $0)] } ?? []
  }
}
