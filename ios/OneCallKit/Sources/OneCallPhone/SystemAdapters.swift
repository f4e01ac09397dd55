import Foundation
import OneCallCore
import OneCallKit
import UIKit
// The settings are a copy that nobody changes; the framework does not say so to the compiler.
@preconcurrency import UserNotifications
import os

/// The system's pasteboard. Whether it may be of use is found out without reading it, of which the system says nothing
/// to the customer; it is read after a tap on *Paste* alone.
@MainActor
public struct PhonePasteboard: PasteboardDetecting, PasteboardReading {
    public init() {}

    public var changeCount: Int { UIPasteboard.general.changeCount }

    public func mayHoldInvitation() async -> Bool {
        let wanted: Set<PartialKeyPath<UIPasteboard.DetectedValues>> = [\.probableWebURL, \.number]
        // Key paths may not leave the thread that they were found on: whether there are any is told there.
        return await withCheckedContinuation { continuation in
            UIPasteboard.general.detectPatterns(for: wanted) { @Sendable found in
                continuation.resume(returning: (try? found.get())?.isEmpty == false)
            }
        }
    }

    public func text() -> String? { UIPasteboard.general.string }
}

/// The notification centre.
@MainActor
public struct PhoneNotices: NoticePosting {
    public init() {}

    public func wasAsked() async -> Bool {
        await UNUserNotificationCenter.current().notificationSettings().authorizationStatus != .notDetermined
    }

    public func ask() async {
        _ = try? await UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .sound])
    }

    public func post(_ notice: NoticeInWords, after seconds: TimeInterval) {
        let content = UNMutableNotificationContent()
        content.title = notice.title
        content.body = notice.text
        content.sound = .default
        let trigger = seconds > 0 ? UNTimeIntervalNotificationTrigger(timeInterval: seconds, repeats: false) : nil
        UNUserNotificationCenter.current().add(
            UNNotificationRequest(identifier: notice.id, content: content, trigger: trigger))
    }

    public func withdrawAll() {
        let center = UNUserNotificationCenter.current()
        center.removeAllPendingNotificationRequests()
        center.removeAllDeliveredNotifications()
    }
}

/// The time that UIKit gives an app in the background.
@MainActor
public final class PhoneBackgroundTime: BackgroundTime {
    private var task = UIBackgroundTaskIdentifier.invalid

    public init() {}

    public func begin(expired: @escaping @MainActor () -> Void) {
        end()
        task = UIApplication.shared.beginBackgroundTask(withName: "lobby") {
            // UIKit calls this on the main thread, and ends the app if the time is not given back within it.
            MainActor.assumeIsolated { expired() }
        }
    }

    public func end() {
        guard task != .invalid else { return }
        UIApplication.shared.endBackgroundTask(task)
        task = .invalid
    }
}

/// Opens what the core says: always outside of the app.
@MainActor
public struct PhoneOpener: Opening {
    public init() {}

    public func open(_ url: URL) {
        UIApplication.shared.open(url)
    }

    public func openSettings() {
        if let url = URL(string: UIApplication.openSettingsURLString) {
            UIApplication.shared.open(url)
        }
    }
}

extension Surroundings {
    /// Those of this iPhone.
    public static func phone() -> Surroundings {
        let logger = Logger(subsystem: "org.onecall", category: "core")
        return Surroundings(
            storage: FreshInstallStorage(KeychainStorage(), mark: DefaultsMark()), camera: PhoneCamera(), ar: PhoneAr(),
            network: PhoneNetwork(), pasteboard: PhonePasteboard(), notices: PhoneNotices(),
            background: PhoneBackgroundTime(), opener: PhoneOpener(), accounts: .phone(),
            // Public: the core lets nothing but its own words and kinds into a line.
            log: { line in
                let detail = line.detail ?? ""
                logger.log(level: line.level.logged, "\(line.what, privacy: .public) \(detail, privacy: .public)")
            })
    }
}

extension LogLevel {
    fileprivate var logged: OSLogType {
        switch self {
        case .error: .error
        case .info: .info
        case .debug: .debug
        }
    }
}
