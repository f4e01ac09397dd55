import Testing

@testable import OneCallKit

private func page(_ kind: String, _ heading: String, _ lines: [Line] = []) -> Page {
    Page(kind: kind, art: .camera, heading: heading, lines: lines)
}

@Suite struct TellingTests {
    private let call = page("in-call", "You are in the call.", [Line(text: "With AR.")])

    @Test func anotherScreenIsReadFromItsHeadingOn() {
        #expect(page("ask", "End the call?").telling(after: call) == .screen)
        #expect(page("ask", call.heading).telling(after: call) == .screen)
    }

    @Test func aConnectionThatComesAndGoesIsSaidOnceAndPullsNobodyToTheHeading() {
        let flap = page("in-call", "Connecting again …", [Line(text: call.heading), Line(text: "With AR.")])
        #expect(flap.telling(after: call) == .news("Connecting again …"))
        #expect(call.telling(after: flap) == .nothing)
    }

    @Test func ofTheSameScreenOnlyWhatIsNewIsSaid() {
        let lines = ["Without AR.", "With AR.", "Hi."].map { Line(text: $0) }
        let more = page("in-call", call.heading, lines)
        #expect(more.telling(after: call) == .news("Without AR. Hi."))
        #expect(call.telling(after: call) == .nothing)
    }

    @Test func aLineIsSaidWithWhatTheAppAdds() {
        let early = page("waiting", "Too early.", [Line(text: "In 2 minutes.", more: "At 9:00.")])
        let later = page("waiting", "Too early.", [Line(text: "In 1 minute.", more: "At 9:00.")])
        #expect(later.telling(after: early) == .news("In 1 minute. At 9:00."))
    }

    @Test func whatOnlyChangesButtonsOrPictureIsNotSaid() {
        var other = call
        other.primary = Button(label: "End", action: .leave)
        other.busy = "Please wait"
        #expect(other.telling(after: call) == .nothing)
    }
}
