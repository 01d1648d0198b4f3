import Presentation
import Testing
@testable import NetworkTransport

@Suite struct NameServiceTests {
  @Test func `this machine is known by its name, also without a list of names`() {
    #expect(NameService.ownAddresses(hosts: "/does/not/exist") == ["localhost": "127.0.0.1"])
    #expect(NameService.ownAddresses(hosts: "/proc/self/status") == [:])
  }

  @Test func `a machine that knows no name servers is named as the cause`() {
    #expect(
      NameService.lack(servers: "/does/not/exist")
        == "this machine has no /does/not/exist, which names the servers that know its address")
    #expect(NameService.lack(servers: "/proc/self/status") == nil)
  }
}
