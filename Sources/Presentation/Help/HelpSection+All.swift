public import CrossConnect
internal import Flows

extension HelpSection {
  /// The pages of the wizard.
  public static let steps = HelpSection(
    "The steps",
    [
      HelpEntry("1 Network", "The Telnyx network that the cross connect joins, and a name for it."),
      HelpEntry("2 Region", "Where Telnyx's end is, and which clouds can be reached from there."),
      HelpEntry("3 Provider", "The cloud, its region, and what identifies you there."),
      HelpEntry("4 Bandwidth", "The speed, with Telnyx's list price."),
      HelpEntry("5 Circuits", "BGP: the cloud side's ASN, addresses, keys, a secondary circuit."),
      HelpEntry(
        "6 Review", "All answers, the price and the exact request. Nothing is ordered before here."),
    ])

  /// Every field that can be asked for, in the order of the form.
  ///
  /// - Parameter provider: The cloud whose fields come first.
  /// - Returns: The fields that every cloud asks for, then those of each.
  public static func fields(first provider: CloudProvider? = nil) -> [HelpSection] {
    let providers =
      CloudProvider.allCases.filter { $0 == provider }
      + CloudProvider.allCases.filter { $0 != provider }
    let shared = [.apiKey] + SharedFields.all.map(\.help) + [.networkName]
    return [HelpSection("Fields of every cross connect", shared.map(\.entry))]
      + providers.map(\.rules).map { rules in
        HelpSection("Fields for \(rules.displayName)", rules.fields.map(\.help.entry))
      }
  }

  /// The outcomes of an order, and what to do then.
  public static let outcomes = HelpSection(
    "What becomes of an order",
    [
      HelpEntry(
        "Created",
        "Telnyx took the order. It is not active yet: the next steps say what to do, and by when."),
      HelpEntry("Not sent", "Nothing left this machine, so nothing was created. Try again."),
      HelpEntry(
        "Key not accepted",
        "Nothing was created. Another API key can be given; the answers stay."),
      HelpEntry("Not created", "The API refused it, and says why beside the fields it names."),
      HelpEntry(
        "Refused on the way",
        "A filter, proxy or portal answered, not Telnyx. Ask who runs the network; the key is not to blame."
      ),
      HelpEntry(
        "Outcome unknown",
        "It was sent, but no usable answer came, so it may exist. vxc looks for it on its network. You "
          + "can order it again once three looks at the whole list have found nothing like it; a second "
          + "one is billed too."),
      HelpEntry(
        "May be yours",
        "A new cross connect on the network, with what differs from your order. Say whether it is yours."
      ),
      HelpEntry("Gone", "It was deleted, or not accepted in time. Order a new one."),
    ])

  /// The exit codes.
  public static let exitCodes = HelpSection("Exit codes", ExitMeaning.all.map(\.entry))

  /// The files that the program reads and writes.
  public static let files = HelpSection(
    "Files",
    [
      HelpEntry(
        "Folder",
        "$XDG_STATE_HOME/vxc, else ~/.local/state/vxc. Only you can read it (0700, 0600), "
          + "and no key is stored but in keys/."),
      HelpEntry(
        "drafts/", "Answers as you go, and orders before they are sent. The next start offers them."
      ),
      HelpEntry("receipts/", "What was created, as the API answered it."),
      HelpEntry(
        "keys/", "BGP keys for the cloud's commands, once you ask for them. Delete them afterwards."
      ),
      HelpEntry(
        "requests/", "Answers that you saved, without keys, for vxc create --from."),
      HelpEntry(
        "seen/", "The region names of the last coverage, which a shell completes options with."),
      HelpEntry(
        "--debug-log FILE",
        "Every request and answer, without keys, for a support ticket. Check it for names first."),
    ])

  /// Where more can be read.
  public static let links = HelpSection(
    "Where to go on",
    [
      HelpEntry("Telnyx's guides", "https://developers.telnyx.com/docs/network/vxc/intro"),
      HelpEntry("Telnyx's API", "https://developers.telnyx.com/docs/network/vxc/api"),
      HelpEntry("Practice", "vxc demo goes through everything; nothing is created or billed."),
      HelpEntry("This text", "vxc help fields, terms, keys, orders or files, in a shell."),
    ])
}
