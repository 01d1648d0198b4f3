/// An order to the world outside; what comes of it returns as a `Message`.
public indirect enum Effect: Hashable, Sendable {
  case checkKey(Secret)
  case startDemo
  case loadNetworks
  case loadCoverage
  case createNetwork(named: String)
  case generateKey(FieldID)
  /// Sends the order: exactly one POST.
  case send(CreateVXCRequest)
  /// Looks for an order whose outcome isn't known.
  case look(onNetwork: String)
  case checkStatus(id: String)
  case enablePrimary(id: String)
  /// Stops what is under way; an order that was sent is not undone by it.
  case cancel([Effect])
  /// The program ends.
  case leave
}
