import CrossConnect
import Flows
import TelnyxAPI
import Testing

/// What a person sees of one scenario after ordering once.
struct Fault: Sendable, CustomTestStringConvertible {
  /// What the program says has become of the order.
  enum Verdict: Sendable {
    case created
    case notCreated
    /// Not created, as something in between says.
    case intercepted
    /// Not created, and another key is asked for.
    case keyRejected
    /// Not known at first, and found by the first look.
    case found
    /// Not known, and something in the list may be it.
    case doubtful
    /// Not known, and missing from the network's list.
    case missing
    /// Not known, and the list can't be had.
    case unseen
  }

  let scenario: String
  let verdict: Verdict
  /// What stands on the screen at some time after ordering.
  let sentences: [String]
  /// Seconds until an answer must be there.
  var totalSeconds = patience

  /// Seconds in which any answer that comes at all is there.
  static let patience = 180

  init(
    _ scenario: String, _ verdict: Verdict, _ sentences: String..., totalSeconds: Int = patience
  ) {
    self.scenario = scenario
    self.verdict = verdict
    self.sentences = sentences
    self.totalSeconds = totalSeconds
  }

  var testDescription: String { scenario }

  /// The code that the program ends with, if it is left then.
  var exitCode: Int32 {
    switch verdict {
    case .created, .found: 0
    case .keyRejected: 3
    case .notCreated: 4
    case .intercepted: 5
    case .doubtful, .missing, .unseen: 6
    }
  }

  /// How many cross connects there are.
  var creates: Int {
    switch verdict {
    case .created, .found, .unseen: 1
    case .doubtful: scenario == "lost-twin" ? 2 : 1
    case .notCreated, .intercepted, .keyRejected, .missing: 0
    }
  }
}

extension Fault {
  static let all = refused + keyRejected + lost + looked + created

  private static let refused = [
    Fault(
      "fail-422", .notCreated, "Not created. There is a problem",
      "1. Primary AWS IP: 'primary_cloud_ip' is already used on this network.",
      "2. Primary BGP key: 'primary_bgp_key' is too weak.",
      "3. AWS-side ASN: 'bgp_asn' is not registered to this account.",
      "4. The account has reached its limit of virtual cross connects."),
    Fault(
      "fail-422-pointers", .notCreated,
      "1. VXC name: A pointer into the body (RFC 6901).",
      "2. Telnyx region: A pointer as JSON:API has it.",
      "3. AWS region: A pointer as a URI's fragment.",
      "4. AWS account ID: A property's plain name.", "5. Bandwidth: A path with dots.",
      "6. AWS-side ASN: A JSONPath.", "7. Network: A pointer into a wrapped body.",
      "8. billing_group_id: A property that was not sent.", "9. A pointer to the whole body."),
    Fault(
      "fail-422-many", .notCreated, "9. Error 9 of 200.", "AWS-side ASN: Error 20 of 200.",
      "Error 50 of 200: a long story, a long story,", "a long story, the end.",
      "Error 200 of 200: a long story"),
    Fault(
      "fail-422-hostile", .notCreated, "1. ^[[2J^[[41;97mPWNED^[[0m^[[1;1H",
      "^[]52;c;UFdORUQ=^G^[[6n^[[c", "<U+9B>31mPWNED", "abc<U+202E>gnp.exe<U+2066>x<U+2069>"),
    Fault(
      "fail-422-echo", .notCreated, "Primary BGP key: 'primary_bgp_key' is \"(not shown)\"",
      "Sent with Authorization: Bearer (not shown)"),
    Fault(
      "fail-400", .notCreated, "1. The request failed because it was not well-formed."),
    Fault(
      "fail-404", .notCreated,
      "1. Resource not found: The requested resource or URL could not be found."),
    Fault(
      "fail-409", .notCreated,
      "Duplicate resource: There is a virtual cross connect with these values already."),
    Fault(
      "fail-429", .notCreated, "Not created Telnyx asks to wait 5 s before the next request.",
      "5 s left."),
    Fault(
      "fail-429-date", .notCreated,
      "Not created Telnyx asks to wait 10 s before the next request.", "10 s left."),
    Fault(
      "filtered", .intercepted, "Not created: refused on the way",
      "A filter, proxy or portal in between answered 403 (text/html), not Telnyx.",
      "It says: Access denied",
      "This says nothing about the API key. Ask who runs this network.",
      "Telnyx itself did not answer. Check the Telnyx portal before you try again."),
  ]

  private static let keyRejected = [
    Fault(
      "fail-401", .keyRejected, "The API key was not accepted. Nothing was created.",
      "Enter an API key; your answers are kept, and you come back to them"),
    Fault(
      "fail-403", .keyRejected, "The API key may not do this. Nothing was created.",
      "This API key may not create virtual cross connects."),
  ]

  private static let unknown = "We do not know whether the cross connect was created"
  private static let later = "Do not create it again yet: a second VXC is billed separately."

  private static let lost = [
    Fault("fail-408", .missing, unknown, later, "The API answered 408."),
    Fault(
      "fail-500", .missing, unknown, later,
      "A filter, proxy or portal in between answered 500 (text/html), not Telnyx.",
      "It says: 500 Internal Server Error"),
    Fault(
      "redirect", .missing, unknown, later,
      "A filter, proxy or portal in between answered 307 (no content type), not Telnyx.",
      "It points to https://elsewhere.invalid/v2/virtual_cross_connects, "
        + "which is not followed: the key goes nowhere else."),
    Fault(
      "portal", .missing, unknown, later,
      "A filter, proxy or portal in between answered 302 (text/html), not Telnyx.",
      "It points to http://portal.invalid/terms, which is not followed",
      "If this network has a sign-in page, open it in a browser; then try again."),
    Fault(
      "redirect-after", .found, unknown, later, "It points to /v2/virtual_cross_connects, which"),
    Fault(
      "fail-503", .missing, unknown, "The API answered 503.",
      "The service is temporarily unavailable."),
    Fault(
      "dropped", .missing, unknown, later,
      "The connection ended before the answer did: the other side closed it.", "not there",
      "next look in 15 s (2 of 3)"),
    Fault(
      "lost", .found, unknown, later,
      "The connection ended before the answer did: the other side closed it."),
    Fault("silent", .found, unknown, later, "No answer came within 5 s.", totalSeconds: 5),
    Fault("drip", .found, unknown, later, "No answer came within 5 s.", totalSeconds: 5),
    Fault(
      "truncated", .found, unknown, later,
      "The connection ended before the answer did: the other side closed it."),
    Fault("huge", .found, unknown, later, "The answer is larger than 8388608 bytes."),
    Fault(
      "empty", .found, unknown, later, "An answer came (200) that can't be read."),
    Fault(
      "not-json", .found, unknown, later,
      "A filter, proxy or portal in between answered 200 (text/html), not Telnyx.",
      "It says: Welcome"),
    Fault("packed", .found, unknown, later, "An answer came (200) that can't be read."),
    Fault(
      "wrong-shape", .found, unknown, later,
      "An answer came (200) that can't be read."),
    Fault(
      "looks-fail", .unseen, unknown, later, "could not look: The API answered 503.",
      "next look in 15 s (1 of 3)"),
  ]

  private static let looked = [
    Fault("lost-recased", .found, unknown, later),
    Fault(
      "lost-masked", .doubtful, unknown, "1 cross connect may be yours", "May be yours: (no name),",
      "AWS account ID: not in the answer; you ordered 123456789012.", "[ This is it ] [ Not mine ]"),
    Fault(
      "lost-twin", .doubtful, unknown, "2 cross connects may be yours",
      "Every value matches. Somebody else's identical order would match, too."),
    Fault("lost-ahead", .found, unknown, later, "Accept it before 14:00 UTC"),
    Fault("lost-behind", .found, unknown, later, "Accept it before 14:00 UTC"),
    Fault("lost-short-pages", .found, unknown, later),
  ]

  private static let created = [
    Fault("slow", .created, "created, not active yet"),
    Fault(
      "odd-values", .created, "status: awaiting_review", "Cloud provider oracle",
      "Bandwidth 50 Mbps", "VXC name not set", #"labels {"tier":[null,1,true]}"#,
      "vxc does not know the status", "accept the hosted connection, one for each circuit"),
    Fault(
      "hostile", .created, "created, not active yet", "VXC name ^[[2J^[[41;97mPWNED^[[0m^[[1;1H",
      "line over written^H^H^H^K^L^@^?", "begins with a mark"),
    Fault(
      "lists-fail", .created, "Could not load the networks", "The API answered 503.",
      "created, not active yet"),
    Fault(
      "lists-filtered", .created, "Could not load the networks",
      "A filter, proxy or portal in between answered 403 (text/html), not Telnyx.",
      "created, not active yet"),
    Fault(
      "lists-portal", .created, "Could not load the networks",
      "A filter, proxy or portal in between answered 200 (text/html), not Telnyx.",
      "If this network has a sign-in page, open it in a browser; then try again.",
      "created, not active yet"),
    Fault("lists-slow", .created, "Loading ...", "created, not active yet"),
    Fault(
      "no-networks", .created, "This account has no networks yet. Create one, or enter an ID.",
      "created, not active yet"),
    Fault(
      "no-coverage", .created, "Telnyx lists no coverage for this account.",
      "created, not active yet"),
  ]
}
