import Foundation
import OneCallCore

/// What an app keeps in the keychain; here for as long as it runs. It is written on the thread that asks for it: of two
/// tasks, the one with the older text might come last.
final class Keychain: @unchecked Sendable {
    private let lock = NSLock()
    private var kept: String?

    var blob: String? { lock.withLock { kept } }

    func keep(_ blob: String?) {
        lock.withLock { kept = blob }
    }
}

/// A whole app, but for the drawing.
@MainActor
final class SupportCall {
    let journey: Journey
    private let asked: AsyncStream<ShellEffect>

    private var call: OneCall { journey.call }
    private var leave: Tap { Tap("Leave", call.leave) }
    private var close: Tap { Tap("Close", call.dismiss) }

    init(at host: String, keychain: Keychain) throws {
        let (asked, line) = AsyncStream.makeStream(of: ShellEffect.self)
        let config = Config(hosts: [host], device: Device(platform: .ios), app: .app)
        journey = try Journey(config: config, blob: keychain.blob) { effect in
            // On a thread of the core. Kept before the core goes on; everything else waits in line.
            if case .save(let blob) = effect { keychain.keep(blob) } else { line.yield(effect) }
        }
        self.asked = asked
    }

    /// Does what the core asks for, for as long as the app runs.
    func serve(open: (String) -> Void) async {
        for await effect in asked {
            switch effect {
            case .open(let url): open(url)
            // Nobody signs in here. Said at once: silence holds the customer up for a minute.
            case .freshAccessToken: call.accessToken(token: nil)
            // Kept already. The rest is not asked of an app without AR, Teams client and second app.
            case .save, .measure, .handOver, .joinMeeting, .leaveMeeting: break
            }
        }
    }

    /// What the screen says, the headline first, and what can be tapped, for as long as somebody looks.
    func draw(_ screen: ([Message], [Tap]) -> Void) async {
        for await shown in journey.shown {
            screen(shown.lines, taps(on: shown.screen))
        }
    }

    func opened(_ link: String) { call.text(text: link, source: .link) }

    func typed(_ name: String) { call.name(name: name) }

    /// The scene's phase is `background`, or `active` again.
    func isInFront(_ isInFront: Bool) { isInFront ? call.wake() : call.sleep() }

    /// `NWPathMonitor` says that there is a network again, or another one.
    func networkChanged() { call.networkBack() }

    /// Without `default`: no screen of a later version is forgotten. Where one has a place, `dismiss` does nothing.
    private func taps(on screen: Screen) -> [Tap] {
        switch screen {
        // A link opens the app, or is pasted into a field.
        case .start: []
        case .choose(let choices, _):
            zip(0..., choices).map { [call] index, choice in
                Tap("\(choice.text) \(choice.end ?? "")") { call.choose(index: index) }
            } + [close]
        // Besides the field for the name.
        case .askName: [close]
        case .rehearse: [Tap("Go on", call.goOn), close]
        case .knocking, .waiting, .admitted: [leave]
        // Asks first.
        case .inCall, .inMeeting: [leave]
        case .teamsClient: [Tap("Open", call.open), close]
        case .ask: [Tap("Yes") { [call] in call.confirm(yes: true) }, Tap("No") { [call] in call.confirm(yes: false) }]
        case .linkProblem: [close]
        case .fallback(_, _, .lobby), .fallback(_, _, .call): [leave]
        case .over(_, true), .fallback(_, true, .over): [Tap("Knock again", call.knockAgain), close]
        case .over, .fallback: [close]
        case .updateRequired(let store): store == nil ? [close] : [Tap("Open", call.open), close]
        }
    }
}

/// Something to tap.
struct Tap: Sendable {
    let label: String
    let act: @MainActor () -> Void

    init(_ label: String, _ act: @escaping @MainActor () -> Void) {
        (self.label, self.act) = (label, act)
    }
}

@MainActor
func model(for journey: Journey) -> JourneyModel {
    let model = JourneyModel(journey)
    model.onChange = { shown in print(shown.kind) }
    return model
}
