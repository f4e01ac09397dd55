import OneCallKit
import OneCallPhone
import SwiftUI

/// What stands between words and buttons.
struct PictureView: View {
    let picture: Picture
    let act: @MainActor (Action) -> Void

    var body: some View {
        switch picture {
        case .scanner:
            ScannerView { act(.arrived(Arriving($0, from: .qrCode))) }
                .accessibilityHidden(true)
        case .call, .meeting:
            Spacer(minLength: 0)
        }
    }
}

/// The camera looking for a code.
private struct ScannerView: UIViewControllerRepresentable {
    let found: @MainActor (String) -> Void

    func makeUIViewController(context: Context) -> CodeScanner {
        let scanner = CodeScanner()
        scanner.onFound = found
        return scanner
    }

    func updateUIViewController(_ scanner: CodeScanner, context: Context) {}
}
