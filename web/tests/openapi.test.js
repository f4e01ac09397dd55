// The interface as its own document describes it, asked by a fuzzer that knows nothing else.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { Service } from "./support/service.js";

/** @type {Service} */ let service;

before(async () => {
  service = await Service.start();
});
after(() => service?.stop());

test("whatever schemathesis sends, nothing breaks and nothing answers what is not documented", async () => {
  const agent = await service.agent("Alex");
  await agent.create("Fuzzed");
  const program = join(dirname(String(process.env["ONECALL_PYTHON"])), "schemathesis");
  // Streams never end, and signing out or in would leave the fuzzer outside.
  const left = ["/v1/events", "/v1/sign-out", "/v1/sign-out-everywhere"];
  const options = [
    "run", `${service.origin}/openapi.json`, "--url", service.origin, "--seed", "7", "--max-examples", "12",
    "--generation-database", "none", "--phases", "examples,coverage,fuzzing", "--request-timeout", "10", "--no-color",
    "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
    "-H", `Authorization: Bearer ${agent.token}`, "-H", "Accept: application/json",
    ...left.flatMap((path) => ["--exclude-path", path]),
  ];
  const findings = await new Promise((ended) => {
    // It keeps notes where it runs.
    execFile(program, options, { encoding: "utf8", maxBuffer: 1 << 26, cwd: tmpdir() }, (failed, said) => ended(failed ? said : ""));
  });
  assert.equal(findings, "");
  assert.equal((await fetch(`${service.origin}/readyz`)).status, 200, "it still serves");
});
