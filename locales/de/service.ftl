# Was die Seiten und Nachrichten des Dienstes sagen.

## Die Seite eines Einladungslinks

join-title = Sie sind zu einem Anruf eingeladen
join-why = Jemand möchte sehen, was Sie sehen, um Ihnen zu helfen. Der Link gilt für Sie und diesen einen Anruf: Bis der Anruf vorbei ist, können Sie ihn wieder öffnen.
join-why-of = { $organisation } möchte sehen, was Sie sehen, um Ihnen zu helfen. Der Link gilt für Sie und diesen einen Anruf: Bis der Anruf vorbei ist, können Sie ihn wieder öffnen.
join-your-link = Ihr Link, um ihn anderswo zu öffnen:
join-then = Sie tippen Ihren Namen und klopfen an; dann warten Sie, bis man Sie hereinlässt.

landing-open-app = App öffnen
landing-join = In diesem Browser teilnehmen
landing-get-app = App holen
landing-open-or-get = Wenn Sie sie noch nicht haben, zeigt dieser Knopf, wie Sie sie bekommen.
landing-after-install = Wenn Sie sie haben, öffnen Sie Ihren Link noch einmal: Er führt direkt zu diesem Anruf.
landing-on-phone = Oder machen Sie mit dem Telefon weiter: Richten Sie dessen Kamera auf dieses Bild.
landing-qr-alone = Richten Sie die Kamera Ihres Telefons auf dieses Bild.
landing-qr = QR-Code Ihres Links
landing-other-ways = Wenn nichts hilft
landing-take-along = Kopieren Sie hier Ihren Link. Öffnen Sie dann Ihren Browser, zum Beispiel Safari oder Chrome, und fügen Sie den Link dort in die Zeile ganz oben ein.
landing-take-along-to-app = Unsere App lässt sich von hier aus nicht öffnen. Kopieren Sie hier Ihren Link. Öffnen Sie dann unsere App oder Ihren Browser, zum Beispiel Safari oder Chrome, und fügen Sie den Link dort ein.
landing-copy = Link kopieren
landing-copied = Kopiert.
landing-copy-by-hand = Der Link ist oben markiert: Kopieren Sie ihn von Hand.
landing-code = Die neun Ziffern eintippen, die man Ihnen genannt hat
no-app-title = Die App ist nicht auf diesem Telefon
code-title = Tippen Sie Ihren Code ein
code-label = Die neun Ziffern, die man Ihnen genannt hat
code-button = Weiter
later-title = Einen Moment bitte
later-what = Das geht gerade nicht. Warten Sie eine Minute, gehen Sie dann zurück und versuchen Sie es noch einmal.

join-page-title = Am Anruf teilnehmen
join-page-loading = Einen Moment bitte …
join-needs-script = Um hier im Browser teilzunehmen, wird Skript gebraucht, das hier abgeschaltet ist: Erlauben Sie es für diese Seite, oder öffnen Sie den Link in einem anderen Browser.
join-page-not-loaded = Diese Seite konnte nicht geladen werden. Sehen Sie nach, ob Sie im Internet sind, und laden Sie sie dann neu. Wenn das nicht hilft, öffnen Sie Ihren Link in einem anderen Browser oder auf einem anderen Gerät.

## Ein Link, der nichts öffnet

dead-title = Dieser Link gilt nicht mehr
dead-what-to-do = Ein Link gilt nur für einen Anruf und nur eine Zeit lang. Bitten Sie die Person, die ihn geschickt hat, um einen neuen.
dead-my-call = War es Ihr Anruf, auf diesem Gerät? Sehen Sie, was daraus geworden ist.

## Ein Link, der unterwegs beschädigt wurde

damaged-title = Dieser Link ist beschädigt

## Gar kein Link

welcome-title = Einmalige Anrufe
welcome-customers = Um an einem Anruf teilzunehmen, öffnen Sie den ganzen Link, den Sie bekommen haben, oder tippen Sie die neun Ziffern ein, die man Ihnen genannt hat.
welcome-agents = Um Anrufe zu führen, öffnen Sie den Anmeldelink, den Ihre Organisation Ihnen gegeben hat.
welcome-console = Wenn Sie schon angemeldet sind: Ihre Anrufe öffnen

## Anmelden

console-title = Ihre Anrufe
console-needs-script = Die Konsole braucht Skript, das hier abgeschaltet ist: Erlauben Sie es für diese Seite.
sign-in-title = Anmelden
sign-in-needs-script = Zum Anmelden wird Skript gebraucht, das hier abgeschaltet ist: Erlauben Sie es für diese Seite.
sign-in-name = Ihr Name, wie Ihre Kundinnen und Kunden ihn sehen (leer lassen, um ihn zu behalten)
sign-in-button = Anmelden
sign-in-done = Sie sind angemeldet
sign-in-as = Sie sind angemeldet als:
sign-in-console = Zu Ihren Anrufen
sign-in-incomplete = Diese Seite braucht den ganzen Anmeldelink: Öffnen Sie ihn so, wie Sie ihn bekommen haben.
sign-in-refused = Dieser Anmeldelink ist unbekannt, benutzt oder älter als einen Tag: Bitten Sie die Administration, oder wer diesen Dienst betreibt, um einen neuen.
sign-in-unreachable = Der Dienst ist nicht zu erreichen: Versuchen Sie es noch einmal.
sign-in-later = Das ging gerade nicht: Warten Sie eine Minute und versuchen Sie es noch einmal.

## Die Nachricht mit der Einladung

sharing-title = Einmaliger Anruf
sharing-greeting = Bitte öffnen Sie diesen Link, um uns zu zeigen, was Sie sehen:
sharing-when =
    Wann: { $weekday ->
        [Mon] Montag
        [Tue] Dienstag
        [Wed] Mittwoch
        [Thu] Donnerstag
        [Fri] Freitag
        [Sat] Samstag
       *[Sun] Sonntag
    }, { $day }. { $month ->
        [Jan] Januar
        [Feb] Februar
        [Mar] März
        [Apr] April
        [May] Mai
        [Jun] Juni
        [Jul] Juli
        [Aug] August
        [Sep] September
        [Oct] Oktober
        [Nov] November
       *[Dec] Dezember
    } { $year }, { $time } Uhr (Zeitzone { $zone })
sharing-on-any-device = Am besten auf Ihrem Telefon, damit Sie die Kamera auf Dinge richten können.
sharing-on-phone-or-computer = Auf Ihrem Telefon oder auf einem Computer mit Kamera.
sharing-on-phone = Auf Ihrem Telefon, damit Sie die Kamera auf Dinge richten können.
sharing-by-app = Auf Ihrem Telefon, mit unserer App.
sharing-by-app-or-on-computer = Auf Ihrem Telefon mit unserer App oder auf einem Computer mit Kamera.
sharing-app-is-here = Unsere App finden Sie hier:
sharing-once = Der Link gilt nur für diesen Anruf. Sie brauchen kein Konto.
sharing-loudspeaker = Wenn wir schon telefonieren, schalten Sie uns zuerst auf Lautsprecher.
sharing-text-message = Bitte öffnen Sie diesen Link, um uns zu zeigen, was Sie sehen:
