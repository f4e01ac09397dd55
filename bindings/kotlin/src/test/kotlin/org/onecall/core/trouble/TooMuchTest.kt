package org.onecall.core.trouble

import kotlin.test.Test
import kotlin.test.assertEquals
import org.onecall.core.NameError
import org.onecall.core.Question
import org.onecall.core.Screen
import org.onecall.core.Source
import org.onecall.core.support.Phone
import org.onecall.core.support.WithService
import org.onecall.core.support.text

/** More than anybody means to do. */
class TooMuchTest : WithService() {
    @Test
    fun `a name of ten thousand characters is said to be too long, and a shorter one is taken`() = withService { service ->
        val call = service.createCall()
        Phone(service.host).use { phone ->
            phone.call.text(call.link, Source.LINK)
            phone.awaits<Screen.AskName>("the question")
            phone.call.name("x".repeat(10_000))
            val error = phone.awaits<Screen.AskName>("what is wrong") { it.problem != null }.problem
            assertEquals(NameError.TooLong(10_000u, 64u), error)
            phone.call.name("Maria")
            phone.awaits<Screen.Waiting>("the lobby")
        }
    }

    @Test
    fun `a text of ten million characters is said to be too long`() {
        Phone("help.example.com").use { phone ->
            phone.call.text("x ".repeat(5_000_000), Source.PASTE)
            phone.awaits<Screen.LinkProblem>("what is wrong")
        }
    }

    @Test
    fun `five hundred taps at once on a link and a name are one knock`() = withService { service ->
        val call = service.createCall()
        Phone(service.host).use { phone ->
            repeat(250) {
                phone.call.text(call.link, Source.LINK)
                phone.call.name("Maria")
            }
            phone.awaits<Screen.Waiting>("the lobby") { !it.v1.reconnecting }
            service.console().use { console ->
                console.awaits("the one knock") { service.knocks(call).size == 1 }
            }
            service.toCustomer(call, "admit")
            phone.awaits<Screen.InCall>("the call")
        }
    }

    @Test
    fun `five hundred taps on every button in the lobby end in a screen that goes on`() = withService { service ->
        val call = service.createCall()
        Phone(service.host).use { phone ->
            phone.knocks(call.link)
            repeat(50) {
                phone.call.sleep()
                phone.call.wake()
                phone.call.goOn()
                phone.call.open()
                phone.call.confirm(true)
                phone.call.choose(7u)
                phone.call.networkBack()
                phone.call.handOver()
                phone.call.knockAgain()
                phone.call.confirm(false)
            }
            phone.call.text("no link", Source.PASTE)
            phone.call.dismiss()
            phone.call.text(service.createCall().link, Source.LINK)
            phone.awaits<Screen.AskName>("the new link works")
        }
    }

    @Test
    fun `five hundred taps on leave are one leave, and the way back is open`() = withService { service ->
        val call = service.createCall()
        Phone(service.host).use { phone ->
            phone.knocks(call.link)
            repeat(500) { phone.call.leave() }
            phone.says(listOf("over-you-left-the-lobby", "screen-may-knock-again"))
            phone.call.knockAgain()
            phone.awaits<Screen.Waiting>("the lobby") { !it.v1.reconnecting }
            service.console().use { console -> console.awaits("one") { service.knocks(call).size == 1 } }
        }
    }

    @Test
    fun `a link while a call runs is a question, and both answers do as they say`() = withService { service ->
        val (first, second) = listOf(service.createCall(), service.createCall())
        Phone(service.host).use { phone ->
            phone.knocks(first.link)
            service.toCustomer(first, "admit")
            phone.awaits<Screen.InCall>("the call")
            for (stay in listOf(true, false)) {
                phone.call.text(second.link, Source.LINK)
                assertEquals(Question.LEAVE_FOR_NEW_INVITATION, phone.awaits<Screen.Ask>("the question").v1)
                phone.call.confirm(!stay)
                if (stay) phone.awaits<Screen.InCall>("the call goes on")
            }
            phone.awaits<Screen.AskName>("the other call's question")
            phone.call.name("Maria")
            phone.awaits<Screen.Waiting>("the other lobby")
            assertEquals("Maria", text(service.knocks(second).single(), "name"))
        }
    }
}
