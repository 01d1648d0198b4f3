import Commands
import CrossConnect
import FoundationEssentials
import TelnyxAPI
import TestSupport
import Testing

@Suite struct DoctorTests {
  /// The findings about the network, where this answers.
  private func findings(
    _ answer: ScriptedTransport.Answer, address: BaseURL = .telnyx, proxy: String? = nil
  ) async -> [String] {
    let stage = Stage { _, _ in answer }
    _ = await stage.run.doctor(
      Surroundings(address: address, proxy: proxy, before: [], after: []), .text)
    stage.expectNoKey()
    return stage.streams.results.map { String($0.prefix(16)).trimmed }
      .filter { !$0.hasSuffix("Clock") }
  }

  @Test func `the name's address is a finding of its own`() async throws {
    let host = BaseURL.telnyx.host
    #expect(
      await findings(.data(.array([]))) == [
        "ok    DNS", "ok    Connection", "ok    TLS", "ok    API key",
      ])
    #expect(
      await findings(.failure(.notSent(.nameNotResolved(host: host)))) == ["fail  DNS"])
    #expect(
      await findings(.failure(.notSent(.connectionFailed(host: host, detail: "refused")))) == [
        "ok    DNS", "fail  Connection",
      ])
  }

  @Test func `what is no list of Telnyx's says nothing of the key`() async throws {
    let page = ScriptedTransport.Answer.success(
      HTTPResponse(
        status: 200, headers: ["content-type": "text/html"], body: Data("<html>Log in".utf8)))
    for answer in [page, .json(.object(["hello": .integer(1)]))] {
      #expect(
        await findings(answer) == ["ok    DNS", "ok    Connection", "ok    TLS", "fail  Answer"])
    }
  }

  @Test func `a proxy or a plain address needs no name here`() async throws {
    let failure = ScriptedTransport.Answer.failure(
      .notSent(.proxyFailed(proxy: "p", detail: "407")))
    #expect(await findings(failure, proxy: "p") == ["fail  Connection"])
    let plain = try BaseURL(parsing: "https://192.0.2.1/v2")
    #expect(
      await findings(.data(.array([])), address: plain) == [
        "ok    Connection", "ok    TLS", "ok    API key",
      ])
  }
}
