# Was der Kern zu sagen hat: src/message.

## Ein Text, der eine Einladung enthalten sollte

link-error-nothing-found = Hier ist keine Einladung: Fügen Sie die ganze Nachricht oder den ganzen Link ein, den Sie bekommen haben, oder tippen Sie den neunstelligen Code.
link-error-truncated =
    Am Ende des Links oder des Codes { $missing ->
        [one] fehlt 1 Zeichen
       *[other] fehlen { $missing } Zeichen
    }: Kopieren Sie den ganzen Link noch einmal, oder tippen Sie alle neun Ziffern des Codes ein.
link-error-too-long = Das ist länger, als eine Einladung sein kann: Kopieren Sie nur den Link aus der Nachricht und fügen Sie ihn ein, oder tippen Sie nur die neun Ziffern.
link-error-mistyped = Im Link ist ein Zeichen falsch: Kopieren Sie ihn, statt ihn zu tippen, oder vergleichen Sie ihn Zeichen für Zeichen.
link-error-unknown-code = Diese neun Ziffern öffnen nichts: Vergleichen Sie sie mit dem, was man Ihnen gesagt hat, und tippen Sie sie noch einmal, oder bitten Sie um neue.
link-error-unknown-host = Dieser Link führt zu { $host } und gehört nicht hierher: Bitten Sie die Person, die ihn geschickt hat, um einen neuen Link.
link-error-not-joinable =
    Dieser Link führt zu { $what ->
        [chat] einem Chat
        [message] einer Nachricht
        [channel] einem Kanal
        [team] einem Team
        [call] einem Anruf bei einer Person
        [new-meeting] einer neuen Besprechung
        [meeting-options] den Einstellungen einer Besprechung
        [registration] einer Anmeldung
        [file] einer Datei
        [app] einer App
       *[other] einer anderen Seite
    } in Microsoft Teams, nicht in einen Anruf: Bitten Sie die Person, die ihn geschickt hat, um den Link, mit dem man teilnimmt.
link-error-damaged-teams-link =
    Dieser Link von Microsoft Teams { $what ->
        [cut-off] ist nicht vollständig: Kopieren Sie ihn noch einmal vom ersten bis zum letzten Zeichen, oder bitten Sie um einen neuen
        [passcode-missing] hat seinen Kenncode verloren: Kopieren Sie ihn noch einmal vom ersten bis zum letzten Zeichen, oder bitten Sie um einen neuen
        [bare-number] hat nur eine Nummer, wo die Besprechung stehen müsste: Bitten Sie um den Link, wie er in der Einladung zur Besprechung steht
       *[not-a-meeting] hat einen Fehler, wo die Besprechung stehen müsste: Kopieren Sie ihn, statt ihn zu tippen, oder bitten Sie um einen neuen
    }.
link-error-opaque-wrapper = Dieser Link ist hinter { $service } verborgen, und wohin er führt, ist von hier aus nicht zu sehen: Bitten Sie die Person, die ihn geschickt hat, um den ursprünglichen Link.
link-error-nested-too-deep = Hier stecken zu viele Links ineinander: Bitten Sie die Person, die ihn geschickt hat, um den ursprünglichen Link.
link-error-several = Hier sind { $count } verschiedene Einladungen: Wählen Sie die, die Sie für diesen Anruf bekommen haben.

## Der Name

name-error-empty = Bitte tippen Sie Ihren Namen, damit Ihre Ansprechperson weiß, wer wartet.
name-error-too-long = Dieser Name ist zu lang: Bitte kürzen Sie ihn auf höchstens { $limit } Zeichen, das heißt um { $over }.
name-error-invisible = In diesem Namen ist an Stelle { $place } ein unsichtbares Zeichen: Bitte tippen Sie den Namen neu.
name-error-not-allowed = Das Zeichen „{ $character }“ kann hier nicht Teil eines Namens sein: Bitte lassen Sie es weg oder schreiben Sie es anders.

## Die Schritte eines Weges

route-step-landing-page = Bleiben Sie auf dieser Seite und wählen Sie unten.
route-step-open-app = Öffnen Sie die App und fügen Sie den Link ein.
route-step-join-in-browser = Nehmen Sie in diesem Browser teil.
route-step-teams-client = Öffnen Sie die Besprechung in Microsoft Teams; das geht auch im Browser.
route-step-get-app = Holen Sie sich die App und kommen Sie dann auf diese Seite zurück.
route-step-tell = Bitte beachten Sie:

## Warum ein Schritt auf dem Weg ist

route-why-handed-over = Die App ist schon offen: Machen Sie dort weiter.
route-why-app-installed = Die App ist auf diesem Gerät.
route-why-app-may-be-installed = Wenn Sie die App haben, ist das der beste Weg.
route-why-in-app-browser = Sie sehen diese Seite in einer anderen App, die unsere nicht von selbst öffnen kann.
route-why-nothing-to-install = Sie müssen nichts installieren.
route-why-app-adds-ar = Mit der App bleibt, was gezeichnet wird, an seinem Platz in Ihrem Raum.
route-why-app-only = Dieser Anruf braucht die App.
route-why-os-too-old = Das System Ihres Telefons ist zu alt für die App; der Browser genügt.
route-why-os-too-old-for-app-only = Dieser Anruf braucht die App, und das System Ihres Telefons ist zu alt dafür: Öffnen Sie den Link auf einem anderen Telefon.
route-why-computer = Auf einem Computer müssen Sie nichts installieren.
route-why-open-on-phone = Dieser Anruf braucht die App: Öffnen Sie den Link auf einem Telefon.
route-why-in-app-browser-may-refuse-camera = Sie sehen diese Seite in einer anderen App, die uns die Kamera vielleicht nicht benutzen lässt: Öffnen Sie den Link im Browser Ihres Telefons.
route-why-in-app-browser-may-block = Sie sehen diese Seite in einer anderen App, die den Weg vielleicht versperrt: Öffnen Sie den Link lieber im Browser Ihres Geräts.
route-why-hololens-is-for-agents = Eine HoloLens ist nicht für Kundinnen und Kunden gedacht: Öffnen Sie den Link auf einem Telefon oder einem Computer.
route-why-app-joins-teams = Es ist eine Besprechung in Microsoft Teams, und die App auf diesem Gerät kann daran teilnehmen.
route-why-teams-meeting = Es ist eine Besprechung in Microsoft Teams; man nimmt dort teil.

## Was in einem Anruf geht

capability-feature-annotate-in-space = Im Raum zeichnen
capability-feature-annotate-on-stills = Auf Standbildern zeichnen
capability-feature-receive-annotations = Zeichnungen sehen
capability-feature-send-files = Dateien senden
capability-feature-view-files = Dateien ansehen
capability-feature-snapshot-on-poor-network = Standbilder bei schlechtem Netz
capability-feature-record = Den Anruf aufzeichnen
capability-feature-participant-list = Sehen, wer im Anruf ist
capability-feature-invite = Jemanden dazuholen

## Warum etwas geht oder nicht geht

capability-reason-everyone = Das können alle.
capability-reason-signed-in = Die Kundin oder der Kunde ist angemeldet.
capability-reason-needs-account = Die Kundin oder der Kunde ist nicht angemeldet.
capability-reason-ar-basic = Das Gerät am anderen Ende erkennt ebene Flächen.
capability-reason-ar-depth = Das Gerät am anderen Ende erkennt alle Flächen.
capability-reason-ar-unsupported = Das Gerät am anderen Ende kann den Raum nicht erkennen.
capability-reason-ar-needs-install = Das Gerät am anderen Ende braucht zuerst eine weitere App aus seinem Store, um den Raum zu erkennen.
capability-reason-ar-needs-update = Auf dem Gerät am anderen Ende muss zuerst eine App aktualisiert werden, um den Raum zu erkennen.
capability-reason-ar-checking = Das Gerät am anderen Ende stellt noch fest, ob es den Raum erkennen kann.
capability-reason-ar-camera-refused = Die App am anderen Ende darf die Kamera gerade nicht benutzen; deshalb kann sie den Raum nicht erkennen.
capability-reason-ar-undetermined = Das Gerät am anderen Ende konnte nicht herausfinden, ob es den Raum erkennen kann; vielleicht ist es offline.
capability-reason-ar-failed = Den Raum zu erkennen wurde auf dem Gerät am anderen Ende versucht und gelingt gerade nicht.
capability-reason-on-stills = Auf Standbildern, weil der Raum nicht erkannt wird.
capability-reason-agent-client = Nicht auf dem Gerät der Ansprechperson.
capability-reason-two-people = An einem einmaligen Anruf nehmen zwei Personen teil.
capability-reason-unknown = Der Grund ist nicht bekannt.

## Der Bildschirm der Kundin oder des Kunden

screen-start = Fügen Sie einen Link ein, scannen Sie einen Code oder tippen Sie, was man Ihnen gesagt hat.
screen-choose = Hier sind { $count } verschiedene Einladungen. Welche haben Sie für diesen Anruf bekommen?
screen-ask-name = Wie heißen Sie?
screen-name-not-taken = Der Dienst nimmt diesen Namen nicht an: Bitte tippen Sie einen anderen.
screen-rehearse-ask = Damit man sieht, was Sie sehen, brauchen wir Ihre Kamera. Dürfen wir sie benutzen?
screen-rehearse-denied = Die Kamera ist für uns gesperrt: Erlauben Sie sie in den Einstellungen Ihres Geräts, oder machen Sie ohne sie weiter.
screen-rehearse-missing = Hier gibt es keine Kamera: Öffnen Sie den Link auf einem anderen Gerät, oder machen Sie ohne sie weiter.
screen-knocking = Wir klopfen für Sie an …
screen-unreachable = Der Dienst ist nicht zu erreichen; wir versuchen es weiter.
screen-admitted = { $agent } lässt Sie herein.
screen-in-call = Sie sind im Anruf mit { $agent }.
screen-fallback = { $sentence }
screen-teams-client = Diese Besprechung findet in Microsoft Teams statt: Öffnen Sie sie dort.
screen-in-meeting = Sie sind in der Besprechung.
screen-update-required = Bitte aktualisieren Sie die App und öffnen Sie den Link dann noch einmal.
screen-agent-away = { $agent } ist gerade nicht verbunden. Bitte bleiben Sie da.
screen-reconnecting = Die Verbindung wird wiederhergestellt.
screen-may-knock-again = Sie können noch einmal anklopfen.

## Wie der Anruf gezeigt wird

call-mode-ar = Was gezeichnet wird, bleibt an seinem Platz im Raum.
call-mode-stills = Sie zeichnen beide auf Standbildern.
call-mode-ar-lost = Der Raum wird gerade nicht erkannt: Sie zeichnen beide auf Standbildern.

## Fragen vor etwas, das nicht rückgängig zu machen ist

question-end-call = Den Anruf beenden? Es gibt keinen Weg zurück.
question-leave-meeting = Die Besprechung verlassen?
question-leave-for-new-invitation = Diesen Anruf für den neuen verlassen?

## Warum es vorbei ist

over-call-over = Der Anruf ist vorbei.
over-you-left = Sie haben den Anruf verlassen; er ist für Sie beendet.
over-you-left-the-lobby = Sie haben den Warteraum verlassen.
over-removed = Ihre Ansprechperson hat Sie aus dem Anruf genommen: Bitten Sie um einen neuen Link, wenn Sie noch Hilfe brauchen.
over-slept-too-long = Sie waren zu lange weg; deshalb ist Ihr Platz nicht mehr reserviert.
over-moved = Sie machen in einer anderen App oder einem anderen Browser weiter.
over-declined-not-expected = Ihre Ansprechperson erwartet jemand anderen: Fragen Sie die Person, die Ihnen den Link geschickt hat.
over-declined-not-now = Ihre Ansprechperson hat jetzt keine Zeit.
over-declined-wrong-link = Dieser Link führt zu jemand anderem: Bitten Sie um den richtigen.
over-declined-unsaid = Ihre Ansprechperson hat Sie nicht hereingelassen: Fragen Sie die Person, die Ihnen den Link geschickt hat.
over-link-dead = Dieser Link gilt nicht mehr. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.
over-lobby-full = Es warten zu viele: Warten Sie eine Minute, bevor Sie noch einmal anklopfen.
over-nobody-came = Lange hat Sie niemand eingelassen; deshalb sind Sie nicht mehr im Warteraum.
over-meeting-failed = Die Besprechung ist nicht zu erreichen.
over-unknown = Es ist vorbei.

## Im Warteraum: warum noch nichts geschehen ist

waiting-too-early = Sie sind im Warteraum. Der Anruf hat noch nicht begonnen.
waiting-agent-absent = Sie sind im Warteraum. Es ist noch niemand da, um Sie hereinzulassen.
waiting-not-yet-noticed = Sie sind im Warteraum. Ihre Ansprechperson ist da und hat noch nicht nachgesehen.
waiting-noticed = Sie sind im Warteraum. Ihre Ansprechperson weiß, dass Sie warten.
waiting-call-taken = Sie sind im Warteraum. In diesem Anruf ist gerade jemand anderes.
waiting-unknown = Sie sind im Warteraum. Bitte warten Sie.

## Im Warteraum: die übrigen Zeilen

waiting-held = Sie sind im Warteraum. Ihre Ansprechperson bittet Sie zu warten.
waiting-starts-at-once = Er beginnt gleich.
waiting-starts-in-minutes = Er beginnt in { $minutes } Minuten.
waiting-starts-in-hours = Er beginnt in etwa { $hours } Stunden.
waiting-starts-in-days = Er beginnt in etwa { $days } Tagen.
waiting-agent-says = Ihre Ansprechperson schreibt: „{ $text }“
waiting-was-asleep = Ihr Telefon hat geschlafen; Ihr Platz wurde freigehalten.
waiting-reconnecting = Die Verbindung wird wiederhergestellt; Ihr Platz bleibt Ihnen erhalten.
waiting-match-phrase = Ihre zwei Wörter: { $phrase }.

## Was der Dienst nicht tun konnte, und was als Nächstes zu tun ist

problem-link-dead = Dieser Link gilt nicht mehr. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.
problem-link-mistyped = Dieser Link ist beschädigt. Kopieren Sie noch einmal den ganzen Link, oder bitten Sie um einen neuen.
problem-name-unusable = Dieser Name geht nicht. Tippen Sie den Namen noch einmal, mit 1 bis 64 sichtbaren Zeichen.
problem-not-yours = Dieser Platz gehört einem anderen Gerät. Öffnen Sie den Link noch einmal, um einen eigenen Platz zu bekommen.
problem-no-such-knock = Unter diesem Kennzeichen wartet hier niemand. Erst anklopfen, dann Befehle senden.
problem-lobby-full = Für diesen Anruf warten zu viele. Versuchen Sie es in einer Minute noch einmal, oder bitten Sie um einen eigenen Link.
problem-call-over = Dieser Anruf ist vorbei. Legen Sie einen neuen an und senden Sie dessen Link.
problem-call-taken = In diesem Anruf ist schon jemand. Nehmen Sie die Person zuerst heraus, oder schicken Sie sie in den Warteraum zurück.
problem-already-decided = Jemand anderes war schneller. Es ist schon entschieden.
problem-not-now = Das geht gerade nicht. Laden Sie den Anruf neu und sehen Sie nach, wie er steht.
problem-stale = Inzwischen hat jemand diesen Anruf geändert. Laden Sie ihn neu und ändern Sie ihn dann.
problem-if-match-required = Zu dieser Änderung gehört die Version, auf der sie beruht. Senden Sie das ETag des Anrufs in If-Match.
problem-no-such-call = Diesen Anruf gibt es nicht. Suchen Sie ihn in der Liste der Anrufe.
problem-no-such-agent = Diese Person gibt es nicht. Wählen Sie jemanden aus der Liste Ihrer Organisation.
problem-sign-in-needed = Sie sind nicht angemeldet. Melden Sie sich noch einmal an; es wurde nichts geändert.
problem-not-allowed = Das dürfen Sie nicht. Fragen Sie die Verwaltung Ihrer Organisation.
problem-foreign-origin = Diese Anfrage kommt von einer anderen Website. Benutzen Sie die Seite dieses Dienstes.
problem-bad-request = Diese Anfrage ist nicht lesbar. Vergleichen Sie sie mit /openapi.json.
problem-bad-value = Ein Wert in dieser Anfrage liegt außerhalb seiner Grenzen. Vergleichen Sie sie mit /openapi.json.
problem-bad-content-type = Der Inhalt muss JSON sein. Senden Sie Content-Type: application/json.
problem-too-large = Der Inhalt ist zu groß. Senden Sie weniger als 64 KiB.
problem-not-found = Hier ist nichts. /openapi.json sagt, was es gibt.
problem-bad-method = Diese Adresse nimmt diese Methode nicht an. /openapi.json sagt, welche sie annimmt.
problem-slow-down = Zu viele Anfragen. Warten Sie so lange, wie Retry-After sagt, und versuchen Sie es dann noch einmal.
problem-storage-full = Der Dienst kann gerade nichts aufschreiben. Es wurde nichts geändert. Versuchen Sie es in einer Minute noch einmal.
problem-storage-unavailable = Der Dienst erreicht gerade seinen Speicher nicht. Versuchen Sie es noch einmal: Ein wiederholter Befehl wird nur einmal ausgeführt.
problem-restarting = Der Dienst startet gerade neu. Versuchen Sie es in ein paar Sekunden noch einmal; Ihr Platz bleibt Ihnen erhalten.
problem-internal = Bei uns ist etwas schiefgegangen. Versuchen Sie es noch einmal, und nennen Sie dem Betreiber die Nummer der Anfrage.
