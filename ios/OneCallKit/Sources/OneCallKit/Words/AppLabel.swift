/// What the app says by itself: buttons, fields, notices. The raw value is the id in `locales/*/app.ftl`.
public enum AppLabel: String, Sendable, CaseIterable {
    case paste = "app-button-paste"
    case scan = "app-button-scan"
    case goOn = "app-button-go-on"
    case tryAgain = "app-button-try-again"
    case cancel = "app-button-cancel"
    case close = "app-button-close"
    case back = "app-button-back"
    case noneOfThese = "app-button-none-of-these"
    case allowCamera = "app-button-allow-camera"
    case openSettings = "app-button-open-settings"
    case withoutCamera = "app-button-without-camera"
    case leaveLobby = "app-button-leave-lobby"
    case endCall = "app-button-end-call"
    case leaveMeeting = "app-button-leave-meeting"
    case openTeams = "app-button-open-teams"
    case openStore = "app-button-open-store"
    case knockAgain = "app-button-knock-again"

    case endCallYes = "app-button-end-call-yes"
    case endCallNo = "app-button-end-call-no"
    case leaveMeetingYes = "app-button-leave-meeting-yes"
    case leaveMeetingNo = "app-button-leave-meeting-no"
    case newCallYes = "app-button-new-call-yes"
    case newCallNo = "app-button-new-call-no"

    case codeField = "app-field-code"
    case nameField = "app-field-name"
    case scanning = "app-scan"

    case starting = "app-ios-starting"
    case cannotStart = "app-ios-cannot-start"
    case noSystem = "app-ios-no-system"
    case keepOpen = "app-ios-keep-open"
    case busy = "app-ios-busy"
    case pasteIsLikely = "app-ios-paste-is-likely"

    case noticePlaceEndsTitle = "app-ios-notification-place-ends-title"
    case noticePlaceEndsText = "app-ios-notification-place-ends-text"
    case noticeLetInTitle = "app-notification-admitted"
    case noticeLetInText = "app-notification-open"
    case noticeCallWaitsTitle = "app-notification-in-call"
    case noticeCallWaitsText = "app-ios-notification-call-waits-text"

    /// Said by the system, which takes it from the app's `InfoPlist.strings`.
    case cameraUsage = "app-ios-camera-usage"
}
