# Lo que el núcleo tiene que decir: src/message.

## Un texto que debería contener una invitación

link-error-nothing-found = Aquí no hay ninguna invitación: pegue el mensaje o el enlace entero que recibió, o escriba el código de nueve cifras.
link-error-truncated =
    Al final del enlace o del código { $missing ->
        [one] falta 1 carácter
       *[other] faltan { $missing } caracteres
    }: copie otra vez el enlace entero, o escriba las nueve cifras del código.
link-error-too-long = Esto es más largo de lo que puede ser una invitación: copie solo el enlace del mensaje y péguelo, o escriba solo las nueve cifras.
link-error-mistyped = Hay un carácter equivocado en el enlace: cópielo en lugar de escribirlo, o compárelo letra por letra.
link-error-unknown-code = Estas nueve cifras no abren nada: compárelas con las que le dijeron y escríbalas otra vez, o pida otras nuevas.
link-error-unknown-host = Este enlace lleva a { $host }, que no es de aquí: pida un enlace nuevo a la persona que se lo envió.
link-error-not-joinable =
    Este enlace lleva a { $what ->
        [chat] un chat
        [message] un mensaje
        [channel] un canal
        [team] un equipo
        [call] una llamada a una persona
        [new-meeting] la creación de una reunión
        [meeting-options] las opciones de una reunión
        [registration] un registro
        [file] un archivo
        [app] una aplicación
       *[other] otra página
    } en Microsoft Teams, no a una llamada: pida a la persona que lo envió el enlace para unirse a la llamada.
link-error-damaged-teams-link =
    Este enlace de Microsoft Teams { $what ->
        [cut-off] no está completo: cópielo de nuevo desde el primer carácter hasta el último o pida uno nuevo
        [passcode-missing] ha perdido su código de acceso: cópielo de nuevo desde el primer carácter hasta el último o pida uno nuevo
        [bare-number] solo tiene un número donde debería estar la reunión: pida el enlace tal como aparece en la invitación a la reunión
       *[not-a-meeting] tiene un error donde debería estar la reunión: cópielo en lugar de escribirlo o pida uno nuevo
    }.
link-error-opaque-wrapper = Este enlace está oculto detrás de { $service }, y desde aquí no se puede ver adónde lleva: pida el enlace original a la persona que lo envió.
link-error-nested-too-deep = Aquí hay demasiados enlaces unos dentro de otros: pida el enlace original a la persona que lo envió.
link-error-several = Aquí hay { $count } invitaciones distintas: elija la que recibió para esta llamada.

## El nombre

name-error-empty = Escriba su nombre, por favor, para que se sepa quién espera.
name-error-too-long = Este nombre es demasiado largo: acórtelo, por favor, a { $limit } caracteres como máximo, es decir, en { $over }.
name-error-invisible = Hay un carácter invisible en este nombre, en el lugar { $place }: escriba el nombre de nuevo, por favor.
name-error-not-allowed = El carácter «{ $character }» no puede formar parte de un nombre aquí: quítelo, por favor, o escríbalo de otra manera.

## Los pasos de un camino

route-step-landing-page = Quédese en esta página y elija más abajo.
route-step-open-app = Abra la aplicación y pegue el enlace.
route-step-join-in-browser = Participe en este navegador.
route-step-teams-client = Abra la reunión en Microsoft Teams; también funciona en un navegador.
route-step-get-app = Instale la aplicación y vuelva después a esta página.
route-step-tell = Tenga en cuenta:

## Por qué un paso está en el camino

route-why-handed-over = La aplicación ya está abierta: siga allí.
route-why-app-installed = La aplicación está en este dispositivo.
route-why-app-may-be-installed = Si tiene la aplicación, es lo mejor.
route-why-in-app-browser = Está viendo esta página dentro de otra aplicación, que no puede abrir la nuestra por sí sola.
route-why-nothing-to-install = No hay que instalar nada.
route-why-app-adds-ar = Con la aplicación, lo que se dibuja queda en su sitio en su habitación.
route-why-app-only = Esta llamada necesita la aplicación.
route-why-os-too-old = El sistema de su teléfono es demasiado antiguo para la aplicación; basta con el navegador.
route-why-os-too-old-for-app-only = Esta llamada necesita la aplicación, y el sistema de su teléfono es demasiado antiguo para ella: abra el enlace en otro teléfono.
route-why-computer = En un ordenador no hay que instalar nada.
route-why-open-on-phone = Esta llamada necesita la aplicación: abra el enlace en un teléfono.
route-why-in-app-browser-may-refuse-camera = Está viendo esta página dentro de otra aplicación, que quizá no nos deje usar la cámara: abra el enlace en el navegador de su teléfono.
route-why-in-app-browser-may-block = Está viendo esta página dentro de otra aplicación, que puede impedir el paso: es mejor que abra el enlace en el navegador de su dispositivo.
route-why-hololens-is-for-agents = Las HoloLens no son para los clientes: abra el enlace en un teléfono o en un ordenador.
route-why-app-joins-teams = Es una reunión de Microsoft Teams, y la aplicación de este dispositivo puede unirse a ella.
route-why-teams-meeting = Es una reunión de Microsoft Teams; hay que unirse allí.

## Lo que se puede hacer en una llamada

capability-feature-annotate-in-space = Dibujar en la habitación
capability-feature-annotate-on-stills = Dibujar sobre imágenes fijas
capability-feature-receive-annotations = Ver los dibujos
capability-feature-send-files = Enviar archivos
capability-feature-view-files = Ver archivos
capability-feature-snapshot-on-poor-network = Imágenes fijas cuando la red es mala
capability-feature-record = Grabar la llamada
capability-feature-participant-list = Ver quién está en la llamada
capability-feature-invite = Invitar a alguien más

## Por qué se puede, o no

capability-reason-everyone = Todo el mundo puede.
capability-reason-signed-in = El cliente ha iniciado sesión.
capability-reason-needs-account = El cliente no ha iniciado sesión.
capability-reason-ar-basic = El dispositivo del cliente reconoce superficies planas.
capability-reason-ar-depth = El dispositivo del cliente reconoce cualquier superficie.
capability-reason-ar-unsupported = El dispositivo del cliente no puede reconocer la habitación.
capability-reason-ar-needs-install = El dispositivo del cliente necesita antes otra aplicación de su tienda para reconocer la habitación.
capability-reason-ar-needs-update = Antes hay que actualizar una aplicación en el dispositivo del cliente para reconocer la habitación.
capability-reason-ar-checking = El dispositivo del cliente todavía está comprobando si puede reconocer la habitación.
capability-reason-ar-camera-refused = La aplicación del cliente no puede usar la cámara ahora, por lo que no se puede reconocer la habitación.
capability-reason-ar-undetermined = El dispositivo del cliente no pudo averiguar si puede reconocer la habitación; quizá no tenga conexión.
capability-reason-ar-failed = Se intentó reconocer la habitación en el dispositivo del cliente y ahora no funciona.
capability-reason-on-stills = Sobre imágenes fijas, porque la habitación no se reconoce.
capability-reason-agent-client = No en el dispositivo del agente.
capability-reason-two-people = Una llamada única es para dos personas.
capability-reason-unknown = No se conoce el motivo.

## La pantalla del cliente

screen-start = Pegue un enlace, escanee un código o escriba lo que le han dicho.
screen-choose = Aquí hay { $count } invitaciones distintas. ¿Cuál recibió para esta llamada?
screen-ask-name = ¿Cómo se llama?
screen-name-not-taken = El servicio no acepta este nombre: escriba otro, por favor.
screen-rehearse-ask = Para mostrar lo que usted ve, necesitamos su cámara. ¿Podemos usarla?
screen-rehearse-denied = No tenemos permiso para usar la cámara: permítalo en los ajustes de su dispositivo o continúe sin ella.
screen-rehearse-missing = Aquí no hay ninguna cámara: abra el enlace en otro dispositivo, o continúe sin ella.
screen-knocking = Llamamos a la puerta por usted…
screen-unreachable = No se puede acceder al servicio; seguimos intentándolo.
screen-admitted = { $agent } le deja entrar.
screen-in-call = Está en la llamada con { $agent }.
screen-fallback = { $sentence }
screen-teams-client = Esta reunión se celebra en Microsoft Teams: ábrala allí.
screen-in-meeting = Está en la reunión.
screen-update-required = Actualice la aplicación, por favor, y abra después el enlace de nuevo.
screen-agent-away = { $agent } no está en línea en este momento. Quédese, por favor.
screen-reconnecting = La conexión se está restableciendo.
screen-may-knock-again = Puede volver a llamar a la puerta.

## Cómo se muestra la llamada

call-mode-ar = Lo que se dibuja queda en su sitio en la habitación.
call-mode-stills = Los dos dibujan sobre imágenes fijas.
call-mode-ar-lost = La habitación no se reconoce en este momento: los dos dibujan sobre imágenes fijas.

## Preguntas antes de lo que no se puede deshacer

question-end-call = ¿Terminar la llamada? No hay vuelta atrás.
question-leave-meeting = ¿Salir de la reunión?
question-leave-for-new-invitation = ¿Dejar esta llamada por la nueva?

## Por qué se ha acabado

over-call-over = La llamada ha terminado.
over-you-left = Ha salido de la llamada; para usted ha terminado.
over-you-left-the-lobby = Ha salido de la sala de espera.
over-removed = Le han sacado de la llamada: pida un enlace nuevo si todavía necesita ayuda.
over-slept-too-long = Estuvo ausente demasiado tiempo; por eso su sitio quedó libre.
over-moved = Sigue en otra aplicación o en otro navegador.
over-declined-not-expected = La persona que le atiende espera a alguien distinto: pregunte a quien le envió el enlace.
over-declined-not-now = La persona que le atiende no tiene tiempo ahora.
over-declined-wrong-link = Este enlace lleva a otra persona: pida el correcto.
over-declined-unsaid = No le han dejado entrar: pregunte a quien le envió el enlace.
over-link-dead = Este enlace ya no funciona. Pida uno nuevo a la persona que se lo envió.
over-lobby-full = Hay demasiadas personas esperando: espere un minuto antes de volver a llamar a la puerta.
over-nobody-came = Nadie le ha dejado entrar durante mucho tiempo; por eso ya no está en la sala de espera.
over-meeting-failed = No se puede acceder a la reunión.
over-unknown = Se ha acabado.

## En la sala de espera: por qué no ha pasado nada todavía

waiting-too-early = Está en la sala de espera. La llamada todavía no ha empezado.
waiting-agent-absent = Está en la sala de espera. Todavía no hay nadie para dejarle entrar.
waiting-not-yet-noticed = Está en la sala de espera. La persona que le atiende está ahí y todavía no ha mirado.
waiting-noticed = Está en la sala de espera. La persona que le atiende sabe que está esperando.
waiting-call-taken = Está en la sala de espera. En esta llamada hay otra persona.
waiting-unknown = Está en la sala de espera. Espere, por favor.

## En la sala de espera: las otras líneas

waiting-held = Está en la sala de espera. La persona que le atiende le pide que espere.
waiting-starts-at-once = Empieza enseguida.
waiting-starts-in-minutes = Empieza en { $minutes } minutos.
waiting-starts-in-hours = Empieza en unas { $hours } horas.
waiting-starts-in-days = Empieza en unos { $days } días.
waiting-agent-says = La persona que le atiende escribe: «{ $text }»
waiting-was-asleep = Su teléfono estaba dormido; se le guardó el sitio.
waiting-reconnecting = La conexión se está restableciendo; se le guarda el sitio.
waiting-match-phrase = Sus dos palabras: { $phrase }.

## Lo que el servicio no pudo hacer, y qué hacer después

problem-link-dead = Este enlace ya no funciona. Pida uno nuevo a la persona que se lo envió.
problem-link-mistyped = Este enlace está dañado. Copie otra vez el enlace entero, o pida uno nuevo.
problem-name-unusable = Este nombre no se puede usar. Escríbalo otra vez, con entre 1 y 64 caracteres visibles.
problem-not-yours = Este sitio pertenece a otro dispositivo. Abra el enlace de nuevo para tener un sitio propio.
problem-no-such-knock = Nadie espera aquí con esa etiqueta. Primero llame a la puerta, después envíe órdenes.
problem-lobby-full = Hay demasiadas personas esperando esta llamada. Inténtelo otra vez dentro de un minuto, o pida un enlace para usted.
problem-call-over = Esta llamada ha terminado. Cree una nueva y envíe su enlace.
problem-call-taken = Ya hay alguien en esta llamada. Saque primero a esa persona, o devuélvala a la sala de espera.
problem-already-decided = Otro agente fue más rápido y ya ha decidido.
problem-not-now = Eso no es posible en este momento. Vuelva a cargar la llamada y mire cómo está.
problem-stale = Alguien ha cambiado esta llamada entretanto. Vuelva a cargarla y cámbiela después.
problem-if-match-required = Este cambio debe decir en qué versión se basa. Envíe el ETag de la llamada en If-Match.
problem-no-such-call = Esta llamada no existe. Búsquela en la lista de llamadas.
problem-no-such-agent = Este agente no existe. Elija un agente de la lista de su organización.
problem-sign-in-needed = No ha iniciado sesión. Iníciela otra vez; no se ha cambiado nada.
problem-not-allowed = No tiene permiso para hacer eso. Pregunte a un administrador de su organización.
problem-foreign-origin = Esta petición viene de otro sitio web. Use la página de este servicio.
problem-bad-request = Esta petición no se puede leer. Compárela con /openapi.json.
problem-bad-value = Un valor de esta petición está fuera de sus límites. Compárela con /openapi.json.
problem-bad-content-type = El contenido debe ser JSON. Envíe Content-Type: application/json.
problem-too-large = El contenido es demasiado grande. Envíe menos de 64 KiB.
problem-not-found = Aquí no hay nada. Vea en /openapi.json lo que hay.
problem-bad-method = Esta dirección no admite ese método. Vea en /openapi.json cuáles admite.
problem-slow-down = Demasiadas peticiones. Espere el tiempo que dice Retry-After e inténtelo otra vez.
problem-storage-full = El servicio no puede anotar nada en este momento. No se ha cambiado nada. Inténtelo otra vez dentro de un minuto.
problem-storage-unavailable = El servicio no llega a su almacenamiento en este momento. Inténtelo otra vez: una orden repetida se cumple una sola vez.
problem-restarting = El servicio se está reiniciando. Inténtelo otra vez dentro de unos segundos; se le guarda el sitio.
problem-internal = Algo ha fallado por nuestra parte. Inténtelo otra vez, y dé al operador el número de la petición.
