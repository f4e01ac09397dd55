# Lo que las aplicaciones para teléfonos dicen por sí mismas: botones, etiquetas, notificaciones.

## Botones

app-button-paste = Pegar el enlace
app-button-scan = Escanear un código
app-button-go-on = Continuar
app-button-try-again = Intentar otra vez
app-button-cancel = Cancelar
app-button-close = Cerrar
app-button-back = Atrás
app-button-none-of-these = Ninguna de estas
app-button-allow-camera = Permitir la cámara
app-button-open-settings = Abrir los ajustes
app-button-without-camera = Continuar sin cámara
app-button-leave-lobby = Salir de la sala de espera
app-button-end-call = Terminar la llamada
app-button-leave-meeting = Salir de la reunión
app-button-open-teams = Abrir Microsoft Teams
app-button-open-store = Abrir la tienda
app-button-knock-again = Volver a llamar a la puerta
app-button-sign-in = Iniciar sesión
app-button-sign-out = Cerrar sesión

## Respuestas a las preguntas

app-button-end-call-yes = Sí, terminar la llamada
app-button-end-call-no = No, seguir en la llamada
app-button-leave-meeting-yes = Sí, salir
app-button-leave-meeting-no = No, quedarme
app-button-new-call-yes = Sí, ir a la nueva llamada
app-button-new-call-no = No, seguir en esta

## Donde se escribe algo

app-field-code = 9 cifras
app-field-name = Su nombre

## Mientras se escanea un código

app-scan = Sostenga el teléfono de modo que se vea todo el código en la imagen.
app-scan-refused = No tenemos permiso para usar la cámara: permítalo en los ajustes, o vuelva atrás y pegue el enlace o escriba las nueve cifras.

## Where nothing can be scanned

app-start-without-scan = Pegue un enlace o escriba lo que le han dicho.

## In the lobby: below the two words; above them, where there is no room for both; before the day and the time;
## and for who came far too early

app-read-out = Léalas en voz alta cuando se las pidan.
app-read-out-when-asked = Lea esto cuando se lo pidan:
app-starts-at = Según su reloj:
app-come-back-then = Abra el mismo enlace, o escriba las mismas cifras, unos minutos antes. Hasta entonces puede cerrar esta aplicación.

## When signing in to the operator's accounts did not work

app-sign-in-failed = Ahora mismo no se puede iniciar sesión. Puede continuar sin iniciarla.

## Notificaciones

app-notification-channel = Su llamada
app-notification-waiting = Está en la sala de espera
app-notification-admitted = Ya puede entrar
app-notification-in-call = Está en una llamada
app-notification-open = Toque aquí para continuar.

## On Android alone: the tag of this language, in which days are named; what is said before the core is there; and in
## the lobby

app-android-language = es
app-android-starting = Un momento …
app-android-cannot-start = Esta aplicación no está bien configurada: dígaselo, por favor, a la persona que le dio el enlace.
app-android-no-system = Su teléfono no tiene espacio para esta aplicación ahora mismo: cierre otras aplicaciones e inténtelo de nuevo.
app-android-keep-open = Deje esta aplicación abierta para poder entrar enseguida.

## On an iPhone alone

app-ios-starting = Un momento …
app-ios-cannot-start = Esta aplicación no está bien configurada: dígaselo, por favor, a la persona que le dio el enlace.
app-ios-no-system = Su teléfono no tiene espacio para esta aplicación ahora mismo: cierre otras aplicaciones e inténtelo de nuevo.
app-ios-keep-open = Deje esta aplicación abierta: solo así podrá entrar enseguida.
app-ios-busy = Espere, por favor
app-ios-paste-is-likely = Parece que ha copiado un enlace o un código.
app-ios-notification-place-ends-title = Su lugar se guarda solo un poco más
app-ios-notification-place-ends-text = Abra la aplicación para seguir en la sala de espera.
app-ios-notification-call-waits-text = Abra la aplicación o la llamada terminará para usted.
app-ios-camera-usage = La persona que le atiende ve lo que usted enfoca con la cámara, solo durante la llamada. La cámara también lee el código de una invitación.
