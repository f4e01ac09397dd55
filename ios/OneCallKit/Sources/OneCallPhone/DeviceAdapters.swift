import ARKit
import AVFoundation
// A monitor may be cancelled from any thread; the framework does not say so to the compiler.
@preconcurrency import Network
import OneCallKit

/// The rear camera, as AVFoundation tells of it.
public struct PhoneCamera: CameraAsking {
    public init() {}

    public var isThere: Bool {
        AVCaptureDevice.default(.builtInWideAngleCamera, for: .video, position: .back) != nil
    }

    public var status: CameraStatus {
        switch AVCaptureDevice.authorizationStatus(for: .video) {
        case .notDetermined: .notDetermined
        case .restricted: .restricted
        case .authorized: .authorized
        case .denied: .denied
        @unknown default: .denied
        }
    }

    public func ask() async {
        _ = await AVCaptureDevice.requestAccess(for: .video)
    }
}

/// What ARKit can do on this device.
public struct PhoneAr: ArMeasuring {
    public init() {}

    public func facts() -> ArFacts? {
        ArFacts(
            worldTracking: ARWorldTrackingConfiguration.isSupported,
            sceneReconstruction: ARWorldTrackingConfiguration.supportsSceneReconstruction(.mesh),
            sceneDepth: ARWorldTrackingConfiguration.supportsFrameSemantics(.sceneDepth)
        )
    }
}

/// The paths of the Network framework.
public struct PhoneNetwork: NetworkWatching {
    public init() {}

    public func paths() -> AsyncStream<NetworkPath> {
        AsyncStream(bufferingPolicy: .bufferingNewest(8)) { sink in
            let monitor = NWPathMonitor()
            monitor.pathUpdateHandler = { path in
                sink.yield(
                    NetworkPath(
                        isUsable: path.status == .satisfied, interfaces: path.availableInterfaces.map(\.name)))
            }
            sink.onTermination = { _ in monitor.cancel() }
            monitor.start(queue: DispatchQueue(label: "org.onecall.network"))
        }
    }
}
