# What the apps for phones say by themselves: buttons, labels, notifications. Sentences without arguments.

## Buttons, each with what it does and no more

app-button-paste = Paste the link
app-button-scan = Scan a code
app-button-go-on = Go on
app-button-try-again = Try again
app-button-cancel = Cancel
app-button-close = Close
app-button-back = Back
app-button-none-of-these = None of these
app-button-allow-camera = Allow the camera
app-button-open-settings = Open the settings
app-button-without-camera = Go on without camera
app-button-leave-lobby = Leave the lobby
app-button-end-call = End the call
app-button-leave-meeting = Leave the meeting
app-button-open-teams = Open Microsoft Teams
app-button-open-store = Open the store
app-button-knock-again = Knock again
app-button-sign-in = Sign in
app-button-sign-out = Sign out

## Answers to questions, which say what happens

app-button-end-call-yes = Yes, end the call
app-button-end-call-no = No, stay in the call
app-button-leave-meeting-yes = Yes, leave
app-button-leave-meeting-no = No, stay
app-button-new-call-yes = Yes, to the new call
app-button-new-call-no = No, stay in this call

## Where something is typed: a few letters, which still fit a narrow phone with large type

app-field-code = 9-digit code
app-field-name = Your name

## While a code is scanned

app-scan = Hold the phone so that the whole code is in the picture.
app-scan-refused = The camera is switched off for us: allow it in the settings, or go back and paste the link or type the nine digits.

## Where nothing can be scanned

app-start-without-scan = Paste a link or type what you were told.

## In the lobby: below the two words; above them, where there is no room for both; before the day and the time;
## and for who came far too early

app-read-out = Read them out when you are asked for them.
app-read-out-when-asked = Read this out when asked:
app-starts-at = By your clock:
app-come-back-then = Open the same link, or type the same digits, a few minutes before. Until then you may close this app.

## When signing in to the operator's accounts did not work

app-sign-in-failed = You cannot be signed in right now. You may go on without signing in.

## Notifications, and the group they are in

app-notification-channel = Your call
app-notification-waiting = You are in the lobby
app-notification-admitted = You have been let in
app-notification-in-call = You are in a call
app-notification-open = Tap to go on.

## On Android alone: the tag of this language, in which days are named; what is said before the core is there; and in
## the lobby

app-android-language = en
app-android-starting = Starting …
app-android-cannot-start = This app is not set up correctly: please tell the person who gave you the link.
app-android-no-system = Your phone has no room for this app right now: close other apps and try again.
app-android-keep-open = Keep this app open to be let in at once.

## On an iPhone alone

app-ios-starting = Starting …
app-ios-cannot-start = This app is not set up correctly: please tell the person who gave you the link.
app-ios-no-system = Your phone has no room for this app right now: close other apps and try again.
app-ios-keep-open = Keep this app open: only then are you let in at once.
app-ios-busy = Please wait
app-ios-paste-is-likely = You seem to have copied a link or a code.
app-ios-notification-place-ends-title = Your place is kept only a little longer
app-ios-notification-place-ends-text = Open the app to stay in the lobby.
app-ios-notification-call-waits-text = Open the app, or the call ends for you.
app-ios-camera-usage = The agent sees what you point the camera at, during the call only. The camera also scans the code of an invitation.
