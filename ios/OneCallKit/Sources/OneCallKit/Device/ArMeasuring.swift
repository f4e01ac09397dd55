import OneCallCore

/// What ARKit says of this device. `OneCallPhone` asks it; what it means is for the core to judge.
public struct ArFacts: Equatable, Sendable {
    /// `ARWorldTrackingConfiguration.isSupported`
    public let worldTracking: Bool
    /// `supportsSceneReconstruction(.mesh)`
    public let sceneReconstruction: Bool
    /// `supportsFrameSemantics(.sceneDepth)`
    public let sceneDepth: Bool

    public init(worldTracking: Bool, sceneReconstruction: Bool, sceneDepth: Bool) {
        self.worldTracking = worldTracking
        self.sceneReconstruction = sceneReconstruction
        self.sceneDepth = sceneDepth
    }
}

/// Asks the platform's AR.
public protocol ArMeasuring: Sendable {
    /// Nothing where there is no AR to ask.
    func facts() -> ArFacts?
}

extension Measurement {
    /// One measurement, from what ARKit and the camera say at this moment.
    public static func taken(
        ar: some ArMeasuring, camera: some CameraAsking, simulated: Bool = Device.isSimulated
    ) -> Measurement {
        let system: ArSystem =
            ar.facts().map { facts in
                .arKit(
                    worldTracking: facts.worldTracking,
                    sceneReconstruction: facts.sceneReconstruction,
                    sceneDepth: facts.sceneDepth
                )
            } ?? .absent
        return Measurement(system: system, camera: camera.permission, simulated: simulated)
    }
}
