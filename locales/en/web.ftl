# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## The customer's page: join in this browser

customer-start = Paste the link that you were sent, or type the nine digits you were told.
customer-field-invitation = Link or nine digits
customer-another-link = I have another link
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
customer-starts-at = That is at { $time }, by the clock of this device.
customer-phrase-why = Read them out when you are asked for them.
customer-keep-open = Leave this page open and in sight: only then are you let in at once.
customer-in-call = Talk with each other on the phone as before.
customer-keep-open-in-call = Leave this page open until you are done.

## Going on in the app

customer-go-on-in-app = Go on in the app
customer-preparing-app = One moment: we prepare the app for you …
customer-app-ready = Your place is ready for the app.
customer-app-once = Open the app now: your place goes with you.
customer-open-app = Open the app

## When the page itself cannot go on

customer-other-tab = You have opened this call once more, in another tab or window. It goes on there.
customer-go-on-here = Go on here
customer-update = This page is older than the service.
customer-update-how = Load it again.
customer-load-again = Load again
customer-refused = This browser cannot run this page.
customer-refused-how = Open your link in another browser or in the app.
customer-not-loaded = This page could not be loaded completely.
customer-not-loaded-how = Look whether you are online, then load it again. If that does not help, open your link in another browser or in the app.
