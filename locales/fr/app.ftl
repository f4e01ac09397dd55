# Ce que les applications pour téléphones disent d'elles-mêmes : boutons, libellés, notifications.

## Boutons

app-button-paste = Coller le lien
app-button-scan = Scanner un code
app-button-go-on = Continuer
app-button-try-again = Réessayer
app-button-cancel = Annuler
app-button-close = Fermer
app-button-back = Retour
app-button-none-of-these = Aucune de celles-ci
app-button-allow-camera = Autoriser la caméra
app-button-open-settings = Ouvrir les réglages
app-button-without-camera = Continuer sans caméra
app-button-leave-lobby = Quitter la salle d’attente
app-button-end-call = Terminer l’appel
app-button-leave-meeting = Quitter la réunion
app-button-open-teams = Ouvrir Microsoft Teams
app-button-open-store = Ouvrir le magasin d’applications
app-button-knock-again = Frapper à nouveau
app-button-sign-in = Se connecter
app-button-sign-out = Se déconnecter

## Réponses aux questions

app-button-end-call-yes = Oui, terminer l’appel
app-button-end-call-no = Non, rester dans l’appel
app-button-leave-meeting-yes = Oui, quitter
app-button-leave-meeting-no = Non, rester
app-button-new-call-yes = Oui, passer au nouvel appel
app-button-new-call-no = Non, rester dans celui-ci

## Là où l'on saisit quelque chose

app-field-code = 9 chiffres
app-field-name = Votre nom

## Pendant qu'un code est scanné

app-scan = Tenez le téléphone de façon que tout le code soit dans l’image.
app-scan-refused = La caméra nous est interdite : autorisez-la dans les réglages, ou revenez en arrière et collez le lien ou tapez les neuf chiffres.

## Where nothing can be scanned

app-start-without-scan = Collez un lien ou tapez ce que l’on vous a dit.

## In the lobby: below the two words; above them, where there is no room for both; before the day and the time;
## and for who came far too early

app-read-out = Lisez-les à voix haute quand on vous les demande.
app-read-out-when-asked = À lire quand on vous le demande :
app-starts-at = À votre horloge :
app-come-back-then = Rouvrez le même lien, ou tapez les mêmes chiffres, quelques minutes avant. D’ici là, vous pouvez fermer cette application.

## When signing in to the operator's accounts did not work

app-sign-in-failed = La connexion à votre compte n’est pas possible pour le moment. Vous pouvez continuer sans vous connecter.

## Notifications

app-notification-channel = Votre appel
app-notification-waiting = Vous êtes dans la salle d’attente
app-notification-admitted = On vous fait entrer
app-notification-in-call = Vous êtes en appel
app-notification-open = Touchez ici pour continuer.

## On Android alone: the tag of this language, in which days are named; what is said before the core is there; and in
## the lobby

app-android-language = fr
app-android-starting = Un instant …
app-android-cannot-start = Cette application n’est pas bien configurée : veuillez le dire à la personne qui vous a donné le lien.
app-android-no-system = Votre téléphone n’a pas de place pour cette application en ce moment : fermez d’autres applications et réessayez.
app-android-keep-open = Laissez cette application ouverte pour entrer aussitôt.

## On an iPhone alone

app-ios-starting = Un instant …
app-ios-cannot-start = Cette application n’est pas bien configurée : veuillez le dire à la personne qui vous a donné le lien.
app-ios-no-system = Votre téléphone n’a pas de place pour cette application en ce moment : fermez d’autres applications et réessayez.
app-ios-keep-open = Laissez cette application ouverte : ce n’est qu’ainsi que vous entrerez aussitôt.
app-ios-busy = Veuillez patienter
app-ios-paste-is-likely = Vous avez sans doute copié un lien ou un code.
app-ios-notification-place-ends-title = Votre place n’est gardée qu’un court instant encore
app-ios-notification-place-ends-text = Ouvrez l’application pour rester dans la salle d’attente.
app-ios-notification-call-waits-text = Ouvrez l’application, sinon l’appel se terminera pour vous.
app-ios-camera-usage = La personne qui vous aide voit ce que vous montrez à la caméra, pendant l’appel seulement. La caméra lit aussi le code d’une invitation.
