package org.onecall.app

/** A customer and a service for one test. The agent's calls are all made by the test. */
fun withService(scene: (Customer, Service) -> Unit) = Service().use { service ->
    Customer().use { customer -> scene(customer, service) }
}

/** A customer alone: nobody has to be reached. */
fun withCustomer(scene: (Customer) -> Unit) = Customer().use(scene)

/** Answers the question for the name, which is asked of everybody whose name is not known. */
fun Customer.givesName(name: String) {
    seesLabel("screen_ask_name")
    type(name)
    tap("app_button_go_on")
}

/** This phone has no camera; the rehearsal says so, and one may wait all the same. */
fun Customer.goesOnWithoutCamera() = tap("app_button_without_camera")

/** The name is asked again, filled in with the last one, or known already. */
fun Customer.goesOnAs(name: String) {
    givesName(name)
    goesOnWithoutCamera()
}

/** In the lobby, with the two words that the agent sees. */
fun Customer.waitsIn(call: Call, service: Service) {
    awaits("a knock that the agent sees") { service.waiting(call).isNotEmpty() }
    sees(textOf(service.read(call), "match_phrase"))
}

fun Customer.reachesLobby(call: Call, service: Service) {
    tapLink(call.link)
    givesName("Maria")
    goesOnWithoutCamera()
    waitsIn(call, service)
}

/** The knocks of those who wait in this call's lobby. */
fun Service.waiting(call: Call): List<String> =
    if ("match_phrase" in read(call)) knocks(call) else emptyList()
