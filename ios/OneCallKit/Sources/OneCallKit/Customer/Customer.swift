import Foundation
import OneCallCore

#if canImport(Combine)
    import Combine
#endif

/// The customer's app without its views: one journey, what the platform adds to it, and the page to draw.
///
/// A view draws ``page`` and hands in ``act(_:)``, ``arrived(_:)`` and ``entered(_:)``. On Apple's systems it is an
/// `ObservableObject`; anything else sets ``onChange``.
@MainActor
public final class Customer {
    /// What to draw now.
    #if canImport(Combine)
        @Published
    #endif
    public private(set) var page: Page {
        didSet { onChange?(page) }
    }

    /// Called with each new page, for views that observe nothing.
    public var onChange: ((Page) -> Void)?

    /// What the scene keeps: see ``Drafts``.
    public var drafts = Drafts() {
        didSet { draw() }
    }

    private let config: Config
    private let operatorName: String
    private let sentences: any Sentences
    private let surroundings: Surroundings
    private let keeper: BlobKeeper
    private var presence = Presence()
    private var pasteOffer = PasteOffer()
    private var networkChanges = NetworkChanges()

    private var stage = Stage.starting
    /// When the core said what is shown: it counts from then.
    private var shownSince = Date()
    /// What arrived before there was a journey to take it.
    private var early: [Arriving] = []
    private var followers: [Task<Void, Never>] = []
    private var isInFront = false
    /// Where the operator has accounts.
    private var signIn: SignIn?
    private var hasSignInFailed = false

    private enum Stage {
        case starting
        case running(Journey, Shown)
        case failed(StartError)
    }

    public init(
        _ operator: Operator, on device: Device = .this(), sentences: any Sentences, surroundings: Surroundings
    ) {
        config = `operator`.config(on: device)
        operatorName = `operator`.name
        self.sentences = sentences
        self.surroundings = surroundings
        keeper = BlobKeeper(surroundings.storage)
        page = Pages(sentences: sentences).starting()
        if let settings = `operator`.signIn, let accounts = surroundings.accounts {
            signIn = SignIn(settings, accounts) { [weak self] in self?.heard($0) }
        }
    }

    deinit {
        for follower in followers {
            follower.cancel()
        }
    }

    // MARK: What comes in

    /// Reads what was kept, away from the main thread, and starts the journey. A phone that was not unlocked since it
    /// was switched on gives nothing yet: then it is tried again when the app comes to the front.
    public func start() async {
        guard case .starting = stage else { return }
        let keeper = keeper
        let loaded: Result<String?, StorageError> = await Task.detached {
            do throws(StorageError) {
                return .success(try keeper.load())
            } catch {
                return .failure(error)
            }
        }.value
        switch loaded {
        case .success(let blob): begin(blob)
        case .failure(.locked): break
        case .failure(.failed): begin(nil)
        }
    }

    /// A link was opened, a code scanned, a text typed.
    public func arrived(_ arriving: Arriving) {
        drafts.isScanning = false
        guard let journey else { return early.append(arriving) }
        journey.call.text(text: arriving.text, source: arriving.source)
    }

    /// The customer did something.
    public func act(_ action: Action) {
        switch action {
        case .scan: Task { await scan() }
        case .stopScanning: drafts.isScanning = false
        case .paste: paste()
        case .arrived(let arriving): arrived(arriving)
        case .openSettings: surroundings.opener.openSettings()
        case .allowCamera: Task { await allowCamera() }
        case .startAgain: Task { await startAgain() }
        case .name(let name):
            drafts.name = nil
            journey?.call.name(name: name)
        case .goOn: journey?.call.goOn()
        case .choose(let index): journey?.call.choose(index: index)
        case .leave: journey?.call.leave()
        case .confirm(let yes): journey?.call.confirm(yes: yes)
        case .knockAgain: journey?.call.knockAgain()
        case .dismiss: journey?.call.dismiss()
        case .signIn:
            hasSignInFailed = false
            draw()
            Task { await signIn?.begin() }
        case .signOut: signIn?.forget()
        case .open: journey?.call.open()
        }
    }

    /// The scene went into this phase.
    public func entered(_ phase: AppPhase) {
        // Also behind a question of the system's, ours whether to remind among them.
        isInFront = phase != .background
        if phase == .active {
            keeper.retry()
            if journey != nil { Task { await signIn?.start() } }
            look()
            Task { await start() }
            Task { await askPasteboard() }
        }
        step(.phase(phase))
    }

    // MARK: The journey

    private var journey: Journey? {
        if case .running(let journey, _) = stage { journey } else { nil }
    }

    private func begin(_ blob: String?) {
        guard case .starting = stage else { return }
        let (effects, sink) = AsyncStream.makeStream(of: ShellEffect.self)
        let keeper = keeper
        do {
            let journey = try Journey(
                config: config, blob: blob,
                perform: { effect in
                    // Kept before the core goes on; everything else in its order on the main actor.
                    if case .save(let blob) = effect { keeper.save(blob) } else { sink.yield(effect) }
                }, log: surroundings.log)
            run(journey, effects)
        } catch let error as StartError {
            stage = .failed(error)
            draw()
        } catch {
            stage = .failed(.System(message: ""))
            draw()
        }
    }

    private func run(_ journey: Journey, _ effects: AsyncStream<ShellEffect>) {
        show(journey.call.screen(), of: journey)
        let (screens, paths) = (journey.shown, surroundings.network.paths())
        followers = [
            Task { [weak self] in for await shown in screens { self?.show(shown, of: journey) } },
            Task { [weak self] in for await effect in effects { self?.perform(effect) } },
            Task { [weak self] in for await path in paths { self?.network(path) } },
        ]
        look()
        let waiting = early
        early = []
        for arriving in waiting {
            arrived(arriving)
        }
        Task { await signIn?.start() }
    }

    private func show(_ shown: Shown, of journey: Journey) {
        stage = .running(journey, shown)
        shownSince = Date()
        if case .askName = shown.screen {} else { drafts.name = nil }
        draw()
        step(.whereabouts(shown.whereabouts, lease: shown.screen.lease))
        if case .waiting = shown.screen { step(.waits) }
        Task { await askPasteboard() }
    }

    func perform(_ effect: ShellEffect) {
        switch effect {
        case .open(let url):
            if let url = URL(string: url) { surroundings.opener.open(url) }
        case .measure: look()
        case .freshAccessToken: freshAccessToken()
        // Saved already. And not for this app: it is the one to be handed over to, and brings no client for meetings.
        case .save, .handOver, .joinMeeting, .leaveMeeting: break
        }
    }

    private func network(_ path: NetworkPath) {
        if networkChanges.isNews(path) {
            journey?.call.networkBack()
        }
    }

    private func freshAccessToken() {
        // Where nobody signs in it is said at once, and holds nobody up.
        guard let signIn else { return journey?.call.accessToken(token: nil) ?? () }
        // Out of the background nobody is led into a browser.
        let mayAsk = isInFront
        Task { await signIn.refresh(mayAsk: mayAsk) }
    }

    private func heard(_ news: SignIn.News) {
        switch news {
        case .token(let token): journey?.call.accessToken(token: token)
        case .changed: hasSignInFailed = false
        case .failed: hasSignInFailed = true
        }
        draw()
    }

    private func startAgain() async {
        guard case .failed = stage else { return }
        stage = .starting
        draw()
        await start()
    }

    // MARK: The platform

    /// What the device can do, as it is now.
    private func look() {
        guard let journey else { return }
        let (camera, ar) = (surroundings.camera, surroundings.ar)
        journey.call.camera(access: camera.access)
        journey.call.measured(measurement: .taken(ar: ar, camera: camera))
    }

    private func allowCamera() async {
        await surroundings.camera.ask()
        look()
    }

    private func scan() async {
        await surroundings.camera.ask()
        look()
        drafts.isScanning = true
    }

    private func paste() {
        pasteOffer.pasted()
        arrived(Arriving(surroundings.pasteboard.text() ?? "", from: .paste))
    }

    private func askPasteboard() async {
        guard case .running(_, let shown) = stage else { return }
        let count = surroundings.pasteboard.changeCount
        guard pasteOffer.shouldAsk(changeCount: count, isWanted: shown.screen == .start) else { return }
        pasteOffer.answered(await surroundings.pasteboard.mayHoldInvitation(), changeCount: count)
        draw()
    }

    private func step(_ event: Presence.Event) {
        for command in presence.step(event) {
            switch command {
            case .sleep: journey?.call.sleep()
            case .wake: journey?.call.wake()
            case .beginBackgroundTime:
                surroundings.background.begin { [weak self] in self?.step(.backgroundTimeIsOver) }
            case .endBackgroundTime: surroundings.background.end()
            case .askForNotices: Task { await askForNotices() }
            case .post(let notice, let seconds): surroundings.notices.post(inWords(notice), after: seconds)
            case .withdrawNotices: surroundings.notices.withdrawAll()
            }
        }
    }

    private func askForNotices() async {
        if await !surroundings.notices.wasAsked() {
            await surroundings.notices.ask()
        }
    }

    private func inWords(_ notice: Notice) -> NoticeInWords {
        NoticeInWords(
            id: notice.rawValue, title: sentences.label(notice.title), text: sentences.label(notice.text))
    }

    // MARK: The page

    private func draw() {
        let pages = Pages(
            sentences: sentences, canScan: surroundings.camera.isThere, pasteIsLikely: pasteOffer.isLikely,
            account: signIn.map { .init(isSignedIn: $0.isSignedIn, hasFailed: hasSignInFailed) },
            draftOfName: drafts.name, operatorName: operatorName, since: shownSince)
        let next =
            switch stage {
            case .starting: pages.starting()
            case .failed(let error): pages.cannotStart(error)
            case .running where drafts.isScanning: pages.scanning(surroundings.camera.access)
            case .running(_, let shown): pages.page(shown)
            }
        // The same page is not told again.
        if next != page { page = next }
    }
}

#if canImport(Combine)
    extension Customer: ObservableObject {}
#endif
