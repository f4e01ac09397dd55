import OneCallKit
import SwiftUI
import UIKit

/// Draws every page. Type grows with the customer's setting, colours follow light and dark, and whatever does not fit
/// can be scrolled to: the words, and the buttons once they want more than their share of the window.
struct PageView: View {
    let page: Page
    let act: @MainActor (Action) -> Void
    /// The name, as far as it is typed.
    let draft: @MainActor (String) -> Void

    @AccessibilityFocusState private var isHeadingRead: Bool
    /// As high as the buttons would be if nothing held them.
    @State private var wantedForButtons: CGFloat = 0

    /// Of the window's height: in the largest type, or on a phone laid on its side, some words stay in sight.
    private static let mostForButtons = 0.6

    var body: some View {
        GeometryReader { window in
            VStack(spacing: 16) {
                ScrollView {
                    VStack(spacing: 16) {
                        words
                        if let field = page.field {
                            FieldView(field: field, act: act, draft: draft).id(page.kind)
                        }
                        ForEach(page.choices) { choice in
                            ChoiceView(choice: choice, act: act)
                        }
                    }
                    .frame(maxWidth: 560)
                    .frame(maxWidth: .infinity)
                    .padding()
                }
                if let picture = page.picture {
                    PictureView(picture: picture, act: act)
                        .frame(maxWidth: .infinity, maxHeight: .infinity)
                }
                ScrollView {
                    buttons.background(measure)
                }
                .frame(height: min(wantedForButtons, window.size.height * Self.mostForButtons))
            }
        }
        .background(Color(.systemBackground))
        .onChange(of: page) { [page] next in tell(next.telling(after: page)) }
    }

    @ViewBuilder private var words: some View {
        Image(systemName: page.art.symbol)
            .font(.largeTitle)
            .foregroundColor(.accentColor)
            .accessibilityHidden(true)
        if let from = page.from {
            Text(from).font(.subheadline).foregroundColor(.secondary)
        }
        Text(page.heading)
            .font(.title2.bold())
            .multilineTextAlignment(.center)
            .accessibilityAddTraits(.isHeader)
            .accessibilityFocused($isHeadingRead)
        if let busy = page.busy {
            ProgressView().accessibilityLabel(busy)
        }
        ForEach(Array(page.lines.enumerated()), id: \.offset) { _, line in
            LineView(line: line)
        }
    }

    private var buttons: some View {
        VStack(spacing: 12) {
            if let primary = page.primary {
                ButtonView(button: primary, isPrimary: true, act: act)
            }
            ForEach(page.others) { button in
                ButtonView(button: button, isPrimary: false, act: act)
            }
        }
        .frame(maxWidth: 560)
        .padding()
        .frame(maxWidth: .infinity)
    }

    private var measure: some View {
        GeometryReader { drawn in
            Color.clear
                .onAppear { wantedForButtons = drawn.size.height }
                .onChange(of: drawn.size.height) { wantedForButtons = $0 }
        }
    }

    private func tell(_ telling: Telling) {
        switch telling {
        case .screen: isHeadingRead = true
        case .news(let news):
            // In line with what is being read: it interrupts nobody.
            let polite = NSAttributedString(string: news, attributes: [.accessibilitySpeechQueueAnnouncement: true])
            UIAccessibility.post(notification: .announcement, argument: polite)
        case .nothing: break
        }
    }
}
