# Ce que disent les pages et les messages du service.

## La page d'un lien d'invitation

join-title = Vous êtes invité à un appel
join-why = Quelqu’un souhaite voir ce que vous voyez, pour vous aider. Le lien est pour vous et pour ce seul appel : vous pouvez le rouvrir jusqu’à la fin de l’appel.
join-why-of = { $organisation } souhaite voir ce que vous voyez, pour vous aider. Le lien est pour vous et pour ce seul appel : vous pouvez le rouvrir jusqu’à la fin de l’appel.
join-your-link = Votre lien, à ouvrir ailleurs :
join-then = Vous tapez votre nom et frappez à la porte ; puis vous attendez que l’on vous fasse entrer.

landing-open-app = Ouvrir l’application
landing-join = Rejoindre dans ce navigateur
landing-get-app = Obtenir l’application
landing-open-or-get = Si vous ne l’avez pas encore, ce bouton montre comment l’obtenir.
landing-after-install = Une fois que vous l’avez, ouvrez de nouveau votre lien : il mène directement à cet appel.
landing-on-phone = Ou continuez avec votre téléphone : dirigez son appareil photo vers cette image.
landing-qr-alone = Dirigez l’appareil photo de votre téléphone vers cette image.
landing-qr = Code QR de votre lien
landing-other-ways = Si rien ne fonctionne
landing-take-along = Copiez ici votre lien. Ouvrez ensuite votre navigateur, par exemple Safari ou Chrome, et collez le lien dans la ligne tout en haut.
landing-take-along-to-app = Notre application ne peut pas être ouverte d’ici. Copiez ici votre lien. Ouvrez ensuite notre application, ou votre navigateur, par exemple Safari ou Chrome, et collez-y le lien.
landing-copy = Copier le lien
landing-copied = Copié.
landing-copy-by-hand = Le lien est sélectionné ci-dessus : copiez-le à la main.
landing-code = Saisir les neuf chiffres que l’on vous a donnés
no-app-title = L’application n’est pas sur ce téléphone
code-title = Saisissez votre code
code-label = Les neuf chiffres que l’on vous a donnés
code-button = Continuer
later-title = Un instant, s’il vous plaît
later-what = Ce n’est pas possible pour le moment. Attendez une minute, puis revenez en arrière et réessayez.

join-page-title = Rejoindre l’appel
join-page-loading = Un instant, s’il vous plaît…
join-needs-script = Pour rejoindre l’appel dans ce navigateur, il faut les scripts, qui sont désactivés ici : autorisez-les pour cette page, ou ouvrez le lien dans un autre navigateur.
join-page-not-loaded = Cette page n’a pas pu être chargée. Vérifiez que vous êtes connecté à Internet, puis chargez-la à nouveau. Si cela ne suffit pas, ouvrez votre lien dans un autre navigateur ou sur un autre appareil.

## Un lien qui n'ouvre rien

dead-title = Ce lien ne fonctionne plus
dead-what-to-do = Un lien ne vaut que pour un seul appel, et pour un temps limité. Demandez-en un nouveau à la personne qui vous l’a envoyé.
dead-my-call = Était-ce votre appel, sur cet appareil ? Voyez ce qu’il est devenu.

## Un lien abîmé en chemin

damaged-title = Ce lien est abîmé

## Aucun lien

welcome-title = Appels uniques
welcome-customers = Pour rejoindre un appel, ouvrez tout le lien que vous avez reçu, ou saisissez les neuf chiffres que l’on vous a donnés.
welcome-agents = Pour tenir des appels, ouvrez le lien de connexion que votre organisation vous a donné.
welcome-console = Si vous êtes déjà connecté : ouvrir vos appels

## Se connecter

console-title = Vos appels
console-needs-script = La console a besoin des scripts, qui sont désactivés ici : autorisez-les pour cette page.
sign-in-title = Se connecter
sign-in-needs-script = La connexion a besoin des scripts, qui sont désactivés ici : autorisez-les pour cette page.
sign-in-name = Votre nom, tel que les clients le verront (laissez vide pour le garder)
sign-in-button = Se connecter
sign-in-done = Vous êtes connecté
sign-in-as = Vous êtes connecté en tant que :
sign-in-console = Ouvrir vos appels
sign-in-incomplete = Cette page a besoin de tout le lien de connexion : ouvrez-le tel que vous l’avez reçu.
sign-in-refused = Ce lien de connexion est inconnu, déjà utilisé ou vieux de plus d’un jour : demandez-en un nouveau à un administrateur ou à la personne qui gère ce service.
sign-in-unreachable = Le service est injoignable : réessayez.
sign-in-later = Cela n’a pas marché : attendez une minute et réessayez.

## Le message d'invitation

sharing-title = Appel unique
sharing-greeting = Veuillez ouvrir ce lien pour nous montrer ce que vous voyez :
sharing-when =
    Quand : { $weekday ->
        [Mon] lundi
        [Tue] mardi
        [Wed] mercredi
        [Thu] jeudi
        [Fri] vendredi
        [Sat] samedi
       *[Sun] dimanche
    } { $day } { $month ->
        [Jan] janvier
        [Feb] février
        [Mar] mars
        [Apr] avril
        [May] mai
        [Jun] juin
        [Jul] juillet
        [Aug] août
        [Sep] septembre
        [Oct] octobre
        [Nov] novembre
       *[Dec] décembre
    } { $year }, { $time } (fuseau horaire { $zone })
sharing-on-any-device = De préférence sur votre téléphone, pour pointer sa caméra vers les choses.
sharing-on-phone-or-computer = Sur votre téléphone ou sur un ordinateur avec caméra.
sharing-on-phone = Sur votre téléphone, pour pointer sa caméra vers les choses.
sharing-by-app = Sur votre téléphone, avec notre application.
sharing-by-app-or-on-computer = Sur votre téléphone avec notre application, ou sur un ordinateur avec caméra.
sharing-app-is-here = Vous trouverez notre application ici :
sharing-once = Le lien ne vaut que pour cet appel. Aucun compte n’est nécessaire.
sharing-loudspeaker = Si nous sommes déjà au téléphone, mettez d’abord le haut-parleur.
# Ni ç, ni ê, ni espace insécable : le SMS en deviendrait deux.
sharing-text-message = Pour nous montrer ce que vous voyez, veuillez ouvrir ce lien
