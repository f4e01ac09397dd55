# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## La page des clients : participer dans ce navigateur

customer-start = Collez le lien que vous avez reçu, ou saisissez les neuf chiffres que l’on vous a donnés.
customer-field-invitation = Lien ou neuf chiffres
customer-another-link = J’ai un autre lien
customer-choice = { $host } … se termine par { $end }
customer-two-sentences = { $first } { $second }
customer-may-close = Vous pouvez maintenant fermer cette page.

## La caméra, essayée avant de frapper

customer-camera-how = Votre navigateur va vous poser la question : choisissez « Autoriser ». Le micro reste coupé.
customer-camera-asking = Votre navigateur vous pose la question : choisissez « Autoriser ». S’il ne demande rien, continuez sans caméra.
customer-camera-works = Votre caméra fonctionne.
customer-camera-yours-alone = Voici ce qu’elle voit. Personne d’autre que vous ne le voit en ce moment.
customer-camera-picture = Ce que voit votre caméra
customer-camera-not-chosen = La caméra n’est pas encore autorisée : réessayez et choisissez « Autoriser », ou continuez sans elle.
customer-camera-allow-how = Il suffit souvent de toucher le symbole à côté de l’adresse, en haut de cette page, et d’y autoriser la caméra.
customer-camera-busy = La caméra ne donne pas d’image.
customer-camera-busy-how = Un autre programme l’utilise peut-être : fermez-le et réessayez, ou continuez sans caméra.
customer-camera-unplugged = La caméra a disparu.
customer-camera-unplugged-how = Rebranchez-la et réessayez, ou continuez sans elle.
customer-camera-in-app = Vous avez ouvert cette page dans une autre application, qui ne nous donne pas la caméra.
customer-camera-in-app-how = Ouvrez le lien dans le navigateur de votre téléphone, ou continuez sans caméra.
customer-camera-insecure = Votre navigateur ne donne pas la caméra à cette page, car son adresse ne commence pas par https.
customer-camera-insecure-how = Ouvrez le lien exactement comme vous l’avez reçu, ou continuez sans caméra.
customer-link = Votre lien
customer-copy = Copier le lien
customer-copied = Le lien est copié.
customer-copy-by-hand = Le lien est sélectionné ci-dessus : copiez-le à la main.

## Dans la salle d'attente et en appel

customer-offline = Vous n’avez pas de connexion à Internet en ce moment. Dès qu’elle revient, nous continuons tout seuls.
customer-starts-at = Ce sera : { $time }, à l’horloge de cet appareil.
customer-phrase-why = Lisez-les à voix haute quand on vous les demande.
customer-come-back-then = Vous pouvez fermer cette page. Rouvrez le même lien, ou tapez les mêmes chiffres, quelques minutes avant.
customer-keep-open = Laissez cette page ouverte et visible : ce n’est qu’ainsi que vous entrerez aussitôt.
customer-place-kept = Si vous regardez autre chose, votre place est gardée { $minutes } minutes.
customer-in-call = Discutez par téléphone.
customer-keep-open-in-call = Laissez cette page ouverte jusqu’à ce que vous ayez fini.

## Continuer dans l'application

customer-go-on-in-app = Continuer dans l’application
customer-preparing-app = Un instant : nous préparons l’application pour vous…
customer-app-ready = Votre place est prête pour l’application.
customer-app-once = Ouvrez maintenant l’application : votre place vous suit. Si rien ne s’ouvre, revenez et attendez ici.
customer-open-app = Ouvrir l’application

## Quand la page elle-même ne peut pas continuer

customer-other-tab = Vous avez ouvert cet appel une autre fois, dans un autre onglet ou une autre fenêtre. Il continue là-bas.
customer-go-on-here = Continuer ici
customer-update = Cette page est plus ancienne que le service.
customer-update-how = Chargez-la à nouveau.
customer-load-again = Charger à nouveau
customer-refused = Ce navigateur ne peut pas faire fonctionner cette page.
customer-refused-how = Ouvrez votre lien dans un autre navigateur ou dans l’application.
customer-too-old = Ce navigateur est trop ancien pour cet appel.
customer-too-old-how = Ouvrez votre lien sur un autre appareil, par exemple un téléphone plus récent ou un ordinateur. Ou bien mettez ce navigateur à jour, puis chargez cette page à nouveau.
customer-not-loaded = Cette page n’a pas pu être chargée entièrement.
customer-not-loaded-how = Vérifiez que vous êtes connecté à Internet, puis chargez-la à nouveau. Si cela ne suffit pas, ouvrez votre lien dans un autre navigateur ou dans l’application.

## La console des conseillers : la page entière

console-create = Créer un appel unique
console-created = « { $title } » est créé. Copiez le message et envoyez-le.
console-messages = Messages
console-close = Fermer
console-cancel = Annuler
console-undo = Défaire
console-try-again = Réessayer
console-try-now = Essayer maintenant
console-unreachable = Le service est injoignable. Ce que vous avez saisi est gardé : réessayez.
console-undecided = Le service est injoignable. On ne sait pas encore si c’est fait : réessayez.
console-not-read = Le service est injoignable : réessayez.
console-problem-unknown = Le service n’a pas pu le faire (numéro { $status }). Réessayez.
console-somebody-was-first = { $name } a été plus rapide : rien de ce que vous avez choisi n’a été fait, et la liste montre où en sont les choses.
console-too-late = Il est trop tard pour cela : autre chose a été décidé entre-temps, ou le client est parti. La liste montre où en sont les choses.
console-sign-in-ended = Votre connexion a pris fin. Ce que vous avez saisi est gardé. Demandez un nouveau lien de connexion à un administrateur ou à la personne qui gère ce service, ouvrez-le dans un autre onglet de ce navigateur, puis continuez ici.
console-sign-in-ended-here = Votre connexion a pris fin et rien n’a été changé. Ce que vous avez saisi est gardé : ouvrez un nouveau lien de connexion dans un autre onglet de ce navigateur, puis réessayez.
console-go-on = Continuer
console-broken = La liaison est coupée : cette liste n’est peut-être plus à jour. La liaison est en cours de rétablissement.
console-stream =
    { $state ->
        [live] À jour
        [connecting] Connexion…
        [signed-out] Déconnecté
       *[broken] Pas à jour
    }
console-clock-wrong =
    L’horloge de cet appareil { $which ->
        [fast] avance
       *[slow] retarde
    } de { $minutes } minutes. Les heures affichées ici sont celles du service.
console-clock-wrong-hours =
    L’horloge de cet appareil { $which ->
        [fast] avance
       *[slow] retarde
    } d’environ { $hours } heures. Les heures affichées ici sont celles du service.

## La console : la liste

console-group-waiting =
    { $count ->
        [one] { $count } personne attend
       *[other] { $count } personnes attendent
    }
console-group-in-call = En appel
console-group-open = Prêts
console-group-planned = Prévus
console-group-over = Terminés
console-nobody-waits = Personne n’attend.
console-nobody-known = Nous ne pouvons pas voir si quelqu’un attend.
console-no-calls = Il n’y a pas encore d’appel. Créez-en un et envoyez son message à votre client.
console-no-other-calls = Il n’y a pas d’autre appel.
console-when = { $when } · { $minutes } min
console-taken = En appel avec { $name }, admis par { $agent }
console-taken-by-you = En appel avec { $name }, admis par vous
console-let-in = { $name }, admis par { $agent }, n’est pas encore là
console-let-in-by-you = { $name }, admis par vous, n’est pas encore là
console-nobody-yet = Personne n’attend pour cet appel
console-over-by = Terminé par { $name }
console-over =
    { $reason ->
        [you-left] Le client a quitté l’appel
        [link-expired] Le lien a expiré
       *[other] L’appel est terminé
    }

## La console : ce qui peut être modifié

console-field-title = Titre
console-field-starts-at = Début
console-field-minutes = Durée (minutes)
console-field-set-up = Vous participez depuis
console-field-language = Langue du message
console-set-up =
    { $where ->
        [mobile] un téléphone
       *[desktop] un ordinateur
    }
console-bad-title = Le titre doit être une ligne de 1 à 200 caractères.
console-bad-starts-at = Le début doit être dans l’année qui vient, et son lien ne doit pas être déjà expiré.
console-bad-minutes = La durée doit être de 1 minute à 24 heures (1440 minutes).
console-bad-set-up = Cela ne peut pas être choisi ici.
console-bad-language = Cette langue ne peut pas être choisie ici.
console-bad-text =
    { $over ->
        [0] Le message doit compter de 1 à 500 caractères, tous visibles.
       *[other] Le message peut compter au plus 500 caractères : raccourcissez-le de { $over }.
    }
console-bad-supply = Le service n’a pas pu créer de nouveau lien ou code. Réessayez.
console-conflict = Quelqu’un a changé ceci entre-temps en : { $theirs }. Ce que vous avez saisi est gardé.
console-keep-mine = Garder le mien
console-take-theirs = Prendre l’autre
console-saved = Enregistré.

## La console : partager un appel

console-share = Inviter le client
console-message = Message à votre client
console-message-changed = L’appel a changé depuis que vous avez modifié ce message : le lien ou l’heure peuvent être anciens.
console-message-renew = Prendre le nouveau message
console-link = Lien de participation
console-copy-message = Copier le message
console-copy-link = Copier le lien
console-copy-sms = Copier le texte pour SMS
console-sms-parts =
    { $parts ->
        [one] tient dans { $parts } SMS
       *[other] prend { $parts } SMS
    }
console-mail = Écrire un e-mail
console-calendar = Fichier d’agenda
console-qr = Code QR
console-spoken-code = Code à dicter
console-message-copied = Le message est copié : collez-le là où vous écrivez à votre client.
console-copied-without-link = Le message est copié, mais le lien de l’appel n’y est pas.
console-link-copied =
    Le lien est copié ; par SMS il { $parts ->
        [one] tient dans { $parts } message
       *[other] prend { $parts } messages
    }.
console-sms-copied =
    Le texte est copié ; il { $parts ->
        [one] tient dans { $parts } SMS
       *[other] prend { $parts } SMS
    }.
console-copy-yourself = Ce navigateur ne nous laisse pas copier. Le texte est sélectionné : appuyez sur Ctrl+C ou ⌘C, ou maintenez le doigt dessus.
console-qr-alt = Code QR du lien de participation
console-qr-how = Dirigez l’appareil photo de votre téléphone vers ce code pour participer à l’appel.
console-qr-failed = Le code n’a pas pu être chargé. Fermez et réessayez.
console-qr-print = Imprimer
console-qr-download = Télécharger
console-code-title = Code à dicter
console-code-how = Dictez ces neuf chiffres. Votre client les saisit dans l’application, ou ouvre cette adresse dans un navigateur et les y saisit :
console-code-good =
    { $minutes ->
        [0] Ce code n’est plus valable : faites-en un nouveau.
        [one] Valable encore { $minutes } minute, une fois.
       *[other] Valable encore { $minutes } minutes, une fois.
    }
console-code-new = Nouveau code

## La console : ce qui met fin

console-replace-link = Remplacer le lien …
console-replace-title = Remplacer le lien ?
console-replace-text = L’ancien lien cesse aussitôt de fonctionner pour tous ceux qui n’ont pas encore frappé. L’appel reste, avec un nouveau lien.
console-replace-yes = Oui, remplacer le lien
console-replaced = Le lien est remplacé : envoyez le nouveau message.
console-hand-over = Transmettre …
console-hand-over-title = Transmettre l’appel
console-hand-over-to = Qui prend le relais ?
console-hand-over-yes = Transmettre
console-handed-over = L’appel est maintenant à { $name }.
console-nobody-to-hand-over = Il n’y a pas encore d’autre conseiller : invitez d’abord quelqu’un.
console-end = Terminer l’appel …
console-end-title = Terminer l’appel ?
console-end-text = Tout le monde en sort et le lien cesse de fonctionner. Il n’y a pas de retour.
console-end-yes = Oui, terminer l’appel
console-ended = L’appel est terminé.
console-forget = Supprimer …
console-forget-title = Supprimer cet appel ?
console-forget-text = Ses noms et messages sont oubliés aussitôt. Il n’y a pas de retour.
console-forget-yes = Oui, supprimer

## La console : quelqu'un à la porte

console-waits-seconds = attend depuis { $seconds } s
console-waits-minutes = attend depuis { $minutes } min
console-waits-hours = attend depuis { $hours } h { $minutes } min
console-here-seconds = là depuis { $seconds } s
console-here-minutes = là depuis { $minutes } min
console-here-hours = là depuis { $hours } h { $minutes } min
console-device =
    { $platform ->
        [ios] iPhone ou iPad
        [android] Android
        [windows] Windows
        [macos] Mac
        [linux] Linux
        [hololens] HoloLens
       *[other] Appareil inconnu
    }, { $app ->
        [app] dans l’application
        [browser] dans un navigateur
       *[unknown] avec un programme inconnu
    }
console-awake = écran allumé
console-asleep = en veille : le client verra ce que vous faites en regardant de nouveau son appareil
console-asleep-in-call = en veille
console-looks-like =
    { $whom ->
        [agent] Ce nom ressemble à celui d’un conseiller.
        [customer] Ce nom ressemble à celui d’une autre personne de cet appel.
        [organisation] Ce nom ressemble à celui de votre organisation.
       *[unknown] Ce nom ressemble à celui de quelqu’un d’autre.
    } Assurez-vous de qui il s’agit.
console-ask-phrase = Demandez : « Quels sont les deux mots que vous voyez ? » La réponse doit être :
console-you-wrote = Message envoyé : « { $text } »
console-knock-state =
    { $state ->
        [held] prié d’attendre
        [admitted] admis, pas encore là
        [in-call] en appel
        [noticed] attend, sait que vous êtes là
       *[waiting] attend
    }
console-attended = { $name } s’en occupe
console-card = Ce qui est possible dans cet appel : { $allowed } sur { $all }
console-can = Possible :
console-cannot = Impossible :
console-admit = Admettre
console-admit-later = Vous pourrez faire entrer cette personne dès que { $name } sera parti ou renvoyé dans la salle d’attente.
console-hold = Faire attendre …
console-release = Ne plus faire attendre
console-write = Écrire …
console-decline = Refuser …
console-send-back = Renvoyer en attente
console-remove = Retirer …
console-admitted = { $name } est admis.
console-held = { $name } est prié d’attendre.
console-released = { $name } n’est plus prié d’attendre.
console-written = Votre message à { $name } est envoyé.
console-declined = { $name } n’est pas admis.
console-sent-back = { $name } est de nouveau en salle d’attente.
console-removed = { $name } n’est plus dans l’appel. L’appel a un nouveau lien.
console-hold-title = Prier { $name } d’attendre
console-hold-message = Message (facultatif)
console-hold-yes = Faire attendre
console-write-title = Écrire à { $name }
console-write-message = Message
console-write-yes = Envoyer
console-decline-title = Ne pas admettre { $name }
console-decline-reason = Ce qui lui est dit
console-block = Bloquer pour ce lien
console-block-how = Le blocage vaut pour cet appareil et ce compte. Un nouveau profil de navigateur peut l’éviter : remplacez alors le lien.
console-decline-yes = Refuser
console-remove-title = Retirer { $name } de l’appel ?
console-remove-text = Le retour ne sera pas possible. L’appel continue avec un nouveau lien.
console-remove-yes = Oui, retirer

## La console : quand quelqu'un frappe

console-somebody-waits = Quelqu’un attend
console-knocked = { $name } attend : { $title }.
console-left = { $name } n’est plus là : { $title }.
console-entered = { $name } est en appel : { $title }.
console-wait-already = { $count } personnes attendent.
console-sound =
    { $state ->
        [on] Le son est activé
        [blocked] Activer le son
       *[off] Le son est coupé
    }
console-notify =
    { $state ->
        [on] Les notifications sont activées
       *[off] Me prévenir aussi dans d’autres fenêtres
    }
console-notify-denied = Ce navigateur ne nous laisse pas vous prévenir : autorisez les notifications pour cette page dans ses réglages.

## La console : touches

console-keys = Touches
console-keys-on = Utiliser ces touches
console-key-n = Créer un appel
console-key-j = Appel suivant
console-key-k = Appel précédent
console-key-e = Ouvrir ou fermer l’appel
console-key-w = Vers la personne qui attend depuis le plus longtemps
console-key-a = Admettre
console-key-h = Faire attendre
console-key-d = Refuser
console-key-c = Copier le message
console-key-l = Copier le lien
console-key-q = Code QR
console-key-s = Code à dicter
console-key-u = Défaire
console-key-help = Cette aide

## La console : conseillers

console-role =
    { $role ->
        [admin] Vous êtes connecté comme administrateur.
       *[agent] Vous êtes connecté comme conseiller.
    }
console-time-zone = Les heures dans les messages aux clients sont celles de ce fuseau horaire : { $zone }
console-invite = Inviter un conseiller …
console-invite-title = Inviter un conseiller
console-invite-name = Son nom, tel que les clients le verront
console-invite-admin = Peut aussi inviter (administrateur)
console-invite-yes = Créer un lien de connexion
console-invited-title = Lien de connexion pour { $name }
console-invited = Ne donnez ce lien à personne d’autre : qui l’ouvre est ce conseiller. Il vaut une fois, jusqu’à { $when }.
console-invited-again = Il y a déjà un conseiller de ce nom : ceci est un accès de plus pour lui. Il vaut une fois, jusqu’à { $when } ; ne le donnez à personne d’autre.
console-invite-link = Lien de connexion
console-invite-copy = Copier le lien de connexion
console-invite-copied = Le lien de connexion est copié.
console-sign-out = Se déconnecter
console-sign-out-everywhere = Se déconnecter partout …
console-sign-out-everywhere-title = Se déconnecter partout ?
console-sign-out-everywhere-text = Vous êtes déconnecté dans tous les navigateurs et programmes. Pour vous reconnecter, il vous faudra un nouveau lien de connexion.
console-sign-out-everywhere-yes = Oui, se déconnecter partout
