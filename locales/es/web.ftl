# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## La página de los clientes: participar en este navegador

customer-start = Pegue el enlace que recibió o escriba las nueve cifras que le han dicho.
customer-field-invitation = Enlace o nueve cifras
customer-another-link = Tengo otro enlace
customer-choice = { $host } … termina en { $end }
customer-two-sentences = { $first } { $second }
customer-may-close = Ya puede cerrar esta página.

## La cámara, probada antes de llamar a la puerta

customer-camera-how = Su navegador se lo preguntará: elija «Permitir». El micrófono queda apagado.
customer-camera-asking = Su navegador se lo pregunta ahora: elija «Permitir». Si no pregunta nada, continúe sin cámara.
customer-camera-works = Su cámara funciona.
customer-camera-yours-alone = Esto es lo que ve. Ahora nadie lo ve salvo usted.
customer-camera-picture = Lo que ve su cámara
customer-camera-not-chosen = La cámara todavía no está permitida: inténtelo otra vez y elija «Permitir», o continúe sin ella.
customer-camera-allow-how = A menudo basta con tocar el símbolo junto a la dirección, arriba en esta página, y permitir allí la cámara.
customer-camera-busy = La cámara no da imagen.
customer-camera-busy-how = Quizá la esté usando otro programa: ciérrelo e inténtelo otra vez, o continúe sin cámara.
customer-camera-unplugged = La cámara ya no está.
customer-camera-unplugged-how = Conéctela de nuevo e inténtelo otra vez, o continúe sin ella.
customer-camera-in-app = Ha abierto esta página dentro de otra aplicación, que no nos da la cámara.
customer-camera-in-app-how = Abra el enlace en el navegador de su teléfono, o continúe sin cámara.
customer-camera-insecure = Su navegador no da la cámara a esta página, porque su dirección no empieza por https.
customer-camera-insecure-how = Abra el enlace exactamente como lo recibió, o continúe sin cámara.
customer-link = Su enlace
customer-copy = Copiar el enlace
customer-copied = El enlace está copiado.
customer-copy-by-hand = El enlace está seleccionado arriba: cópielo a mano.

## En la sala de espera y en la llamada

customer-offline = Ahora no tiene conexión a Internet. En cuanto vuelva, seguimos por nuestra cuenta.
customer-starts-at = Será: { $time }, según el reloj de este dispositivo.
customer-phrase-why = Léalas en voz alta cuando se las pidan.
customer-come-back-then = Puede cerrar esta página. Vuelva a abrir el mismo enlace, o a escribir las mismas cifras, unos minutos antes.
customer-keep-open = Deje esta página abierta y a la vista: solo así podrá entrar enseguida.
customer-place-kept = Si mira otra cosa, se le guarda el sitio { $minutes } minutos.
customer-in-call = Hablen por teléfono.
customer-keep-open-in-call = Deje esta página abierta hasta que hayan terminado.

## Continuar en la aplicación

customer-go-on-in-app = Continuar en la aplicación
customer-preparing-app = Un momento: preparamos la aplicación para usted…
customer-app-ready = Su sitio está listo para la aplicación.
customer-app-once = Abra ahora la aplicación: su sitio va con usted. Si no se abre nada, vuelva y espere aquí.
customer-open-app = Abrir la aplicación

## Cuando la página misma no puede continuar

customer-other-tab = Ha abierto esta llamada otra vez, en otra pestaña o ventana. Continúa allí.
customer-go-on-here = Continuar aquí
customer-update = Esta página es más antigua que el servicio.
customer-update-how = Cárguela de nuevo.
customer-load-again = Cargar de nuevo
customer-refused = Este navegador no puede ejecutar esta página.
customer-refused-how = Abra su enlace en otro navegador o en la aplicación.
customer-too-old = Este navegador es demasiado antiguo para esta llamada.
customer-too-old-how = Abra su enlace en otro dispositivo, por ejemplo un teléfono más nuevo o un ordenador. O actualice este navegador y después cargue esta página de nuevo.
customer-not-loaded = Esta página no se pudo cargar del todo.
customer-not-loaded-how = Compruebe que está conectado a Internet y cárguela de nuevo. Si no sirve, abra su enlace en otro navegador o en la aplicación.

## La consola de los agentes: la página entera

console-create = Crear una llamada de un solo uso
console-created = «{ $title }» está creada. Copie el mensaje y envíelo.
console-messages = Mensajes
console-close = Cerrar
console-cancel = Cancelar
console-undo = Deshacer
console-try-again = Intentar de nuevo
console-try-now = Intentar ahora
console-unreachable = No se puede llegar al servicio. Lo que ha escrito se conserva: inténtelo de nuevo.
console-undecided = No se puede llegar al servicio. Todavía no se sabe si se ha hecho: inténtelo de nuevo.
console-not-read = No se puede llegar al servicio: inténtelo de nuevo.
console-problem-unknown = El servicio no pudo hacerlo (número { $status }). Inténtelo de nuevo.
console-somebody-was-first = { $name } se adelantó: no se ha hecho nada de lo que usted eligió, y la lista muestra cómo está todo ahora.
console-too-late = Ya es tarde para eso: entretanto se decidió otra cosa, o el cliente se ha ido. La lista muestra cómo está todo ahora.
console-sign-in-ended = Su sesión ha terminado. Lo que ha escrito se conserva. Pida un nuevo enlace de inicio de sesión a un administrador o a quien gestiona este servicio, ábralo en otra pestaña de este navegador y luego continúe aquí.
console-sign-in-ended-here = Su sesión ha terminado y no se ha cambiado nada. Lo que ha escrito se conserva: abra un nuevo enlace de inicio de sesión en otra pestaña de este navegador e inténtelo de nuevo.
console-go-on = Continuar
console-broken = Se ha perdido la conexión: puede que esta lista no esté al día. La conexión se está restableciendo.
console-stream =
    { $state ->
        [live] Al día
        [connecting] Conectando…
        [signed-out] Sesión cerrada
       *[broken] No está al día
    }
console-clock-wrong =
    El reloj de este dispositivo { $which ->
        [fast] va adelantado
       *[slow] va atrasado
    } { $minutes } minutos. Las horas de aquí son las del servicio.
console-clock-wrong-hours =
    El reloj de este dispositivo { $which ->
        [fast] va adelantado
       *[slow] va atrasado
    } unas { $hours } horas. Las horas de aquí son las del servicio.

## La consola: la lista

console-group-waiting =
    { $count ->
        [one] Espera 1 persona
       *[other] Esperan { $count } personas
    }
console-group-in-call = En llamada
console-group-open = Listas
console-group-planned = Previstas
console-group-over = Terminadas
console-nobody-waits = No espera nadie.
console-nobody-known = No podemos ver si alguien espera.
console-no-calls = Todavía no hay llamadas. Cree una y envíe el mensaje a su cliente.
console-no-other-calls = No hay más llamadas.
console-when = { $when } · { $minutes } min
console-taken = En llamada con { $name }, a quien dejó entrar { $agent }
console-taken-by-you = En llamada con { $name }, a quien dejó entrar usted
console-let-in = { $agent } ha dejado entrar a { $name }, que aún no está
console-let-in-by-you = Usted ha dejado entrar a { $name }, que aún no está
console-nobody-yet = Nadie espera en esta llamada
console-over-by = Terminada por { $name }
console-over =
    { $reason ->
        [you-left] El cliente ha salido de la llamada
        [link-expired] El enlace ha caducado
       *[other] La llamada ha terminado
    }

## La consola: lo que se puede cambiar

console-field-title = Título
console-field-starts-at = Comienzo
console-field-minutes = Duración (minutos)
console-field-set-up = Usted participa desde
console-field-language = Idioma del mensaje
console-set-up =
    { $where ->
        [mobile] un teléfono
       *[desktop] un ordenador
    }
console-bad-title = El título debe ser una línea de 1 a 200 caracteres.
console-bad-starts-at = El comienzo debe estar dentro del próximo año, y su enlace no debe haber caducado ya.
console-bad-minutes = La duración debe ser de 1 minuto a 24 horas (1440 minutos).
console-bad-set-up = Esto no se puede elegir aquí.
console-bad-language = Este idioma no se puede elegir aquí.
console-bad-text =
    { $over ->
        [0] El mensaje debe tener de 1 a 500 caracteres, todos visibles.
       *[other] El mensaje puede tener como máximo 500 caracteres: acórtelo en { $over }.
    }
console-bad-supply = El servicio no pudo crear un enlace o código nuevo. Inténtelo otra vez.
console-conflict = Alguien lo ha cambiado entretanto a: { $theirs }. Lo que ha escrito se conserva.
console-keep-mine = Conservar lo mío
console-take-theirs = Tomar lo otro
console-saved = Guardado.

## La consola: compartir una llamada

console-share = Invitar al cliente
console-message = Mensaje a su cliente
console-message-changed = La llamada ha cambiado desde que editó este mensaje: el enlace o la hora pueden ser antiguos.
console-message-renew = Tomar el mensaje nuevo
console-link = Enlace para participar
console-copy-message = Copiar mensaje
console-copy-link = Copiar enlace
console-copy-sms = Copiar texto para SMS
console-sms-parts =
    { $parts ->
        [one] cabe en 1 SMS
       *[other] ocupa { $parts } SMS
    }
console-mail = Escribir correo
console-calendar = Archivo de calendario
console-qr = Código QR
console-spoken-code = Código para dictar
console-message-copied = El mensaje está copiado: péguelo donde escriba a su cliente.
console-copied-without-link = El mensaje está copiado, pero no contiene el enlace de la llamada.
console-link-copied =
    El enlace está copiado; por SMS { $parts ->
        [one] cabe en 1 mensaje
       *[other] ocupa { $parts } mensajes
    }.
console-sms-copied =
    El texto está copiado; { $parts ->
        [one] cabe en 1 SMS
       *[other] ocupa { $parts } SMS
    }.
console-copy-yourself = Este navegador no nos deja copiar. El texto está seleccionado: pulse Ctrl+C o ⌘C, o manténgalo pulsado con el dedo.
console-qr-alt = Código QR del enlace para participar
console-qr-how = Apunte la cámara de su teléfono a este código para participar en la llamada.
console-qr-failed = No se pudo cargar el código. Cierre esto e inténtelo de nuevo.
console-qr-print = Imprimir
console-qr-download = Descargar
console-code-title = Código para dictar
console-code-how = Dicte estas nueve cifras. Su cliente las escribe en la aplicación, o abre esta dirección en un navegador y las escribe allí:
console-code-good =
    { $minutes ->
        [0] Este código ya no sirve: haga uno nuevo.
        [one] Sirve 1 minuto más, una vez.
       *[other] Sirve { $minutes } minutos más, una vez.
    }
console-code-new = Código nuevo

## La consola: lo que pone fin

console-replace-link = Sustituir enlace …
console-replace-title = ¿Sustituir el enlace?
console-replace-text = El enlace antiguo deja de funcionar enseguida para quien aún no haya llamado a la puerta. La llamada sigue, con un enlace nuevo.
console-replace-yes = Sí, sustituir el enlace
console-replaced = El enlace está sustituido: envíe el mensaje nuevo.
console-hand-over = Traspasar …
console-hand-over-title = Traspasar la llamada
console-hand-over-to = ¿Quién se encarga?
console-hand-over-yes = Traspasar
console-handed-over = La llamada es ahora de { $name }.
console-nobody-to-hand-over = Todavía no hay otro agente: invite primero a alguien.
console-end = Terminar la llamada …
console-end-title = ¿Terminar la llamada?
console-end-text = Todos salen de ella y el enlace deja de funcionar. No hay vuelta atrás.
console-end-yes = Sí, terminar la llamada
console-ended = La llamada ha terminado.
console-forget = Borrar …
console-forget-title = ¿Borrar esta llamada?
console-forget-text = Sus nombres y mensajes se olvidan enseguida. No hay vuelta atrás.
console-forget-yes = Sí, borrarla

## La consola: alguien a la puerta

console-waits-seconds = espera desde hace { $seconds } s
console-waits-minutes = espera desde hace { $minutes } min
console-waits-hours = espera desde hace { $hours } h { $minutes } min
console-here-seconds = aquí desde hace { $seconds } s
console-here-minutes = aquí desde hace { $minutes } min
console-here-hours = aquí desde hace { $hours } h { $minutes } min
console-device =
    { $platform ->
        [ios] iPhone o iPad
        [android] Android
        [windows] Windows
        [macos] Mac
        [linux] Linux
        [hololens] HoloLens
       *[other] Dispositivo desconocido
    }, { $app ->
        [app] en la aplicación
        [browser] en un navegador
       *[unknown] con un programa desconocido
    }
console-awake = pantalla encendida
console-asleep = en reposo: verá lo que usted haga cuando vuelva a mirar su dispositivo
console-asleep-in-call = en reposo
console-looks-like =
    { $whom ->
        [agent] Este nombre se parece al de un agente.
        [customer] Este nombre se parece al de otra persona de esta llamada.
        [organisation] Este nombre se parece al de su organización.
       *[unknown] Este nombre se parece al de otra persona.
    } Asegúrese de quién es.
console-ask-phrase = Pregunte: «¿Qué dos palabras ve?» La respuesta debe ser:
console-you-wrote = Mensaje enviado: «{ $text }»
console-knock-state =
    { $state ->
        [held] se le ha pedido que espere
        [admitted] admitido, aún no está
        [in-call] en llamada
        [noticed] espera, sabe que usted está aquí
       *[waiting] espera
    }
console-attended = { $name } se ocupa
console-card = Lo que se puede hacer en esta llamada: { $allowed } de { $all }
console-can = Posible:
console-cannot = No posible:
console-admit = Dejar entrar
console-admit-later = Podrá dejarle entrar cuando { $name } se haya ido o vuelva a la sala de espera.
console-hold = Hacer esperar …
console-release = No hacer esperar más
console-write = Escribir …
console-decline = Rechazar …
console-send-back = Devolver a la espera
console-remove = Sacar …
console-admitted = { $name } puede entrar.
console-held = Se ha pedido a { $name } que espere.
console-released = { $name } ya no tiene que esperar.
console-written = Su mensaje a { $name } está enviado.
console-declined = No se ha dejado entrar a { $name }.
console-sent-back = { $name } está de nuevo en la sala de espera.
console-removed = { $name } ya no está en la llamada. La llamada tiene un enlace nuevo.
console-hold-title = Pedir a { $name } que espere
console-hold-message = Mensaje (no es obligatorio)
console-hold-yes = Hacer esperar
console-write-title = Escribir a { $name }
console-write-message = Mensaje
console-write-yes = Enviar
console-decline-title = No dejar entrar a { $name }
console-decline-reason = Lo que se le dice
console-block = Bloquear en este enlace
console-block-how = El bloqueo vale para este dispositivo y esta cuenta. Un perfil nuevo del navegador puede eludirlo: sustituya entonces el enlace.
console-decline-yes = Rechazar
console-remove-title = ¿Sacar a { $name } de la llamada?
console-remove-text = No podrá volver. La llamada sigue con un enlace nuevo.
console-remove-yes = Sí, sacar

## La consola: cuando alguien llama a la puerta

console-somebody-waits = Alguien espera
console-knocked = { $name } espera: { $title }.
console-left = { $name } ya no está: { $title }.
console-entered = { $name } está en la llamada: { $title }.
console-wait-already = Esperan { $count } personas.
console-sound =
    { $state ->
        [on] El sonido está activado
        [blocked] Activar el sonido
       *[off] El sonido está apagado
    }
console-notify =
    { $state ->
        [on] Los avisos están activados
       *[off] Avisarme también en otras ventanas
    }
console-notify-denied = Este navegador no nos deja avisarle: permita las notificaciones de esta página en sus ajustes.

## La consola: teclas

console-keys = Teclas
console-keys-on = Usar estas teclas
console-key-n = Crear una llamada
console-key-j = Llamada siguiente
console-key-k = Llamada anterior
console-key-e = Abrir o cerrar la llamada
console-key-w = A quien más tiempo lleva esperando
console-key-a = Dejar entrar
console-key-h = Hacer esperar
console-key-d = Rechazar
console-key-c = Copiar mensaje
console-key-l = Copiar enlace
console-key-q = Código QR
console-key-s = Código para dictar
console-key-u = Deshacer
console-key-help = Esta ayuda

## La consola: agentes

console-role =
    { $role ->
        [admin] Ha iniciado sesión como administrador.
       *[agent] Ha iniciado sesión como agente.
    }
console-time-zone = Las horas en los mensajes a los clientes son de esta zona horaria: { $zone }
console-invite = Invitar a un agente …
console-invite-title = Invitar a un agente
console-invite-name = Su nombre, como lo verán los clientes
console-invite-admin = También puede invitar a otros (administrador)
console-invite-yes = Crear enlace de inicio de sesión
console-invited-title = Enlace de inicio de sesión para { $name }
console-invited = No dé este enlace a nadie más: quien lo abre es este agente. Sirve una vez, hasta { $when }.
console-invited-again = Ya hay un agente con este nombre: este es un acceso más para él. Sirve una vez, hasta { $when }; no lo dé a nadie más.
console-invite-link = Enlace de inicio de sesión
console-invite-copy = Copiar enlace de inicio de sesión
console-invite-copied = El enlace de inicio de sesión está copiado.
console-sign-out = Cerrar sesión
console-sign-out-everywhere = Cerrar sesión en todas partes …
console-sign-out-everywhere-title = ¿Cerrar sesión en todas partes?
console-sign-out-everywhere-text = Su sesión se cierra en todos los navegadores y programas. Para volver a iniciarla necesitará un enlace nuevo.
console-sign-out-everywhere-yes = Sí, cerrar en todas partes
