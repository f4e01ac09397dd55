import OneCallKit
import SwiftUI

/// Draws every page. Type grows with the customer's setting, colours follow light and dark, and whatever does not fit
/// can be scrolled to.
struct PageView: View {
    let page: Page
    let act: @MainActor (Action) -> Void
    /// The name, as far as it is typed.
    let draft: @MainActor (String) -> Void

    @AccessibilityFocusState private var isHeadingRead: Bool

    var body: some View {
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
            buttons
        }
        .background(Color(.systemBackground))
        // A new screen is read from its heading on.
        .onChange(of: page.heading) { _ in isHeadingRead = true }
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
    }
}
