import OneCallCore

/// What the system says about the camera, in its own words (`AVAuthorizationStatus`).
public enum CameraStatus: Sendable, CaseIterable {
    case notDetermined
    /// By parental controls or the company that owns the phone: asking shows nothing.
    case restricted
    case denied
    case authorized
}

/// The camera, as far as it must be asked for. `OneCallPhone` has the one of AVFoundation.
public protocol CameraAsking: Sendable {
    /// Whether the device has a rear camera at all.
    var isThere: Bool { get }
    /// What the customer answered so far.
    var status: CameraStatus { get }
    /// Has the system ask the customer, if it has not done so before; returns when they have answered.
    func ask() async
}

extension CameraAsking {
    /// As the core's rehearsal wants to know it.
    public var access: CameraAccess {
        guard isThere else { return .missing }
        return switch status {
        case .notDetermined: .notAsked
        case .restricted, .denied: .denied
        case .authorized: .granted
        }
    }

    /// As a measurement wants to know it.
    public var permission: CameraPermission {
        switch status {
        case .notDetermined: .notAsked
        case .restricted, .denied: .refused
        case .authorized: .granted
        }
    }
}
