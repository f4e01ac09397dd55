// The example of the README, as it stands there, on a page of the real service.

import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import "./support/core.mjs";
import { Service } from "./support/service.mjs";

test("the example of the README leads to the lobby", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const example = /```js\n([^]*?)```/.exec(readme)?.[1];
  assert(example);
  await Service.with(async (service) => {
    const call = await service.createCall();
    const console = await service.console();
    const origin = `http://${service.host}`;
    const folder = mkdtempSync(join(tmpdir(), "onecall-readme-"));
    const module = join(folder, "example.mjs");
    // Node takes no address without a host, and no script over the network.
    const script = new URL("../onecall.js", import.meta.url).href;
    const here = example.replace("/assets/core/onecall.js", script).replace('"/assets', `"${origin}/assets`);
    writeFileSync(module, `${here}\nexport { call };\n`);
    const nothing = () => null;
    Object.assign(globalThis, {
      location: { host: service.host, origin, hash: `#${call.link}` },
      sessionStorage: { getItem: nothing, setItem: nothing },
      document: { hidden: false, addEventListener: nothing },
      addEventListener: nothing,
    });
    const { call: running } = await import(pathToFileURL(module).href);
    rmSync(folder, { recursive: true });
    await console.awaits("Maria", async () => (await service.knocks(call))[0]?.["name"] === "Maria");
    running.shutdown();
    console.close();
  });
});
