import Foundation
import OneCallCore

extension Device {
    /// The device this runs on, as far as the core asks.
    ///
    /// An iPad runs the same system with the same camera and counts as a phone.
    public static func this(
        _ version: OperatingSystemVersion = ProcessInfo.processInfo.operatingSystemVersion
    ) -> Device {
        Device(
            platform: .ios,
            osVersion: OsVersion(
                major: UInt16(clamping: version.majorVersion),
                minor: UInt16(clamping: version.minorVersion)
            )
        )
    }

    /// Whether this is the simulator, whose camera and AR say nothing of any phone.
    public static var isSimulated: Bool {
        #if targetEnvironment(simulator)
            true
        #else
            false
        #endif
    }
}
