/// One customer's journey through a one-time call, as an app holds it: a stream of what to draw, and a closure for
/// everything that the app is to do.
///
/// What the customer does and what the device reports goes in by the methods of ``call``; each returns at once.
/// What comes of it is drawn from ``shown``.
///
/// The journey ends with ``shutdown()``, or when nobody holds it any more. It never calls back after that.
public final class Journey: Sendable {
    /// Takes what the customer does and what the device reports. May be used from any thread, and from within
    /// `perform` and `log`.
    public let call: OneCall

    private let screens: Screens

    /// Starts a journey.
    ///
    /// - Parameters:
    ///   - config: What the app is built with, and what is known of the device.
    ///   - blob: What the last journey had saved by ``ShellEffect/save(blob:)``, if anything.
    ///   - perform: Does this, once. Called on a thread of the core: to be quick, and to wait for no other thread. The
    ///     order matters for `save`, `joinMeeting` and `leaveMeeting`: save before this returns, and send what is for
    ///     the main actor there through one `AsyncStream`. With a `Task` for each they would overtake each other.
    ///   - log: Writes this line into the app's log. It holds no name, link or message. Called as `perform` is.
    /// - Throws: ``StartError``, when something stands in the way that the app has to mend.
    public init(
        config: Config,
        blob: String? = nil,
        perform: @escaping @Sendable (ShellEffect) -> Void,
        log: @escaping @Sendable (LogLine) -> Void = { _ in }
    ) throws {
        let screens = Screens()
        call = try OneCall(config: config, blob: blob, shell: Closures(screens: screens, perform: perform, log: log))
        self.screens = screens
    }

    /// What to draw: the current screen at once, and after that always the latest. Screens may be skipped, and never
    /// come back.
    ///
    /// Every use makes a stream of its own. It ends with the journey, and does not keep the journey alive.
    public var shown: AsyncStream<Shown> {
        screens.stream()
    }

    /// Ends everything and lets go of both closures, which are not called again once this returns. The customer's
    /// place stays, and so does the blob. May be called twice.
    ///
    /// A `perform` that waits for the caller of this is waited for in vain.
    public func shutdown() {
        call.shutdown()
        screens.end()
    }

    deinit {
        shutdown()
    }
}

/// The shell that the core calls. It knows nothing of the journey, so that neither keeps the other alive.
private final class Closures: Shell {
    private let screens: Screens
    private let perform: @Sendable (ShellEffect) -> Void
    private let log: @Sendable (LogLine) -> Void

    init(
        screens: Screens,
        perform: @escaping @Sendable (ShellEffect) -> Void,
        log: @escaping @Sendable (LogLine) -> Void
    ) {
        self.screens = screens
        self.perform = perform
        self.log = log
    }

    func show(shown: Shown) {
        screens.show(shown)
    }

    func perform(effect: ShellEffect) {
        perform(effect)
    }

    func log(line: LogLine) {
        log(line)
    }
}
