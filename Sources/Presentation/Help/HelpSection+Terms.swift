extension HelpSection {
  /// The field's words, a sentence each.
  ///
  /// - SeeAlso: RFC 4271 (BGP-4), RFC 2385 (the MD5 key), RFC 3021 (pairs of addresses); the clouds' own words are
  ///   those of their consoles.
  public static let terms = HelpSection(
    "Terms",
    [
      HelpEntry(
        "VXC",
        "A virtual cross connect: a private link between a Telnyx network and your network in a cloud."
      ),
      HelpEntry(
        "Circuit",
        "One link of a VXC: the primary, or the secondary that takes over if it fails."),
      HelpEntry(
        "BGP", "The protocol by which Telnyx and the cloud tell each other their networks' routes."),
      HelpEntry(
        "ASN", "The number that names one side of a BGP session: Telnyx's is 63440."),
      HelpEntry(
        "BGP key",
        "The password (MD5) that both ends of a circuit share, at Telnyx and in the cloud."),
      HelpEntry(
        "Peer address", "The address of one end of a circuit, on which BGP talks to the other end."),
      HelpEntry(
        "/30",
        "A network of four addresses, of which the middle two can be used: one for each end."),
      HelpEntry("PoP", "A point of presence: the building in which Telnyx meets the cloud."),
      HelpEntry(
        "Region", "Where an end of the link is: each VXC has a Telnyx region and a cloud region."),
      HelpEntry(
        "Coverage", "The list of which clouds each Telnyx region reaches, and how fast."),
      HelpEntry(
        "Hosted connection",
        "What AWS calls the link once it is offered to your account; you accept it there."),
      HelpEntry(
        "Virtual interface",
        "What carries traffic over an accepted connection; you create it at AWS."),
      HelpEntry(
        "Service key",
        "The key that lets Telnyx use your ExpressRoute circuit at Azure; keep it to yourself."),
      HelpEntry(
        "Pairing key",
        "The key that lets Telnyx use your VLAN attachment at Google; keep it to yourself."),
      HelpEntry(
        "Announce", "To tell the cloud your network's routes, so that traffic flows."),
      HelpEntry("Provisioned", "Telnyx has set everything up: routes can be announced."),
    ])
}
