import OneCallKit
import OneCallPhone
import SwiftUI

/// One scene with one customer. What is decided is decided in OneCallKit and the core; here it is only drawn.
@main
struct OneCallApp: App {
    @StateObject private var customer = Customer(
        .current, sentences: BundledSentences(), surroundings: .phone())
    @Environment(\.scenePhase) private var phase
    @SceneStorage("drafts") private var kept = ""

    var body: some Scene {
        WindowGroup {
            PageView(page: customer.page, act: customer.act) { customer.drafts.name = $0 }
                .onOpenURL { customer.arrived(Arriving(opened: $0)) }
                .onContinueUserActivity(NSUserActivityTypeBrowsingWeb) { activity in
                    if let arriving = Arriving(activity: activity.activityType, page: activity.webpageURL) {
                        customer.arrived(arriving)
                    }
                }
                .onChange(of: customer.drafts) { kept = $0.kept }
                .task {
                    customer.drafts = Drafts(kept: kept)
                    await customer.start()
                }
        }
        .onChange(of: phase) { customer.entered(AppPhase($0)) }
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
