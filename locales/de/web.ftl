# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## Die Seite für Kunden: in diesem Browser teilnehmen

customer-start = Fügen Sie den Link ein, den Sie bekommen haben, oder tippen Sie die neun Ziffern, die man Ihnen gesagt hat.
customer-field-invitation = Link oder neun Ziffern
customer-another-link = Ich habe einen anderen Link
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
customer-keep-open = Lassen Sie diese Seite offen und sichtbar: Nur dann werden Sie sofort hereingelassen.
customer-in-call = Sprechen Sie am Telefon miteinander wie bisher.
customer-keep-open-in-call = Lassen Sie diese Seite offen, bis Sie fertig sind.

## In der App weitermachen

customer-go-on-in-app = In der App weitermachen
customer-preparing-app = Einen Moment: Wir bereiten die App für Sie vor …
customer-app-ready = Ihr Platz ist für die App bereit.
customer-app-once = Öffnen Sie jetzt die App: Ihr Platz kommt mit.
customer-open-app = App öffnen

## Wenn die Seite selbst nicht weiterkann

customer-other-tab = Sie haben diesen Anruf noch einmal geöffnet, in einem anderen Tab oder Fenster. Dort geht es weiter.
customer-go-on-here = Hier weitermachen
customer-update = Diese Seite ist älter als der Dienst.
customer-update-how = Laden Sie sie neu.
customer-load-again = Neu laden
customer-refused = Dieser Browser kann diese Seite nicht ausführen.
customer-refused-how = Öffnen Sie Ihren Link in einem anderen Browser oder in der App.
customer-not-loaded = Diese Seite wurde nicht vollständig geladen.
customer-not-loaded-how = Sehen Sie nach, ob Sie im Internet sind, und laden Sie sie dann neu. Wenn das nicht hilft, öffnen Sie Ihren Link in einem anderen Browser oder in der App.
