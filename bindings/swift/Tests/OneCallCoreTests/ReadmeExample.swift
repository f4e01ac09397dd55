import OneCallCore

/// What an app keeps in the keychain; here for as long as it runs.
actor Keychain {
    private(set) var blob: String?

    func keep(_ blob: String?) {
        self.blob = blob
    }
}

/// Takes a customer from the link of an invitation to the end of the call, and returns the headlines they saw.
func attend(_ link: String, at host: String, as name: String, keychain: Keychain) async throws -> [String] {
    let config = Config(hosts: [host], device: Device(platform: .ios), app: .app)
    let journey = try Journey(config: config, blob: await keychain.blob) { effect in
        // On a thread of the core: quick, and without waiting for another one.
        if case .save(let blob) = effect {
            Task { await keychain.keep(blob) }
        }
    }
    journey.call.text(text: link, source: .link)

    var headlines: [String] = []
    for await shown in journey.shown {
        // The id of a sentence in locales/; an app shows the sentence.
        headlines.append(shown.lines.first?.id ?? shown.kind)
        switch shown.screen {
        case .askName(_, nil, _):
            journey.call.name(name: name)
        case .linkProblem, .over, .fallback, .updateRequired:
            return headlines
        default:
            break
        }
    }
    return headlines
}

@MainActor
func model(for journey: Journey) -> JourneyModel {
    let model = JourneyModel(journey)
    model.onChange = { shown in print(shown.kind) }
    return model
}
