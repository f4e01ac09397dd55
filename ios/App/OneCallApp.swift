import OneCallKit
import OneCallPhone
import SwiftUI

/// One scene with one customer. What is decided is decided in OneCallKit and the core; here it is only drawn.
@main
struct OneCallApp: App {
    @StateObject private var customer = Customer(
        .current, sentences: BundledSentences(), surroundings: .phone())
    @Environment(\.scenePhase) private var phase

    var body: some Scene {
        WindowGroup {
            RootView(customer: customer)
        }
        .onChange(of: phase) { customer.entered(AppPhase($0)) }
    }
}

/// What the scene holds. It is a view because a scene's storage is read and written in views alone.
private struct RootView: View {
    @ObservedObject var customer: Customer
    @SceneStorage("drafts") private var kept = ""

    var body: some View {
        PageView(page: customer.page, act: customer.act) { customer.drafts.name = $0 }
            .onOpenURL { customer.arrived(Arriving(opened: $0)) }
            .onContinueUserActivity(NSUserActivityTypeBrowsingWeb) { activity in
                if let arriving = Arriving(activity: activity.activityType, page: activity.webpageURL) {
                    customer.arrived(arriving)
                }
            }
            .onChange(of: customer.drafts) { kept = $0.kept }
            // At once: a link that opened the app ends the scanning that was kept, and not the other way round.
            .onAppear { customer.drafts = Drafts(kept: kept) }
            .task { await customer.start() }
    }
}

extension AppPhase {
    fileprivate init(_ phase: ScenePhase) {
        self =
            switch phase {
            case .active: .active
            case .background: .background
            case .inactive: .inactive
            @unknown default: .inactive
            }
    }
}
