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
app-button-leave-lobby = Quitter la salle d'attente
app-button-end-call = Terminer l'appel
app-button-leave-meeting = Quitter la réunion
app-button-open-teams = Ouvrir Microsoft Teams
app-button-open-store = Ouvrir le magasin d'applications
app-button-knock-again = Frapper à nouveau
app-button-sign-in = Se connecter
app-button-sign-out = Se déconnecter

## Réponses aux questions

app-button-end-call-yes = Oui, terminer l'appel
app-button-end-call-no = Non, rester dans l'appel
app-button-leave-meeting-yes = Oui, quitter
app-button-leave-meeting-no = Non, rester
app-button-new-call-yes = Oui, passer au nouvel appel
app-button-new-call-no = Non, rester dans celui-ci

## Là où l'on saisit quelque chose

app-field-code = 9 chiffres
app-field-name = Votre nom

## Pendant qu'un code est scanné

app-scan = Tenez le téléphone de façon que tout le code soit dans l'image.

## Notifications

app-notification-channel = Votre appel
app-notification-waiting = Vous êtes dans la salle d'attente
app-notification-admitted = On vous fait entrer
app-notification-in-call = Vous êtes en appel
app-notification-open = Touchez ici pour continuer.
