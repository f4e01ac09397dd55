import OneCallCore

/// Everything that differs between the apps of two organisations. An app has one, generated from `operator.toml`.
public struct Operator: Equatable, Sendable {
    /// What the app is called on the home screen.
    public let name: String
    /// The hosts of the service, as `NAME` or `NAME:PORT`, at least one. Spoken codes go to the first.
    public let hosts: [String]
    /// The number in the address of the app's page in the App Store, once it has one.
    public let appStoreId: UInt64?
    /// The app's package in Google's store: it is named when a customer is to go on on another phone.
    public let androidPackage: String?
    /// Where customers have accounts; nothing where nobody is asked to sign in.
    public let signIn: SignInSettings?

    public init(
        name: String, hosts: [String], appStoreId: UInt64? = nil, androidPackage: String? = nil,
        signIn: SignInSettings? = nil
    ) {
        self.name = name
        self.hosts = hosts
        self.appStoreId = appStoreId
        self.androidPackage = androidPackage
        self.signIn = signIn
    }

    /// What the core is started with, on this device.
    ///
    /// No name is suggested: iOS tells an app none, and the core remembers the one that was typed here last.
    public func config(on device: Device) -> Config {
        Config(
            hosts: hosts,
            device: device,
            app: .app,
            appStoreId: appStoreId,
            androidPackage: androidPackage
        )
    }
}
