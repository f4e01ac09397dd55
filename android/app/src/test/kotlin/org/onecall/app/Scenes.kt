package org.onecall.app

/** A customer and a service for one test. The agent's calls are all made by the test. */
fun withService(scene: (Customer, Service) -> Unit) = Service().use { service ->
    Customer().use { customer -> scene(customer, service) }
}

/** Answers the question for the name, which is asked of everybody whose name is not known. */
fun Customer.givesName(name: String) {
    seesLabel("screen_ask_name")
    type(name)
    tap("app_button_go_on")
}

/** The name is asked again, filled in with the last one, or known already. */
fun Customer.goesOnAs(name: String) = givesName(name)

/** In the lobby, with the two words that the agent sees. */
fun Customer.waitsIn(call: Call, service: Service) {
    awaits("a knock that the agent sees") { service.waiting(call).isNotEmpty() }
    sees(textOf(service.read(call), "match_phrase"))
}

fun Customer.reachesLobby(call: Call, service: Service) {
    tapLink(call.link)
    givesName("Maria")
    waitsIn(call, service)
}

/** The knocks of those who wait in this call's lobby. */
fun Service.waiting(call: Call): List<String> =
    if ("match_phrase" in read(call)) knocks(call) else emptyList()

/** What a screen reader says of a button: its own words, or those of what is merged into it. */
fun Node.allWords(customer: Customer): String {
    val own = words
    if (own.isNotBlank()) return own
    val bounds = android.graphics.Rect().also { info.getBoundsInScreen(it) }
    return customer.screen().filter { other ->
        val inner = android.graphics.Rect().also { other.info.getBoundsInScreen(it) }
        bounds.contains(inner) && other.words.isNotBlank()
    }.joinToString(" ") { it.words }
}
