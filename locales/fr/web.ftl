# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## La page des clients : participer dans ce navigateur

customer-start = Collez le lien que vous avez reçu, ou tapez les neuf chiffres que l'on vous a dits.
customer-field-invitation = Lien ou neuf chiffres
customer-another-link = J'ai un autre lien
customer-may-close = Vous pouvez maintenant fermer cette page.

## La caméra, essayée avant de frapper

customer-camera-how = Votre navigateur va vous poser la question : choisissez « Autoriser ». Le micro reste coupé.
customer-camera-asking = Votre navigateur vous pose la question : choisissez « Autoriser ». S'il ne demande rien, continuez sans caméra.
customer-camera-works = Votre caméra fonctionne.
customer-camera-yours-alone = Voici ce qu'elle voit. Personne d'autre que vous ne le voit en ce moment.
customer-camera-picture = Ce que voit votre caméra
customer-camera-not-chosen = La caméra n'est pas encore autorisée : réessayez et choisissez « Autoriser », ou continuez sans elle.
customer-camera-allow-how = Il suffit souvent de toucher le symbole à côté de l'adresse, en haut de cette page, et d'y autoriser la caméra.
customer-camera-busy = La caméra ne donne pas d'image.
customer-camera-busy-how = Un autre programme l'utilise peut-être : fermez-le et réessayez, ou continuez sans caméra.
customer-camera-unplugged = La caméra a disparu.
customer-camera-unplugged-how = Rebranchez-la et réessayez, ou continuez sans elle.
customer-camera-in-app = Vous avez ouvert cette page dans une autre application, qui ne nous donne pas la caméra.
customer-camera-in-app-how = Ouvrez le lien dans le navigateur de votre téléphone, ou continuez sans caméra.
customer-camera-insecure = Votre navigateur ne donne pas la caméra à cette page, car son adresse ne commence pas par https.
customer-camera-insecure-how = Ouvrez le lien exactement comme vous l'avez reçu, ou continuez sans caméra.
customer-link = Votre lien
customer-copy = Copier le lien
customer-copied = Le lien est copié.
customer-copy-by-hand = Le lien est sélectionné ci-dessus : copiez-le à la main.

## Dans la salle d'attente et en appel

customer-offline = Vous n'avez pas de connexion à Internet en ce moment. Dès qu'elle revient, nous continuons tout seuls.
customer-starts-at = Ce sera : { $time }, à l'horloge de cet appareil.
customer-phrase-why = Lisez-les à voix haute quand on vous les demande.
customer-keep-open = Laissez cette page ouverte et visible : ce n'est qu'ainsi que vous entrerez aussitôt.
customer-in-call = Continuez à vous parler au téléphone.
customer-keep-open-in-call = Laissez cette page ouverte jusqu'à ce que vous ayez fini.

## Continuer dans l'application

customer-go-on-in-app = Continuer dans l'application
customer-preparing-app = Un instant : nous préparons l'application pour vous …
customer-app-ready = Votre place est prête pour l'application.
customer-app-once = Ouvrez maintenant l'application : votre place vous suit.
customer-open-app = Ouvrir l'application

## Quand la page elle-même ne peut pas continuer

customer-other-tab = Vous avez ouvert cet appel une autre fois, dans un autre onglet ou une autre fenêtre. Il continue là-bas.
customer-go-on-here = Continuer ici
customer-update = Cette page est plus ancienne que le service.
customer-update-how = Chargez-la à nouveau.
customer-load-again = Charger à nouveau
customer-refused = Ce navigateur ne peut pas faire fonctionner cette page.
customer-refused-how = Ouvrez votre lien dans un autre navigateur ou dans l'application.
customer-not-loaded = Cette page n'a pas pu être chargée entièrement.
customer-not-loaded-how = Vérifiez que vous êtes connecté à Internet, puis chargez-la à nouveau. Si cela ne suffit pas, ouvrez votre lien dans un autre navigateur ou dans l'application.
