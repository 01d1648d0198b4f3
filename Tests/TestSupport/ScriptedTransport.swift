public import CrossConnect
import FoundationEssentials
import Synchronization
public import TelnyxAPI

/// A transport that answers each request by what it is, as an API with a memory does.
public final class ScriptedTransport: HTTPTransport {
  /// What a request is answered with.
  public typealias Answer = Result<HTTPResponse, TransportFailure>

  private let answer: @Sendable (HTTPRequest, _ number: Int) -> Answer?
  private let requests = Mutex<[HTTPRequest]>([])

  /// A transport.
  ///
  /// - Parameter answer: What a request gets; told which one of all it is, from 1. With `nil`, no answer ever
  ///   comes.
  public init(_ answer: @escaping @Sendable (HTTPRequest, _ number: Int) -> Answer?) {
    self.answer = answer
  }

  /// The requests that came, in their order.
  public var received: [HTTPRequest] { requests.withLock { $0 } }

  /// The methods and paths of the requests that could change something.
  public var changes: [String] {
    received.filter { $0.method != .get }.map { "\($0.method.rawValue) \($0.path)" }
  }

  /// Answers a request.
  public func send(_ request: HTTPRequest) async throws(TransportFailure) -> HTTPResponse {
    let number = requests.withLock { requests in
      requests.append(request)
      return requests.count
    }
    guard let answer = answer(request, number) else {
      while !Task.isCancelled { await Task.yield() }
      throw .outcomeUnknown(.cancelled)
    }
    return try answer.get()
  }
}

extension ScriptedTransport.Answer {
  /// An answer with this JSON.
  public static func json(_ json: JSONValue, status: Int = 200, headers: [String: String] = [:])
    -> ScriptedTransport.Answer
  {
    var headers = headers
    headers["content-type"] = "application/json"
    return .success(
      HTTPResponse(status: status, headers: headers, body: Data(json.jsonText.utf8)))
  }

  /// What the API answers with: something under `data`.
  public static func data(_ data: JSONValue) -> ScriptedTransport.Answer {
    .json(.object(["data": data, "meta": .object(["total_pages": .integer(1)])]))
  }

  /// A refusal in the API's own words.
  public static func refusal(
    _ status: Int, code: String, _ detail: String, pointer: String? = nil
  ) -> ScriptedTransport.Answer {
    var error: [String: JSONValue] = ["code": .string(code), "detail": .string(detail)]
    if let pointer { error["source"] = .object(["pointer": .string(pointer)]) }
    return .json(.object(["errors": .array([.object(error)])]), status: status)
  }
}
