package org.onecall.core.trouble

import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.assertEquals
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.TestFactory
import org.junit.jupiter.api.io.TempDir
import org.onecall.core.CameraAccess
import org.onecall.core.MeetingReport
import org.onecall.core.Screen
import org.onecall.core.ShellEffect
import org.onecall.core.Source
import org.onecall.core.support.Call
import org.onecall.core.support.Phone
import org.onecall.core.support.Relay
import org.onecall.core.support.Service
import org.onecall.core.support.config
import org.onecall.core.support.passOn
import org.onecall.core.support.text
import org.onecall.core.support.through

private const val TEAMS = "https://teams.microsoft.com/meet/2345678901234?p=Abcdefgh12345678"

/** The network goes in every state a customer can be in; what they do meanwhile is answered, and nothing is lost. */
class AirplaneTest {
    @TempDir
    lateinit var data: Path

    @TestFactory
    fun `without a network`() = listOf(
        at("the start, a link is taken and knocked on later") {
            goesAway()
            phone.call.text(link, Source.LINK)
            phone.says("screen-ask-name")
            phone.call.name("Maria")
            phone.says("screen-unreachable")
            comesBackToTheLobby()
        },
        at("the start, a wrong text is told") {
            goesAway()
            phone.call.text("no link", Source.PASTE)
            phone.says("link-error-nothing-found")
            phone.call.dismiss()
            phone.says("screen-start")
        },
        at("a wrong link, a right one is taken") {
            phone.call.text("https://evil.example.net/j/0", Source.PASTE)
            phone.says("link-error-unknown-host")
            goesAway()
            phone.call.text(link, Source.LINK)
            phone.says("screen-ask-name")
            comesBack()
            phone.call.name("Maria")
            phone.awaits<Screen.Waiting>("the lobby")
        },
        at("the choice between two links, one is chosen") {
            phone.call.text("$link or ${second.through(relay, service)}", Source.PASTE)
            phone.says("screen-choose")
            goesAway()
            phone.call.choose(0u)
            phone.says("screen-ask-name")
            phone.call.name("Maria")
            phone.says("screen-unreachable")
            comesBackToTheLobby()
        },
        at("the question for the name, the name is kept") {
            phone.call.text(link, Source.LINK)
            phone.says("screen-ask-name")
            goesAway()
            phone.call.name("")
            phone.says("name-error-empty")
            phone.call.name("Maria")
            phone.says("screen-unreachable")
            comesBackToTheLobby()
        },
        at("the rehearsal, it goes on") {
            phone.call.camera(CameraAccess.DENIED)
            phone.call.text(link, Source.LINK)
            phone.says("screen-ask-name")
            phone.call.name("Maria")
            phone.says("screen-rehearse-denied")
            goesAway()
            phone.call.goOn()
            phone.says("screen-unreachable")
            comesBackToTheLobby()
        },
        at("the knock, one may leave") {
            goesAway()
            phone.call.text(link, Source.LINK)
            phone.says("screen-ask-name")
            phone.call.name("Maria")
            phone.says("screen-unreachable")
            phone.call.leave()
            phone.says(listOf("over-you-left-the-lobby", "screen-may-knock-again"))
            comesBack()
            phone.call.knockAgain()
            phone.awaits<Screen.Waiting>("the lobby")
        },
        at("the lobby, the place and the two words are kept") {
            val words = phone.knocks(link).v1.matchPhrase
            goesAway()
            phone.awaits<Screen.Waiting>("that it is being mended") { it.v1.reconnecting && it.v1.matchPhrase == words }
            comesBack()
            phone.awaits<Screen.Waiting>("the place") { !it.v1.reconnecting && it.v1.matchPhrase == words }
            assertEquals(1, service.knocks(call).size)
        },
        at("the lobby on hold, what the agent wrote stays on the screen") {
            phone.knocks(link)
            service.toCustomer(call, "hold", "message" to "One minute.")
            phone.awaits<Screen.Waiting>("held") { it.v1.message == "One minute." }
            goesAway()
            phone.awaits<Screen.Waiting>("held") { it.v1.message == "One minute." && it.v1.reconnecting }
            comesBack()
            phone.awaits<Screen.Waiting>("held") { it.v1.message == "One minute." && !it.v1.reconnecting }
        },
        at("the lobby, whoever leaves has left, and the agent learns of it") {
            phone.knocks(link)
            goesAway()
            phone.call.leave()
            phone.says(listOf("over-you-left-the-lobby", "screen-may-knock-again"))
            service.console().use { console ->
                comesBack()
                console.awaits("that nobody waits") { service.knocks(call).isEmpty() }
            }
        },
        at("the lobby, an admission is heard afterwards") {
            phone.knocks(link)
            goesAway()
            service.toCustomer(call, "admit")
            comesBack()
            phone.awaits<Screen.InCall>("the call")
        },
        at("the call, it goes on") {
            inCall()
            goesAway()
            phone.awaits<Screen.InCall>("that it is being mended") { it.reconnecting }
            comesBack()
            phone.awaits<Screen.InCall>("the call again") { !it.reconnecting }
        },
        at("the call, whoever hangs up has hung up, and the agent learns of it") {
            inCall()
            goesAway()
            phone.call.leave()
            phone.says("question-end-call")
            phone.call.confirm(true)
            phone.says("over-you-left")
            service.console().use { console ->
                comesBack()
                console.awaits("that it is over") { service.isOver(call) }
            }
        },
        at("the question whether to end the call, one may stay") {
            inCall()
            phone.call.leave()
            phone.says("question-end-call")
            goesAway()
            phone.call.confirm(false)
            phone.awaits<Screen.InCall>("the call")
            comesBack()
            phone.awaits<Screen.InCall>("the call again") { !it.reconnecting }
        },
        at("the question whether to go for a new link, one may go") {
            inCall()
            phone.call.text(second.through(relay, service), Source.LINK)
            phone.says("question-leave-for-new-invitation")
            goesAway()
            phone.call.confirm(true)
            phone.says("screen-ask-name")
            phone.call.name("Maria")
            phone.says("screen-unreachable")
            comesBack()
            phone.awaits<Screen.Waiting>("the other lobby")
            assertEquals(1, service.knocks(second).size)
        },
        at("the end, one may go back to the start") {
            phone.knocks(link)
            service.toCustomer(call, "decline", "reason" to "not-now")
            phone.says("over-declined-not-now")
            goesAway()
            phone.call.dismiss()
            phone.says("screen-start")
        },
        at("the end, a link that is knocked on again waits for the network") {
            phone.knocks(link)
            phone.call.leave()
            phone.says("over-you-left-the-lobby")
            goesAway()
            phone.call.knockAgain()
            phone.says("screen-unreachable")
            comesBackToTheLobby()
        },
        at("a meeting of Teams, the way there is shown") {
            goesAway()
            phone.call.text(TEAMS, Source.LINK)
            phone.says("screen-teams-client")
            phone.call.open()
            assertEquals(TEAMS, (phone.shell.effect("the way") as ShellEffect.Open).url)
        },
        at("a meeting of Teams in the app, its client says what becomes of it", callClient = true) {
            phone.call.text(TEAMS, Source.LINK)
            phone.says("screen-ask-name")
            phone.call.name("Maria")
            val number = (phone.shell.effect("the meeting") as ShellEffect.JoinMeeting).number
            phone.call.meeting(number, MeetingReport.IN_CALL)
            phone.says("screen-in-meeting")
            goesAway()
            phone.call.meeting(number, MeetingReport.FAILED)
            phone.says(listOf("over-meeting-failed", "screen-may-knock-again"))
        },
    )

    private fun at(state: String, callClient: Boolean = false, play: Flight.() -> Unit) = dynamicTest(state) {
        Service(Files.createTempDirectory(data, "service")).use { service ->
            Flight(service, callClient).use(play)
        }
    }

    private class Flight(val service: Service, callClient: Boolean) : AutoCloseable {
        val relay = Relay(passOn(service))
        val phone = Phone(config(relay.host).copy(callClient = callClient))
        val call: Call = service.createCall()
        val second: Call = service.createCall()
        val link = call.through(relay, service)

        fun inCall() {
            phone.knocks(link)
            service.toCustomer(call, "admit")
            phone.awaits<Screen.InCall>("the call")
        }

        fun goesAway() = relay.goesAway()

        fun comesBack() {
            relay.answers(passOn(service))
            phone.call.networkBack()
        }

        fun comesBackToTheLobby() {
            comesBack()
            phone.awaits<Screen.Waiting>("the lobby") { !it.v1.reconnecting }
            assertEquals(listOf("Maria"), service.knocks(call).map { text(it, "name") })
        }

        override fun close() {
            phone.close()
            relay.close()
        }
    }
}
