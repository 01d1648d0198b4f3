public import CrossConnect
public import FoundationEssentials

/// What a command line says of an order.
public struct OrderOptions: Sendable {
  /// What is to come of the answers.
  public enum Purpose: Hashable, Sendable {
    /// The cross connect is ordered.
    case order
    /// They are checked against what Telnyx offers now.
    case check
    /// The request is shown, and not sent.
    case showRequest
    /// A command that would send it is shown.
    case showCurl
  }

  /// A file that gives answers.
  public struct Source: Sendable {
    /// What it is called in what is said of it.
    public let name: String
    /// What is in it.
    public let data: Data

    /// A file that was read.
    public init(name: String, data: Data) {
      self.name = name
      self.data = data
    }
  }

  /// What options answer, as typed; these outweigh what a file says.
  public var answers: [FieldID: String] = [:]
  /// Which of them come out of a file that the option names.
  public var answersOutOfFiles: Set<FieldID> = []
  /// BGP keys out of files of their own.
  public var keys: [FieldID: Secret] = [:]
  /// A request, or a cross connect to order another like, in the API's own form.
  public var source: Source?
  /// Whether keys are made for the circuits that have none.
  public var generatesKeys = false
  /// What is to come of it.
  public var purpose = Purpose.order
  /// How many seconds it is waited for until it is provisioned, if it is.
  public var waitsSeconds: Int?
  /// Whether the command line says that it is meant.
  public var isConfirmed = false
  /// How the result is written.
  public var result = ResultOptions()

  /// An order of which nothing is said.
  public init() {}

  /// Whether it needs no account: only what is on the command line is shown.
  public var isOffline: Bool { [.showRequest, .showCurl].contains(purpose) }
}

extension OrderOptions {
  /// Reads the two ends of a circuit: "169.254.0.1,169.254.0.2", Telnyx's first; one of them may be left out.
  ///
  /// - Parameter text: What the option says.
  /// - Returns: The two ends; `nil` if it isn't two.
  public static func ends(in text: String) -> (telnyx: String, cloud: String)? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    return parts.count == 2 && parts != ["", ""] ? (parts[0], parts[1]) : nil
  }
}
