// Links, routes, names, AR and features: the same cases as in Rust, Kotlin and Swift.

import assert from "node:assert/strict";

import { core } from "./support/core.mjs";
import { assertSays, measurement, vectors } from "./support/vector.mjs";

vectors("links", (vector) => {
  const hosts = vector.take("hosts");
  const explained = core.explain({ hosts, device: { platform: "android" }, app: "app" }, vector.repeated("text"));
  if ("leads" in explained) {
    const { kind, invitation } = explained.leads;
    assert.deepEqual({ leads: { kind, invitation } }, vector.rest());
  } else {
    assertSays(explained.problem.says, vector.take("problem"));
    assert.deepEqual(explained.problem.error["choices"], vector.takeOr("choices"));
  }
});

vectors("routes", (vector) => {
  const { os_version, ...device } = vector.take("device");
  const config = {
    hosts: vector.take("hosts"),
    device: { ...device, os_version: os_version && { major: os_version[0], minor: os_version[1] } },
    app: /** @type {const} */ ("app"),
    call_client: vector.take("call_client"),
    app_store_id: vector.takeOr("app_store_id", null),
    android_package: vector.takeOr("android_package", null),
  };
  const explained = core.explain(config, vector.repeated("text"));
  assert("leads" in explained);
  const steps = explained.leads.steps.map(({ step, why, says, because, url }) => {
    assert.deepEqual([says.arguments, because.arguments], [{}, {}]);
    return { step, why, says: says.id, because: because.id, ...(url === null ? {} : { url }) };
  });
  assert.deepEqual({ kind: explained.leads.kind, steps }, vector.rest());
});

vectors("names", (vector) => {
  const checked = core.checkName(vector.repeated("typed"));
  if ("good" in checked) assert.deepEqual({ good: checked.good.name }, vector.rest());
  else assertSays(checked.problem.says, vector.take("problem"));
});

vectors("ar", (vector) => {
  const features = core.features(measurement(vector.take("measurement")), false, "desktop-browser");
  assert.deepEqual({ in_space: features.annotate_in_space }, vector.rest());
});

vectors("features", (vector) => {
  const measured = measurement(vector.take("measurement"));
  const features = core.features(measured, vector.take("signed_in"), vector.take("agent"));
  const said = Object.entries(features).map(([name, feature]) => ({ feature: name.replaceAll("_", "-"), ...feature }));
  assert.deepEqual({ features: said }, vector.rest());
});
