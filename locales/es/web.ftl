# What the console and the customer's page say by themselves: `console-…` and `customer-…`.

## La página de los clientes: participar en este navegador

customer-start = Pegue el enlace que recibió o escriba las nueve cifras que le dijeron.
customer-field-invitation = Enlace o nueve cifras
customer-another-link = Tengo otro enlace
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
customer-keep-open = Deje esta página abierta y a la vista: solo así podrá entrar enseguida.
customer-in-call = Sigan hablando por teléfono como hasta ahora.
customer-keep-open-in-call = Deje esta página abierta hasta que hayan terminado.

## Continuar en la aplicación

customer-go-on-in-app = Continuar en la aplicación
customer-preparing-app = Un momento: preparamos la aplicación para usted …
customer-app-ready = Su sitio está listo para la aplicación.
customer-app-once = Abra ahora la aplicación: su sitio va con usted.
customer-open-app = Abrir la aplicación

## Cuando la página misma no puede continuar

customer-other-tab = Ha abierto esta llamada otra vez, en otra pestaña o ventana. Continúa allí.
customer-go-on-here = Continuar aquí
customer-update = Esta página es más antigua que el servicio.
customer-update-how = Cárguela de nuevo.
customer-load-again = Cargar de nuevo
customer-refused = Este navegador no puede ejecutar esta página.
customer-refused-how = Abra su enlace en otro navegador o en la aplicación.
customer-not-loaded = Esta página no se pudo cargar del todo.
customer-not-loaded-how = Compruebe que está conectado a Internet y cárguela de nuevo. Si no sirve, abra su enlace en otro navegador o en la aplicación.
