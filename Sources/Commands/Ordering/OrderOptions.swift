public import CrossConnect
public import FoundationEssentials

/// The order that a command line describes.
public struct OrderOptions: Sendable {
  /// The use of the answers.
  public enum Purpose: Hashable, Sendable {
    /// To order the cross connect.
    case order
    /// To check them against Telnyx's coverage.
    case check
    /// To show the request without sending it.
    case showRequest
    /// To show a command that would send it.
    case showCurl
  }

  /// A file that gives answers.
  public struct Source: Sendable {
    /// The name that messages give it.
    public let name: String
    /// Its content.
    public let data: Data

    /// A file that was read.
    public init(name: String, data: Data) {
      self.name = name
      self.data = data
    }
  }

  /// The answers of options, as typed; they outweigh the file's.
  public var answers: [FieldID: String] = [:]
  /// The answers that an option took from a file.
  public var answersOutOfFiles: Set<FieldID> = []
  /// The BGP keys, each from its own file.
  public var keys: [FieldID: Secret] = [:]
  /// Why options have no answer, a sentence each.
  public var problems: [FieldID: String] = [:]
  /// Why the file of answers can't be read.
  public var sourceProblem: String?
  /// A request, or a cross connect to order another like, in the API's own form.
  public var source: Source?
  /// Whether to generate BGP keys for the circuits that have none.
  public var generatesKeys = false
  /// The use of the answers.
  public var purpose = Purpose.order
  /// The most seconds to wait until it is provisioned; `nil` doesn't wait.
  public var waitsSeconds: Int?
  /// Whether the command line confirms it.
  public var isConfirmed = false
  /// The form of the result.
  public var result = ResultOptions()

  /// An order without answers.
  public init() {}

  /// Whether it only shows what is on the command line.
  var isOffline: Bool { [.showRequest, .showCurl].contains(purpose) }

  /// Whether something has to be asked of the account; only the name of a network makes a request
  /// that is shown need that.
  public var needsAccount: Bool { !isOffline || OrderAnswers(self).namesNetwork }
}

extension OrderOptions {
  /// Reads the two ends of a circuit: "169.254.0.1,169.254.0.2", Telnyx's first; one of them may be left out.
  ///
  /// - Parameter text: The option's value.
  /// - Returns: The two ends; `nil` if there aren't two.
  public static func ends(in text: String) -> (telnyx: String, cloud: String)? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    return parts.count == 2 && parts != ["", ""] ? (parts[0], parts[1]) : nil
  }
}
