/// An order to the world outside; what comes of it returns as a `Message`.
public enum Effect: Hashable, Sendable {
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
  /// The program ends.
  case leave
}
