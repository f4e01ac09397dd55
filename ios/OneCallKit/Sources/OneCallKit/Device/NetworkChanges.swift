/// The way to the internet at one moment, as `NWPath` tells it.
public struct NetworkPath: Equatable, Sendable {
    /// Something can be sent now.
    public let isUsable: Bool
    /// Which interfaces carry it, in the system's order: `en0`, `pdp_ip0`.
    public let interfaces: [String]

    public init(isUsable: Bool, interfaces: [String]) {
        self.isUsable = isUsable
        self.interfaces = interfaces
    }
}

/// Watches the way to the internet. `OneCallPhone` has the one of the Network framework.
public protocol NetworkWatching: Sendable {
    /// The path now, then every change, until nobody listens any more.
    func paths() -> AsyncStream<NetworkPath>
}

/// Finds among all that a path monitor says what the core is to be told: the network is back, or is another one.
public struct NetworkChanges: Sendable {
    private var last: NetworkPath?

    public init() {}

    /// Whether this path is news for the core.
    ///
    /// The first one is none, for the core has just begun; a lost one is none, for the core notices by itself; and the
    /// system repeats itself when something changes that changes nothing for us.
    public mutating func isNews(_ path: NetworkPath) -> Bool {
        defer { last = path }
        guard let last, path.isUsable else { return false }
        return !last.isUsable || last.interfaces != path.interfaces
    }
}
