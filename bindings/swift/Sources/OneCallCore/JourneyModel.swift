#if canImport(Combine)
    import Combine
#endif

/// What a view draws, on the main actor: the current screen of a journey, and nothing else.
///
/// A SwiftUI view observes it (`@StateObject`, `@ObservedObject`); anything else sets ``onChange``. It has no rule: taps
/// go to ``Journey/call``, and what comes of them is the next ``shown``.
@MainActor
public final class JourneyModel {
    /// What to draw now.
    #if canImport(Combine)
        @Published
    #endif
    public private(set) var shown: Shown {
        didSet { onChange?(shown) }
    }

    /// Called with each new screen, for views that observe nothing.
    public var onChange: ((Shown) -> Void)?

    /// The journey behind it.
    public let journey: Journey

    private var following: Task<Void, Never>?

    /// Follows this journey from its current screen on.
    public init(_ journey: Journey) {
        self.journey = journey
        shown = journey.call.screen()
        let stream = journey.shown
        following = Task { [weak self] in
            for await shown in stream {
                self?.shown = shown
            }
        }
    }

    deinit {
        following?.cancel()
    }
}

#if canImport(Combine)
    extension JourneyModel: ObservableObject {}
#endif
