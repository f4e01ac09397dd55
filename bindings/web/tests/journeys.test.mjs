// Whole journeys: what is done, and what is seen then; the same cases as in Rust, Kotlin and Swift.

import { Agent } from "./support/agent.mjs";
import { Player } from "./support/player.mjs";
import { Service } from "./support/service.mjs";
import { vectors } from "./support/vector.mjs";

vectors("journeys", async (vector) => {
  const callClient = vector.takeOr("call_client", false);
  if (vector.takeOr("service", false)) {
    await Service.with(async (service) => {
      const agent = await Agent.at(service);
      try {
        await Player.play([service.host], callClient, agent, vector.take("steps"));
      } finally {
        agent.close();
      }
    });
  } else {
    await Player.play(vector.take("hosts"), callClient, null, vector.take("steps"));
  }
});
