import Testing

@testable import OneCallCore

extension Core {
    @Suite("Links, routes, names, AR and features: the same cases as in Rust and in Kotlin")
    struct LookUps {
        @Test("links", arguments: cases("links"))
        func links(_ link: Case) async throws {
            try await link.read { vector in
                let config = Config(hosts: try vector.texts("hosts"), device: Device(platform: .android), app: .app)
                var actual: [String: Json] = [:]
                switch try explain(config: config, text: try vector.repeated("text")) {
                case .leads(let invitation, let kind, _):
                    actual["leads"] = .object(["kind": word(kind), "invitation": .text(invitation)])
                case .problem(let error, let says):
                    actual["problem"] = said(says)
                    if case .several(let choices) = error {
                        actual["choices"] = .list(choices.map(Json.text))
                    }
                }
                #expect(vector.rest() == actual)
            }
        }

        @Test("routes", arguments: cases("routes"))
        func routes(_ route: Case) async throws {
            try await route.read { vector in
                let config = Config(
                    hosts: try vector.texts("hosts"),
                    device: try device(vector.vector("device")),
                    app: .app,
                    appStoreId: vector.has("app_store_id") ? UInt64(try vector.number("app_store_id")) : nil,
                    androidPackage: try vector.textIfAny("android_package"),
                    callClient: try vector.flag("call_client")
                )
                guard case .leads(_, let kind, let steps) = try explain(config: config, text: vector.repeated("text"))
                else { throw Missing("a route") }
                let actual = ["kind": word(kind), "steps": Json.list(try steps.map(said))]
                #expect(vector.rest() == actual)
            }
        }

        @Test("names", arguments: cases("names"))
        func names(_ name: Case) async throws {
            try await name.read { vector in
                let actual: [String: Json] =
                    switch checkName(typed: try vector.repeated("typed")) {
                    case .good(let name): ["good": .text(name)]
                    case .problem(_, let says): ["problem": said(says)]
                    }
                #expect(vector.rest() == actual)
            }
        }

        @Test("ar", arguments: cases("ar"))
        func ar(_ ar: Case) async throws {
            try await ar.read { vector in
                let measurement = try measurement(vector.vector("measurement"))
                let features = features(measurement: measurement, signedIn: false, agent: .desktopBrowser)
                #expect(vector.rest() == ["in_space": .object(said(features.annotateInSpace))])
            }
        }

        @Test("features", arguments: cases("features"))
        func featuresOfTwo(_ two: Case) async throws {
            try await two.read { vector in
                let features = features(
                    measurement: try measurement(vector.vector("measurement")),
                    signedIn: try vector.flag("signed_in"),
                    agent: try named(vector.text("agent"))
                )
                #expect(vector.rest() == ["features": said(features)])
            }
        }

        private func device(_ vector: Vector) throws -> Device {
            var version: OsVersion?
            if vector.has("os_version") {
                guard case .list(let parts) = try vector.element("os_version"), parts.count == 2,
                    case .number(let major) = parts[0], case .number(let minor) = parts[1]
                else { throw Missing("a version of two numbers") }
                version = OsVersion(major: UInt16(major), minor: UInt16(minor))
            }
            let platform: Platform = try named(vector.text("platform"))
            let inAppBrowser = try vector.flag("in_app_browser")
            vector.expectAllWasRead()
            return Device(platform: platform, osVersion: version, inAppBrowser: inAppBrowser)
        }
    }
}
