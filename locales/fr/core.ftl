# Ce que le cœur a à dire : src/message.

## Un texte qui devrait contenir une invitation

link-error-nothing-found = Il n’y a pas d’invitation ici : collez tout le message ou tout le lien que vous avez reçu, ou tapez le code à neuf chiffres.
link-error-truncated =
    Il manque { $missing ->
        [one] { $missing } caractère
       *[other] { $missing } caractères
    } à la fin du lien ou du code : copiez à nouveau le lien entier, ou tapez les neuf chiffres du code.
link-error-too-long = C’est plus long qu’une invitation ne peut l’être : copiez seulement le lien dans le message et collez-le, ou saisissez seulement les neuf chiffres.
link-error-mistyped = Il y a un caractère faux dans le lien : copiez-le au lieu de le taper, ou comparez-le lettre par lettre.
link-error-unknown-code = Ces neuf chiffres n’ouvrent rien : comparez-les à ceux que l’on vous a donnés et tapez-les à nouveau, ou demandez-en de nouveaux.
link-error-unknown-host = Ce lien mène à { $host }, qui n’a rien à faire ici : demandez un nouveau lien à la personne qui vous l’a envoyé.
link-error-not-joinable =
    Ce lien mène à { $what ->
        [chat] une conversation
        [message] un message
        [channel] un canal
        [team] une équipe
        [call] un appel à une personne
        [new-meeting] la création d’une réunion
        [meeting-options] la page des options d’une réunion
        [registration] une inscription
        [file] un fichier
        [app] une application
       *[other] une autre page
    } dans Microsoft Teams, et non à un appel : demandez à la personne qui l’a envoyé le lien qui permet de rejoindre l’appel.
link-error-damaged-teams-link =
    Ce lien Microsoft Teams { $what ->
        [cut-off] n’est pas entier : copiez-le de nouveau du premier au dernier caractère, ou demandez-en un nouveau
        [passcode-missing] a perdu son code secret : copiez-le de nouveau du premier au dernier caractère, ou demandez-en un nouveau
        [bare-number] n’a qu’un numéro à la place de la réunion : demandez le lien tel qu’il figure dans l’invitation à la réunion
       *[not-a-meeting] contient une erreur à la place de la réunion : copiez-le au lieu de le saisir, ou demandez-en un nouveau
    }.
link-error-opaque-wrapper = Ce lien est caché derrière { $service }, et on ne peut pas voir d’ici où il mène : demandez le lien d’origine à la personne qui l’a envoyé.
link-error-nested-too-deep = Trop de liens sont imbriqués ici : demandez le lien d’origine à la personne qui l’a envoyé.
link-error-several = Il y a ici { $count } invitations différentes : choisissez celle que vous avez reçue pour cet appel.

## Le nom

name-error-empty = Veuillez taper votre nom, pour que l’on sache qui attend.
name-error-too-long = Ce nom est trop long : veuillez le raccourcir à { $limit } caractères au plus, soit de { $over }.
name-error-invisible = Il y a un caractère invisible dans ce nom, à la place { $place } : veuillez taper le nom à nouveau.
name-error-not-allowed = Le caractère « { $character } » ne peut pas faire partie d’un nom ici : veuillez l’enlever, ou l’écrire autrement.

## Les étapes d'un chemin

route-step-landing-page = Restez sur cette page et choisissez ci-dessous.
route-step-open-app = Ouvrez l’application et collez le lien.
route-step-join-in-browser = Participez dans ce navigateur.
route-step-teams-client = Ouvrez la réunion dans Microsoft Teams ; un navigateur suffit aussi.
route-step-get-app = Installez l’application, puis revenez sur cette page.
route-step-tell = Veuillez noter :

## Pourquoi une étape est sur le chemin

route-why-handed-over = L’application est déjà ouverte : continuez là.
route-why-app-installed = L’application est sur cet appareil.
route-why-app-may-be-installed = Si vous avez l’application, c’est le meilleur moyen.
route-why-in-app-browser = Vous voyez cette page dans une autre application, qui ne peut pas ouvrir la nôtre d’elle-même.
route-why-nothing-to-install = Il n’y a rien à installer.
route-why-app-adds-ar = Avec l’application, ce qui est dessiné reste à sa place dans votre pièce.
route-why-app-only = Cet appel a besoin de l’application.
route-why-os-too-old = Le système de votre téléphone est trop ancien pour l’application ; le navigateur suffit.
route-why-os-too-old-for-app-only = Cet appel a besoin de l’application, et le système de votre téléphone est trop ancien pour elle : ouvrez le lien sur un autre téléphone.
route-why-computer = Sur un ordinateur, il n’y a rien à installer.
route-why-open-on-phone = Cet appel a besoin de l’application : ouvrez le lien sur un téléphone.
route-why-in-app-browser-may-refuse-camera = Vous voyez cette page dans une autre application, qui ne nous laissera peut-être pas utiliser la caméra : ouvrez le lien dans le navigateur de votre téléphone.
route-why-in-app-browser-may-block = Vous voyez cette page dans une autre application, qui peut bloquer le passage : ouvrez plutôt le lien dans le navigateur de votre appareil.
route-why-hololens-is-for-agents = Un HoloLens n’est pas fait pour les clients : ouvrez le lien sur un téléphone ou un ordinateur.
route-why-app-joins-teams = C’est une réunion Microsoft Teams, et l’application de cet appareil peut la rejoindre.
route-why-teams-meeting = C’est une réunion Microsoft Teams ; c’est là qu’on la rejoint.

## Ce qui est possible dans un appel

capability-feature-annotate-in-space = Dessiner dans la pièce
capability-feature-annotate-on-stills = Dessiner sur des images fixes
capability-feature-receive-annotations = Voir les dessins
capability-feature-send-files = Envoyer des fichiers
capability-feature-view-files = Voir des fichiers
capability-feature-snapshot-on-poor-network = Images fixes quand le réseau est mauvais
capability-feature-record = Enregistrer l’appel
capability-feature-participant-list = Voir qui participe à l’appel
capability-feature-invite = Inviter quelqu’un d’autre

## Pourquoi c'est possible, ou non

capability-reason-everyone = Tout le monde le peut.
capability-reason-signed-in = Le client est connecté à son compte.
capability-reason-needs-account = Le client n’est pas connecté à un compte.
capability-reason-ar-basic = L’appareil du client reconnaît les surfaces planes.
capability-reason-ar-depth = L’appareil du client reconnaît toutes les surfaces.
capability-reason-ar-unsupported = L’appareil du client ne peut pas reconnaître la pièce.
capability-reason-ar-needs-install = L’appareil du client a d’abord besoin d’une autre application de sa boutique pour reconnaître la pièce.
capability-reason-ar-needs-update = Une application de l’appareil du client doit d’abord être mise à jour pour reconnaître la pièce.
capability-reason-ar-checking = L’appareil du client vérifie encore s’il peut reconnaître la pièce.
capability-reason-ar-camera-refused = L’application du client ne peut pas utiliser l’appareil photo pour le moment ; la pièce ne peut donc pas être reconnue.
capability-reason-ar-undetermined = L’appareil du client n’a pas pu déterminer s’il peut reconnaître la pièce ; il est peut-être hors ligne.
capability-reason-ar-failed = La reconnaissance de la pièce a été essayée sur l’appareil du client et ne fonctionne pas pour le moment.
capability-reason-on-stills = Sur des images fixes, car la pièce n’est pas reconnue.
capability-reason-agent-client = Pas sur l’appareil de l’agent.
capability-reason-two-people = Un appel unique réunit deux personnes.
capability-reason-unknown = La raison n’est pas connue.

## L'écran du client

screen-start = Collez un lien, scannez un code ou tapez ce que l’on vous a dit.
screen-choose = Il y a ici { $count } invitations différentes. Laquelle avez-vous reçue pour cet appel ?
screen-ask-name = Comment vous appelez-vous ?
screen-name-not-taken = Le service n’accepte pas ce nom : veuillez en saisir un autre.
screen-rehearse-ask = Pour montrer ce que vous voyez, nous avons besoin de votre caméra. Pouvons-nous l’utiliser ?
screen-rehearse-denied = La caméra nous est interdite : autorisez-la dans les réglages de votre appareil, ou continuez sans elle.
screen-rehearse-missing = Il n’y a pas de caméra ici : ouvrez le lien sur un autre appareil, ou continuez sans elle.
screen-knocking = Nous frappons à la porte pour vous …
screen-unreachable = Le service est injoignable ; nous continuons d’essayer.
screen-admitted = { $agent } vous fait entrer.
screen-in-call = Vous êtes en appel avec { $agent }.
screen-fallback = { $sentence }
screen-teams-client = Cette réunion a lieu dans Microsoft Teams : ouvrez-la là-bas.
screen-in-meeting = Vous êtes dans la réunion.
screen-update-required = Veuillez mettre l’application à jour, puis ouvrir le lien à nouveau.
screen-agent-away = { $agent } n’est pas en ligne en ce moment. Veuillez rester.
screen-reconnecting = La connexion est en train d’être rétablie.
screen-may-knock-again = Vous pouvez frapper à nouveau.

## Comment l'appel est montré

call-mode-ar = Ce qui est dessiné reste à sa place dans la pièce.
call-mode-stills = Vous dessinez tous les deux sur des images fixes.
call-mode-ar-lost = La pièce n’est pas reconnue en ce moment : vous dessinez tous les deux sur des images fixes.

## Questions avant ce qui ne peut pas être annulé

question-end-call = Terminer l’appel ? Vous ne pourrez pas y revenir.
question-leave-meeting = Quitter la réunion ?
question-leave-for-new-invitation = Quitter cet appel pour le nouveau ?

## Pourquoi c'est fini

over-call-over = L’appel est terminé.
over-you-left = Vous avez quitté l’appel ; il est terminé pour vous.
over-you-left-the-lobby = Vous avez quitté la salle d’attente.
over-removed = On vous a fait sortir de l’appel : demandez un nouveau lien si vous avez encore besoin d’aide.
over-slept-too-long = Vous avez été absent trop longtemps ; votre place a été libérée.
over-moved = Vous continuez dans une autre application ou un autre navigateur.
over-declined-not-expected = La personne qui vous aide attend quelqu’un d’autre : renseignez-vous auprès de la personne qui vous a envoyé le lien.
over-declined-not-now = La personne qui vous aide n’a pas le temps maintenant.
over-declined-wrong-link = Ce lien mène à quelqu’un d’autre : demandez le bon.
over-declined-unsaid = On ne vous a pas fait entrer : renseignez-vous auprès de la personne qui vous a envoyé le lien.
over-link-dead = Ce lien ne fonctionne plus. Demandez-en un nouveau à la personne qui vous l’a envoyé.
over-lobby-full = Trop de personnes attendent : patientez une minute avant de frapper à nouveau.
over-nobody-came = Personne ne vous a fait entrer pendant longtemps ; vous n’êtes plus dans la salle d’attente.
over-meeting-failed = La réunion n’est pas joignable.
over-unknown = C’est fini.

## Dans la salle d'attente : pourquoi rien ne s'est encore passé

waiting-too-early = Vous êtes dans la salle d’attente. L’appel n’a pas encore commencé.
waiting-agent-absent = Vous êtes dans la salle d’attente. Personne n’est encore là pour vous faire entrer.
waiting-not-yet-noticed = Vous êtes dans la salle d’attente. La personne qui vous aide est là et n’a pas encore regardé.
waiting-noticed = Vous êtes dans la salle d’attente. La personne qui vous aide sait que vous attendez.
waiting-call-taken = Vous êtes dans la salle d’attente. Quelqu’un d’autre est dans cet appel.
waiting-unknown = Vous êtes dans la salle d’attente. Veuillez patienter.

## Dans la salle d'attente : les autres lignes

waiting-held = Vous êtes dans la salle d’attente. La personne qui vous aide vous demande d’attendre.
waiting-starts-at-once = Il commence dans un instant.
waiting-starts-in-minutes = Il commence dans { $minutes } minutes.
waiting-starts-in-hours = Il commence dans { $hours } heures environ.
waiting-starts-in-days = Il commence dans { $days } jours environ.
waiting-agent-says = La personne qui vous aide écrit : « { $text } »
waiting-was-asleep = Votre téléphone était en veille ; votre place a été gardée.
waiting-reconnecting = La connexion est en train d’être rétablie ; votre place est gardée.
waiting-match-phrase = Vos deux mots : { $phrase }.

## Ce que le service n'a pas pu faire, et ce qu'il faut faire ensuite

problem-link-dead = Ce lien ne fonctionne plus. Demandez-en un nouveau à la personne qui vous l’a envoyé.
problem-link-mistyped = Ce lien est abîmé. Copiez à nouveau tout le lien, ou demandez-en un nouveau.
problem-name-unusable = Ce nom ne peut pas être utilisé. Tapez-le à nouveau, avec 1 à 64 caractères visibles.
problem-not-yours = Cette place appartient à un autre appareil. Ouvrez le lien à nouveau pour avoir votre propre place.
problem-no-such-knock = Personne n’attend ici sous cette étiquette. Frappez d’abord, envoyez des commandes ensuite.
problem-lobby-full = Trop de personnes attendent cet appel. Réessayez dans une minute, ou demandez un lien pour vous seul.
problem-call-over = Cet appel est terminé. Créez-en un nouveau et envoyez son lien.
problem-call-taken = Quelqu’un est déjà dans cet appel. Faites d’abord sortir cette personne, ou renvoyez-la dans la salle d’attente.
problem-already-decided = Un autre agent a été plus rapide et a décidé.
problem-not-now = Ce n’est pas possible en ce moment. Rechargez l’appel et regardez où il en est.
problem-stale = Quelqu’un a modifié cet appel entre-temps. Rechargez-le, puis modifiez-le à nouveau.
problem-if-match-required = Cette modification doit dire sur quelle version elle repose. Envoyez l’ETag de l’appel dans If-Match.
problem-no-such-call = Cet appel n’existe pas. Cherchez-le dans la liste des appels.
problem-no-such-agent = Cet agent n’existe pas. Choisissez un agent dans la liste de votre organisation.
problem-sign-in-needed = Vous n’êtes pas connecté. Connectez-vous à nouveau ; rien n’a été modifié.
problem-not-allowed = Vous n’en avez pas le droit. Demandez à un administrateur de votre organisation.
problem-foreign-origin = Cette requête vient d’un autre site. Utilisez la page de ce service.
problem-bad-request = Cette requête est illisible. Comparez-la avec /openapi.json.
problem-bad-value = Une valeur de cette requête est hors limites. Comparez-la avec /openapi.json.
problem-bad-content-type = Le contenu doit être en JSON. Envoyez Content-Type: application/json.
problem-too-large = Le contenu est trop grand. Envoyez moins de 64 Kio.
problem-not-found = Il n’y a rien ici. Voyez dans /openapi.json ce qu’il y a.
problem-bad-method = Cette adresse n’accepte pas cette méthode. Voyez dans /openapi.json lesquelles elle accepte.
problem-slow-down = Trop de requêtes. Attendez aussi longtemps que le dit Retry-After, puis réessayez.
problem-storage-full = Le service ne peut rien noter en ce moment. Rien n’a été modifié. Réessayez dans une minute.
problem-storage-unavailable = Le service n’atteint pas son stockage en ce moment. Réessayez : une commande répétée n’est exécutée qu’une fois.
problem-restarting = Le service redémarre. Réessayez dans quelques secondes ; votre place est gardée.
problem-internal = Quelque chose s’est mal passé de notre côté. Réessayez, et donnez à l’exploitant le numéro de la requête.
