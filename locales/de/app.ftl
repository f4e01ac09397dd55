# Was die Apps für Telefone von sich aus sagen: Knöpfe, Beschriftungen, Mitteilungen.

## Knöpfe

app-button-paste = Link einfügen
app-button-scan = Code scannen
app-button-go-on = Weiter
app-button-try-again = Noch einmal
app-button-cancel = Abbrechen
app-button-close = Schließen
app-button-back = Zurück
app-button-none-of-these = Keine davon
app-button-allow-camera = Kamera erlauben
app-button-open-settings = Einstellungen öffnen
app-button-without-camera = Ohne Kamera weiter
app-button-leave-lobby = Warteraum verlassen
app-button-end-call = Anruf beenden
app-button-leave-meeting = Besprechung verlassen
app-button-open-teams = Microsoft Teams öffnen
app-button-open-store = Store öffnen
app-button-knock-again = Noch einmal anklopfen
app-button-sign-in = Anmelden
app-button-sign-out = Abmelden

## Antworten auf Fragen

app-button-end-call-yes = Ja, Anruf beenden
app-button-end-call-no = Nein, im Anruf bleiben
app-button-leave-meeting-yes = Ja, verlassen
app-button-leave-meeting-no = Nein, bleiben
app-button-new-call-yes = Ja, zum neuen Anruf
app-button-new-call-no = Nein, hier bleiben

## Wo etwas getippt wird

app-field-code = 9 Ziffern
app-field-name = Ihr Name

## Während ein Code gescannt wird

app-scan = Halten Sie das Telefon so, dass der ganze Code im Bild ist.
app-scan-refused = Die Kamera ist für uns gesperrt: Erlauben Sie sie in den Einstellungen, oder gehen Sie zurück und fügen Sie den Link ein oder tippen Sie die neun Ziffern.

## Where nothing can be scanned

app-start-without-scan = Fügen Sie einen Link ein oder tippen Sie, was man Ihnen gesagt hat.

## In the lobby: below the two words; above them, where there is no room for both; before the day and the time;
## and for who came far too early

app-read-out = Lesen Sie sie vor, wenn Sie danach gefragt werden.
app-read-out-when-asked = Lesen Sie das auf Nachfrage vor:
app-starts-at = Nach Ihrer Uhr:
app-come-back-then = Öffnen Sie denselben Link ein paar Minuten vorher noch einmal, oder tippen Sie dieselben Ziffern. Bis dahin dürfen Sie diese App schließen.

## When signing in to the operator's accounts did not work

app-sign-in-failed = Die Anmeldung ist gerade nicht möglich. Sie können ohne Anmeldung weitermachen.

## Mitteilungen

app-notification-channel = Ihr Anruf
app-notification-waiting = Sie sind im Warteraum
app-notification-admitted = Sie werden hereingelassen
app-notification-in-call = Sie sind in einem Anruf
app-notification-open = Tippen Sie hier, um weiterzumachen.

## On Android alone: the tag of this language, in which days are named; what is said before the core is there; and in
## the lobby

app-android-language = de
app-android-starting = Einen Moment …
app-android-cannot-start = Diese App ist nicht richtig eingerichtet: Bitte sagen Sie es der Person, die Ihnen den Link gegeben hat.
app-android-no-system = Ihr Telefon hat gerade keinen Platz für diese App: Schließen Sie andere Apps und versuchen Sie es noch einmal.
app-android-keep-open = Lassen Sie diese App geöffnet, damit Sie sofort eingelassen werden.

## On an iPhone alone

app-ios-starting = Einen Moment …
app-ios-cannot-start = Diese App ist nicht richtig eingerichtet: Bitte sagen Sie es der Person, die Ihnen den Link gegeben hat.
app-ios-no-system = Ihr Telefon hat gerade keinen Platz für diese App: Schließen Sie andere Apps und versuchen Sie es noch einmal.
app-ios-keep-open = Lassen Sie diese App geöffnet: Nur dann werden Sie sofort eingelassen.
app-ios-busy = Bitte warten
app-ios-paste-is-likely = Sie haben wohl einen Link oder einen Code kopiert.
app-ios-notification-place-ends-title = Ihr Platz wird nur noch kurz frei gehalten
app-ios-notification-place-ends-text = Öffnen Sie die App, um im Warteraum zu bleiben.
app-ios-notification-call-waits-text = Öffnen Sie die App, sonst endet der Anruf für Sie.
app-ios-camera-usage = Ihre Ansprechperson sieht, worauf Sie die Kamera richten, nur während des Anrufs. Die Kamera liest auch den Code einer Einladung.
