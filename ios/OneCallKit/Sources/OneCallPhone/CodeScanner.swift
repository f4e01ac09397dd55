// A session may be started and stopped on any queue; the framework does not say so to the compiler.
@preconcurrency import AVFoundation
import UIKit

/// The camera looking for a QR code. It tells of the first one that it sees, and then of no other.
public final class CodeScanner: UIViewController, @preconcurrency AVCaptureMetadataOutputObjectsDelegate {
    /// What stood in the code.
    public var onFound: (@MainActor (String) -> Void)?

    private let session = AVCaptureSession()
    /// Starting and stopping takes time that the main thread does not have.
    private let queue = DispatchQueue(label: "org.onecall.scanner")
    private lazy var preview = AVCaptureVideoPreviewLayer(session: session)

    override public func viewDidLoad() {
        super.viewDidLoad()
        preview.videoGravity = .resizeAspectFill
        view.layer.addSublayer(preview)
        guard let camera = AVCaptureDevice.default(for: .video), let input = try? AVCaptureDeviceInput(device: camera),
            session.canAddInput(input)
        else { return }
        session.addInput(input)
        let output = AVCaptureMetadataOutput()
        guard session.canAddOutput(output) else { return }
        session.addOutput(output)
        output.setMetadataObjectsDelegate(self, queue: .main)
        output.metadataObjectTypes = [.qr]
    }

    override public func viewDidLayoutSubviews() {
        super.viewDidLayoutSubviews()
        preview.frame = view.bounds
    }

    override public func viewWillAppear(_ animated: Bool) {
        super.viewWillAppear(animated)
        queue.async { [session] in session.startRunning() }
    }

    override public func viewDidDisappear(_ animated: Bool) {
        super.viewDidDisappear(animated)
        queue.async { [session] in session.stopRunning() }
    }

    public func metadataOutput(
        _ output: AVCaptureMetadataOutput, didOutput objects: [AVMetadataObject], from connection: AVCaptureConnection
    ) {
        guard let code = objects.lazy.compactMap({ ($0 as? AVMetadataMachineReadableCodeObject)?.stringValue }).first
        else { return }
        onFound?(code)
        onFound = nil
    }
}
