# What the core has to say: src/message. One sentence for each id, in words that everybody knows.

## A text that should hold an invitation

link-error-nothing-found = No invitation was found here: paste the whole message or link you were sent, or type the nine-digit code.
# $missing: how many characters are missing at least
link-error-truncated =
    { $missing ->
        [one] 1 character is missing
       *[other] { $missing } characters are missing
    } at the end of the link or code: copy the whole link once more, or type all nine digits of the code.
link-error-too-long = This is longer than an invitation can be: copy only the link from the message and paste it, or type only the nine digits.
link-error-mistyped = There is a wrong character in the link: copy it instead of typing it, or compare it letter by letter.
link-error-unknown-code = These nine digits open nothing: compare them with what you were told and type them again, or ask for new ones.
# $host: where the link leads
link-error-unknown-host = This link leads to { $host }, which does not belong here: ask the person who sent it for a new link.
# $what: the kind of page
link-error-not-joinable =
    This link leads to { $what ->
        [chat] a chat
        [message] a message
        [channel] a channel
        [team] a team
        [call] a call to a person
        [new-meeting] the start of a new meeting
        [meeting-options] the settings of a meeting
        [registration] a registration
        [file] a file
        [app] an app
       *[other] another page
    } in Microsoft Teams, not into a call: ask the person who sent it for the link that joins the call.
# $what: what it has lost
link-error-damaged-teams-link =
    This Microsoft Teams link { $what ->
        [cut-off] is not whole: copy it again from its first letter to its last, or ask for a new one
        [passcode-missing] has lost its passcode: copy it again from its first letter to its last, or ask for a new one
        [bare-number] has only a number where the meeting belongs: ask for the link as it stands in the meeting's own invitation
       *[not-a-meeting] has a mistake where the meeting belongs: copy it instead of typing it, or ask for a new one
    }.
# $service: the name of the service that wrapped it
link-error-opaque-wrapper = This link is hidden behind { $service }, and what it leads to cannot be seen from here: ask the person who sent it for the original link.
link-error-nested-too-deep = Too many links are wrapped around one another here: ask the person who sent it for the original link.
# $count: how many, at least 2
link-error-several = There are { $count } different invitations here: choose the one you were sent for this call.

## The customer's name

name-error-empty = Please type your name, so that the agent knows who is waiting.
# $limit: how many characters would do; $over: how many are too many
name-error-too-long = This name is too long: please shorten it to at most { $limit } characters, that is by { $over }.
# $place: which character, counted from 1
name-error-invisible = There is an invisible character in this name, in place { $place }: please type the name anew.
# $character: the one to leave out
name-error-not-allowed = The character “{ $character }” cannot be part of a name here: please leave it out, or write it another way.

## The steps of a route, as they are shown on the landing page

route-step-landing-page = Stay on this page and choose below.
route-step-open-app = Open the app and paste the link.
route-step-join-in-browser = Join in this browser.
route-step-teams-client = Open the meeting in Microsoft Teams; it also runs in a browser.
route-step-get-app = Get the app, then come back to this page.
route-step-tell = Please note:

## Why a step is on the route; stands behind the step

route-why-handed-over = The app is open already: go on there.
route-why-app-installed = The app is on this device.
route-why-app-may-be-installed = If you have the app, that is the best way.
route-why-in-app-browser = You are looking at this inside another app, which cannot open ours by itself.
route-why-nothing-to-install = There is nothing to install.
route-why-app-adds-ar = With the app, what is drawn stays where it belongs in your room.
route-why-app-only = This call needs the app.
route-why-os-too-old = Your phone's system is too old for the app; the browser is enough.
route-why-os-too-old-for-app-only = This call needs the app, and your phone's system is too old for it: open the link on another phone.
route-why-computer = On a computer nothing needs to be installed.
route-why-open-on-phone = This call needs the app: open the link on a phone.
route-why-in-app-browser-may-refuse-camera = You are looking at this inside another app, which may not let us use the camera: open the link in your phone's own browser.
route-why-in-app-browser-may-block = You are looking at this inside another app, which may block the way: better open the link in your device's own browser.
route-why-hololens-is-for-agents = A HoloLens is for agents: open the link on a phone or a computer.
route-why-app-joins-teams = It is a meeting in Microsoft Teams, and the app on this device can join it.
route-why-teams-meeting = It is a meeting in Microsoft Teams, which is joined there.

## What can be done in a call, as the agent's capability card shows it

capability-feature-annotate-in-space = Draw in the room
capability-feature-annotate-on-stills = Draw on still pictures
capability-feature-receive-annotations = See drawings
capability-feature-send-files = Send files
capability-feature-view-files = See files
capability-feature-snapshot-on-poor-network = Still pictures when the network is poor
capability-feature-record = Record the call
capability-feature-participant-list = See who is in the call
capability-feature-invite = Invite somebody else

## Why something can be done, or cannot

capability-reason-everyone = Everybody can.
capability-reason-signed-in = The customer is signed in.
capability-reason-needs-account = The customer is not signed in.
capability-reason-ar-basic = The customer's device recognises flat surfaces.
capability-reason-ar-depth = The customer's device recognises any surface.
capability-reason-ar-unsupported = The customer's device cannot recognise the room.
capability-reason-ar-needs-install = The customer's device needs another app from its store first, to recognise the room.
capability-reason-ar-needs-update = An app on the customer's device needs an update first, to recognise the room.
capability-reason-ar-checking = The customer's device is still finding out whether it can recognise the room.
capability-reason-ar-camera-refused = The customer's app may not use the camera now, so the room cannot be recognised.
capability-reason-ar-undetermined = The customer's device could not find out whether it can recognise the room; it may be offline.
capability-reason-ar-failed = Recognising the room was tried on the customer's device and does not work now.
capability-reason-on-stills = On still pictures, because the room is not recognised.
capability-reason-agent-client = Not on the agent's device.
capability-reason-two-people = A one-time call holds two people.
capability-reason-unknown = The reason is not known.

## The customer's screen

screen-start = Paste a link, scan a code or type what you were told.
# $count: how many, at least 2
screen-choose = There are { $count } different invitations here. Which one were you sent for this call?
screen-ask-name = What is your name?
screen-name-not-taken = The service does not take this name: please type another one.
screen-rehearse-ask = To let the agent see what you see, we need your camera. May we use it?
screen-rehearse-denied = The camera is switched off for us: allow it in your device's settings, or go on without it.
screen-rehearse-missing = There is no camera here: open the link on another device, or go on without it.
screen-knocking = Knocking …
screen-unreachable = The service cannot be reached; we keep trying.
# $agent: the agent's name
screen-admitted = { $agent } lets you in.
# $agent: the agent's name
screen-in-call = You are in the call with { $agent }.
# $sentence: what the service says, in words that this app does not know
screen-fallback = { $sentence }
screen-teams-client = This meeting is held in Microsoft Teams: open it there.
screen-in-meeting = You are in the meeting.
screen-update-required = Please update the app, then open the link again.
# $agent: the agent's name
screen-agent-away = { $agent } is not connected right now. Please stay.
screen-reconnecting = The connection is being made again.
screen-may-knock-again = You may knock again.

## How the call is shown

call-mode-ar = What is drawn stays where it belongs in the room.
call-mode-stills = You both draw on still pictures.
call-mode-ar-lost = The room is not recognised right now: you both draw on still pictures.

## Questions before something that cannot be undone

question-end-call = End the call? There is no way back.
question-leave-meeting = Leave the meeting?
question-leave-for-new-invitation = Leave this call for the new one?

## Why it is over

over-call-over = The call is over.
over-you-left = You have left the call; it is over for you.
over-you-left-the-lobby = You have left the lobby.
over-removed = The agent has taken you out of the call: ask for a new link if you still need help.
over-slept-too-long = You were away for too long, so your place was freed.
over-moved = You go on in another app or browser.
over-declined-not-expected = The agent expects somebody else: ask the person who sent you the link.
over-declined-not-now = The agent has no time now.
over-declined-wrong-link = This link leads to somebody else: please ask for the right one.
over-declined-unsaid = The agent did not let you in: ask the person who sent you the link.
over-link-dead = This link no longer works. Ask the person who sent it for a new one.
over-lobby-full = Too many people are waiting: wait a minute before you knock again.
over-nobody-came = Nobody let you in for a long time, so you are no longer in the lobby.
over-meeting-failed = The meeting cannot be reached.
over-unknown = It is over.

## In the lobby: why nothing has happened yet

waiting-too-early = You are in the lobby. The call has not started yet.
waiting-agent-absent = You are in the lobby. Nobody is there yet to let you in.
waiting-not-yet-noticed = You are in the lobby. The agent is there and has not looked yet.
waiting-noticed = You are in the lobby. The agent knows that you are waiting.
waiting-call-taken = You are in the lobby. Somebody else is in this call.
waiting-unknown = You are in the lobby. Please wait.

## In the lobby: the other lines

waiting-held = You are in the lobby. The agent asks you to wait.
waiting-starts-at-once = It starts in a moment.
# $minutes: at least 2
waiting-starts-in-minutes = It starts in { $minutes } minutes.
# $hours: at least 2
waiting-starts-in-hours = It starts in about { $hours } hours.
# $days: at least 2
waiting-starts-in-days = It starts in about { $days } days.
# $text: what the agent wrote
waiting-agent-says = The agent writes: “{ $text }”
waiting-was-asleep = Your phone was asleep; your place was kept.
waiting-reconnecting = The connection is being made again; your place is kept.
# $phrase: two words
waiting-match-phrase = Your two words: { $phrase }.

## What the service could not do, and what to do next

problem-link-dead = This link no longer works. Ask the person who sent it for a new one.
problem-link-mistyped = This link is damaged. Copy the whole link again, or ask for a new one.
problem-name-unusable = This name cannot be used. Type the name again with 1 to 64 visible characters.
problem-not-yours = This place belongs to another device. Open the link again to take a place of your own.
problem-no-such-knock = Nobody waits here under that name tag. Knock first, then send commands.
problem-lobby-full = Too many people are waiting for this call. Try again in a minute, or ask for a link of your own.
problem-call-over = This call is over. Create a new call and send its link.
problem-call-taken = Somebody is in this call already. Remove them or send them back first.
problem-already-decided = Another agent was first. They have decided already.
problem-not-now = That is not possible right now. Reload the call and look at its state.
problem-stale = Somebody changed this call meanwhile. Reload the call, then change it again.
problem-if-match-required = This change needs the version it is based on. Send the call's ETag in If-Match.
problem-no-such-call = There is no such call. Look for it in the list of calls.
problem-no-such-agent = There is no such agent. Choose an agent from the organisation's list.
problem-sign-in-needed = You are not signed in. Sign in again; nothing was changed.
problem-not-allowed = You are not allowed to do that. Ask an administrator of your organisation.
problem-foreign-origin = This request comes from another website. Use the page that this service serves.
problem-bad-request = This request cannot be read. Compare it with /openapi.json.
problem-bad-value = A value in this request is out of bounds. Compare it with /openapi.json.
problem-bad-content-type = The body must be JSON. Send Content-Type: application/json.
problem-too-large = The body is too large. Send less than 64 KiB.
problem-not-found = There is nothing here. See /openapi.json for what there is.
problem-bad-method = This address does not take that method. See /openapi.json for what it takes.
problem-slow-down = Too many requests. Wait as long as Retry-After says, then try again.
problem-storage-full = The service cannot write anything down right now. Nothing was changed. Try again in a minute.
problem-storage-unavailable = The service cannot reach its storage right now. Try again: a repeated command is done once.
problem-restarting = The service is restarting. Try again in a few seconds; your place is kept.
problem-internal = Something went wrong on our side. Try again, and tell the operator the request id.
