# Lo que dicen las páginas y los mensajes del servicio.

## La página de un enlace de invitación

join-title = Está invitado a una llamada
join-why = Alguien quiere ver lo que usted ve, para ayudarle. El enlace es para usted y solo para esta llamada: puede volver a abrirlo hasta que termine.
join-why-of = { $organisation } quiere ver lo que usted ve, para ayudarle. El enlace es para usted y solo para esta llamada: puede volver a abrirlo hasta que termine.
join-your-link = Su enlace, para abrirlo en otro lugar:
join-then = Escriba su nombre y llame a la puerta; después espere hasta que le dejen entrar.

landing-open-app = Abrir la aplicación
landing-join = Unirse en este navegador
landing-get-app = Obtener la aplicación
landing-open-or-get = Si todavía no la tiene, este botón muestra cómo conseguirla.
landing-after-install = Cuando la tenga, abra de nuevo su enlace: lleva directamente a esta llamada.
landing-on-phone = O siga con su teléfono: apunte con su cámara a esta imagen.
landing-qr-alone = Apunte a esta imagen con la cámara de su teléfono.
landing-qr = Código QR de su enlace
landing-other-ways = Si nada funciona
landing-take-along = Copie aquí su enlace. Abra después su navegador, por ejemplo Safari o Chrome, y pegue el enlace en la línea de arriba del todo.
landing-take-along-to-app = Desde aquí no se puede abrir nuestra aplicación. Copie aquí su enlace. Abra después nuestra aplicación, o su navegador, por ejemplo Safari o Chrome, y pegue allí el enlace.
landing-copy = Copiar el enlace
landing-copied = Copiado.
landing-copy-by-hand = El enlace está seleccionado arriba: cópielo a mano.
landing-code = Escribir las nueve cifras que le han dicho
no-app-title = La aplicación no está en este teléfono
code-title = Escriba su código
code-label = Las nueve cifras que le han dicho
code-button = Continuar
later-title = Un momento, por favor
later-what = Ahora mismo no es posible. Espere un minuto, vuelva atrás e inténtelo de nuevo.

join-page-title = Unirse a la llamada
join-page-loading = Un momento, por favor…
join-needs-script = Para unirse desde este navegador hacen falta los scripts, que aquí están desactivados: permítalos en esta página o abra el enlace en otro navegador.
join-page-not-loaded = No se pudo cargar esta página. Compruebe que está conectado a Internet y cárguela de nuevo. Si no sirve, abra su enlace en otro navegador o en otro dispositivo.

## Un enlace que no abre nada

dead-title = Este enlace ya no funciona
dead-what-to-do = Un enlace vale para una sola llamada y por tiempo limitado. Pida uno nuevo a la persona que se lo envió.
dead-my-call = ¿Era su llamada, en este dispositivo? Vea qué ha sido de ella.

## Un enlace que se dañó por el camino

damaged-title = Este enlace está dañado

## Ningún enlace

welcome-title = Llamadas únicas
welcome-customers = Para unirse a una llamada, abra el enlace entero que recibió, o escriba las nueve cifras que le han dicho.
welcome-agents = Para atender llamadas, abra el enlace de acceso que le dio su organización.
welcome-console = Si ya ha iniciado sesión: abrir sus llamadas

## Iniciar sesión

console-title = Sus llamadas
console-needs-script = La consola necesita scripts, que aquí están desactivados: permítalos en esta página.
sign-in-title = Iniciar sesión
sign-in-needs-script = Para iniciar sesión hacen falta los scripts, que aquí están desactivados: permítalos en esta página.
sign-in-name = Su nombre, tal como lo verán los clientes (déjelo vacío para conservarlo)
sign-in-button = Iniciar sesión
sign-in-done = Ha iniciado sesión
sign-in-as = Ha iniciado sesión como:
sign-in-console = Abrir sus llamadas
sign-in-incomplete = Esta página necesita el enlace de acceso entero: ábralo tal como lo recibió.
sign-in-refused = Este enlace de acceso es desconocido, está usado o tiene más de un día: pida uno nuevo a un administrador o a quien gestiona este servicio.
sign-in-unreachable = No se puede acceder al servicio: inténtelo otra vez.
sign-in-later = Ahora mismo no ha sido posible: espere un minuto e inténtelo otra vez.

## El mensaje de la invitación

sharing-title = Llamada única
sharing-greeting = Abra este enlace para mostrarnos lo que ve:
sharing-when =
    Cuándo: { $weekday ->
        [Mon] lunes
        [Tue] martes
        [Wed] miércoles
        [Thu] jueves
        [Fri] viernes
        [Sat] sábado
       *[Sun] domingo
    }, { $day } de { $month ->
        [Jan] enero
        [Feb] febrero
        [Mar] marzo
        [Apr] abril
        [May] mayo
        [Jun] junio
        [Jul] julio
        [Aug] agosto
        [Sep] septiembre
        [Oct] octubre
        [Nov] noviembre
       *[Dec] diciembre
    } de { $year }, { $time } (zona horaria { $zone })
sharing-on-any-device = Mejor en su teléfono, para poder apuntar la cámara a las cosas.
sharing-on-phone-or-computer = En su teléfono o en un ordenador con cámara.
sharing-on-phone = En su teléfono, para poder apuntar la cámara a las cosas.
sharing-by-app = En su teléfono, con nuestra aplicación.
sharing-by-app-or-on-computer = En su teléfono con nuestra aplicación, o en un ordenador con cámara.
sharing-app-is-here = Encontrará nuestra aplicación aquí:
sharing-once = El enlace vale solo para esta llamada. No necesita ninguna cuenta.
sharing-loudspeaker = Si ya estamos hablando por teléfono, ponga primero el altavoz.
# Ni á, ni í, ni ó, ni ú: el mensaje se partiría en dos.
sharing-text-message = Abra este enlace para mostrarnos lo que ve:
