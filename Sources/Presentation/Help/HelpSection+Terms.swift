extension HelpSection {
  /// The field's words, a sentence or two each.
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
        "One half of a VXC. The primary carries traffic; a secondary takes over if it fails."),
      HelpEntry(
        "BGP", "The protocol by which Telnyx and the cloud tell each other their networks' routes."),
      HelpEntry(
        "ASN",
        "The number of one side of BGP. Telnyx's is 63440; yours is the cloud gateway's."),
      HelpEntry(
        "BGP key",
        "A password (MD5) that both ends of a circuit share. It must be the same in the cloud."),
      HelpEntry(
        "Peer address", "The address of one end of a circuit, on which BGP talks to the other end."),
      HelpEntry(
        "/30",
        "A network of four addresses, of which the middle two can be used: one for each end."),
      HelpEntry("PoP", "A point of presence: the building in which Telnyx meets the cloud."),
      HelpEntry(
        "Region", "Telnyx's end of the link is in a Telnyx region, the other in a cloud's."),
      HelpEntry(
        "Coverage", "The list of which clouds each Telnyx region reaches, and how fast."),
      HelpEntry(
        "Hosted connection",
        "What AWS calls the link once it is offered to your account; you accept it there."),
      HelpEntry(
        "Virtual interface", "What you create at AWS on an accepted connection, to use it."),
      HelpEntry(
        "Service key",
        "What lets Telnyx use your ExpressRoute circuit at Azure. Keep it to yourself."),
      HelpEntry(
        "Pairing key", "What lets Telnyx use your VLAN attachment at Google. Keep it to yourself."),
      HelpEntry(
        "Announce", "To tell the cloud your network's routes. Traffic flows only after that."),
      HelpEntry("Provisioned", "Telnyx has set everything up: routes can be announced."),
    ])
}
