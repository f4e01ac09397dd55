# What the service's pages and messages say.

## The page of a join link

join-title = You are invited to a call
join-why = Somebody wants to see what you see, to help you. The link is yours, for this one call: you can open it again until the call is over.
# $organisation: its name; where it is known
join-why-of = { $organisation } would like to see what you see, to help you. The link is yours, for this one call: you can open it again until the call is over.
join-your-link = Your link, to open elsewhere:
join-then = You type your name and knock; then you wait until you are let in.

landing-open-app = Open the app
landing-join = Join in this browser
landing-get-app = Get the app
landing-open-or-get = If you do not have it yet, this button shows how to get it.
landing-after-install = Once you have it, open your link again: it leads straight to this call.
landing-on-phone = Or go on with your phone: point its camera at this picture.
landing-qr-alone = Point the camera of your phone at this picture.
landing-qr = QR code of your link
landing-other-ways = If nothing works
# In a browser inside another app; where we have an app, the second
landing-take-along = Copy your link here. Then open your own browser, such as Safari or Chrome, and paste the link into the line at the top.
landing-take-along-to-app = From here our app cannot be opened. Copy your link here. Then open our app, or your own browser, such as Safari or Chrome, and paste the link there.
landing-copy = Copy the link
landing-copied = Copied.
landing-copy-by-hand = The link is marked above: copy it by hand.
landing-code = Type the nine digits you were told
no-app-title = The app is not on this phone
code-title = Type your code
code-label = The nine digits you were told
code-button = Go on
later-title = Please wait a moment
later-what = This cannot be done just now. Wait a minute, then go back and try again.

join-page-title = Join the call
join-page-loading = One moment, please …
join-needs-script = Joining in this browser needs script, which is switched off here: allow it for this page, or open the link in another browser.
join-page-not-loaded = This page could not be loaded. Look whether you are online, then load it again. If that does not help, open your link in another browser or on another device.

## A link that opens nothing

dead-title = This link no longer works
dead-what-to-do = Each link is for one call only, and for a limited time. Ask the person who sent it for a new one.
dead-my-call = Was it your call, on this device? See what became of it.

## A link that was damaged on its way

damaged-title = This link is damaged

## No link at all

welcome-title = One-time calls
welcome-customers = To join a call, open the whole link that you were sent, or type the nine digits you were told.
welcome-agents = To hold calls, open the sign-in link that your organisation gave you.
welcome-console = If you are signed in already: open your calls

## Signing in, for agents

console-title = Your calls
console-needs-script = The console needs script, which is switched off here: allow it for this page.
sign-in-title = Sign in
sign-in-needs-script = Signing in needs script, which is switched off here: allow it for this page.
sign-in-name = Your name, as customers will see it (leave empty to keep it)
sign-in-button = Sign in
sign-in-done = You are signed in
sign-in-as = You are signed in as:
sign-in-console = Open your calls
sign-in-incomplete = This page needs the whole sign-in link: open it as you were given it.
sign-in-refused = This sign-in link is unknown, used or older than a day: ask an administrator, or whoever runs this service, for a new one.
sign-in-unreachable = The service cannot be reached: try again.
sign-in-later = That did not work just now: wait a minute and try again.

## The message that the agent sends

sharing-title = One-time call
sharing-greeting = Please open this link to show us what you see:
# $weekday, $month: in English, shortened; $zone: its international name, or its distance from UTC
sharing-when =
    When: { $weekday ->
        [Mon] Monday
        [Tue] Tuesday
        [Wed] Wednesday
        [Thu] Thursday
        [Fri] Friday
        [Sat] Saturday
       *[Sun] Sunday
    }, { $day } { $month ->
        [Jan] January
        [Feb] February
        [Mar] March
        [Apr] April
        [May] May
        [Jun] June
        [Jul] July
        [Aug] August
        [Sep] September
        [Oct] October
        [Nov] November
       *[Dec] December
    } { $year }, { $time } (time zone { $zone })
# The agent joins from a computer
sharing-on-any-device = Best on your phone, so that you can point its camera at things.
# The agent joins from a phone
sharing-on-phone-or-computer = On your phone or on a computer with a camera.
sharing-on-phone = On your phone, so that you can point its camera at things.
# By the organisation's choice the browser of a phone does not do
sharing-by-app = On your phone, with our app.
sharing-by-app-or-on-computer = On your phone with our app, or on a computer with a camera.
# Addresses of stores follow, one a line
sharing-app-is-here = You find our app here:
sharing-once = The link is for this call only. You need no account.
sharing-loudspeaker = If we are on the phone already, put us on loudspeaker first.
# The text message, before the link; short, and in characters that text messages have: a second one costs as much
sharing-text-message = Please open this link to show us what you see:
