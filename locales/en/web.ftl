# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## The agent's console: the page as a whole

console-create = Create a one-time call
# $title: of the call
console-created = “{ $title }” is created. Copy the message and send it.
console-messages = Messages
console-close = Close
console-cancel = Cancel
console-undo = Undo
console-try-again = Try again
console-try-now = Try now
console-unreachable = The service cannot be reached. What you typed is kept: try again.
console-undecided = The service cannot be reached. Nobody knows yet whether it was done: try again.
console-not-read = The service cannot be reached: try again.
# $status: a number
console-problem-unknown = The service could not do that (number { $status }). Try again.
# $name: the agent who was first
console-somebody-was-first = { $name } was first: nothing that you chose was done, and the list shows how it is now.
console-too-late = It is too late for that: something else was decided meanwhile, or the customer has left. The list shows how it is now.
console-sign-in-ended = Your sign-in has ended. What you typed is kept. Ask an administrator, or whoever runs this service, for a new sign-in link, open it in another tab of this browser, then go on here.
console-sign-in-ended-here = Your sign-in has ended and nothing was changed. What you typed is kept: open a new sign-in link in another tab of this browser, then try again.
console-go-on = Go on
console-broken = The connection is lost and is being made again: this list may be out of date.
# $state: live, connecting, broken or signed-out
console-stream =
    { $state ->
        [live] Up to date
        [connecting] Connecting …
        [signed-out] Signed out
       *[broken] Not up to date
    }
# $minutes: by how many, from 2 to 119; $which: fast or slow
console-clock-wrong =
    The clock of this device is { $minutes } minutes { $which ->
        [fast] fast
       *[slow] slow
    }. The times here are those of the service.
# $hours: by how many, at least 2; $which: fast or slow
console-clock-wrong-hours =
    The clock of this device is about { $hours } hours { $which ->
        [fast] fast
       *[slow] slow
    }. The times here are those of the service.

## The agent's console: the list

# $count: how many people
console-group-waiting =
    { $count ->
        [one] 1 person is waiting
       *[other] { $count } people are waiting
    }
console-group-in-call = In a call
console-group-open = Ready
console-group-planned = Planned
console-group-over = Over
console-nobody-waits = Nobody is waiting.
console-nobody-known = We cannot see whether anybody is waiting.
console-no-calls = There are no calls yet. Create one and send its message to your customer.
console-no-other-calls = There are no other calls.
# $when: day and time; $minutes: planned duration
console-when = { $when } · { $minutes } min
# $name: the customer; $agent: who let them in
console-taken = In a call with { $name }, let in by { $agent }
# $name: the customer
console-taken-by-you = In a call with { $name }, let in by you
# $name: the customer, who is on the way; $agent: who let them in
console-let-in = { $name } is let in by { $agent }, not there yet
# $name: the customer, who is on the way
console-let-in-by-you = { $name } is let in by you, not there yet
console-nobody-yet = Nobody is waiting at this call
# $name: the agent
console-over-by = Ended by { $name }
# $reason: why
console-over =
    { $reason ->
        [you-left] The customer left the call
        [link-expired] The link's time was up
       *[other] The call is over
    }

## The agent's console: what can be changed

console-field-title = Title
console-field-starts-at = Start
console-field-minutes = Duration (minutes)
console-field-set-up = You join from
console-field-language = Language of the message
# $where: desktop or mobile
console-set-up =
    { $where ->
        [mobile] a phone
       *[desktop] a computer
    }
console-bad-title = The title must be one line of 1 to 200 characters.
console-bad-starts-at = The start must be within the coming year, and its link must not be over already.
console-bad-minutes = The duration must be from 1 minute to 24 hours (1440 minutes).
console-bad-set-up = This cannot be chosen here.
console-bad-language = This language cannot be chosen here.
# $over: by how many characters it is too long; 0 if that is not what is wrong
console-bad-text =
    { $over ->
        [0] The message must have 1 to 500 characters, all of them visible.
       *[other] The message may have at most 500 characters: shorten it by { $over }.
    }
console-bad-supply = The service could not make a fresh link or code. Try again.
# $theirs: what somebody else has put there
console-conflict = Somebody changed this meanwhile to: { $theirs }. What you typed is kept.
console-keep-mine = Keep mine
console-take-theirs = Take theirs
console-saved = Saved.

## The agent's console: sharing a call

console-share = Invite the customer
console-message = Message to your customer
console-message-changed = The call has changed since you edited this message: link or time in it may be old.
console-message-renew = Take the new message
console-link = Join link
console-copy-message = Copy message
console-copy-link = Copy join link
console-copy-sms = Copy text message
# $parts: how many text messages (SMS)
console-sms-parts =
    { $parts ->
        [one] fits 1 SMS
       *[other] takes { $parts } SMS
    }
console-mail = Write e-mail
console-calendar = Calendar file
console-qr = QR code
console-spoken-code = Spoken code
console-message-copied = The message is copied: paste it where you write to your customer.
console-copied-without-link = The message is copied, but the call's link is not in it.
# $parts: how many text messages (SMS) it takes with a sentence around it
console-link-copied =
    The join link is copied; as a text message it { $parts ->
        [one] fits 1 SMS
       *[other] takes { $parts } SMS
    }.
# $parts: how many text messages (SMS)
console-sms-copied =
    The text message is copied; it { $parts ->
        [one] fits 1 SMS
       *[other] takes { $parts } SMS
    }.
console-copy-yourself = This browser does not let us copy. The text is selected: press Ctrl+C or ⌘C, or hold it with your finger.
console-qr-alt = QR code of the join link
console-qr-how = Point your phone's camera at this code to join the call.
console-qr-failed = The code could not be loaded. Close this and try again.
console-qr-print = Print
console-qr-download = Download
console-code-title = Spoken code
console-code-how = Read these nine digits out. Your customer types them in the app, or opens this address in a browser and types them there:
# $minutes: how much longer
console-code-good =
    { $minutes ->
        [0] This code is no longer good: make a new one.
        [one] Good for 1 more minute, once.
       *[other] Good for { $minutes } more minutes, once.
    }
console-code-new = New code

## The agent's console: what ends things

console-replace-link = Replace link …
console-replace-title = Replace the link?
console-replace-text = The old link stops working at once for everybody who has not knocked yet. The call stays, with a new link.
console-replace-yes = Yes, replace the link
console-replaced = The link is replaced: send the new message.
console-hand-over = Hand over …
console-hand-over-title = Hand the call over
console-hand-over-to = Who takes over?
console-hand-over-yes = Hand over
# $name: the agent
console-handed-over = { $name } has the call now.
console-nobody-to-hand-over = There is no other agent yet: invite one first.
console-end = End the call …
console-end-title = End the call?
console-end-text = Everybody in it leaves, and the link stops working. There is no way back.
console-end-yes = Yes, end the call
console-ended = The call is over.
console-forget = Delete …
console-forget-title = Delete this call?
console-forget-text = Its names and messages are forgotten at once. There is no way back.
console-forget-yes = Yes, delete it

## The agent's console: somebody in the lobby

# $seconds: how long
console-waits-seconds = waiting for { $seconds } s
# $minutes: how long
console-waits-minutes = waiting for { $minutes } min
# $hours, $minutes: how long
console-waits-hours = waiting for { $hours } h { $minutes } min
# $seconds: how long ago they came
console-here-seconds = here for { $seconds } s
# $minutes: how long ago they came
console-here-minutes = here for { $minutes } min
# $hours, $minutes: how long ago they came
console-here-hours = here for { $hours } h { $minutes } min
# $platform: what the device runs; $app: app, browser or unknown
console-device =
    { $platform ->
        [ios] iPhone or iPad
        [android] Android
        [windows] Windows
        [macos] Mac
        [linux] Linux
        [hololens] HoloLens
       *[other] Unknown device
    }, { $app ->
        [app] in the app
        [browser] in a browser
       *[unknown] by an unknown program
    }
console-awake = screen on
console-asleep = asleep: will see what you do when they look at their device again
console-asleep-in-call = asleep
# $whom: agent, customer, organisation or unknown
console-looks-like =
    { $whom ->
        [agent] This name looks like that of an agent.
        [customer] This name looks like that of somebody else in this call.
        [organisation] This name looks like that of your organisation.
       *[unknown] This name looks like somebody else's.
    } Make sure who it is.
console-ask-phrase = Ask: “Which two words do you see?” They should say:
# $text: what the agent wrote
console-you-wrote = Message to them: “{ $text }”
# $state: how far they are
console-knock-state =
    { $state ->
        [held] asked to wait
        [admitted] let in, not there yet
        [in-call] in the call
        [noticed] waiting, knows you are here
       *[waiting] waiting
    }
# $name: the colleague who last did something with them
console-attended = { $name } sees to them
# $allowed: how many things can be done; $all: of how many
console-card = What can be done in this call: { $allowed } of { $all }
console-can = Possible:
console-cannot = Not possible:
console-admit = Admit
# $name: the customer who is in the call or on the way
console-admit-later = You can admit them once { $name } has left or is sent back.
console-hold = Hold …
console-release = No longer hold
console-write = Write …
console-decline = Decline …
console-send-back = Send back
console-remove = Remove …
# $name: the customer, here and below
console-admitted = { $name } is let in.
console-held = { $name } is asked to wait.
console-released = { $name } is no longer asked to wait.
console-written = Your message to { $name } is sent.
console-declined = { $name } is not let in.
console-sent-back = { $name } is back in the lobby.
console-removed = { $name } is out of the call. The call has a new link.
console-hold-title = Ask { $name } to wait
console-hold-message = Message to them (may be left out)
console-hold-yes = Hold
console-write-title = Write to { $name }
console-write-message = Message
console-write-yes = Send
console-decline-title = Do not let { $name } in
console-decline-reason = What they are told
console-block = Block them on this link
console-block-how = A block holds this device and account. A fresh browser profile can evade it: then replace the link.
console-decline-yes = Decline
console-remove-title = Remove { $name } from the call?
console-remove-text = They cannot come back. The call goes on with a new link.
console-remove-yes = Yes, remove

## The agent's console: telling of a knock

console-somebody-waits = Somebody is waiting
# $name: the customer; $title: of the call
console-knocked = { $name } is waiting: { $title }.
# $name: the customer; $title: of the call
console-left = { $name } is no longer there: { $title }.
# $name: the customer; $title: of the call
console-entered = { $name } is in the call: { $title }.
# $count: how many, at least 2
console-wait-already = { $count } people are waiting.
# $state: on, off or blocked
console-sound =
    { $state ->
        [on] Sound is on
        [blocked] Turn the sound on
       *[off] Sound is off
    }
# $state: on or off
console-notify =
    { $state ->
        [on] Notifications are on
       *[off] Notify me in other windows, too
    }
console-notify-denied = This browser does not let us notify you: allow notifications for this page in its settings.

## The agent's console: keys

console-keys = Keys
console-keys-on = Use these keys
console-key-n = Create a call
console-key-j = Next call
console-key-k = Previous call
console-key-e = Open or close the call
console-key-w = To the one who waits longest
console-key-a = Admit
console-key-h = Hold
console-key-d = Decline
console-key-c = Copy message
console-key-l = Copy join link
console-key-q = QR code
console-key-s = Spoken code
console-key-u = Undo
console-key-help = This help

## The agent's console: agents

# $role: admin or agent
console-role =
    { $role ->
        [admin] You are signed in as an administrator.
       *[agent] You are signed in as an agent.
    }
# $zone: a time zone
console-time-zone = Times in messages to customers are in this time zone: { $zone }
console-invite = Invite an agent …
console-invite-title = Invite an agent
console-invite-name = Their name, as customers will see it
console-invite-admin = May invite others, too (administrator)
console-invite-yes = Make a sign-in link
# $name: the new agent
console-invited-title = Sign-in link for { $name }
# $when: day and time
console-invited = Give this link to nobody else: whoever opens it is this agent. It is good once, until { $when }.
# $when: day and time
console-invited-again = There is an agent of this name already: this is one more way in for them. It is good once, until { $when }; give it to nobody else.
console-invite-link = Sign-in link
console-invite-copy = Copy sign-in link
console-invite-copied = The sign-in link is copied.
console-sign-out = Sign out
console-sign-out-everywhere = Sign out everywhere …
console-sign-out-everywhere-title = Sign out everywhere?
console-sign-out-everywhere-text = You are signed out in every browser and program. To sign in again you need a new sign-in link.
console-sign-out-everywhere-yes = Yes, sign out everywhere
## The customer's page: join in this browser

customer-start = Paste the link that you were sent, or type the nine digits you were told.
customer-field-invitation = Link or nine digits
customer-another-link = I have another link
# $host: where it leads; $end: its last characters
customer-choice = { $host } … ends in { $end }
# Two sentences that stand behind one another
customer-two-sentences = { $first } { $second }
customer-may-close = You can close this page now.

## The camera, tried before the knock

customer-camera-how = Your browser will ask you: choose “Allow”. The microphone stays off.
customer-camera-asking = Your browser is asking you now: choose “Allow”. If nothing is asked, go on without the camera.
customer-camera-works = Your camera works.
customer-camera-yours-alone = This is what it sees. Nobody but you sees it now.
customer-camera-picture = What your camera sees
customer-camera-not-chosen = The camera is not allowed yet: try again and choose “Allow”, or go on without it.
customer-camera-allow-how = Often it is enough to tap the sign beside the address at the top of this page and to allow the camera there.
customer-camera-busy = The camera gives no picture.
customer-camera-busy-how = Another program may be using it: close that program and try again, or go on without camera.
customer-camera-unplugged = The camera is gone.
customer-camera-unplugged-how = Plug it in again and try once more, or go on without it.
customer-camera-in-app = You opened this page inside another app, which does not give us the camera.
customer-camera-in-app-how = Open the link in your phone's own browser, or go on without camera.
customer-camera-insecure = Your browser gives no camera to this page, because its address does not begin with https.
customer-camera-insecure-how = Open the link exactly as you were sent it, or go on without camera.
customer-link = Your link
customer-copy = Copy the link
customer-copied = The link is copied.
customer-copy-by-hand = The link is marked above: copy it by hand.

## In the lobby and in the call

customer-offline = You have no connection to the internet right now. As soon as it is back, we go on by ourselves.
# $time: a time of day, with the day if it is not today
customer-starts-at = On the clock of this device, that is: { $time }.
customer-phrase-why = Read them out when you are asked for them.
customer-come-back-then = You may close this page. Open the same link, or type the same digits, a few minutes before.
customer-keep-open = Leave this page open and in sight: only then are you let in at once.
# $minutes: at least 2
customer-place-kept = If you look at something else, your place is kept for { $minutes } minutes.
customer-in-call = Talk with each other on the phone.
customer-keep-open-in-call = Leave this page open until you are done.

## Going on in the app

customer-go-on-in-app = Go on in the app
customer-preparing-app = One moment: we prepare the app for you …
customer-app-ready = Your place is ready for the app.
customer-app-once = Open the app now: your place goes with you. If nothing opens, go back and wait here.
customer-open-app = Open the app

## When the page itself cannot go on

customer-other-tab = You have opened this call once more, in another tab or window. It goes on there.
customer-go-on-here = Go on here
customer-update = This page is older than the service.
customer-update-how = Load it again.
customer-load-again = Load again
customer-refused = This browser cannot run this page.
customer-refused-how = Open your link in another browser or in the app.
customer-too-old = This browser is too old for this call.
customer-too-old-how = Open your link on another device, such as a newer phone or a computer. Or update this browser, and then load this page again.
customer-not-loaded = This page could not be loaded completely.
customer-not-loaded-how = Look whether you are online, then load it again. If that does not help, open your link in another browser or in the app.
