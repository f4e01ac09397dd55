@testable import OneCallCore

// What the core says, in the words of the vectors; and what it is asked.

func said(_ message: Message) -> Json {
    .object(["id": .text(message.id), "arguments": .list(message.arguments.map(said))])
}

func said(_ named: Named) -> Json {
    switch named.value {
    case .text(let text): .object(["name": .text(named.name), "text": .text(text)])
    case .number(let number): .object(["name": .text(named.name), "number": .number(Int(number))])
    case .word(let word): .object(["name": .text(named.name), "word": .text(word)])
    }
}

func said(_ step: ExplainedStep) throws -> Json {
    guard step.says.arguments.isEmpty, step.because.arguments.isEmpty else {
        throw Missing("a step whose sentences have no arguments")
    }
    var said: [String: Json] = [
        "step": word(step.step), "why": word(step.why), "says": .text(step.says.id), "because": .text(step.because.id),
    ]
    if let url = step.url {
        said["url"] = .text(url)
    }
    return .object(said)
}

func said(_ feature: Feature) -> [String: Json] {
    ["allowed": .flag(feature.allowed), "reason": word(feature.reason)]
}

/// All nine, in their order.
func said(_ features: Features) -> Json {
    let named = [
        ("annotate-in-space", features.annotateInSpace),
        ("annotate-on-stills", features.annotateOnStills),
        ("receive-annotations", features.receiveAnnotations),
        ("send-files", features.sendFiles),
        ("view-files", features.viewFiles),
        ("snapshot-on-poor-network", features.snapshotOnPoorNetwork),
        ("record", features.record),
        ("participant-list", features.participantList),
        ("invite", features.invite),
    ]
    return .list(named.map { name, feature in .object(said(feature).merging(["feature": .text(name)]) { $1 }) })
}

func measurement(_ vector: Vector) throws -> Measurement {
    let system: ArSystem
    switch try vector.text("system") {
    case "absent":
        system = .absent
    case "arcore":
        system = .arCore(
            answer: try named(vector.text("answer")),
            apiLevel: UInt32(try vector.number("api_level")),
            depth: try vector.flag("depth")
        )
    case "arkit":
        system = .arKit(
            worldTracking: try vector.flag("world_tracking"),
            sceneReconstruction: try vector.flag("scene_reconstruction"),
            sceneDepth: try vector.flag("scene_depth")
        )
    case let other:
        throw Missing("a system named \(other)")
    }
    let camera: CameraPermission = try named(vector.text("camera"))
    let measurement = Measurement(system: system, camera: camera, simulated: try vector.flag("simulated"))
    vector.expectAllWasRead()
    return measurement
}
