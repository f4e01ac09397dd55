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

## Mitteilungen

app-notification-channel = Ihr Anruf
app-notification-waiting = Sie sind im Warteraum
app-notification-admitted = Sie werden hereingelassen
app-notification-in-call = Sie sind in einem Anruf
app-notification-open = Tippen Sie hier, um weiterzumachen.
