# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## Die Konsole der Beratenden: die Seite als Ganzes

console-create = Einmal-Anruf erstellen
console-created = „{ $title }“ ist erstellt. Kopieren Sie die Nachricht und senden Sie sie.
console-messages = Meldungen
console-close = Schließen
console-cancel = Abbrechen
console-undo = Rückgängig
console-try-again = Noch einmal versuchen
console-try-now = Jetzt versuchen
console-unreachable = Der Dienst ist nicht erreichbar. Was Sie getippt haben, bleibt erhalten: Versuchen Sie es noch einmal.
console-undecided = Der Dienst ist nicht erreichbar. Ob es geschehen ist, weiß noch niemand: Versuchen Sie es noch einmal.
console-not-read = Der Dienst ist nicht erreichbar: Versuchen Sie es noch einmal.
console-problem-unknown = Der Dienst konnte das nicht tun (Nummer { $status }). Versuchen Sie es noch einmal.
console-somebody-was-first = { $name } war schneller: Was Sie gewählt haben, wurde nicht ausgeführt, und die Liste zeigt, wie es jetzt ist.
console-too-late = Dafür ist es zu spät: Inzwischen wurde etwas anderes entschieden, oder die Kundin oder der Kunde ist gegangen. Die Liste zeigt, wie es jetzt ist.
console-sign-in-ended = Ihre Anmeldung ist abgelaufen. Was Sie getippt haben, bleibt erhalten. Bitten Sie die Administration, oder wer diesen Dienst betreibt, um einen neuen Anmeldelink, öffnen Sie ihn in einem anderen Tab dieses Browsers und machen Sie dann hier weiter.
console-sign-in-ended-here = Ihre Anmeldung ist abgelaufen, geändert wurde nichts. Was Sie getippt haben, bleibt erhalten: Öffnen Sie einen neuen Anmeldelink in einem anderen Tab dieses Browsers und versuchen Sie es dann noch einmal.
console-go-on = Weiter
console-broken = Die Verbindung ist unterbrochen: Diese Liste ist vielleicht nicht aktuell. Die Verbindung wird wiederhergestellt.
console-stream =
    { $state ->
        [live] Aktuell
        [connecting] Verbindung wird hergestellt …
        [signed-out] Abgemeldet
       *[broken] Nicht aktuell
    }
console-clock-wrong =
    Die Uhr dieses Geräts geht { $minutes } Minuten { $which ->
        [fast] vor
       *[slow] nach
    }. Die Zeiten hier sind die des Dienstes.
console-clock-wrong-hours =
    Die Uhr dieses Geräts geht etwa { $hours } Stunden { $which ->
        [fast] vor
       *[slow] nach
    }. Die Zeiten hier sind die des Dienstes.

## Die Konsole: die Liste

console-group-waiting =
    { $count ->
        [one] 1 Person wartet
       *[other] { $count } Personen warten
    }
console-group-in-call = Im Anruf
console-group-open = Bereit
console-group-planned = Geplant
console-group-over = Vorbei
console-nobody-waits = Niemand wartet.
console-nobody-known = Wir können gerade nicht sehen, ob jemand wartet.
console-no-calls = Es gibt noch keine Anrufe. Erstellen Sie einen und senden Sie die Nachricht an Ihre Kundin oder Ihren Kunden.
console-no-other-calls = Es gibt keine weiteren Anrufe.
console-when = { $when } · { $minutes } Min.
console-taken = Im Anruf mit { $name }, eingelassen von { $agent }
console-taken-by-you = Im Anruf mit { $name }, eingelassen von Ihnen
console-let-in = { $name } ist von { $agent } eingelassen und noch nicht da
console-let-in-by-you = { $name } ist von Ihnen eingelassen und noch nicht da
console-nobody-yet = Bei diesem Anruf wartet niemand
console-over-by = Beendet von { $name }
console-over =
    { $reason ->
        [you-left] Die Kundin oder der Kunde hat den Anruf verlassen
        [link-expired] Die Zeit des Links war um
       *[other] Der Anruf ist vorbei
    }

## Die Konsole: was sich ändern lässt

console-field-title = Titel
console-field-starts-at = Beginn
console-field-minutes = Dauer (Minuten)
console-field-set-up = Sie nehmen teil mit
console-field-language = Sprache der Nachricht
console-set-up =
    { $where ->
        [mobile] einem Telefon
       *[desktop] einem Computer
    }
console-bad-title = Der Titel muss eine Zeile mit 1 bis 200 Zeichen sein.
console-bad-starts-at = Der Beginn muss innerhalb eines Jahres liegen, und der Link darf dann nicht schon abgelaufen sein.
console-bad-minutes = Die Dauer muss zwischen 1 Minute und 24 Stunden (1440 Minuten) liegen.
console-bad-set-up = Das lässt sich hier nicht wählen.
console-bad-language = Diese Sprache lässt sich hier nicht wählen.
console-bad-text =
    { $over ->
        [0] Die Nachricht muss 1 bis 500 Zeichen haben, alle sichtbar.
       *[other] Die Nachricht darf höchstens 500 Zeichen haben: Kürzen Sie sie um { $over }.
    }
console-bad-supply = Der Dienst konnte keinen neuen Link oder Code erzeugen. Versuchen Sie es noch einmal.
console-conflict = Jemand hat das inzwischen geändert in: { $theirs }. Was Sie getippt haben, bleibt erhalten.
console-keep-mine = Meines behalten
console-take-theirs = Das andere nehmen
console-saved = Gespeichert.

## Die Konsole: einen Anruf weitergeben

console-share = Einladen
console-message = Nachricht an Ihre Kundin oder Ihren Kunden
console-message-changed = Der Anruf hat sich geändert, seit Sie diese Nachricht bearbeitet haben: Link oder Zeit darin sind vielleicht veraltet.
console-message-renew = Neue Nachricht nehmen
console-link = Link zum Teilnehmen
console-copy-message = Nachricht kopieren
console-copy-link = Link kopieren
console-copy-sms = SMS-Text kopieren
console-sms-parts =
    { $parts ->
        [one] passt in 1 SMS
       *[other] braucht { $parts } SMS
    }
console-mail = E-Mail schreiben
console-calendar = Kalenderdatei
console-qr = QR-Code
console-spoken-code = Code zum Vorlesen
console-message-copied = Die Nachricht ist kopiert: Fügen Sie sie dort ein, wo Sie schreiben.
console-copied-without-link = Die Nachricht ist kopiert, aber der Link des Anrufs steht nicht darin.
console-link-copied =
    Der Link ist kopiert; als SMS { $parts ->
        [one] passt er in 1 Nachricht
       *[other] braucht er { $parts } Nachrichten
    }.
console-sms-copied =
    Der SMS-Text ist kopiert; er { $parts ->
        [one] passt in 1 Nachricht
       *[other] braucht { $parts } Nachrichten
    }.
console-copy-yourself = Dieser Browser lässt uns nicht kopieren. Der Text ist markiert: Drücken Sie Strg+C oder ⌘C, oder halten Sie ihn mit dem Finger.
console-qr-alt = QR-Code des Links
console-qr-how = Richten Sie die Kamera Ihres Telefons auf diesen Code, um teilzunehmen.
console-qr-failed = Der Code konnte nicht geladen werden. Schließen Sie dies und versuchen Sie es noch einmal.
console-qr-print = Drucken
console-qr-download = Herunterladen
console-code-title = Code zum Vorlesen
console-code-how = Lesen Sie diese neun Ziffern vor. Ihre Kundin oder Ihr Kunde tippt sie in die App oder öffnet im Browser diese Adresse und tippt sie dort ein:
console-code-good =
    { $minutes ->
        [0] Dieser Code gilt nicht mehr: Erstellen Sie einen neuen.
        [one] Gilt noch 1 Minute, einmal.
       *[other] Gilt noch { $minutes } Minuten, einmal.
    }
console-code-new = Neuer Code

## Die Konsole: was etwas beendet

console-replace-link = Link ersetzen …
console-replace-title = Den Link ersetzen?
console-replace-text = Der alte Link gilt sofort nicht mehr für alle, die noch nicht angeklopft haben. Der Anruf bleibt, mit einem neuen Link.
console-replace-yes = Ja, Link ersetzen
console-replaced = Der Link ist ersetzt: Senden Sie die neue Nachricht.
console-hand-over = Übergeben …
console-hand-over-title = Den Anruf übergeben
console-hand-over-to = Wer übernimmt?
console-hand-over-yes = Übergeben
console-handed-over = Der Anruf gehört jetzt { $name }.
console-nobody-to-hand-over = Es gibt noch niemand anderen: Laden Sie zuerst jemanden ein.
console-end = Anruf beenden …
console-end-title = Den Anruf beenden?
console-end-text = Alle verlassen ihn, und der Link gilt nicht mehr. Es gibt kein Zurück.
console-end-yes = Ja, Anruf beenden
console-ended = Der Anruf ist vorbei.
console-forget = Löschen …
console-forget-title = Diesen Anruf löschen?
console-forget-text = Seine Namen und Nachrichten werden sofort vergessen. Es gibt kein Zurück.
console-forget-yes = Ja, löschen

## Die Konsole: jemand an der Tür

console-waits-seconds = wartet seit { $seconds } s
console-waits-minutes = wartet seit { $minutes } Min.
console-waits-hours = wartet seit { $hours } Std. { $minutes } Min.
console-here-seconds = da seit { $seconds } s
console-here-minutes = da seit { $minutes } Min.
console-here-hours = da seit { $hours } Std. { $minutes } Min.
console-device =
    { $platform ->
        [ios] iPhone oder iPad
        [android] Android
        [windows] Windows
        [macos] Mac
        [linux] Linux
        [hololens] HoloLens
       *[other] Unbekanntes Gerät
    }, { $app ->
        [app] in der App
        [browser] im Browser
       *[unknown] mit unbekanntem Programm
    }
console-awake = Bildschirm an
console-asleep = schläft: sieht erst beim nächsten Blick auf das Gerät, was Sie tun
console-asleep-in-call = schläft
console-looks-like =
    { $whom ->
        [agent] Dieser Name ähnelt dem von jemandem aus Ihrem Team.
        [customer] Dieser Name ähnelt dem von jemand anderem in diesem Anruf.
        [organisation] Dieser Name ähnelt dem Ihrer Organisation.
       *[unknown] Dieser Name ähnelt dem von jemand anderem.
    } Vergewissern Sie sich, wer es ist.
console-ask-phrase = Fragen Sie: „Welche zwei Wörter sehen Sie?“ Die Antwort sollte sein:
console-you-wrote = Nachricht dorthin: „{ $text }“
console-knock-state =
    { $state ->
        [held] um Geduld gebeten
        [admitted] eingelassen, noch nicht da
        [in-call] im Anruf
        [noticed] wartet und weiß, dass Sie da sind
       *[waiting] wartet
    }
console-attended = { $name } kümmert sich
console-card = Was in diesem Anruf geht: { $allowed } von { $all }
console-can = Geht:
console-cannot = Geht nicht:
console-admit = Einlassen
console-admit-later = Einlassen geht, sobald { $name } gegangen oder zurückgeschickt ist.
console-hold = Warten lassen …
console-release = Nicht mehr warten lassen
console-write = Schreiben …
console-decline = Ablehnen …
console-send-back = Zurückschicken
console-remove = Entfernen …
console-admitted = { $name } ist eingelassen.
console-held = { $name } ist um Geduld gebeten.
console-released = { $name } soll nicht mehr warten.
console-written = Ihre Nachricht an { $name } ist gesendet.
console-declined = { $name } wurde nicht eingelassen.
console-sent-back = { $name } ist wieder im Warteraum.
console-removed = { $name } ist nicht mehr im Anruf. Der Anruf hat einen neuen Link.
console-hold-title = { $name } um Geduld bitten
console-hold-message = Nachricht dazu (kann fehlen)
console-hold-yes = Warten lassen
console-write-title = An { $name } schreiben
console-write-message = Nachricht
console-write-yes = Senden
console-decline-title = { $name } nicht einlassen
console-decline-reason = Was dort zu lesen ist
console-block = Für diesen Link sperren
console-block-how = Die Sperre gilt für dieses Gerät und Konto. Ein neues Browserprofil kann sie umgehen: Ersetzen Sie dann den Link.
console-decline-yes = Ablehnen
console-remove-title = { $name } aus dem Anruf entfernen?
console-remove-text = Es gibt für diese Person kein Zurück. Der Anruf geht mit einem neuen Link weiter.
console-remove-yes = Ja, entfernen

## Die Konsole: wenn jemand anklopft

console-somebody-waits = Jemand wartet
console-knocked = { $name } wartet: { $title }.
console-left = { $name } ist nicht mehr da: { $title }.
console-entered = { $name } ist im Anruf: { $title }.
console-wait-already = { $count } Personen warten.
console-sound =
    { $state ->
        [on] Ton ist an
        [blocked] Ton einschalten
       *[off] Ton ist aus
    }
console-notify =
    { $state ->
        [on] Benachrichtigungen sind an
       *[off] Auch in anderen Fenstern benachrichtigen
    }
console-notify-denied = Dieser Browser lässt keine Benachrichtigungen zu: Erlauben Sie sie für diese Seite in seinen Einstellungen.

## Die Konsole: Tasten

console-keys = Tasten
console-keys-on = Diese Tasten verwenden
console-key-n = Anruf erstellen
console-key-j = Nächster Anruf
console-key-k = Voriger Anruf
console-key-e = Anruf auf- oder zuklappen
console-key-w = Zu der Person, die am längsten wartet
console-key-a = Einlassen
console-key-h = Warten lassen
console-key-d = Ablehnen
console-key-c = Nachricht kopieren
console-key-l = Link kopieren
console-key-q = QR-Code
console-key-s = Code zum Vorlesen
console-key-u = Rückgängig
console-key-help = Diese Hilfe

## Die Konsole: Beratende

console-role =
    { $role ->
        [admin] Sie sind als Administratorin oder Administrator angemeldet.
       *[agent] Sie sind als Beraterin oder Berater angemeldet.
    }
console-time-zone = Uhrzeiten in Nachrichten an Kundinnen und Kunden stehen in dieser Zeitzone: { $zone }
console-invite = Jemanden ins Team einladen …
console-invite-title = Jemanden ins Team einladen
console-invite-name = Name, wie ihn Kundinnen und Kunden sehen werden
console-invite-admin = Darf auch andere einladen (Administration)
console-invite-yes = Anmeldelink erstellen
console-invited-title = Anmeldelink für { $name }
console-invited = Geben Sie diesen Link niemand anderem: Wer ihn öffnet, ist diese Person. Er gilt einmal, bis { $when }.
console-invited-again = Jemand mit diesem Namen ist schon im Team: Dies ist ein weiterer Zugang. Er gilt einmal, bis { $when }; geben Sie ihn niemand anderem.
console-invite-link = Anmeldelink
console-invite-copy = Anmeldelink kopieren
console-invite-copied = Der Anmeldelink ist kopiert.
console-sign-out = Abmelden
console-sign-out-everywhere = Überall abmelden …
console-sign-out-everywhere-title = Überall abmelden?
console-sign-out-everywhere-text = Sie werden in allen Browsern und Programmen abgemeldet. Um sich wieder anzumelden, brauchen Sie einen neuen Anmeldelink.
console-sign-out-everywhere-yes = Ja, überall abmelden
## Die Seite für Kunden: in diesem Browser teilnehmen

customer-start = Fügen Sie den Link ein, den Sie bekommen haben, oder tippen Sie die neun Ziffern, die man Ihnen genannt hat.
customer-field-invitation = Link oder neun Ziffern
customer-another-link = Ich habe einen anderen Link
customer-choice = { $host } … endet auf { $end }
customer-two-sentences = { $first } { $second }
customer-may-close = Sie können diese Seite jetzt schließen.

## Die Kamera, vor dem Anklopfen ausprobiert

customer-camera-how = Ihr Browser wird Sie fragen: Wählen Sie „Zulassen“ oder „Erlauben“. Das Mikrofon bleibt aus.
customer-camera-asking = Ihr Browser fragt Sie jetzt: Wählen Sie „Zulassen“ oder „Erlauben“. Wenn keine Frage kommt, machen Sie ohne Kamera weiter.
customer-camera-works = Ihre Kamera funktioniert.
customer-camera-yours-alone = Das sieht sie gerade. Niemand außer Ihnen sieht es jetzt.
customer-camera-picture = Was Ihre Kamera sieht
customer-camera-not-chosen = Die Kamera ist noch nicht erlaubt: Versuchen Sie es noch einmal und wählen Sie „Zulassen“ oder „Erlauben“, oder machen Sie ohne sie weiter.
customer-camera-allow-how = Oft genügt es, oben auf das Zeichen neben der Adresse dieser Seite zu tippen und die Kamera dort zu erlauben.
customer-camera-busy = Die Kamera gibt kein Bild.
customer-camera-busy-how = Vielleicht benutzt sie ein anderes Programm: Schließen Sie es und versuchen Sie es noch einmal, oder machen Sie ohne Kamera weiter.
customer-camera-unplugged = Die Kamera ist weg.
customer-camera-unplugged-how = Stecken Sie sie wieder ein und versuchen Sie es noch einmal, oder machen Sie ohne sie weiter.
customer-camera-in-app = Sie haben diese Seite in einer anderen App geöffnet, und die gibt uns die Kamera nicht.
customer-camera-in-app-how = Öffnen Sie den Link im Browser Ihres Telefons, oder machen Sie ohne Kamera weiter.
customer-camera-insecure = Ihr Browser gibt dieser Seite keine Kamera, weil ihre Adresse nicht mit https beginnt.
customer-camera-insecure-how = Öffnen Sie den Link genau so, wie Sie ihn bekommen haben, oder machen Sie ohne Kamera weiter.
customer-link = Ihr Link
customer-copy = Link kopieren
customer-copied = Der Link ist kopiert.
customer-copy-by-hand = Der Link ist oben markiert: Kopieren Sie ihn von Hand.

## Im Warteraum und im Anruf

customer-offline = Sie haben gerade keine Verbindung zum Internet. Sobald sie wieder da ist, geht es von selbst weiter.
customer-starts-at = Das ist: { $time }, nach der Uhr dieses Geräts.
customer-phrase-why = Lesen Sie sie vor, wenn Sie danach gefragt werden.
customer-come-back-then = Sie dürfen diese Seite schließen. Öffnen Sie denselben Link ein paar Minuten vorher wieder, oder tippen Sie dieselben Ziffern.
customer-keep-open = Lassen Sie diese Seite offen und sichtbar: Nur dann werden Sie sofort hereingelassen.
customer-place-kept = Wenn Sie etwas anderes ansehen, bleibt Ihnen Ihr Platz { $minutes } Minuten erhalten.
customer-in-call = Sprechen Sie am Telefon miteinander.
customer-keep-open-in-call = Lassen Sie diese Seite offen, bis Sie fertig sind.

## In der App weitermachen

customer-go-on-in-app = In der App weitermachen
customer-preparing-app = Einen Moment: Wir bereiten die App für Sie vor …
customer-app-ready = Ihr Platz ist für die App bereit.
customer-app-once = Öffnen Sie jetzt die App: Ihr Platz kommt mit. Öffnet sich nichts, gehen Sie zurück und warten Sie hier.
customer-open-app = App öffnen

## Wenn die Seite selbst nicht weiterkann

customer-other-tab = Sie haben diesen Anruf noch einmal geöffnet, in einem anderen Tab oder Fenster. Dort geht es weiter.
customer-go-on-here = Hier weitermachen
customer-update = Diese Seite ist älter als der Dienst.
customer-update-how = Laden Sie sie neu.
customer-load-again = Neu laden
customer-refused = Dieser Browser kann diese Seite nicht ausführen.
customer-refused-how = Öffnen Sie Ihren Link in einem anderen Browser oder in der App.
customer-too-old = Dieser Browser ist zu alt für diesen Anruf.
customer-too-old-how = Öffnen Sie Ihren Link auf einem anderen Gerät, etwa einem neueren Telefon oder einem Computer. Oder aktualisieren Sie diesen Browser und laden Sie die Seite dann neu.
customer-not-loaded = Diese Seite wurde nicht vollständig geladen.
customer-not-loaded-how = Sehen Sie nach, ob Sie im Internet sind, und laden Sie sie dann neu. Wenn das nicht hilft, öffnen Sie Ihren Link in einem anderen Browser oder in der App.
