import CrossConnect
import Testing

@Suite struct PeerAddressTests {
  @Test(
    arguments: [
      ("0.0.0.0", 0, nil),
      ("169.254.0.1", 0xA9FE_0001, nil),
      ("255.255.255.255", .max, nil),
      ("169.254.131.250/29", 0xA9FE_83FA, 29),
      ("10.0.0.1/0", 0x0A00_0001, 0),
      ("10.0.0.1/32", 0x0A00_0001, 32),
    ] as [(String, UInt32, Int?)])
  func `an address is read with or without a prefix length`(
    text: String, value: UInt32, length: Int?
  ) throws {
    let address = try #require(PeerAddress(text))
    #expect(address.value == value)
    #expect(address.prefixLength == length)
    #expect(address.description == text)
  }

  @Test(arguments: [
    "", ".", "1", "1.2.3", "1.2.3.4.5", "1.2.3.", ".1.2.3", "1..2.3", "256.0.0.1", "1.2.3.256",
    "01.2.3.4", "1.2.3.00", "1.2.3.0004", "+1.2.3.4", "1.2.3.-4", " 1.2.3.4", "1.2.3.4 ",
    "1.2.3.4/", "1.2.3.4/33", "1.2.3.4/030", "1.2.3.4/+3", "1.2.3.4/30/30", "/30", "1.2.3.4/a",
    "1.2.3.٤", "１.2.3.4", "0x7f.0.0.1", "::1", "fe80::1", "localhost", "1.2.3.4\n", "1,2,3,4",
  ])
  func `anything else is refused with an example`(text: String) {
    #expect(PeerAddress(text) == nil)
    #expect(
      PeerAddress.finding(for: text)
        == .blocks("\"\(text)\" is not an IPv4 address; it looks like 169.254.0.1."))
  }

  @Test(
    arguments: [
      ("169.254.0.0", 0, "169.254.0.0/30"), ("169.254.0.1", 1, "169.254.0.0/30"),
      ("169.254.0.2", 2, "169.254.0.0/30"), ("169.254.0.3", 3, "169.254.0.0/30"),
      ("169.254.0.4/29", 0, "169.254.0.4/30"), ("255.255.255.255", 3, "255.255.255.252/30"),
    ] as [(String, UInt32, String)])
  func `a place in the /30 and its network are worked out`(
    text: String, place: UInt32, network: String
  ) throws {
    let address = try #require(PeerAddress(text))
    #expect(address.placeInPair == place)
    #expect(address.pairNetwork.description == network)
  }

  @Test(arguments: [
    "169.254.0.1", "169.254.255.254", "10.0.0.1", "10.255.255.254", "172.16.0.1", "172.31.255.254",
    "192.168.0.1", "192.168.255.254", "169.254.0.1/30", "169.254.131.249/29",
  ])
  func `a usable local address is silent`(text: String) {
    #expect(PeerAddress.finding(for: text) == nil)
  }

  @Test(arguments: [
    "169.253.255.254", "169.255.0.1", "9.255.255.254", "11.0.0.1", "172.15.255.254", "172.32.0.1",
    "192.167.255.254", "192.169.0.1", "8.8.8.9", "0.0.0.1", "127.0.0.1",
  ])
  func `an address outside the local ranges warns`(text: String) {
    #expect(
      PeerAddress.finding(for: text)
        == .warns("\(text) is outside 169.254.0.0/16 and the private ranges of RFC 1918."))
  }

  @Test(arguments: [
    (
      "169.254.0.4",
      "169.254.0.4 is the network address of its /30; its hosts are 169.254.0.5 and 169.254.0.6."
    ),
    (
      "10.0.0.7/30",
      "10.0.0.7/30 is the broadcast address of its /30; its hosts are 10.0.0.5 and 10.0.0.6."
    ),
    (
      "169.254.169.254",
      "169.254.169.254 is the clouds' metadata service; choose another address."
    ),
    (
      "169.254.169.254/30",
      "169.254.169.254 is the clouds' metadata service; choose another address."
    ),
  ])
  func `an unusable address warns`(text: String, sentence: String) {
    #expect(PeerAddress.finding(for: text) == .warns(sentence))
  }

  @Test(arguments: [("127.0.0.1", true), ("127.255.255.255", true), ("128.0.0.1", false)])
  func `loopback is 127 and what follows`(text: String, isLoopback: Bool) {
    #expect(PeerAddress(text)?.isLoopback == isLoopback)
  }
}
